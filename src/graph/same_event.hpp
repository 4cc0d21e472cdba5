// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <span>
#include <utility>
#include <vector>

#include <dateline/graph/merging.hpp>

#include "report_table.hpp"

namespace dateline {

/// Why a report was joined to others: the one of them that it is surest of.
struct Grounds {
    std::uint32_t report = 0, same_as = 0;
    Sameness points;
};

struct SameEvents {
    std::vector<std::uint32_t> first; ///< for each report the first report of its event
    std::vector<Grounds> grounds;     ///< by report, for each that is not the first of its event
    std::vector<std::pair<std::uint32_t, std::uint32_t>> contradictions; ///< would be one event if one of them did not deny it
    std::vector<std::uint32_t> postponed; ///< plans that a later report puts off to another time
};

/// Which reports tell the same event. `rows` are those of the table in an order that depends on what they say only; the answer
/// speaks of places in `rows`, and depends on the set of reports alone.
[[nodiscard]] SameEvents same_events(const ReportTable& table, std::span<const std::uint32_t> rows);

} // namespace dateline
