// SPDX-License-Identifier: MIT
#include "exports.hpp"

#include <sstream>

#include <dateline/graph/network.hpp>
#include <dateline/write/dot.hpp>
#include <dateline/write/json.hpp>
#include <dateline/write/timeline_text.hpp>

namespace dateline::test {

std::string exports(const TimelineGraph& graph, const View& view) {
    std::ostringstream out;
    const auto events = graph.select(view);
    write_timeline_lines(out, graph, events);
    write_timeline_text(out, graph, events);
    write_timeline_markdown(out, graph, events);
    for (const auto level : {Level::person, Level::country}) {
        for (const auto top : {std::size_t{0}, std::size_t{3}}) {
            const auto network = make_network(graph, view, {.level = level, .top = top, .affiliations = true});
            write_dot(out, network);
            write_node_link(out, network);
        }
    }
    return out.str();
}

} // namespace dateline::test
