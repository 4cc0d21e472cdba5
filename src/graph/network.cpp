// SPDX-License-Identifier: MIT
#include <dateline/graph/network.hpp>

#include <algorithm>
#include <map>
#include <span>
#include <tuple>
#include <utility>

#include "affiliations.hpp"
#include "dealings.hpp"
#include "graph_impl.hpp"

namespace dateline {
namespace {

/// The actors that stand in a network: the graph's own, or at country level one for each country.
class Cast {
public:
    Cast(const GraphAccess::Impl& graph, Level level) : m_graph{graph} {
        for (const auto& actor : graph.actors) {
            const auto [it, added] = m_number.try_emplace(node_id(actor, level), static_cast<std::uint32_t>(m_actors.size()));
            if (added) m_actors.push_back(level == Level::country && !actor.country.empty() ? country_named(actor.country) : actor);
            m_cast_as.push_back(it->second);
        }
    }

    [[nodiscard]] const Actor& operator[](std::uint32_t actor) const noexcept { return m_actors[actor]; }
    [[nodiscard]] std::size_t size() const noexcept { return m_actors.size(); }
    [[nodiscard]] const std::vector<Actor>& actors() const noexcept { return m_actors; }

    struct Sides {
        std::vector<std::uint32_t> sources, targets;
        bool directed = true;
    };

    /// Who stands on which side of an event; where no side is told, everyone faces everyone after him.
    [[nodiscard]] Sides sides_of(EventId event) const {
        Sides sides;
        for (const auto& [actor, role] : m_graph.participants_of(event)) {
            auto& side = role == Role::target ? sides.targets : sides.sources;
            const auto as = m_cast_as[actor.value];
            if (std::ranges::find(side, as) == side.end()) side.push_back(as);
            if (role == Role::participant) sides.directed = false;
        }
        return sides;
    }

private:
    const GraphAccess::Impl& m_graph;
    std::vector<Actor> m_actors;
    std::vector<std::uint32_t> m_cast_as; ///< by ActorId
    std::map<std::string, std::uint32_t, std::less<>> m_number;
};

struct Pair {
    std::uint32_t source, target;
    bool directed;
};

/// Every pair of different actors that an event links.
std::vector<Pair> pairs_of(const Cast::Sides& sides) {
    std::vector<Pair> pairs;
    for (const auto source : sides.sources) {
        for (const auto target : sides.targets) {
            if (source != target) pairs.push_back({source, target, sides.directed});
        }
    }
    if (!pairs.empty() || sides.directed) return pairs;
    for (std::size_t i = 0; i < sides.sources.size(); ++i) {
        for (std::size_t j = i + 1; j < sides.sources.size(); ++j) pairs.push_back({sides.sources[i], sides.sources[j], false});
    }
    return pairs;
}

/// The actors with the most events; equal ones by their id.
std::vector<bool> busiest(const Cast& cast, const std::vector<std::size_t>& events, std::size_t top) {
    std::vector<std::uint32_t> order(events.size());
    for (std::uint32_t i = 0; i < order.size(); ++i) order[i] = i;
    std::ranges::sort(order, [&](std::uint32_t a, std::uint32_t b) { return events[a] != events[b] ? events[a] > events[b] : cast[a].id < cast[b].id; });
    if (top != 0 && top < order.size()) order.resize(top);
    std::vector<bool> chosen(events.size());
    for (const auto actor : order) chosen[actor] = events[actor] > 0;
    return chosen;
}

void restrict_to(Cast::Sides& sides, const std::vector<bool>& chosen) {
    const auto dropped = [&](auto actor) { return !chosen[actor]; };
    std::erase_if(sides.sources, dropped);
    std::erase_if(sides.targets, dropped);
}

/// Chooses also what those chosen belong to, and what that belongs to.
void choose_wholes(const GraphAccess::Impl& graph, std::vector<bool>& chosen) {
    for (bool more = true; more;) {
        more = false;
        for (const auto& affiliation : graph.affiliations) {
            if (!chosen[affiliation.member.value] || chosen[affiliation.whole.value]) continue;
            chosen[affiliation.whole.value] = more = true;
        }
    }
}

/// Whether it may hold on a day of the window. A tenure that only articles tell is known for their days alone.
bool may_hold(const Affiliation& what, const View& window) {
    if (what.kind != Affiliation::Kind::tenure) return true;
    const auto begin = what.from ? what.from : what.first;
    const auto end = what.from || what.until ? what.until : what.last;
    return !(window.to && begin && *begin > *window.to) && !(window.from && end && *end < *window.from);
}

NetworkEdge edge_of(const GraphAccess::Impl& graph, EventId event) {
    const auto& gist = graph.gists[event.value];
    const auto& row = graph.table().events[gist.fullest];
    const auto& strings = graph.table().strings;
    return {.event = std::string{graph.id_of(event)},
            .type = gist.type,
            .predicate = strings.str(row.predicate),
            .title = strings.str(row.title),
            .status = gist.status,
            .outcome = gist.outcome,
            .date = gist.date,
            .goldstein = row.goldstein,
            .publishers = gist.publishers};
}

std::vector<std::size_t> events_by_actor(const Cast& cast, std::span<const EventId> events) {
    std::vector<std::size_t> count(cast.size());
    for (const auto event : events) {
        auto [all, targets, directed] = cast.sides_of(event);
        all.insert(all.end(), targets.begin(), targets.end());
        std::ranges::sort(all);
        all.erase(std::unique(all.begin(), all.end()), all.end());
        for (const auto actor : all) ++count[actor];
    }
    return count;
}

/// A network being put together of the actors chosen.
class Assembly {
public:
    Assembly(const GraphAccess::Impl& graph, const Cast& cast, std::vector<bool> chosen)
        : m_graph{graph}, m_cast{cast}, m_chosen{std::move(chosen)}, m_node_of(cast.size()) {}

