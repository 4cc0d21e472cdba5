// SPDX-License-Identifier: MIT
#include <dateline/graph/order.hpp>

#include <algorithm>

#include "graph_impl.hpp"

namespace dateline {

Precedence precedence(const DateInterval& a, const DateInterval& b) noexcept {
    if (a.latest && b.earliest && *a.latest < *b.earliest) return Precedence::before;
    if (b.latest && a.earliest && *b.latest < *a.earliest) return Precedence::after;
    if (!a.earliest || !a.latest || !b.earliest || !b.latest) return Precedence::unknown;
    return Precedence::overlaps;
}

/// In an interval order an edge a -> b is left out exactly when some c lies wholly between them. So b follows a directly when it begins
/// after a ends and not after the first end of all that begin after a: one sweep, no search for longer ways.
std::vector<std::pair<EventId, EventId>> precedence_edges(const TimelineGraph& timeline, std::span<const EventId> events) {
    const auto& gists = GraphAccess::of(timeline).gists;
    struct Begin {
        Day earliest;
        std::optional<Day> latest;
        EventId event;
    };
    std::vector<Begin> begins;
    for (const auto event : events) {
        const auto& date = gists[event.value].date;
        if (date.earliest) begins.push_back({*date.earliest, date.latest, event});
    }
    std::ranges::sort(begins, [](const Begin& a, const Begin& b) { return a.earliest != b.earliest ? a.earliest < b.earliest : a.event < b.event; });
    constexpr Day never{date::days{1'000'000'000}};
    std::vector<Day> first_end(begins.size() + 1, never); // of all that begin there or later
    for (auto i = begins.size(); i-- > 0;) first_end[i] = std::min(first_end[i + 1], begins[i].latest.value_or(never));
    std::vector<std::pair<EventId, EventId>> edges;
    for (const auto event : events) {
        const auto& date = gists[event.value].date;
        if (!date.latest) continue;
        const auto from = std::ranges::upper_bound(begins, *date.latest, {}, &Begin::earliest);
        const auto limit = first_end[static_cast<std::size_t>(from - begins.begin())];
        for (auto next = from; next != begins.end() && next->earliest <= limit; ++next) edges.emplace_back(event, next->event);
    }
    std::ranges::sort(edges);
    return edges;
}

} // namespace dateline
