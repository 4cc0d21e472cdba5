// SPDX-License-Identifier: MIT
//
// The timeline for other programs. What articles say is escaped as each format asks; the same graph gives the same bytes.
#pragma once

#include <iosfwd>
#include <span>

#include <dateline/graph/timeline_graph.hpp>

namespace dateline {

/// RFC 4180, with a header line. A cell that a spreadsheet would take for a formula begins with an apostrophe.
void write_timeline_csv(std::ostream& out, const TimelineGraph& graph, std::span<const EventId> events);

/// iCalendar (RFC 5545): whole days; an imprecise event covers its period and says so; one without both ends is left out.
void write_timeline_icalendar(std::ostream& out, const TimelineGraph& graph, std::span<const EventId> events);

/// TimelineJS 3: a month has no day and a year no month; the date is displayed in words. Events without a beginning are left out.
void write_timeline_js(std::ostream& out, const TimelineGraph& graph, std::span<const EventId> events);

/// One HTML page without scripts; nothing is loaded from elsewhere.
void write_timeline_html(std::ostream& out, const TimelineGraph& graph, std::span<const EventId> events);

} // namespace dateline