    void reserve(std::size_t events) { m_network.edges.reserve(events); }

    void add_actors(const std::vector<std::size_t>& events) {
        std::vector<std::uint32_t> by_id;
        for (std::uint32_t actor = 0; actor < m_cast.size(); ++actor) {
            if (m_chosen[actor]) by_id.push_back(actor);
        }
        std::ranges::sort(by_id, {}, [&](auto actor) -> const std::string& { return m_cast[actor].id; });
        m_network.nodes.reserve(by_id.size());
        for (const auto actor : by_id) {
            m_node_of[actor] = static_cast<std::uint32_t>(m_network.nodes.size());
            m_network.nodes.push_back({.id = m_cast[actor].id, .actor = m_cast[actor], .events = events[actor]});
        }
    }

    void add_affiliations(const View& window) {
        for (const auto& affiliation : m_graph.affiliations) {
            const auto [member, whole] = std::pair{affiliation.member.value, affiliation.whole.value};
            if (!m_chosen[member] || !m_chosen[whole] || !may_hold(affiliation, window)) continue;
            m_network.affiliations.push_back({m_node_of[member], m_node_of[whole], affiliation});
        }
    }

    void add(EventId event) {
        auto sides = m_cast.sides_of(event);
        const bool two_sided = !pairs_of(sides).empty();
        restrict_to(sides, m_chosen);
        for (const auto& [source, target, directed] : pairs_of(sides)) link(event, m_node_of[source], m_node_of[target], directed);
        if (two_sided || (sides.sources.empty() && sides.targets.empty())) return;
        const auto node = static_cast<std::uint32_t>(m_network.nodes.size());
        m_network.nodes.push_back({.kind = NetworkNode::Kind::event, .id = std::string{m_graph.id_of(event)}, .actor = {}, .events = 1});
        for (const auto source : sides.sources) link(event, m_node_of[source], node, true);
        for (const auto target : sides.targets) link(event, node, m_node_of[target], true);
    }

    [[nodiscard]] Network network() && { return std::move(m_network); }

private:
    void link(EventId event, std::uint32_t source, std::uint32_t target, bool directed) {
        auto& edge = m_network.edges.emplace_back(edge_of(m_graph, event));
        edge.source = source;
        edge.target = target;
        edge.directed = directed;
    }

    const GraphAccess::Impl& m_graph;
    const Cast& m_cast;
    std::vector<bool> m_chosen;
    std::vector<std::uint32_t> m_node_of;
    Network m_network;
};

} // namespace

std::string node_id(const Actor& actor, Level level) {
    return level == Level::country && !actor.country.empty() ? "country:" + actor.country : actor.id;
}

Network make_network(const TimelineGraph& timeline, const View& view, const NetworkOptions& options) {
    const auto& graph = GraphAccess::of(timeline);
    const auto events = timeline.select(view);
    const Cast cast{graph, options.level};
    const auto count = events_by_actor(cast, events);
    const bool affiliations = options.affiliations && options.level == Level::person; // then the cast are the graph's actors
    auto chosen = busiest(cast, count, options.top);
    if (affiliations && options.top == 0) choose_wholes(graph, chosen);
    Assembly assembly{graph, cast, std::move(chosen)};
    assembly.reserve(events.size());
    assembly.add_actors(count);
    if (affiliations) assembly.add_affiliations(view);
    for (const auto event : events) assembly.add(event);
    return std::move(assembly).network();
}

Dealings dealings_of(const TimelineGraph& timeline, const View& view, Level level) {
    const Cast cast{GraphAccess::of(timeline), level};
    Dealings dealings{cast.actors(), {}};
    for (const auto event : timeline.select(view)) {
        for (const auto& [source, target, directed] : pairs_of(cast.sides_of(event))) dealings.all.push_back({source, target, directed, event});
    }
    return dealings;
}

std::vector<Tie> make_ties(const TimelineGraph& timeline, const View& view, Level level) {
    const auto& graph = GraphAccess::of(timeline);
    const auto dealings = dealings_of(timeline, view, level);
    std::map<std::tuple<std::string_view, std::string_view, bool>, Tie> ties;
    for (const auto& [from, to, directed, event] : dealings.all) {
        const auto& gist = graph.gists[event.value];
        std::string_view source = dealings.actors[from].id;
        std::string_view target = dealings.actors[to].id;
        if (!directed && target < source) std::swap(source, target);
        auto& tie = ties[{source, target, directed}];
        tie.source = source;
        tie.target = target;
        tie.directed = directed;
        ++tie.count[static_cast<std::size_t>(gist.type)];
        ++tie.events;
        tie.goldstein += graph.table().events[gist.fullest].goldstein.value_or(0);
        if (gist.date.earliest && (!tie.first || *gist.date.earliest < *tie.first)) tie.first = gist.date.earliest;
        if (gist.date.latest && (!tie.last || *gist.date.latest > *tie.last)) tie.last = gist.date.latest;
        tie.evidence.push_back(event);
    }
    std::vector<Tie> all;
    for (auto& [key, tie] : ties) all.push_back(std::move(tie));
    return all;
}

} // namespace dateline
