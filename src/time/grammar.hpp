// SPDX-License-Identifier: MIT
//
// Atoms -> expressions. Every rule starts at an atom, reads a bounded number of atoms on and gives a Match or nothing; the longest
// match at a place wins and the search goes on after it, so the whole is linear. Which rule reads what:
//
//   grammar.cpp        the top: longest match; edges ("early", "the end of"), approximations, phrases
//   grammar_number.cpp cardinals, ordinals, years in words
//   grammar_date.cpp   dates as written ("Sept. 30, 1989")
//   grammar_period.cpp years and their parts, decades, holidays
//   grammar_select.cpp selections ("last May", "the following day"), nth ("the first week of May")
//   grammar_clock.cpp  times of day and their zones
//   grammar_hour.cpp   hours as they are spoken ("half past three", "tonight at 8", "between 7 and 9 last night")
//   grammar_range.cpp  two dates that share a part ("6-7 January 1916")
//   grammar_span.cpp   durations ("two weeks"), shifts ("two years ago")
//   grammar_set.cpp    what recurs ("every Monday", "twice a year")
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "expression.hpp"
#include "lexer.hpp"
#include "ordinary.hpp"
#include "phrases.hpp"

namespace dateline::time {

/// In which order numeric dates are written here.
enum class DateOrder : std::uint8_t { month_first, day_first };

/// How the text at hand writes dates.
struct Style {
    DateOrder order = DateOrder::month_first;
    bool sure = false;    ///< the order is shown by the text or known of the publisher
    bool ancient = false; ///< it tells of years before Christ, and then leaves the "BC" out
};

/// A unit of time in the singular or the plural.
[[nodiscard]] inline bool names_unit(const Atom& atom) noexcept { return atom.is_any({WordClass::unit, WordClass::units}); }

/// The two ends of a range.
struct Range {
    Match first;
    Match second;
};

class Grammar {
public:
    /// The atoms and the phrases must outlive the grammar.
    Grammar(std::span<const Atom> atoms, const Phrases& phrases, std::string_view text, Style style);

    /// The longest expression that starts at atom `i`; nothing when none does.
    [[nodiscard]] Match expression(std::uint32_t i);

    /// Two dates that share a month, a year or an "p.m."; nothing where none start at atom `i`.
    [[nodiscard]] std::optional<Range> range(std::uint32_t i);

    /// "from 3:30 to 5:55 on Friday": the first time is of the second's day.
    void share_day(NodeId first, NodeId second);

    [[nodiscard]] const std::vector<Node>& nodes() const noexcept { return m_nodes; }

private:
    struct Number {
        std::uint32_t end = 0; ///< 0: none
        Amount amount;
        explicit operator bool() const noexcept { return end != 0; }
    };
    /// Dates nest ("the day before the first week of May"); a few levels are all that anyone writes, and keep the search linear.
    static constexpr int deepest = 5;
    using Rule = Match (Grammar::*)(std::uint32_t);

    // grammar_number.cpp
    [[nodiscard]] Number cardinal(std::uint32_t i) const;
    [[nodiscard]] Number digits(std::uint32_t i) const;
    [[nodiscard]] Number number_words(std::uint32_t i) const;
    [[nodiscard]] Number quantity(std::uint32_t i) const;
    [[nodiscard]] Number ordinal(std::uint32_t i) const;
    [[nodiscard]] Number year(std::uint32_t i) const;
    [[nodiscard]] Number year_words(std::uint32_t i) const;
    [[nodiscard]] Number small_number(std::uint32_t i) const;

    // grammar_date.cpp
    Match date(std::uint32_t i);
    Match iso_date(std::uint32_t i);
    Match numeric_date(std::uint32_t i);
    Match slash_date(std::uint32_t i);
    [[nodiscard]] bool follows_figures(std::uint32_t i) const;
    [[nodiscard]] bool leads_to_figures(std::uint32_t i) const;
    [[nodiscard]] Fields figures(std::uint32_t i) const;
    Match year_month(std::uint32_t i);
    Match day_of_month(std::uint32_t i);
    Match joined_date(std::uint32_t i);
    Match month_date(std::uint32_t i);
    Match day_month(std::uint32_t i);
    Match weekday(std::uint32_t i);
    [[nodiscard]] std::uint32_t year_after(std::uint32_t i, Fields& fields) const;
    Match of_year(Match part);

    // grammar_period.cpp
    Match bare_year(std::uint32_t i);
    Match decade(std::uint32_t i);
    Match century(std::uint32_t i);
    Match season(std::uint32_t i);
    Match part_of_year(std::uint32_t i);
    Match named_quarter(std::uint32_t i);
    Match holiday(std::uint32_t i);

    // grammar_select.cpp
    Match deictic_day(std::uint32_t i);
    [[nodiscard]] std::optional<Node> selector(std::uint32_t i, bool definite) const;
    Match selection(std::uint32_t i);
    Match weekday_of_week(std::uint32_t i);
    Match week_and_weekday(std::uint32_t i);
    Match weekday_in(std::uint32_t i, const Match& week);
    Match nth_of(std::uint32_t i);
    [[nodiscard]] bool names_period(std::uint32_t i) const noexcept;
    Match period_of_last_year(std::uint32_t i);
    Match reported_period(std::uint32_t i);
    Match possessed(std::uint32_t i);
    Match definite_unit(std::uint32_t i);
    Match unit_at_hand(std::uint32_t i);
    Match selection_target(std::uint32_t i, Node selector, std::uint32_t begin);

