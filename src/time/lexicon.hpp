// SPDX-License-Identifier: MIT
//
// What words can mean in a time expression: data/knowledge/time_words.tsv, ready for the lexer.
#pragma once

#include <array>
#include <cstdint>
#include <initializer_list>
#include <string_view>
#include <unordered_map>

#include "calendar.hpp"

namespace dateline::time {

/// The classes of time_words.tsv; the names in the table are these.
enum class WordClass : std::uint8_t {
    number, scale, ordinal, ordinal_suffix, month, weekday, weekdays, abbreviation, unit, units, part, parts, noon, season, seasons,
    day, tonight, last, elapsed, previous, next, following, this_, that, latest, recent, the, owner, article, these, vague, more, half, edge,
    edge_adjective, edge_adverb, ago, shift_focus, shift_word, every, per, frequency, meridiem, era, approximately, fiscal,
    decade_word, of, preposition, and_, to, possessive, plural_s, period, ordinary, future_cue, expectation, bare_be, deadline, numbered, coming, past_cue, prospect, measure,
    final_, opening, closing, negation, age, times, hour_lead, month_lead, between
};
inline constexpr std::size_t word_class_count = static_cast<std::size_t>(WordClass::between) + 1;

enum class Part : std::uint8_t { none, morning, midday, afternoon, evening, night, daytime };
enum class Edge : std::uint8_t { none, start, middle, end };

/// All readings of one word. A word with two readings that carry a number ("second": ordinal and unit) has them in different fields.
struct Word {
    std::array<std::uint64_t, (word_class_count + 63) / 64> classes{}; ///< a bit a class
    std::int16_t value = 0; ///< number, ordinal, month, weekday, day, noon, direction of a shift, decade
    Unit unit = Unit::day;
    Part part = Part::none;
    Season season = Season::spring;
    Edge edge = Edge::none;
    std::string_view code; ///< TIMEX3 value of a frequency, sign of an era or meridiem

    constexpr void add(WordClass c) noexcept { classes[static_cast<std::size_t>(c) / 64] |= std::uint64_t{1} << static_cast<unsigned>(c) % 64; }
    [[nodiscard]] constexpr bool is(WordClass c) const noexcept { return (classes[static_cast<std::size_t>(c) / 64] >> static_cast<unsigned>(c) % 64 & 1U) != 0; }
    [[nodiscard]] constexpr bool known() const noexcept { return classes != decltype(classes){}; }
    [[nodiscard]] constexpr bool is_any(std::initializer_list<WordClass> list) const noexcept {
        for (const auto c : list) {
            if (is(c)) return true;
        }
        return false;
    }
};

/// Immutable; read from the built-in knowledge once.
class Lexicon {
public:
    [[nodiscard]] static const Lexicon& built_in();

    /// The word in lower case; a word without classes when it is not in the table.
    [[nodiscard]] const Word& find(std::string_view lower) const noexcept;
    /// Longer words need not be looked up.
    [[nodiscard]] std::size_t longest() const noexcept { return m_longest; }

private:
    Lexicon();
    std::unordered_map<std::string_view, Word> m_words;
    std::size_t m_longest = 0;
};

} // namespace dateline::time
