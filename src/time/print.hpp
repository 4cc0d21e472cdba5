// SPDX-License-Identifier: MIT
//
// TIMEX3's spelling of what the evaluator found.
#pragma once

#include <string>
#include <string_view>

#include "evaluate.hpp"
#include "expression.hpp"

namespace dateline::time {

/// "1998-03-08", "1998-W10", "1998-SU", "199", "1998-03-08T15:00", "XXXX-05-05", "BC0044".
[[nodiscard]] std::string print_place(const Place& place);

/// "T15:00", "TMO"; empty for none.
[[nodiscard]] std::string print_clock(const Clock& clock);

/// "P2Y", "PT4H", "P1Y6M", "PXD".
[[nodiscard]] std::string print_duration(const Node& node, const std::vector<Node>& nodes);

/// "P1D", "XXXX-WXX-5", "XXXX-XX-XXTMO".
[[nodiscard]] std::string print_set(const Node& node, const std::vector<Node>& nodes);

} // namespace dateline::time
