// SPDX-License-Identifier: MIT
//
// Several reports of one event as one: what they agree on, and all that they prove.
#pragma once

#include <cstdint>
#include <optional>
#include <span>

#include <dateline/graph/timeline_graph.hpp>

#include "report_table.hpp"

namespace dateline {

struct Gist : EventSummary {
    std::uint32_t fullest = 0; ///< the row whose facts stand for all
    std::uint32_t dating = 0;  ///< the row whose words give the date
};

/// `rows`: of one event, at least one, in the order in which they were told.
[[nodiscard]] Gist gist_of(const ReportTable& table, std::span<const std::uint32_t> rows);

/// The event in full but for its reports and the reasons for merging them.
[[nodiscard]] TimelineEvent fuse(const ReportTable& table, std::span<const std::uint32_t> rows, const Gist& gist);

} // namespace dateline
