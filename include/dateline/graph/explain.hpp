// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <dateline/graph/timeline_graph.hpp>

namespace dateline {

/// Why a report was held to tell the same event as another.
struct MergeReason {
    std::string report;
    std::string same_as; ///< the report of the same event that it is surest of
    std::vector<std::pair<std::string_view, double>> points; ///< what spoke for it and against it: "act", "sides", "story", …
    double enough = 0;   ///< what their sum had to reach on the average over all members
};

/// One for each report of the event but the first. Costs as much as making the graph.
[[nodiscard]] std::vector<MergeReason> why_merged(const TimelineGraph& graph, EventId event);

} // namespace dateline
