// SPDX-License-Identifier: MIT
//
// Evaluator: what is counted in units from somewhere, and times of day.
#include "evaluate.hpp"

#include <algorithm>

namespace dateline::time {
namespace {

constexpr const char* from_focus = "previous";

constexpr std::int64_t seconds_in(Unit unit) noexcept { return unit == Unit::hour ? 3600 : unit == Unit::minute ? 60 : 1; }

} // namespace

std::optional<date::local_seconds> local_time(const Place& place) {
    if (!place.stretch || place.stretch->unit != Unit::day || place.clock.hour < 0) return std::nullopt;
    const date::local_seconds midnight{place.stretch->first.time_since_epoch()};
    return midnight + std::chrono::hours{place.clock.hour} + std::chrono::minutes{std::max<int>(place.clock.minute, 0)} +
           std::chrono::seconds{std::max<int>(place.clock.second, 0)};
}

std::optional<Place> Evaluator::shifted(const Node& node) const {
    if (node.unit <= Unit::hour) return shifted_clock(node);
    if (counts_from_ancient(node) && !node.amount.vague) return ancient(node.unit, node.sign * node.amount.whole());
    // "a year ago" in a report on a quarter is that quarter a year ago.
    const bool period_a_year_ago = m_context.compared && node.unit == Unit::year && node.amount.milli == 1000 && node.operand == no_node && node.sign < 0;
    const auto base = node.operand != no_node ? place(node.operand) : anchor(period_a_year_ago ? Anchor::compared : node.anchor, node.unit);
    if (!base || !base->stretch || node.amount.vague) return std::nullopt;
    const auto count = node.sign * node.amount.whole();
    const auto& from = *base->stretch;
    const bool exact = node.operand != no_node || (node.anchor == Anchor::focus && node.unit == Unit::week);
    const auto unit = exact || period_a_year_ago ? std::min(from.unit, node.unit) : node.unit;
    const auto moved = add(node.sign < 0 ? from.first : from.last, count, node.unit);
    if (!moved) return std::nullopt;
    return Place{.stretch = stretch_of(*moved, unit), .clock = base->clock, .reference = base->reference};
}

bool Evaluator::counts_from_ancient(const Node& node) const {
    const bool from_told = node.anchor == Anchor::focus || (node.anchor == Anchor::story && m_context.narrative);
    return m_context.ancient_year != 0 && node.operand == no_node && from_told;
}

/// "the following year" after one before Christ, which no stretch holds: there only years are counted.
std::optional<Place> Evaluator::ancient(Unit unit, int steps) const {
    const auto years = unit == Unit::millennium ? 1000 : unit == Unit::century ? 100 : unit == Unit::decade ? 10 : unit == Unit::year ? 1 : 0;
    const auto year = m_context.ancient_year - steps * years;
    if (year <= 0 || year > last_year) return std::nullopt;
    return Place{.fields = {.year = static_cast<std::int16_t>(year), .coarse = years > 1 ? std::optional{unit} : std::nullopt, .before_christ = true},
                 .reference = from_focus};
}

/// "three hours later": from a time that names its hours, or from a publication that does.
std::optional<Place> Evaluator::shifted_clock(const Node& node) const {
    const auto base = node.operand != no_node ? place(node.operand) : std::nullopt;
    std::optional<date::local_seconds> from;
    const char* reference = m_context.written;
    if (base) {
        from = local_time(*base);
        reference = base->reference;
    } else if (node.operand == no_node && node.anchor == Anchor::focus) {
        from = m_context.clock;
        reference = from_focus;
    } else if (node.operand == no_node && m_context.publication && m_context.publication->has_time) {
        from = m_context.publication->local;
    }
    if (!from || node.amount.vague) return std::nullopt;
    const auto moved = *from + std::chrono::seconds{node.sign * node.amount.milli * seconds_in(node.unit) / 1000};
    const auto day = date::floor<date::days>(moved);
    const auto clock = date::make_time(moved - day);
    const auto stretch = stretch_of(Day{day.time_since_epoch()}, Unit::day);
    return Place{.stretch = stretch,
                 .clock = {.hour = static_cast<std::int8_t>(clock.hours().count()), .minute = static_cast<std::int8_t>(clock.minutes().count()),
                           .second = node.unit == Unit::second ? static_cast<std::int8_t>(clock.seconds().count()) : std::int8_t{-1}},
                 .reference = reference};
}

std::optional<Place> Evaluator::clock(const Node& node) const {
    auto day = node.operand != no_node ? place(node.operand) : m_context.day ? std::optional{Place{.stretch = m_context.day, .reference = from_focus}} : anchor(Anchor::story, Unit::day);
    if (!day) {
        if (node.operand != no_node) return std::nullopt;
        return Place{.clock = node.clock};
    }
    day->clock = node.clock;
    return day;
}

std::optional<DateInterval> Evaluator::reach(const Node& node) const {
    const auto base = anchor(Anchor::publication, Unit::day);
    if (!base || node.sign == 0) return std::nullopt;
    const auto today = base->stretch->first;
    const auto other = node.amount.vague ? std::optional<Day>{} : add(today, node.sign * node.amount.whole(), node.unit);
    DateInterval interval{.precision = Precision::open, .basis = Basis::relative};
    interval.earliest = node.sign < 0 ? other : today;
    interval.latest = node.sign < 0 ? today : other;
    return interval;
}

} // namespace dateline::time
