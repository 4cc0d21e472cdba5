// SPDX-License-Identifier: MIT
//
// A view as a filter in front of the whole graph: nothing is copied, and algorithms see only what passes.
#pragma once

#include <algorithm>
#include <cstdint>
#include <vector>

#include <boost/graph/filtered_graph.hpp>

#include "graph_impl.hpp"

namespace dateline {

/// Lets all actors pass, and of the events those that the view asks for by anything but its actors.
struct WantedVertices {
    const GraphAccess::Impl* graph = nullptr; // boost::filtered_graph wants predicates that can be made from nothing
    const View* view = nullptr;

    bool operator()(std::uint32_t vertex) const {
        const auto& [kind, index] = graph->graph[vertex];
        return kind == Vertex::Kind::actor || wants(graph->gists[index]);
    }

private:
    template <class Value>
    static bool allows(const std::vector<Value>& wanted, Value value) {
        return wanted.empty() || std::ranges::find(wanted, value) != wanted.end();
    }

    [[nodiscard]] bool wants(const Gist& gist) const {
        if (view->from && gist.date.latest && *gist.date.latest < *view->from) return false;
        if (view->to && gist.date.earliest && *gist.date.earliest > *view->to) return false;
        return allows(view->types, gist.type) && allows(view->statuses, gist.status) && gist.publishers >= view->min_publishers;
    }
};

/// Lets those edges pass that say who takes part in what.
struct RoleEdges {
    const Graph* graph = nullptr;

    bool operator()(const Graph::edge_descriptor& edge) const { return (*graph)[edge].affiliation == Edge::no_affiliation; }
};

using FilteredGraph = boost::filtered_graph<Graph, RoleEdges, WantedVertices>;

/// Both must outlive it.
[[nodiscard]] inline FilteredGraph filtered(const GraphAccess::Impl& impl, const View& view) { return {impl.graph, RoleEdges{&impl.graph}, WantedVertices{&impl, &view}}; }

} // namespace dateline
