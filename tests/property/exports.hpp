// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include <dateline/graph/timeline_graph.hpp>

namespace dateline::test {

/// Everything that a user can get out of a view of a graph.
[[nodiscard]] std::string exports(const TimelineGraph& graph, const View& view = {});

} // namespace dateline::test
