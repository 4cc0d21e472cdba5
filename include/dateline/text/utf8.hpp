// SPDX-License-Identifier: MIT
//
// UTF-8: decoding, checking, repair, and offsets in code points. Character properties are ICU's, with a short way for ASCII.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace dateline {

struct CodePoint {
    char32_t value = 0;       ///< U+FFFD where the bytes are not UTF-8
    std::uint32_t length = 1; ///< bytes taken; 1 where the bytes are not UTF-8
};

/// The code point that starts at `text[at]`; requires at < text.size().
[[nodiscard]] CodePoint decode(std::string_view text, std::size_t at) noexcept;

void append_utf8(std::string& out, char32_t c);

[[nodiscard]] bool is_utf8(std::string_view text) noexcept;

/// `text` with U+FFFD for every byte that is not UTF-8; valid text comes back as it is.
[[nodiscard]] std::string repair_utf8(std::string text);

[[nodiscard]] bool is_letter(char32_t c) noexcept;
[[nodiscard]] bool is_digit(char32_t c) noexcept; ///< decimal digits of any script
[[nodiscard]] bool is_upper(char32_t c) noexcept; ///< upper or title case
[[nodiscard]] bool is_lower(char32_t c) noexcept;
[[nodiscard]] bool is_space(char32_t c) noexcept; ///< white space, no-break spaces and line ends included
[[nodiscard]] bool is_punctuation(char32_t c) noexcept;
[[nodiscard]] bool is_symbol(char32_t c) noexcept; ///< currency, mathematical and other symbols, emoji

/// Turns byte offsets that only grow into offsets in code points, in one pass over the text.
class CodePointCounter {
public:
    explicit CodePointCounter(std::string_view text) noexcept : m_text{text} {}

    /// Code points before byte `at`; requires `at` not below that of the call before.
    [[nodiscard]] std::size_t count_to(std::size_t at) noexcept;

private:
    std::string_view m_text;
    std::size_t m_byte = 0;
    std::size_t m_count = 0;
};

} // namespace dateline
