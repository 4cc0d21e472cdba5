// SPDX-License-Identifier: MIT
//
// Text -> atoms, the finest pieces a time expression is built from: runs of letters, runs of digits, single marks.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include <dateline/core/span.hpp>

#include "lexicon.hpp"

namespace dateline::time {

struct Atom {
    enum class Kind : std::uint8_t { word, digits, mark };

    Span span;
    const Word* word = nullptr; ///< never null once lexed; without classes for digits, marks and unknown words
    std::int32_t number = -1;   ///< of digits, when there are at most nine
    Kind kind = Kind::mark;
    char mark = 0;       ///< ASCII; every dash is '-', every apostrophe '\'', any other mark that is not ASCII '?'
    bool glued = false;  ///< nothing stands between this atom and the one before
    bool capital = false;

    [[nodiscard]] bool is(WordClass c) const noexcept { return word->is(c); }
    [[nodiscard]] bool is_any(std::initializer_list<WordClass> list) const noexcept { return word->is_any(list); }
    [[nodiscard]] bool is_mark(char c) const noexcept { return kind == Kind::mark && mark == c; }
    [[nodiscard]] bool is_digits(std::uint32_t count) const noexcept { return kind == Kind::digits && span.size() == count; }
};

/// "Sept. 30, 1989" -> Sept. | 30 | , | 1989;  "9:30am" -> 9 | : | 30 | am;  "year's" -> year | 's.
/// An abbreviation of the table takes its dot along; "p.m." is one atom.
/// A blank line gives a mark '\n', which no expression crosses.
[[nodiscard]] std::vector<Atom> lex(std::string_view text, const Lexicon& lexicon);

} // namespace dateline::time
