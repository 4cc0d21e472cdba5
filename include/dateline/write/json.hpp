// SPDX-License-Identifier: MIT
//
// JSON. Keys in a fixed order, numbers in their shortest exact form, always valid UTF-8 whatever the bytes given: the same value
// gives the same bytes everywhere. Events are written as data/contract/event.schema.json says.
#pragma once

#include <iosfwd>
#include <span>
#include <string_view>

#include <dateline/core/article.hpp>
#include <dateline/core/event.hpp>
#include <dateline/graph/network.hpp>
#include <dateline/graph/timeline_graph.hpp>

namespace dateline {

/// One line: an event as one article tells it.
void write_event_line(std::ostream& out, const Event& event);

/// One line: {id,url,title,published,byline,dateline,publisher,language,text}; what is not known is null.
/// Where the article repeats an earlier one, `repeats` is that one's id, and the line says "duplicate_of" too.
void write_article_line(std::ostream& out, const Article& article, std::string_view repeats = {});

/// Events of a graph, one a line. Beside the keys of the schema each has "publishers" (independent ones), "reported" (the day of the
/// first report), "outcome" and "reports" (the ids merged into it).
void write_timeline_lines(std::ostream& out, const TimelineGraph& graph, std::span<const EventId> events);

/// The same as one array, an event a line.
void write_timeline_json(std::ostream& out, const TimelineGraph& graph, std::span<const EventId> events);

/// Node-link form, as networkx.node_link_graph(…, edges="links") and d3-force read it. "kind" of a link: "event", "tenure" or "part of"; the
/// last two are the network's affiliations.
void write_node_link(std::ostream& out, const Network& network);

} // namespace dateline
