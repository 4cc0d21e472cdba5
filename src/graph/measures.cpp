// SPDX-License-Identifier: MIT
//
// The measures run on a simple graph: one edge for two actors, however many events link them (parallel edges would count as
// separate ways in betweenness), in both directions (so that components are those of the undirected graph and PageRank has no
// sinks). Compressed sparse rows are rebuilt for every view: a filter in front of the whole graph costs more than that.
#include <dateline/graph/measures.hpp>

#include <algorithm>
#include <compare>
#include <map>
#include <numeric>
#include <span>
#include <string>
#include <utility>

#include <boost/graph/betweenness_centrality.hpp>
#include <boost/graph/breadth_first_search.hpp>
#include <boost/graph/compressed_sparse_row_graph.hpp>
#include <boost/graph/connected_components.hpp>
#include <boost/graph/page_rank.hpp>

#include "dealings.hpp"
#include "graph_impl.hpp"

namespace dateline {
namespace {

struct NoBundle {};
struct Weight {
    std::uint32_t events = 0;
};
using SimpleGraph = boost::compressed_sparse_row_graph<boost::bidirectionalS, NoBundle, Weight, boost::no_property, std::uint32_t, std::uint32_t>;

/// An event between two actors, the smaller first.
struct Link {
    std::uint32_t one, two;
    EventId event;
    friend auto operator<=>(const Link&, const Link&) = default;
};

/// Actors that are linked to another, and how many events link each two of them.
struct Society {
    std::vector<Actor> actors; ///< by id
    std::vector<Link> links;   ///< sorted
    SimpleGraph graph;

    [[nodiscard]] std::span<const Link> events_between(std::uint32_t one, std::uint32_t two) const {
        const auto pair = [](const Link& link) { return std::pair{link.one, link.two}; };
        return {std::ranges::lower_bound(links, std::pair{one, two}, {}, pair), std::ranges::upper_bound(links, std::pair{one, two}, {}, pair)};
    }

