// SPDX-License-Identifier: MIT
//
// What the grammar makes of words: operators over the calendar (after SCATE: shift, last, next, this, nth, …), not yet dates.
// "two weeks before last Christmas" is shift(-2 weeks, last(holiday)). Nodes stand in one vector a document and refer by number.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "calendar.hpp"
#include "lexicon.hpp"

namespace dateline::time {

/// A quantity: "three", "2 1/2", "several".
struct Amount {
    std::int32_t milli = 1000; ///< thousandths
    bool vague = false;        ///< "several", "a few": no number is known
    bool decimal = false;      ///< written with a decimal point: stays one number

    [[nodiscard]] constexpr int whole() const noexcept { return milli / 1000; }
};

/// TIMEX3 mod.
enum class Modifier : std::uint8_t {
    none, start, mid, end, approx, less_than, more_than, equal_or_less, equal_or_more, before, after, on_or_before, on_or_after
};
[[nodiscard]] Modifier parse_modifier(std::string_view name) noexcept; ///< "MORE_THAN"; none for anything else
[[nodiscard]] std::string_view name_of(Modifier modifier) noexcept;

/// A date as far as it is written; 0 or empty: not written.
struct Fields {
    std::int16_t year = 0;
    std::int8_t month = 0;
    std::int8_t day = 0;
    std::int8_t weekday = 0;
    std::int8_t quarter = 0;
    std::int8_t half = 0;
    std::optional<Season> season;
    std::optional<Unit> coarse;  ///< decade, century, millennium: `year` is the first year of it
    bool short_year = false;     ///< two digits: "'90s"
    bool before_christ = false;
    bool ambiguous = false;      ///< day and month could be the other way round
    bool fiscal = false;         ///< a quarter of the business year
    std::int16_t holiday = -1;   ///< row of time_holidays
};

/// A time of day.
struct Clock {
    std::int8_t hour = -1;
    std::int8_t minute = -1;
    std::int8_t second = -1;
    Part part = Part::none;
    std::string_view zone; ///< "+05:30" or a name of the IANA database; empty: not said

    [[nodiscard]] constexpr bool empty() const noexcept { return hour < 0 && part == Part::none; }
};

/// What an expression is counted from.
enum class Anchor : std::uint8_t {
    publication,
    focus,  ///< the date told of before
    story,  ///< the date told of in a story of the past, publication in news
    period, ///< the quarter that the article reports on
    compared, ///< the period told of before: that quarter, or a year
};

enum class Op : std::uint8_t {
    fields,    ///< a date as far as written
    reference, ///< PRESENT_REF, PAST_REF, FUTURE_REF: `code`
    this_,     ///< the `unit` or `operand` that holds the anchor
    last,      ///< … the one before
    next,      ///< … the one after
    shift,     ///< `amount` units from the operand, or from the anchor
    nth,       ///< the `amount`-th unit in the operand (-1: the last)
    clock,     ///< a time of day on the operand's day
    duration,
    set,       ///< `code`, or every `amount` units, or every `operand`
};

using NodeId = std::uint32_t;
inline constexpr NodeId no_node = 0xFFFF'FFFFU;

struct Node {
    Op op = Op::fields;
    Anchor anchor = Anchor::publication;
    Unit unit = Unit::day;
    Modifier modifier = Modifier::none;
    std::int8_t sign = 0;  ///< shift: which way; duration: -1 up to the anchor ("the past two years"), 1 from it on
    bool from_anchor = false; ///< next: the time from the anchor on belongs to it ("the coming year")
    Amount amount;
    Fields fields;
    Clock clock;
    NodeId operand = no_node;
    NodeId rest = no_node; ///< duration: the finer part ("two years and three months")
    std::string_view code;
};

/// A node and the atoms it was read from.
struct Match {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
    NodeId node = no_node;
    std::string_view rule;

    [[nodiscard]] explicit operator bool() const noexcept { return node != no_node; }
};

} // namespace dateline::time
