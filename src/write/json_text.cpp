// SPDX-License-Identifier: MIT
#include "json_text.hpp"

#include <cmath>
#include <iterator>

#include <fmt/format.h>

#include <dateline/text/utf8.hpp>

namespace dateline::json {
namespace {

/// RFC 8259, 7: quotation mark, reverse solidus and control characters must be escaped.
void append_escaped(std::string& out, char c) {
    switch (c) {
    case '"': out += "\\\""; break;
    case '\\': out += "\\\\"; break;
    case '\b': out += "\\b"; break;
    case '\f': out += "\\f"; break;
    case '\n': out += "\\n"; break;
    case '\r': out += "\\r"; break;
    case '\t': out += "\\t"; break;
    default: fmt::format_to(std::back_inserter(out), "\\u{:04x}", static_cast<unsigned>(static_cast<unsigned char>(c)));
    }
}

} // namespace

void append(std::string& out, std::string_view text) {
    out += '"';
    for (std::size_t at = 0; at < text.size();) {
        const auto byte = static_cast<unsigned char>(text[at]);
        if (byte < 0x80) {
            if (byte < 0x20 || byte == '"' || byte == '\\') append_escaped(out, text[at]);
            else out += text[at];
            ++at;
            continue;
        }
        const auto [c, length] = decode(text, at);
        if (c == 0xFFFD) out += "\uFFFD";
        else out += text.substr(at, length);
        at += length;
    }
    out += '"';
}

void append(std::string& out, double number) {
    if (!std::isfinite(number)) { // RFC 8259, 6: has no such numbers
        out += "null";
        return;
    }
    const auto begin = out.size();
    fmt::format_to(std::back_inserter(out), "{}", number);
    if (out.find_first_of(".e", begin) == std::string::npos) out += ".0";
}

void append(std::string& out, std::uint64_t number) { fmt::format_to(std::back_inserter(out), "{}", number); }

void append(std::string& out, bool value) { out += value ? "true" : "false"; }

} // namespace dateline::json
