// SPDX-License-Identifier: MIT
//
// Text cut into numbers, words and single signs, as dates and clocks are read from it.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <string_view>
#include <vector>

#include <dateline/core/span.hpp>

namespace dateline {

struct Token {
    enum class Kind : std::uint8_t { number, word, sign };
    Kind kind = Kind::sign;
    Span span;
    int value = -1;          ///< of a number of at most eight digits
    std::uint32_t digits = 0;
    int month = 0;           ///< 1 to 12 for a month's name
    char sign = 0;           ///< the sign, ASCII only
    bool space_before = false;
};

class DateTokens {
public:
    explicit DateTokens(std::string_view text);

    [[nodiscard]] std::size_t size() const noexcept { return m_tokens.size(); }
    /// Behind the end: a sign that is none.
    [[nodiscard]] const Token& at(std::size_t i) const noexcept;
    [[nodiscard]] std::string_view text_of(std::size_t i) const { return slice(m_text, at(i).span); }
    [[nodiscard]] bool is_number(std::size_t i) const noexcept { return at(i).kind == Token::Kind::number && at(i).value >= 0; }
    [[nodiscard]] bool is_sign(std::size_t i, char sign) const noexcept { return at(i).kind == Token::Kind::sign && at(i).sign == sign && sign != 0; }
    /// Is it one of `words`, given in lower case?
    [[nodiscard]] bool is_word(std::size_t i, std::initializer_list<std::string_view> words) const;
    [[nodiscard]] bool glued(std::size_t i) const noexcept { return !at(i).space_before; }

private:
    std::string_view m_text;
    std::vector<Token> m_tokens;
};

} // namespace dateline
