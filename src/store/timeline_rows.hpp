// SPDX-License-Identifier: MIT
//
// The timeline to and from the rows of schema_3.sql and schema_4.sql.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include <dateline/graph/network.hpp>
#include <dateline/graph/timeline_graph.hpp>
#include <dateline/store/case_file.hpp>

#include "sqlite.hpp"

namespace dateline::store {

/// Whether the tables tell what this program's merging finds in all the reports. False in a file of a version that has others.
[[nodiscard]] bool is_merged(const sqlite::Database& database);

/// Replaces what is kept. `numbers`: by place in the graph's reports the number of the row of `event`. Call in a transaction.
void keep_timeline(const sqlite::Database& database, const TimelineGraph& graph, std::span<const std::int64_t> numbers);

/// See CaseFile::graph. Requires is_merged().
[[nodiscard]] TimelineGraph load_timeline(const sqlite::Database& database, const View& view, Detail detail, const NetworkOptions& network);
/// The event that has this id or a report with it, or the events of the actor that has it; else an empty graph. Requires is_merged().
[[nodiscard]] TimelineGraph load_around(const sqlite::Database& database, std::string_view id, Detail detail);

} // namespace dateline::store
