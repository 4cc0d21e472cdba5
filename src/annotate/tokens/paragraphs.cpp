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

/// The end of the line that begins at `at`, its line break included.
std::uint32_t end_of_line(std::string_view text, std::uint32_t at, std::uint32_t end) noexcept {
    const auto newline = text.substr(0, end).find('\n', at);
    return newline == std::string_view::npos ? end : static_cast<std::uint32_t>(newline) + 1;
}

/// Of the lines that another line follows at once, most end with a sentence.
bool has_paragraph_lines(std::string_view text, Span part) noexcept {
    std::size_t followed = 0;
    std::size_t ended = 0;
    auto line = slice(text, {part.begin, part.begin});
    for (auto at = part.begin; at < part.end;) {
        const auto end = end_of_line(text, at, part.end);
        const auto next = slice(text, {at, end});
        if (!is_blank(line) && !is_blank(next)) {
            ++followed;
            if (ends_sentence(line)) ++ended;
        }
        line = next;
        at = end;
    }
    return followed >= 3 && 2 * ended > followed;
}

} // namespace

bool ends_sentence(std::string_view paragraph) noexcept {
    constexpr std::string_view closing = " \t\r\n\"')]";
    while (!paragraph.empty()) {
        if (paragraph.ends_with("\u201d") || paragraph.ends_with("\u2019")) {
            paragraph.remove_suffix(3);
        } else if (closing.find(paragraph.back()) != std::string_view::npos) {
            paragraph.remove_suffix(1);
        } else {
            break;
        }
    }
    return paragraph.ends_with('.') || paragraph.ends_with('!') || paragraph.ends_with('?') || paragraph.ends_with(':') || paragraph.ends_with("\u2026");
}

std::vector<Span> paragraphs_of(std::string_view text, Span part) {
    std::vector<Span> paragraphs;
    Span open{part.begin, part.begin};
    const auto close = [&] {
        if (const auto trimmed = trim(text, open); !trimmed.empty()) paragraphs.push_back(trimmed);
    };
    const auto by_line = has_paragraph_lines(text, part);
    for (auto at = part.begin; at < part.end;) {
        const auto end = end_of_line(text, at, part.end);
        if (by_line) {
            open = {at, end};
            close();
            open.begin = end;
        } else if (is_blank(slice(text, {at, end}))) {
            close();
            open.begin = end;
        }
        open.end = at = end;
    }
    close();
    return paragraphs;
}

} // namespace dateline
