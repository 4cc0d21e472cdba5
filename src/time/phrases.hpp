// SPDX-License-Identifier: MIT
//
// Expressions that are fixed words: data/knowledge/time_phrases.tsv ("these days") and time_holidays.tsv ("Christmas Eve").
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <unordered_map>
#include <vector>

#include <dateline/core/day.hpp>
#include <dateline/core/timex.hpp>

#include "lexer.hpp"

namespace dateline::time {

struct Phrase {
    enum class Kind : std::uint8_t {
        fixed,     ///< an expression as it stands: "these days"
        quantifier,///< in front of an amount: "more than"
        holiday,
    };

    std::vector<std::string_view> words; ///< lower case, in atoms
    Kind kind = Kind::fixed;
    std::uint32_t row = 0;      ///< of its table
    bool capital = false;       ///< a holiday that is none in small letters
    std::string_view value;     ///< TIMEX3 value of a fixed phrase, mod of a quantifier, rule of a holiday
};

/// Immutable; read from the built-in knowledge once.
class Phrases {
public:
    [[nodiscard]] static const Phrases& built_in();

    /// The longest phrase that starts at atom `i`; null when there is none, or no such atom.
    [[nodiscard]] const Phrase* find(std::span<const Atom> atoms, std::string_view text, std::uint32_t i) const;

    [[nodiscard]] static std::string_view holiday_name(std::uint32_t row);

    /// The day of a holiday in a year; nothing when that year does not have it.
    [[nodiscard]] std::optional<Day> holiday_in(std::uint32_t row, int year) const;

private:
    Phrases();
    void add(std::string_view text, Phrase::Kind kind, std::uint32_t row, std::string_view value);
    std::unordered_map<std::string_view, std::vector<Phrase>> m_by_first;
};

} // namespace dateline::time
