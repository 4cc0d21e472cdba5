// SPDX-License-Identifier: MIT
#include <dateline/text/printable.hpp>

#include <dateline/text/utf8.hpp>

namespace dateline {
namespace {

constexpr char32_t replacement = 0xFFFD;

/// Unicode's explicit directional formatting characters (UAX #9, 2): they can make a line read other than it is.
bool turns_direction(char32_t c) {
    return c == 0x061C || c == 0x200E || c == 0x200F || (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
}

bool is_control(char32_t c) { return c < 0x20 || (c >= 0x7F && c < 0xA0); }

} // namespace

std::string printable(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    for (std::size_t i = 0; i < text.size();) {
        const auto [c, length] = decode(text, i);
        i += length;
        if (c == '\t' || c == '\n' || c == '\r' || c == 0x2028 || c == 0x2029) {
            out += ' ';
        } else {
            append_utf8(out, is_control(c) || turns_direction(c) ? replacement : c);
        }
    }
    return out;
}

} // namespace dateline
