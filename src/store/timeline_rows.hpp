// SPDX-License-Identifier: MIT
//
// The timeline to and from the rows of schema_2.sql.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include <dateline/graph/timeline_graph.hpp>

#include "sqlite.hpp"

namespace dateline::store {

/// Whether the tables tell what this program's merging finds in all the reports. False in a file of version 1, which has none.
[[nodiscard]] bool is_merged(const sqlite::Database& database);

/// Replaces what is kept. `numbers`: by place in the graph's reports the number of the row of `event`. Call in a transaction.
void keep_timeline(const sqlite::Database& database, const TimelineGraph& graph, std::span<const std::int64_t> numbers);

/// The events of a view with all that belongs to them, and perhaps others. Requires is_merged().
[[nodiscard]] TimelineGraph load_timeline(const sqlite::Database& database, const View& view);
/// The event that has this id or a report with it, or the events of the actor that has it; else an empty graph. Requires is_merged().
[[nodiscard]] TimelineGraph load_around(const sqlite::Database& database, std::string_view id);

} // namespace dateline::store