    // grammar_clock.cpp
    Match clock(std::uint32_t i);
    Match clock_date(std::uint32_t i);
    Match date_clock(std::uint32_t i);
    [[nodiscard]] std::uint32_t clock_time(std::uint32_t i, Clock& clock) const;
    [[nodiscard]] std::uint32_t day_part(std::uint32_t i, Clock& clock) const;
    [[nodiscard]] std::uint32_t compact_time(std::uint32_t i, Clock& clock) const;
    [[nodiscard]] std::uint32_t hour_and_minutes(std::uint32_t i, Clock& clock) const;
    [[nodiscard]] std::uint32_t zone(std::uint32_t i, Clock& clock) const;

    // grammar_hour.cpp
    [[nodiscard]] std::uint32_t spoken_time(std::uint32_t i, Clock& clock) const;
    [[nodiscard]] std::uint32_t oclock(std::uint32_t i) const;
    [[nodiscard]] std::uint32_t meridiem_after(std::uint32_t i, Clock& clock) const;
    [[nodiscard]] Number small_quantity(std::uint32_t i) const;
    [[nodiscard]] std::uint32_t spoken_hour(std::uint32_t i, Clock& clock) const;
    [[nodiscard]] std::uint32_t hour_of_part(std::uint32_t i, Clock& clock) const;
    [[nodiscard]] std::uint32_t lone_hour(std::uint32_t i, Clock& clock) const;
    Match part_clock(std::uint32_t i);
    std::optional<Range> told_hours(std::uint32_t i);
    [[nodiscard]] Part part_before(std::uint32_t i) const;
    Match told_hour(std::uint32_t first, std::uint32_t k, const Clock& from, Clock to);

    // grammar_span.cpp
    Match duration(std::uint32_t i);
    Match shifted(std::uint32_t i);
    Match day_shift(std::uint32_t i);
    Match duration_core(std::uint32_t i);
    Match vague_units(std::uint32_t i, std::uint32_t k, std::int8_t sign);
    Match whole_unit(std::uint32_t i, std::uint32_t k, std::int8_t sign);
    Match counted_selection(std::uint32_t i);
    Match bare_units(std::uint32_t i);
    Match business_year(std::uint32_t i);
    [[nodiscard]] std::uint32_t approximate_tail(std::uint32_t i, Node& node) const;
    [[nodiscard]] bool is_age(std::uint32_t i) const;

    // grammar_set.cpp
    Match set(std::uint32_t i);
    Match every_other(std::uint32_t i);
    [[nodiscard]] bool is_rate(const Match& match) const;
    [[nodiscard]] std::uint32_t how_often(std::uint32_t i) const;

    // grammar_range.cpp
    std::optional<Range> day_range(std::uint32_t i);
    std::optional<Range> month_range(std::uint32_t i);
    std::optional<Range> year_range(std::uint32_t i);
    std::optional<Range> century_range(std::uint32_t i);
    std::optional<Range> hour_range(std::uint32_t i);
    std::optional<Range> numeric_range(std::uint32_t i);
    [[nodiscard]] Number day_number_at(std::uint32_t i) const;
    [[nodiscard]] std::uint32_t bare_hour(std::uint32_t i, Clock& clock) const;
    [[nodiscard]] std::uint32_t range_link(std::uint32_t i) const;

    // grammar.cpp
    Match unit_end(std::uint32_t i);
    Match longest(std::uint32_t i, std::span<const Rule> rules);
    Match dated(std::uint32_t i);
    Match edged(std::uint32_t i);
    Match phrase(std::uint32_t i);
    Match quantified(std::uint32_t i);
    [[nodiscard]] bool names_day(NodeId id) const;

    [[nodiscard]] const Atom& at(std::uint32_t i) const noexcept { return i < m_atoms.size() ? m_atoms[i] : m_end; }
    [[nodiscard]] std::string_view text_of(std::uint32_t i) const noexcept { return slice(m_text, at(i).span); }
    [[nodiscard]] bool is_unit(std::uint32_t i, Unit unit) const noexcept { return at(i).is(WordClass::unit) && at(i).word->unit == unit; }
    /// The atom after an optional dash, glued on both sides ("two-week").
    [[nodiscard]] std::uint32_t skip_hyphen(std::uint32_t i) const noexcept;
    /// "may", "march", "sun" without a capital.
    [[nodiscard]] bool is_plain_word(std::uint32_t i) const noexcept { return at(i).is(WordClass::ordinary) && !at(i).capital && !is_led_month(m_atoms, i, m_text); }
    [[nodiscard]] std::uint32_t skip(std::uint32_t i, WordClass c) const noexcept { return at(i).is(c) ? i + 1 : i; }
    [[nodiscard]] std::uint32_t skip_comma(std::uint32_t i) const noexcept { return at(i).is_mark(',') ? i + 1 : i; }
    Match make(std::uint32_t begin, std::uint32_t end, const Node& node, std::string_view rule);

    std::span<const Atom> m_atoms;
    const Phrases& m_phrases;
    std::string_view m_text;
    Style m_style;
    Atom m_end;
    std::vector<Node> m_nodes;
    int m_depth = 0;
};

} // namespace dateline::time
