// SPDX-License-Identifier: MIT
//
// Expressions as `--why` shows them.
#pragma once

#include <string>
#include <vector>

#include "expression.hpp"

namespace dateline::time {

/// "shift(-2 week, last(12-25))": the operators, innermost what was written. Bounded: expressions nest a few levels only.
[[nodiscard]] std::string explain(NodeId id, const std::vector<Node>& nodes);

} // namespace dateline::time
