// SPDX-License-Identifier: MIT
//
// Expressions -> stretches of the calendar, given what they are counted from.
#pragma once

#include <optional>
#include <vector>

#include <dateline/core/day.hpp>

#include "calendar.hpp"
#include "expression.hpp"
#include "phrases.hpp"

namespace dateline::time {

/// Which way an incomplete date ("Friday", "in May") looks from its reference.
enum class Direction : std::uint8_t {
    nearest, ///< nothing says; news looks back rather than ahead
    past,
    future,
    story, ///< as near as can be, either way
};

/// What an expression is counted from.
struct Context {
    std::optional<Instant> publication;
    const char* written = "publication"; ///< whose day that is: "dateline" when the report's first line says it
    std::optional<Stretch> focus;  ///< the date told of before
    std::optional<Stretch> last_day; ///< the day told of last, in whichever paragraph
    std::optional<Stretch> day;    ///< the day told of in the same paragraph
    std::optional<date::local_seconds> clock; ///< the time of day told of before
    std::optional<Stretch> period; ///< the quarter that the article reports on
    std::optional<Stretch> compared; ///< what "a year ago" is compared with: that quarter, or the year where months of it are told of
    int ancient_year = 0;            ///< the year before Christ told of before
    Direction direction = Direction::nearest;
    bool narrative = false;        ///< incomplete dates continue the story instead of looking back from publication
};

/// A place in the calendar. `stretch` is empty where only a part of the date is known ("May 5" without any reference).
struct Place {
    std::optional<Stretch> stretch;
    Clock clock;
    Fields fields;                 ///< as written, for what no stretch can hold: unknown years, years before Christ
    std::optional<Day> since;      ///< the interval begins here already, before the stretch
    const char* reference = nullptr; ///< whose day it was counted from; null when absolute
};

/// What clocks there show; nothing for a place that is no time of a day.
[[nodiscard]] std::optional<date::local_seconds> local_time(const Place& place);

class Evaluator {
public:
    Evaluator(const std::vector<Node>& nodes, const Phrases& phrases, const Context& context)
        : m_nodes{nodes}, m_phrases{phrases}, m_context{context} {}

    /// Nothing when the expression is no date, is an invalid one (30 February), or its reference is not known.
    [[nodiscard]] std::optional<Place> place(NodeId id) const;

    /// The stretch that a duration fills when it ends or begins at publication ("the past two years").
    [[nodiscard]] std::optional<DateInterval> reach(const Node& node) const;

private:
    [[nodiscard]] std::optional<Place> fields(const Node& node) const;
    [[nodiscard]] std::optional<Place> select(const Node& node) const;
    [[nodiscard]] std::optional<Place> select_pattern(const Node& node, const Place& base) const;
    [[nodiscard]] std::optional<Place> weekend_of(NodeId day) const;
    [[nodiscard]] std::optional<Place> reported(const Node& node) const;
    [[nodiscard]] std::optional<Place> shifted(const Node& node) const;
    [[nodiscard]] std::optional<Place> shifted_clock(const Node& node) const;
    [[nodiscard]] bool counts_from_ancient(const Node& node) const;
    [[nodiscard]] std::optional<Place> ancient(Unit unit, int steps) const;
    [[nodiscard]] std::optional<Place> nth(const Node& node) const;
    [[nodiscard]] std::optional<Place> clock(const Node& node) const;
    /// Where units of that size are counted from: days from a day, also where a whole year was told of since.
    [[nodiscard]] std::optional<Place> anchor(Anchor which, Unit unit) const;
    [[nodiscard]] std::optional<Stretch> in_year(const Fields& fields, int year) const;
    [[nodiscard]] std::optional<Stretch> in_month(const Fields& fields, Day from, int months) const;
    [[nodiscard]] std::optional<Stretch> nearest(const Fields& fields, const Stretch& anchor, Direction direction, bool strictly) const;

    const std::vector<Node>& m_nodes;
    const Phrases& m_phrases;
    const Context& m_context;
};

} // namespace dateline::time