    [[nodiscard]] std::uint32_t size() const noexcept { return static_cast<std::uint32_t>(actors.size()); }
};

template <class Value>
auto by_vertex(std::vector<Value>& values, const SimpleGraph& graph) {
    return boost::make_iterator_property_map(values.begin(), get(boost::vertex_index, graph));
}

SimpleGraph graph_of(std::uint32_t size, const std::vector<std::pair<std::uint32_t, std::uint32_t>>& pairs, const std::vector<Weight>& weights) {
    return {boost::edges_are_unsorted_multi_pass, pairs.begin(), pairs.end(), weights.begin(), size};
}

Society society_of(const TimelineGraph& timeline, const View& view, Level level) {
    auto [cast, dealings] = dealings_of(timeline, view, level);
    std::vector<bool> links(cast.size());
    for (const auto& dealing : dealings) links[dealing.source] = links[dealing.target] = true;
    std::vector<std::uint32_t> linked;
    for (std::uint32_t actor = 0; actor < links.size(); ++actor) {
        if (links[actor]) linked.push_back(actor);
    }
    std::ranges::sort(linked, {}, [&actors = cast](auto actor) -> const std::string& { return actors[actor].id; });
    Society society;
    std::vector<std::uint32_t> number(cast.size());
    for (const auto actor : linked) {
        number[actor] = society.size();
        society.actors.push_back(std::move(cast[actor]));
    }
    for (const auto& dealing : dealings) {
        const auto [one, two] = std::minmax({number[dealing.source], number[dealing.target]});
        society.links.push_back({one, two, dealing.event});
    }
    std::ranges::sort(society.links);
    society.links.erase(std::unique(society.links.begin(), society.links.end()), society.links.end());
    std::vector<std::pair<std::uint32_t, std::uint32_t>> pairs;
    std::vector<Weight> weights;
    for (auto link = society.links.begin(); link != society.links.end();) {
        const auto events = society.events_between(link->one, link->two);
        pairs.emplace_back(link->one, link->two);
        pairs.emplace_back(link->two, link->one);
        weights.insert(weights.end(), 2, Weight{static_cast<std::uint32_t>(events.size())});
        link += static_cast<std::ptrdiff_t>(events.size());
    }
    society.graph = graph_of(society.size(), pairs, weights);
    return society;
}

std::vector<double> page_rank_of(const SimpleGraph& graph) {
    std::vector<double> rank(num_vertices(graph));
    if (rank.empty()) return rank;
    boost::graph::page_rank(graph, by_vertex(rank, graph), boost::graph::n_iterations(30));
    const auto sum = std::accumulate(rank.begin(), rank.end(), 0.0);
    for (auto& value : rank) value /= sum;
    return rank;
}

/// Of the whole graph, or of the part of it that the actors with most ties make.
std::vector<double> betweenness_of(const SimpleGraph& graph, std::size_t limit) {
    std::vector<std::uint32_t> chosen(num_vertices(graph));
    std::iota(chosen.begin(), chosen.end(), 0U);
    std::ranges::stable_sort(chosen, [&](auto a, auto b) { return out_degree(a, graph) > out_degree(b, graph); });
    chosen.resize(std::min(limit, chosen.size()));
    constexpr auto none = 0xFFFF'FFFFU;
    std::vector<std::uint32_t> place(num_vertices(graph), none);
    for (std::uint32_t i = 0; i < chosen.size(); ++i) place[chosen[i]] = i;
    std::vector<std::pair<std::uint32_t, std::uint32_t>> pairs;
    for (const auto actor : chosen) {
        for (auto [edge, end] = out_edges(actor, graph); edge != end; ++edge) {
            if (place[target(*edge, graph)] != none) pairs.emplace_back(place[actor], place[target(*edge, graph)]);
        }
    }
    const auto part = graph_of(static_cast<std::uint32_t>(chosen.size()), pairs, std::vector<Weight>(pairs.size()));
    std::vector<double> ways(chosen.size());
    boost::brandes_betweenness_centrality(part, by_vertex(ways, part));
    std::vector<double> all(num_vertices(graph));
    const auto n = static_cast<double>(chosen.size());
    for (std::size_t i = 0; i < chosen.size() && n > 2; ++i) all[chosen[i]] = ways[i] / ((n - 1) * (n - 2));
    return all;
}

/// Modularity by local moves (the first phase of Blondel et al. 2008, "Louvain"), in the order of ids: each joins the neighbouring
/// community with which it has the most dealings beyond what chance would give, until nobody moves.
std::vector<std::uint32_t> communities_of(const SimpleGraph& graph) {
    constexpr int rounds = 50;
    const auto size = static_cast<std::uint32_t>(num_vertices(graph));
    std::vector<std::uint32_t> community(size);
    std::iota(community.begin(), community.end(), 0U);
    std::vector<std::int64_t> dealings(size); // of an actor
    std::int64_t all = 0;
    for (std::uint32_t actor = 0; actor < size; ++actor) {
        for (auto [edge, end] = out_edges(actor, graph); edge != end; ++edge) dealings[actor] += graph[*edge].events;
        all += dealings[actor];
    }
    auto total = dealings; // of a community
    std::vector<std::int64_t> with(size); // dealings of an actor with a community
    std::vector<std::uint32_t> near;
    bool moved = true;
    for (int round = 0; round < rounds && moved; ++round) {
        moved = false;
        for (std::uint32_t actor = 0; actor < size; ++actor) {
            const auto own = community[actor];
            near.assign(1, own);
            for (auto [edge, end] = out_edges(actor, graph); edge != end; ++edge) {
                const auto where = community[target(*edge, graph)];
                if (with[where] == 0 && where != own) near.push_back(where);
                with[where] += graph[*edge].events;
            }
            std::ranges::sort(near);
            total[own] -= dealings[actor];
            auto best = own;
            const auto gain = [&](std::uint32_t where) { return with[where] * all - dealings[actor] * total[where]; };
            for (const auto where : near) {
                if (gain(where) > gain(best)) best = where;
            }
            for (const auto where : near) with[where] = 0;
            total[best] += dealings[actor];
            community[actor] = best;
            moved = moved || best != own;
        }
    }
    return community;
}

/// Numbers groups from the largest; equal ones by their first member.
void number_by_size(std::vector<std::uint32_t>& groups) {
    struct Group {
        std::size_t size = 0, first = 0;
    };
    std::map<std::uint32_t, Group> known;
    for (std::size_t i = groups.size(); i-- > 0;) {
        auto& group = known[groups[i]];
        ++group.size;
        group.first = i;
    }
    std::vector<std::pair<std::uint32_t, Group>> order(known.begin(), known.end());
    std::ranges::sort(order, [](const auto& a, const auto& b) {
        return a.second.size != b.second.size ? a.second.size > b.second.size : a.second.first < b.second.first;
    });
    std::map<std::uint32_t, std::uint32_t> number;
    for (std::uint32_t i = 0; i < order.size(); ++i) number[order[i].first] = i;
    for (auto& group : groups) group = number[group];
}

std::vector<std::uint32_t> components_of(const SimpleGraph& graph) {
    std::vector<std::uint32_t> component(num_vertices(graph));
    if (!component.empty()) boost::connected_components(graph, by_vertex(component, graph)); // every edge stands in both directions
    return component;
}

Day start_of(Day day, Period period) {
    const date::year_month_day ymd{day};
    switch (period) {
    case Period::week: return day - (date::weekday{day} - date::Monday); // ISO 8601: weeks begin on Monday
    case Period::month: return Day{ymd.year() / ymd.month() / 1};
    case Period::year: return Day{ymd.year() / date::January / 1};
    }
    return day;
}

std::map<std::pair<std::string, std::string>, Tie> undirected_ties(const TimelineGraph& graph, const View& view, Level level) {
    std::map<std::pair<std::string, std::string>, Tie> all;
    for (auto& tie : make_ties(graph, view, level)) {
        const std::pair ends = std::minmax(tie.source, tie.target);
        const auto [it, added] = all.try_emplace({ends.first, ends.second}, tie);
        if (added) continue;
        auto& sum = it->second;
        for (std::size_t type = 0; type < event_type_count; ++type) sum.count[type] += tie.count[type];
        sum.events += tie.events;
        sum.goldstein += tie.goldstein;
        sum.directed = sum.directed && sum.source == tie.source;
        if (tie.first && (!sum.first || *tie.first < *sum.first)) sum.first = tie.first;
        if (tie.last && (!sum.last || *tie.last > *sum.last)) sum.last = tie.last;
        sum.evidence.insert(sum.evidence.end(), tie.evidence.begin(), tie.evidence.end());
        std::ranges::sort(sum.evidence);
    }
    return all;
}

} // namespace

std::vector<ActorMeasures> measure(const TimelineGraph& timeline, const View& view, const MeasureOptions& options) {
    auto society = society_of(timeline, view, options.level);
    const auto& graph = society.graph;
    const auto rank = page_rank_of(graph);
    const auto between = betweenness_of(graph, options.betweenness_actors);
    auto component = components_of(graph);
    auto community = communities_of(graph);
    number_by_size(component);
    number_by_size(community);
    std::vector<ActorMeasures> all;
    for (std::uint32_t i = 0; i < society.size(); ++i) {
        const auto degree = static_cast<std::uint32_t>(out_degree(i, graph));
        if (degree == 0) continue;
        std::uint32_t events = 0;
        for (auto [edge, end] = out_edges(i, graph); edge != end; ++edge) events += graph[*edge].events;
        all.push_back({std::move(society.actors[i]), events, degree, rank[i], between[i], component[i], community[i]});
    }
    std::ranges::stable_sort(all, [](const auto& a, const auto& b) { return a.page_rank > b.page_rank; });
    return all;
}

std::optional<std::vector<PathStep>> shortest_path(const TimelineGraph& timeline, const View& view, std::string_view from, std::string_view to, Level level) {
    const auto society = society_of(timeline, view, level);
    const auto find = [&](std::string_view id) {
        const auto found = std::ranges::lower_bound(society.actors, id, {}, &Actor::id);
        return found == society.actors.end() || found->id != id ? society.size() : static_cast<std::uint32_t>(found - society.actors.begin());
    };
    const auto begin = find(from);
    const auto end = find(to);
    if (begin == society.size() || end == society.size()) return std::nullopt;
    std::vector<std::uint32_t> before(society.size(), society.size()); // on the way back from `to`
    before[end] = end;
    auto predecessors = by_vertex(before, society.graph);
    boost::breadth_first_search(society.graph, end, boost::visitor(boost::make_bfs_visitor(boost::record_predecessors(predecessors, boost::on_tree_edge{}))));
    if (before[begin] == society.size()) return std::nullopt;
    std::vector<PathStep> path;
    for (auto at = begin; at != end; at = before[at]) {
        PathStep step{society.actors[at], society.actors[before[at]], {}};
        const auto [one, two] = std::minmax({at, before[at]});
        for (const auto& link : society.events_between(one, two)) step.evidence.push_back(link.event);
        path.push_back(std::move(step));
    }
    return path;
}

std::vector<Activity> activity(const TimelineGraph& timeline, const View& view, Period period) {
    const auto& graph = GraphAccess::of(timeline);
    std::map<Day, Activity> periods;
    for (const auto event : timeline.select(view)) {
        const auto& gist = graph.gists[event.value];
        if (!gist.date.earliest || !gist.date.latest) continue;
        const auto first = start_of(*gist.date.earliest, period);
        if (first != start_of(*gist.date.latest, period)) continue;
        auto& sum = periods[first];
        sum.first = first;
        ++sum.events;
        sum.goldstein += graph.table().events[gist.fullest].goldstein.value_or(0);
    }
    std::vector<Activity> all;
    for (const auto& [first, sum] : periods) all.push_back(sum);
    return all;
}

TieChanges tie_changes(const TimelineGraph& graph, const View& view, Level level) {
    auto before_view = view;
    before_view.to = *view.from - date::days{1};
    before_view.from = *before_view.to - (*view.to - *view.from);
    const auto before = undirected_ties(graph, before_view, level);
    const auto now = undirected_ties(graph, view, level);
    TieChanges changes;
    for (const auto& [ends, tie] : now) {
        if (!before.contains(ends)) changes.made.push_back(tie);
    }
    for (const auto& [ends, tie] : before) {
        if (!now.contains(ends)) changes.broken.push_back(tie);
    }
    return changes;
}

} // namespace dateline
