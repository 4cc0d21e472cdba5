// SPDX-License-Identifier: MIT
#include "tokens/paragraphs.hpp"

#include <cstdint>

#include <dateline/text/utf8.hpp>

namespace dateline {
namespace {

bool is_blank(std::string_view line) noexcept {
    for (std::size_t i = 0; i < line.size();) {
        const auto [c, length] = decode(line, i);
        if (!is_space(c)) return false;
        i += length;
    }
    return true;
}

Span trim(std::string_view text, Span part) noexcept {
    while (part.begin < part.end) {
        const auto [c, length] = decode(text, part.begin);
        if (!is_space(c)) break;
        part.begin += length;
    }
    while (part.begin < part.end) {
        auto last = part.end - 1;
        while (last > part.begin && (static_cast<unsigned char>(text[last]) & 0xC0U) == 0x80U) --last;
        const auto [c, length] = decode(text, last);
        if (!is_space(c) || last + length != part.end) break;
        part.end = last;
    }
    return part;
}

} // namespace

std::vector<Span> paragraphs_of(std::string_view text, Span part) {
    std::vector<Span> paragraphs;
    Span open{part.begin, part.begin};
    const auto close = [&] {
        if (const auto trimmed = trim(text, open); !trimmed.empty()) paragraphs.push_back(trimmed);
    };
    for (auto at = part.begin; at < part.end;) {
        const auto newline = text.substr(0, part.end).find('\n', at);
        const auto end = newline == std::string_view::npos ? part.end : static_cast<std::uint32_t>(newline) + 1;
        if (is_blank(slice(text, {at, end}))) {
            close();
            open.begin = end;
        }
        open.end = at = end;
    }
    close();
    return paragraphs;
}

} // namespace dateline
