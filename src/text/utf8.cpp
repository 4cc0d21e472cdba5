// SPDX-License-Identifier: MIT
#include <dateline/text/utf8.hpp>

#include <algorithm>
#include <cstring>

#include <unicode/uchar.h>
#include <unicode/utf8.h>

namespace dateline {
namespace {

constexpr char32_t replacement = 0xFFFD;

/// Where, from `at` on, the next eight bytes are not all ASCII any more.
std::size_t skip_ascii(std::string_view text, std::size_t at) noexcept {
    constexpr std::uint64_t high_bits = 0x8080'8080'8080'8080;
    for (std::uint64_t bytes = 0; at + sizeof bytes <= text.size(); at += sizeof bytes) {
        std::memcpy(&bytes, text.data() + at, sizeof bytes);
        if ((bytes & high_bits) != 0) break;
    }
    return at;
}

UChar32 icu(char32_t c) noexcept { return static_cast<UChar32>(c); }

} // namespace

CodePoint decode(std::string_view text, std::size_t at) noexcept {
    const auto first = static_cast<unsigned char>(text[at]);
    if (first < 0x80) return {first, 1};
    // ICU's macro works on 32-bit signed offsets; a character never needs more than four bytes.
    const auto window = text.substr(at, 4);
    std::int32_t next = 0;
    UChar32 c = 0;
    const auto* const bytes = reinterpret_cast<const std::uint8_t*>(window.data());
    U8_NEXT(bytes, next, static_cast<std::int32_t>(window.size()), c);
    if (c < 0) return {replacement, 1};
    return {static_cast<char32_t>(c), static_cast<std::uint32_t>(next)};
}

void append_utf8(std::string& out, char32_t c) {
    std::uint8_t bytes[4];
    std::int32_t size = 0;
    UBool error = 0;
    U8_APPEND(bytes, size, 4, static_cast<std::uint32_t>(c), error);
    if (error != 0) return append_utf8(out, replacement);
    out.append(reinterpret_cast<const char*>(bytes), static_cast<std::size_t>(size));
}

bool is_utf8(std::string_view text) noexcept {
    for (auto i = skip_ascii(text, 0); i < text.size(); i = skip_ascii(text, i)) {
        const auto [c, length] = decode(text, i);
        if (c == replacement && length == 1) return false;
        i += length;
    }
    return true;
}

std::string repair_utf8(std::string text) {
    if (is_utf8(text)) return text;
    std::string out;
    out.reserve(text.size() + text.size() / 8);
    for (std::size_t i = 0; i < text.size();) {
        const auto [c, length] = decode(text, i);
        append_utf8(out, c);
        i += length;
    }
    return out;
}

bool is_letter(char32_t c) noexcept {
    if (c < 0x80) return (c | 0x20U) >= 'a' && (c | 0x20U) <= 'z';
    return u_isalpha(icu(c)) != 0;
}

bool is_digit(char32_t c) noexcept {
    if (c < 0x80) return c >= '0' && c <= '9';
    return u_isdigit(icu(c)) != 0;
}

bool is_upper(char32_t c) noexcept {
    if (c < 0x80) return c >= 'A' && c <= 'Z';
    return u_isupper(icu(c)) != 0 || u_istitle(icu(c)) != 0;
}

bool is_lower(char32_t c) noexcept {
    if (c < 0x80) return c >= 'a' && c <= 'z';
    return u_islower(icu(c)) != 0;
}

bool is_space(char32_t c) noexcept {
    if (c < 0x80) return c == ' ' || (c >= '\t' && c <= '\r');
    return u_isUWhiteSpace(icu(c)) != 0;
}

bool is_punctuation(char32_t c) noexcept { return u_ispunct(icu(c)) != 0; }

bool is_symbol(char32_t c) noexcept { return (U_GET_GC_MASK(icu(c)) & U_GC_S_MASK) != 0; }

std::size_t CodePointCounter::count_to(std::size_t at) noexcept {
    const auto end = std::min(at, m_text.size());
    for (; m_byte < end; ++m_byte) {
        // every byte but the 10xxxxxx of a continuation starts a code point
        m_count += (static_cast<unsigned char>(m_text[m_byte]) & 0xC0U) != 0x80U ? 1U : 0U;
    }
    return m_count;
}

} // namespace dateline
