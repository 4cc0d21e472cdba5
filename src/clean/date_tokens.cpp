// SPDX-License-Identifier: MIT
#include "date_tokens.hpp"

#include <algorithm>
#include <charconv>

#include <dateline/knowledge/table.hpp>
#include <dateline/text/fold.hpp>
#include <dateline/text/utf8.hpp>

namespace dateline {
namespace {

int month_of(std::string_view word) {
    static const Table months = Knowledge::built_in().table("page_months");
    const auto rows = months.find(fold(word));
    if (rows.empty()) return 0;
    return number_in<int>(months, rows.front(), 1);
}

/// The signs that dates in Chinese, Japanese and Korean put behind year, month and day.
char east_asian_sign(char32_t c) {
    switch (c) {
    case 0x5E74: case 0xB144: return 'Y'; // 年 년
    case 0x6708: case 0xC6D4: return 'M'; // 月 월
    case 0x65E5: case 0xC77C: return 'D'; // 日 일
    default: return 0;
    }
}

} // namespace

DateTokens::DateTokens(std::string_view text) : m_text{text} {
    bool space = true;
    for (std::size_t i = 0; i < text.size();) {
        const auto [c, length] = decode(text, i);
        auto end = i + length;
        if (is_space(c)) {
            space = true;
            i = end;
            continue;
        }
        Token token{.span = {static_cast<std::uint32_t>(i), 0}, .space_before = space};
        if (c >= '0' && c <= '9') {
            while (end < text.size() && text[end] >= '0' && text[end] <= '9') ++end;
            token.kind = Token::Kind::number;
            token.digits = static_cast<std::uint32_t>(std::min<std::size_t>(end - i, 99));
            if (token.digits <= 8) std::from_chars(text.data() + i, text.data() + end, token.value);
        } else if (const auto sign = east_asian_sign(c); sign != 0) {
            token.sign = sign;
        } else if (is_letter(c)) {
            while (end < text.size()) {
                const auto next = decode(text, end);
                if (!is_letter(next.value) || east_asian_sign(next.value) != 0) break;
                end += next.length;
            }
            token.kind = Token::Kind::word;
            if (end - i <= 24) token.month = month_of(text.substr(i, end - i));
        } else if (c < 0x80) {
            token.sign = static_cast<char>(c);
        } else if (c >= 0x2010 && c <= 0x2015) {
            token.sign = '-';
        } else if (c == 0x2212) {
            token.sign = '-';
        }
        token.span.end = static_cast<std::uint32_t>(end);
        m_tokens.push_back(token);
        space = false;
        i = end;
    }
}

const Token& DateTokens::at(std::size_t i) const noexcept {
    static const Token none{};
    return i < m_tokens.size() ? m_tokens[i] : none;
}

bool DateTokens::is_word(std::size_t i, std::initializer_list<std::string_view> words) const {
    if (at(i).kind != Token::Kind::word) return false;
    const auto word = lower(text_of(i));
    return std::ranges::find(words, word) != words.end();
}

} // namespace dateline
