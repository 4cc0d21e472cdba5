// SPDX-License-Identifier: MIT
#include "evaluate.hpp"

#include <algorithm>
#include <cstdlib>

namespace dateline::time {
namespace {

constexpr const char* from_focus = "previous";

/// How far days ahead and behind count when a date leaves open which is meant. News looks back unless its verbs look ahead, but a day of
/// a month that is given without its year is seldom eleven months old.
struct Weights {
    int ahead;
    int behind;
};

constexpr Weights weights(Direction direction, bool day_of_month) noexcept {
    switch (direction) {
    case Direction::past: return {day_of_month ? 8 : 25, 1};
    case Direction::future: return {1, 25};
    case Direction::nearest: return {3, 1};
    case Direction::story: return {2, 3};
    }
    return {1, 1};
}

bool is_complete(const Fields& fields) noexcept { return fields.year != 0 || fields.coarse.has_value(); }

Place at(Stretch stretch, const char* reference) { return {.stretch = stretch, .reference = reference}; }

std::optional<Place> at(std::optional<Stretch> stretch, const char* reference) {
    if (!stretch) return std::nullopt;
    return at(*stretch, reference);
}

} // namespace

std::optional<Place> Evaluator::place(NodeId id) const {
    const auto& node = m_nodes[id];
    switch (node.op) {
    case Op::fields: return fields(node);
    case Op::this_:
    case Op::last:
    case Op::next: return select(node);
    case Op::shift: return shifted(node);
    case Op::nth: return nth(node);
    case Op::clock: return clock(node);
    case Op::reference:
    case Op::duration:
    case Op::set: return std::nullopt;
    }
    return std::nullopt;
}

std::optional<Place> Evaluator::anchor(Anchor which, Unit unit) const {
    if (which == Anchor::story) which = m_context.narrative ? Anchor::focus : Anchor::publication;
    if (which == Anchor::focus && m_context.focus) {
        const auto& told = *m_context.focus;
        const auto& day = m_context.last_day;
        const bool days_from_day = unit == Unit::day && day && (told.unit >= Unit::year || told.contains(day->first)); // a year has no next day
        return at(days_from_day ? *day : told, from_focus);
    }
    if (which == Anchor::compared && m_context.compared) return at(*m_context.compared, from_focus);
    if (which == Anchor::period && m_context.period) return at(*m_context.period, from_focus);
    if (!m_context.publication) return std::nullopt;
    const auto day = m_context.publication->day();
    return at(Stretch{day, day, Unit::day}, m_context.written);
}

/// The stretch that the written fields name in a given year; nothing for a day that the year lacks.
std::optional<Stretch> Evaluator::in_year(const Fields& f, int year) const {
    if (f.holiday >= 0) {
        const auto day = m_phrases.holiday_in(static_cast<std::uint32_t>(f.holiday), year);
        if (!day) return std::nullopt;
        return Stretch{*day, *day, Unit::day};
    }
    if (f.season) return season_stretch(year, *f.season);
    if (f.quarter != 0) return quarter_stretch(year, f.quarter);
    if (f.half != 0) return half_stretch(year, f.half);
    const auto month = static_cast<unsigned>(f.month);
    if (f.day != 0) {
        const auto day = make_day(year, month, static_cast<unsigned>(f.day));
        if (!day) return std::nullopt;
        return Stretch{*day, *day, Unit::day};
    }
    if (f.month != 0) return month_stretch(year, month);
    return year_stretch(year);
}

/// The day of the month `months` after that of `from`, if the month has it and it is the weekday that is written with it.
std::optional<Stretch> Evaluator::in_month(const Fields& f, Day from, int months) const {
    const auto month = shift(stretch_of(from, Unit::month), months);
    if (!month) return std::nullopt;
    const auto day = month->first + date::days{f.day - 1};
    if (!month->contains(day) || (f.weekday != 0 && weekday_of(day) != f.weekday)) return std::nullopt;
    return Stretch{day, day, Unit::day};
}

/// The stretch of an incomplete date that lies in `direction` of the anchor; `strictly` not at the anchor itself.
std::optional<Stretch> Evaluator::nearest(const Fields& f, const Stretch& anchor, Direction direction, bool strictly) const {
    if (f.weekday != 0 && f.day == 0) {
        const auto back = (weekday_of(anchor.first) - f.weekday + 7) % 7;
        auto offset = direction == Direction::future ? (7 - back) % 7 : -back;
        if (strictly && offset == 0) offset = direction == Direction::future ? 7 : -7;
        const auto day = add(anchor.first, offset, Unit::day);
        if (!day) return std::nullopt;
        return Stretch{*day, *day, Unit::day};
    }
    std::optional<Stretch> best;
    int best_gap = 0;
    // Whole years around the anchor (8: the longest gap between two 29 February); months for a day without its month.
    const bool of_month = f.day != 0 && f.month == 0;
    const int reach = of_month ? 12 : 8;
    for (int step = -reach; step <= reach; ++step) {
        const auto candidate = of_month ? in_month(f, anchor.first, step) : in_year(f, year_of(anchor.first) + step);
        if (!candidate) continue;
        const auto ahead = (candidate->first - anchor.last).count();
        const auto behind = (anchor.first - candidate->last).count();
        if (strictly && ((ahead <= 0 && behind <= 0) || (ahead > 0) != (direction == Direction::future))) continue;
        // A day on the less likely side must be so much nearer to be meant.
        const auto [ahead_weight, behind_weight] = weights(direction, f.day != 0 && f.month != 0);
        const auto gap = ahead > 0 ? ahead * ahead_weight : std::max(behind, 0) * behind_weight;
        if (!best || gap < best_gap) {
            best = candidate;
            best_gap = gap;
        }
    }
    return best;
}

std::optional<Place> Evaluator::fields(const Node& node) const {
    const auto& f = node.fields;
    if (f.before_christ) return Place{.fields = f};
    if (f.coarse) {
        auto year = static_cast<int>(f.year);
        if (f.short_year) {
            const auto now = m_context.publication ? year_of(m_context.publication->day()) : 1999;
            year += now / 100 * 100;
            if (year > now) year -= 100;
        }
        const auto day = make_day(std::max(year, first_year), 1, 1);
        if (!day) return std::nullopt;
        return at(stretch_of(*day, *f.coarse), nullptr);
    }
    if (f.year != 0) return at(in_year(f, f.year), nullptr);
    if (node.operand != no_node) { // "May last year"
        const auto year = place(node.operand);
        if (!year || !year->stretch) return std::nullopt;
        if (f.day != 0 && f.month == 0) return at(in_month(f, year->stretch->first, 0), year->reference); // "the 21st of this month"
        return at(in_year(f, year_of(year->stretch->first)), year->reference);
    }
    if (m_context.narrative && m_context.ancient_year != 0) { // no stretch holds those years
        auto ancient = f;
        ancient.year = static_cast<std::int16_t>(m_context.ancient_year);
        ancient.before_christ = true;
        return Place{.fields = ancient, .reference = from_focus};
    }
    if (m_context.narrative && m_context.focus && f.weekday == 0) {
        if (m_context.focus->unit >= Unit::year) return at(in_year(f, year_of(m_context.focus->first)), from_focus);
        return at(nearest(f, *m_context.focus, Direction::story, false), from_focus);
    }
    const auto base = anchor(Anchor::publication, Unit::day);
    if (!base) return f.quarter != 0 || f.half != 0 ? std::nullopt : std::optional{Place{.fields = f}};
    if (f.fiscal) return at(in_year(f, year_of(base->stretch->first)), m_context.written);
    // A quarter is named in reports that come soon after it, or in outlooks: the nearest is meant whatever the tense.
    const auto direction = f.quarter != 0 && m_context.direction != Direction::past ? Direction::story : m_context.direction;
    return at(nearest(f, *base->stretch, direction, false), m_context.written);
}

/// this, last and next: of a unit, or of a pattern ("last Friday", "next May").
std::optional<Place> Evaluator::select(const Node& node) const {
    if (node.op == Op::this_ && node.unit == Unit::weekend && node.operand != no_node) return weekend_of(node.operand);
    if (node.op == Op::this_ && node.operand != no_node && !m_nodes[node.operand].fields.weekday && is_complete(m_nodes[node.operand].fields)) {
        const auto whole = place(node.operand); // the week of 2 March 1998
        if (!whole || !whole->stretch) return std::nullopt;
        return at(stretch_of(whole->stretch->first, node.unit), whole->reference);
    }
    if (node.anchor == Anchor::period) return reported(node);
    if (counts_from_ancient(node)) return ancient(node.unit, node.op == Op::last ? -1 : node.op == Op::next ? 1 : 0);
    const auto base = anchor(node.anchor, node.operand == no_node ? node.unit : Unit::year);
    if (!base) return std::nullopt;
    if (node.operand != no_node) return select_pattern(node, *base);
    if (node.unit == Unit::weekend && node.op == Op::this_ && node.anchor == Anchor::story && m_context.direction != Direction::future) {
        constexpr int thursday = 4; // till then "the weekend" is the last one; on Friday in the past, too
        const auto today = weekday_of(base->stretch->first);
        const auto back = today <= thursday || (today == thursday + 1 && m_context.direction == Direction::past) ? -1 : 0;
        return at(shift(stretch_of(base->stretch->first, Unit::weekend), back), base->reference);
    }
    const auto from = node.op == Op::last ? base->stretch->first : base->stretch->last;
    auto place = at(shift(stretch_of(from, node.unit), node.op == Op::last ? -1 : node.op == Op::next ? 1 : 0), base->reference);
    if (!place) return place;
    place->clock = node.clock;
    if (node.from_anchor && node.unit >= Unit::week) place->since = base->stretch->first;
    return place;
}

/// The weekend of a holiday: of Labor Day, a Monday, the days before it; of Thanksgiving, a Thursday, the days after it.
std::optional<Place> Evaluator::weekend_of(NodeId day) const {
    const auto whole = place(day);
    if (!whole || !whole->stretch) return std::nullopt;
    constexpr int tuesday = 2;
    const auto back = weekday_of(whole->stretch->first) <= tuesday ? -1 : 0;
    return at(shift(stretch_of(whole->stretch->first, Unit::weekend), back), whole->reference);
}

/// The quarter reported on: the one named before, else the last that ended before publication; with a year, in that year.
std::optional<Place> Evaluator::reported(const Node& node) const {
    const auto base = anchor(Anchor::period, Unit::quarter);
    if (!base) return std::nullopt;
    const auto quarter = m_context.period ? m_context.period : shift(stretch_of(base->stretch->first, Unit::quarter), -1);
    if (!quarter) return std::nullopt;
    if (node.fields.year == 0) return at(*quarter, base->reference);
    return at(quarter_stretch(node.fields.year, static_cast<int>(month_of(quarter->first) + 2) / 3), base->reference);
}

std::optional<Place> Evaluator::select_pattern(const Node& node, const Place& base) const {
    const auto& pattern = m_nodes[node.operand];
    const auto& from = *base.stretch;
    if (pattern.op != Op::fields) {
        const auto whole = place(node.operand);
        if (!whole || !whole->stretch) return std::nullopt;
        return at(stretch_of(whole->stretch->first, node.unit), whole->reference);
    }
    if (node.unit == Unit::week && node.op == Op::this_) {
        const auto day = nearest(pattern.fields, from, m_context.direction, false);
        return at(day ? std::optional{stretch_of(day->first, Unit::week)} : std::nullopt, base.reference);
    }
    if (node.op == Op::this_) {
        if (pattern.fields.weekday != 0) return at(nearest(pattern.fields, from, m_context.direction, false), base.reference);
        return at(in_year(pattern.fields, year_of(from.first)), base.reference);
    }
    const auto direction = node.op == Op::last ? Direction::past : Direction::future;
    return at(nearest(pattern.fields, from, direction, true), base.reference);
}

std::optional<Place> Evaluator::nth(const Node& node) const {
    const auto whole = place(node.operand);
    if (!whole || !whole->stretch) return std::nullopt;
    const auto& in = *whole->stretch;
    const auto count = node.amount.whole();
    if (node.fields.weekday != 0) {
        const auto ahead = (node.fields.weekday - weekday_of(in.first) + 7) % 7;
        const auto back = (weekday_of(in.last) - node.fields.weekday + 7) % 7;
        const auto day = count < 0 ? add(in.last, -back, Unit::day) : add(in.first, ahead + 7 * (count - 1), Unit::day);
        if (!day || !in.contains(*day)) return std::nullopt;
        return at(Stretch{*day, *day, Unit::day}, whole->reference);
    }
    // ISO 8601-1 5.1.4: a week belongs to the year that its Thursday is in; so for months.
    const date::days half_week{node.unit == Unit::week && in.unit > Unit::week ? 3 : 0};
    const auto result = count < 0 ? std::optional{stretch_of(in.last - half_week, node.unit)} : shift(stretch_of(in.first + half_week, node.unit), count - 1);
    if (!result || result->first > in.last) return std::nullopt;
    return at(*result, whole->reference);
}

} // namespace dateline::time
