// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <vector>

#include <dateline/graph/timeline_graph.hpp>

namespace dateline {

/// One event that two graphs tell differently.
struct Difference {
    std::optional<EventId> before; ///< in the first graph; nothing: new
    std::optional<EventId> after;  ///< in the second; nothing: withdrawn
    std::vector<std::string> what; ///< of a changed event: "date", "status", "outcome", "actors", "sources"
};

/// Events are the same when they share a report. New and changed ones in the order of the second graph, then the withdrawn ones.
[[nodiscard]] std::vector<Difference> compare(const TimelineGraph& before, const TimelineGraph& after);

} // namespace dateline
