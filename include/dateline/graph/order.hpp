// SPDX-License-Identifier: MIT
//
// Which event came first, as far as intervals tell.
#pragma once

#include <cstdint>
#include <span>
#include <utility>
#include <vector>

#include <dateline/graph/timeline_graph.hpp>

namespace dateline {

enum class Precedence : std::uint8_t {
    before,   ///< the first is over before the second may begin
    after,
    overlaps, ///< they share days: either may have come first
    unknown,  ///< an end that would tell is not known
};

/// A month is not its first day: an event of November overlaps one of 6 November.
[[nodiscard]] Precedence precedence(const DateInterval& a, const DateInterval& b) noexcept;

/// "Before" among these events without what follows from the rest (transitive reduction): pairs (earlier, later), by both. For diagrams.
[[nodiscard]] std::vector<std::pair<EventId, EventId>> precedence_edges(const TimelineGraph& graph, std::span<const EventId> events);

} // namespace dateline
