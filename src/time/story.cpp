// SPDX-License-Identifier: MIT
#include "story.hpp"

#include <cstdlib>

namespace dateline::time {
namespace {

constexpr int years_of_a_story = 10;
constexpr date::days longest_delay{10}; ///< between a report and its publication

int years_between(const Stretch& a, const Stretch& b) { return std::abs(year_of(a.first) - year_of(b.first)); }

} // namespace

Story::Story(const std::optional<Instant>& publication, bool narrative) {
    m_context.publication = publication;
    m_context.narrative = narrative;
}

void Story::written_on(Day day) {
    if (m_context.publication) {
        const auto delay = m_context.publication->day() - day;
        if (delay > longest_delay || delay < -longest_delay) return;
        if (delay.count() == 0) return; // publication may know the hour as well
    }
    m_context.publication = Instant{.local = date::local_seconds{day.time_since_epoch()}};
    m_context.written = "dateline";
}

void Story::tell(const Place& place, const Node& node) {
    if (!place.fields.before_christ) m_context.ancient_year = 0;
    else if (!place.fields.coarse) m_context.ancient_year = place.fields.year;
    if (!place.stretch) return;
    if (place.stretch->unit == Unit::day) m_context.day = m_context.last_day = place.stretch;
    if (const auto clock = local_time(place)) m_context.clock = clock;
    if (!is_aside(place, node)) m_context.focus = place.stretch;
    if (place.stretch->unit == Unit::quarter && node.op == Op::fields && is_reported(*place.stretch, node)) m_context.period = m_context.compared = place.stretch;
}

/// A quarter that is over, or that the text speaks of in the past as business years have theirs; one before the quarter reported on is
/// what it is compared with.
bool Story::is_reported(const Stretch& quarter, const Node& node) const {
    if (!m_context.publication || (m_context.period && quarter.first < m_context.period->first && !node.fields.fiscal)) return false;
    return quarter.last < m_context.publication->day() || m_context.direction != Direction::future;
}

bool Story::is_aside(const Place& place, const Node& node) {
    if (!m_context.narrative || !m_context.focus) return false;
    if (place.reference == m_context.written) return true; // "today" in a history
    if (node.anchor == Anchor::focus && (node.op == Op::last || (node.op == Op::shift && node.sign < 0))) return true; // "a year earlier"
    const bool ahead = place.stretch->first > m_context.focus->last && m_context.direction == Direction::future;
    if (ahead && place.stretch->unit >= Unit::year) return true; // a plan
    const bool near = years_between(*place.stretch, *m_context.focus) <= years_of_a_story;
    if (near || place.stretch->unit < Unit::year) return false;
    if (m_aside && years_between(*place.stretch, *m_aside) <= years_of_a_story) return false;
    m_aside = place.stretch;
    return true;
}

void Story::tell_length(const Node& node) {
    const auto months = node.unit == Unit::month ? node.amount.whole() : 0;
    if (m_context.compared && (months == 6 || months == 9)) m_context.compared = stretch_of(m_context.compared->first, Unit::year);
}

} // namespace dateline::time
