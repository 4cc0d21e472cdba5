// SPDX-License-Identifier: MIT
//
// The timeline for readers.
#pragma once

#include <iosfwd>
#include <span>
#include <string>

#include <dateline/core/day.hpp>
#include <dateline/graph/timeline_graph.hpp>

namespace dateline {

/// A date in words that say no more than is known: "6 Nov 2025", "Nov 2025, day unknown", "after 6 Nov 2025, end unknown".
[[nodiscard]] std::string in_words(const DateInterval& date);

/// For a terminal. Control characters in names and sentences are made harmless.
void write_timeline_text(std::ostream& out, const TimelineGraph& graph, std::span<const EventId> events);

/// Markdown (CommonMark); what articles say is escaped and cannot become markup.
void write_timeline_markdown(std::ostream& out, const TimelineGraph& graph, std::span<const EventId> events);

} // namespace dateline
