// SPDX-License-Identifier: MIT
#include <dateline/graph/timeline_graph.hpp>

#include <algorithm>
#include <numeric>
#include <tuple>
#include <utility>

#include <dateline/text/fold.hpp>
#include <dateline/text/hash.hpp>

#include "affiliations.hpp"
#include "filtered.hpp"
#include "graph_impl.hpp"
#include "same_event.hpp"

namespace dateline {
namespace {

/// Days far outside the calendar stand in for ends that are not known.
constexpr Day never{date::days{1'000'000'000}};

/// Where an event stands: at the end of its period, the more precise before the less, then by what it is.
auto time_key(const Gist& gist) {
    const auto& date = gist.date;
    const auto last = date.latest.value_or(never);
    const auto first = date.earliest.value_or(date.latest ? Day{-never.time_since_epoch()} : never);
    return std::tuple{last, date.latest ? last - first : date::days{0}, first, gist.type, gist.status};
}

bool is_ahead(EventStatus status) { return status == EventStatus::planned || status == EventStatus::possible; }
bool is_real(EventStatus status) { return status == EventStatus::occurred || status == EventStatus::ongoing; }

/// When reports were told: by their first evidence, by what they say where that is equal or not known.
std::vector<std::uint32_t> in_order_of_telling(const ReportTable& table) {
    auto rows = table.canonical_order();
    std::vector<std::pair<Day, std::uint32_t>> keyed;
    keyed.reserve(rows.size());
    for (const auto row : rows) {
        auto first = never;
        for (const auto& proof : table.evidence_of(table.events[row])) {
            first = std::min(first, table.published(table.articles[proof.article]).value_or(never));
        }
        keyed.emplace_back(first, row);
    }
    std::ranges::stable_sort(keyed, {}, &std::pair<Day, std::uint32_t>::first);
    std::ranges::transform(keyed, rows.begin(), &std::pair<Day, std::uint32_t>::second);
    return rows;
}

Outcome outcome_of_plan(const ReportTable& table, std::span<const std::uint32_t> rows, const Gist& gist, Day today) {
    const bool was_ahead = std::ranges::any_of(rows, [&](auto row) { return is_ahead(table.events[row].status); });
    if (was_ahead && is_real(gist.status)) return Outcome::kept;
    if (gist.status == EventStatus::planned && gist.date.latest && *gist.date.latest < today) return Outcome::unconfirmed;
    return Outcome::none;
}

/// A plan that is denied when it is told later is off; what happened for some and not for others is in dispute.
void contradict(Gist& denied, Gist& denial) {
    if (!is_ahead(denied.status)) {
        denied.outcome = denial.outcome = Outcome::disputed;
    } else if (denied.reported && denial.reported && *denied.reported <= *denial.reported) {
        denied.outcome = Outcome::cancelled;
    }
}

} // namespace

TimelineGraph::Impl::Impl(Reports given) : reports{std::move(given)} {
    collect_actors();
    collect_events();
    link();
    index();
}

TimelineGraph::Impl::Impl(ToldEvents::Data told)
    : reports{std::move(told.events)}, actors{std::move(told.actors)}, rows(told.gists.size()), first_row(told.gists.size() + 1),
      gists{std::move(told.gists)}, report_ids{std::move(told.report_ids)}, first_report{std::move(told.first_report)}, reasons{std::move(told.reasons)},
      affiliations{std::move(told.affiliations)} {
    std::iota(rows.begin(), rows.end(), 0U);
    std::iota(first_row.begin(), first_row.end(), 0U);
    number_actors();
    link();
    index();
}

const ReportTable& TimelineGraph::Impl::table() const noexcept { return GraphAccess::of(reports); }

std::span<const std::uint32_t> TimelineGraph::Impl::rows_of(EventId event) const noexcept {
    const auto begin = first_row[event.value];
    return std::span{rows}.subspan(begin, first_row[event.value + 1] - begin);
}

std::span<const StringPool::Number> TimelineGraph::Impl::reports_of(EventId event) const noexcept {
    const auto begin = first_report[event.value];
    return std::span{report_ids}.subspan(begin, first_report[event.value + 1] - begin);
}

std::string_view TimelineGraph::Impl::id_of(EventId event) const noexcept { return table().strings[table().events[rows_of(event).front()].id]; }

/// One actor for each id, in the description that most reports use, the gaps filled from the others.
void TimelineGraph::Impl::collect_actors() {
    std::vector<std::uint32_t> uses(table().actors.size());
    for (const auto& participant : table().participants) ++uses[participant.actor];
    struct Description {
        Actor actor;
        std::uint32_t uses;
    };
    std::vector<Description> all;
    for (std::uint32_t number = 0; number < uses.size(); ++number) {
        if (uses[number] > 0) all.push_back({table().actor(number), uses[number]});
    }
    std::ranges::sort(all, [](const Description& a, const Description& b) {
        const auto key = [](const Description& d) {
            return std::tie(d.actor.name, d.actor.kind, d.actor.country, d.actor.office, d.actor.sector, d.actor.wikidata);
        };
        return a.actor.id != b.actor.id ? a.actor.id < b.actor.id : a.uses != b.uses ? a.uses > b.uses : key(a) < key(b);
    });
    for (auto& [actor, count] : all) {
        if (actors.empty() || actors.back().id != actor.id) {
            actors.push_back(std::move(actor));
        } else {
            for (const auto field : {&Actor::country, &Actor::office, &Actor::sector, &Actor::wikidata}) {
                if ((actors.back().*field).empty()) actors.back().*field = actor.*field;
            }
        }
    }
    affiliations = find_affiliations(table(), actors);
    number_actors();
}

void TimelineGraph::Impl::number_actors() {
    actor_of.reserve(table().actors.size());
    for (std::uint32_t number = 0; number < table().actors.size(); ++number) {
        const auto id = table().strings[table().actors[number].id];
        actor_of.push_back(static_cast<std::uint32_t>(std::ranges::lower_bound(actors, id, {}, &Actor::id) - actors.begin()));
    }
}

void TimelineGraph::Impl::collect_events() {
    const auto told = in_order_of_telling(table());
    const auto same = same_events(table(), told);
    const auto& first = same.first;

    // the reports of an event together, events by their first report
    std::vector<std::uint32_t> order(told.size());
    for (std::uint32_t i = 0; i < order.size(); ++i) order[i] = i;
    std::ranges::stable_sort(order, {}, [&](auto i) { return first[i]; });
    struct Group {
        std::uint32_t begin, size;
        Gist gist;
    };
    std::vector<Group> groups;
    std::vector<std::uint32_t> group_of(told.size());
    std::vector<std::uint32_t> place_of(told.size()); // among the reports of its event
    std::vector<std::uint32_t> grouped;
    for (const auto i : order) {
        if (first[i] == i) groups.push_back({static_cast<std::uint32_t>(grouped.size()), 0, {}});
        place_of[i] = groups.back().size++;
        group_of[i] = static_cast<std::uint32_t>(groups.size() - 1);
        grouped.push_back(told[i]);
    }

    Day today{}; // as far as the articles tell
    for (auto& [begin, size, gist] : groups) {
        gist = gist_of(table(), std::span{grouped}.subspan(begin, size));
        if (gist.reported) today = std::max(today, *gist.reported);
    }
    for (auto& [begin, size, gist] : groups) {
        gist.outcome = outcome_of_plan(table(), std::span{grouped}.subspan(begin, size), gist, today);
    }
    for (const auto plan : same.postponed) {
        auto& gist = groups[group_of[plan]].gist;
        if (gist.status == EventStatus::planned) gist.outcome = Outcome::postponed;
    }
    for (const auto& [a, b] : same.contradictions) {
        auto& one = groups[group_of[a]].gist;
        auto& two = groups[group_of[b]].gist;
        if (two.status == EventStatus::negated) contradict(one, two);
        else contradict(two, one);
    }

    std::vector<std::uint32_t> in_time(groups.size());
    std::iota(in_time.begin(), in_time.end(), 0U);
    std::ranges::stable_sort(in_time, {}, [&](auto group) { return time_key(groups[group].gist); });
    std::vector<EventId> event_of(groups.size());
    rows.reserve(grouped.size());
    for (const auto group : in_time) {
        const auto& [begin, size, gist] = groups[group];
        event_of[group] = {static_cast<std::uint32_t>(gists.size())};
        first_row.push_back(static_cast<std::uint32_t>(rows.size()));
        rows.insert(rows.end(), grouped.begin() + begin, grouped.begin() + begin + size);
        gists.push_back(gist);
    }
    first_row.push_back(static_cast<std::uint32_t>(rows.size()));
    for (const auto row : rows) report_ids.push_back(table().events[row].id);
    first_report = first_row;
    for (const auto& [report, same_as, points] : same.grounds) reasons.push_back({event_of[group_of[report]], {place_of[report], place_of[same_as], points}});
    std::ranges::sort(reasons, {}, [](const auto& reason) { return std::pair{reason.first, reason.second.report}; });
}

void TimelineGraph::Impl::link() {
    const auto events = static_cast<std::uint32_t>(gists.size());
    std::vector<std::pair<std::uint32_t, std::uint32_t>> ends;
    std::vector<Edge> edges;
    for (std::uint32_t event = 0; event < events; ++event) {
        const auto vertex = vertex_of({event});
        for (const auto& [actor, role] : participants_of({event})) {
            ends.push_back(role == Role::target ? std::pair{vertex, actor.value} : std::pair{actor.value, vertex});
            edges.push_back({.role = role});
        }
    }
    for (std::uint32_t place = 0; place < affiliations.size(); ++place) {
        ends.emplace_back(affiliations[place].member.value, affiliations[place].whole.value);
        edges.push_back({.affiliation = place});
    }
    const auto vertices = static_cast<std::uint32_t>(actors.size()) + events;
    graph = Graph{boost::edges_are_unsorted_multi_pass, ends.begin(), ends.end(), edges.begin(), vertices};
    for (std::uint32_t vertex = 0; vertex < vertices; ++vertex) {
        const bool actor = vertex < actors.size();
        graph[vertex] = actor ? Vertex{Vertex::Kind::actor, vertex}
                              : Vertex{Vertex::Kind::event, vertex - static_cast<std::uint32_t>(actors.size())};
    }
}

void TimelineGraph::Impl::index() {
    by_id.reserve(report_ids.size());
    for (std::uint32_t event = 0; event < gists.size(); ++event) {
        for (const auto id : reports_of({event})) by_id.emplace_back(stable_hash(table().strings[id]), event);
    }
    std::ranges::sort(by_id);
}

std::vector<std::pair<ActorId, Role>> TimelineGraph::Impl::participants_of(EventId event) const {
    std::vector<std::pair<ActorId, Role>> all;
    const auto add = [&](std::uint32_t row) {
        for (const auto& [number, role] : table().participants_of(table().events[row])) {
            const ActorId actor{actor_of[number]};
            if (std::ranges::find(all, actor, &std::pair<ActorId, Role>::first) == all.end()) all.emplace_back(actor, role);
        }
    };
    add(gists[event.value].fullest);
    for (const auto row : rows_of(event)) add(row);
    return all;
}

TimelineGraph::TimelineGraph() : TimelineGraph{Reports{}} {}
TimelineGraph::TimelineGraph(Reports reports) : m_impl{std::make_unique<const Impl>(std::move(reports))} {}
TimelineGraph::TimelineGraph(ToldEvents told) : m_impl{std::make_unique<const Impl>(std::move(*told.m_data))} {}
TimelineGraph::~TimelineGraph() = default;
TimelineGraph::TimelineGraph(TimelineGraph&&) noexcept = default;
TimelineGraph& TimelineGraph::operator=(TimelineGraph&&) noexcept = default;

const Reports& TimelineGraph::reports() const noexcept { return m_impl->reports; }
std::size_t TimelineGraph::event_count() const noexcept { return m_impl->gists.size(); }
std::size_t TimelineGraph::actor_count() const noexcept { return m_impl->actors.size(); }

TimelineEvent TimelineGraph::event(EventId id) const {
    auto told = fuse(m_impl->table(), m_impl->rows_of(id), m_impl->gists[id.value]);
    for (const auto report : m_impl->reports_of(id)) told.reports.push_back(m_impl->table().strings.str(report));
    const auto& reasons = m_impl->reasons;
    auto reason = std::ranges::lower_bound(reasons, id, {}, &std::pair<EventId, MergeReason>::first);
    for (; reason != reasons.end() && reason->first == id; ++reason) told.reasons.push_back(reason->second);
    return told;
}

EventSummary TimelineGraph::summary(EventId id) const { return m_impl->gists[id.value]; }
Actor TimelineGraph::actor(ActorId id) const { return m_impl->actors[id.value]; }
std::span<const Affiliation> TimelineGraph::affiliations() const noexcept { return m_impl->affiliations; }
std::span<const std::uint32_t> TimelineGraph::places_of(EventId id) const noexcept { return m_impl->rows_of(id); }

std::optional<EventId> TimelineGraph::find_event(std::string_view id) const {
    const auto& table = m_impl->table();
    const auto hash = stable_hash(id);
    const auto is_id = [&](StringPool::Number report) { return table.strings[report] == id; };
    for (auto it = std::ranges::lower_bound(m_impl->by_id, std::pair{hash, std::uint32_t{0}}); it != m_impl->by_id.end() && it->first == hash; ++it) {
        if (std::ranges::any_of(m_impl->reports_of({it->second}), is_id)) return EventId{it->second};
    }
    return std::nullopt;
}

std::optional<ActorId> TimelineGraph::find_actor(std::string_view id) const {
    const auto found = std::ranges::lower_bound(m_impl->actors, id, {}, &Actor::id);
    if (found == m_impl->actors.end() || found->id != id) return std::nullopt;
    return ActorId{static_cast<std::uint32_t>(found - m_impl->actors.begin())};
}

namespace {

/// The actors that queries name, by number.
std::vector<std::uint32_t> actors_asked_for(const GraphAccess::Impl& graph, const std::vector<std::string>& texts) {
    const std::vector<ActorQuery> queries(texts.begin(), texts.end());
    std::vector<std::uint32_t> found;
    for (std::uint32_t i = 0; i < graph.actors.size(); ++i) {
        const auto name = fold(graph.actors[i].name);
        if (std::ranges::any_of(queries, [&](const ActorQuery& query) { return query.names(graph.actors[i], name); })) found.push_back(i);
    }
    return found;
}

/// Adds the events of a filtered graph in which the actor takes part.
void add_events_of(std::uint32_t actor, const FilteredGraph& shown, std::vector<EventId>& events) {
    for (auto [edge, end] = out_edges(actor, shown); edge != end; ++edge) events.push_back({shown[target(*edge, shown)].index});
    for (auto [edge, end] = in_edges(actor, shown); edge != end; ++edge) events.push_back({shown[source(*edge, shown)].index});
}

} // namespace

std::vector<EventId> TimelineGraph::select(const View& view) const {
    const auto shown = filtered(*m_impl, view);
    std::vector<EventId> chosen;
    if (view.actors.empty()) {
        for (auto [vertex, end] = vertices(shown); vertex != end; ++vertex) {
            if (shown[*vertex].kind == Vertex::Kind::event) chosen.push_back({shown[*vertex].index});
        }
        return chosen;
    }
    for (const auto actor : actors_asked_for(*m_impl, view.actors)) add_events_of(actor, shown, chosen);
    std::ranges::sort(chosen);
    chosen.erase(std::unique(chosen.begin(), chosen.end()), chosen.end());
    return chosen;
}

std::vector<EventId> TimelineGraph::events_of(ActorId actor) const {
    const View all;
    std::vector<EventId> events;
    add_events_of(actor.value, filtered(*m_impl, all), events);
    std::ranges::sort(events);
    return events;
}

std::vector<Affiliation> TimelineGraph::affiliations_of(ActorId actor) const {
    const auto& graph = m_impl->graph;
    std::vector<std::uint32_t> places;
    const auto note = [&](const Edge& edge) {
        if (edge.affiliation != Edge::no_affiliation) places.push_back(edge.affiliation);
    };
    for (auto [edge, end] = out_edges(actor.value, graph); edge != end; ++edge) note(graph[*edge]);
    for (auto [edge, end] = in_edges(actor.value, graph); edge != end; ++edge) note(graph[*edge]);
    std::ranges::sort(places);
    std::vector<Affiliation> all;
    for (const auto place : places) all.push_back(m_impl->affiliations[place]);
    return all;
}

TimelineGraph merge(const TimelineGraph& a, const TimelineGraph& b) {
    auto reports = a.reports();
    reports.add(b.reports());
    return TimelineGraph{std::move(reports)};
}

} // namespace dateline
