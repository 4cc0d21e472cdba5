// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <span>
#include <utility>
#include <vector>

#include "report_table.hpp"

namespace dateline {

struct SameEvents {
    std::vector<std::uint32_t> first; ///< for each report the first report of its event
    std::vector<std::pair<std::uint32_t, std::uint32_t>> contradictions; ///< would be one event if one of them did not deny it
};

/// Which reports tell the same event. `rows` are those of the table in an order that depends on what they say only; the answer
/// speaks of places in `rows`, and depends on the set of reports alone.
[[nodiscard]] SameEvents same_events(const ReportTable& table, std::span<const std::uint32_t> rows);

} // namespace dateline
