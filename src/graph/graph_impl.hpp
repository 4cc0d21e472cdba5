// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <span>
#include <utility>
#include <vector>

#include <boost/graph/compressed_sparse_row_graph.hpp>

#include <dateline/graph/timeline_graph.hpp>
#include <dateline/graph/told_events.hpp>

#include "fuse.hpp"
#include "report_table.hpp"

namespace dateline {

/// A vertex is an actor or an event; which one, `index` says: actors come first, by id, then the events in the order of time.
struct Vertex {
    enum class Kind : std::uint8_t { actor, event };
    Kind kind = Kind::actor;
    std::uint32_t index = 0;
};

/// Who takes part in what: source -> event -> target; a participant without direction points to the event. And who belongs to whom:
/// member -> whole.
struct Edge {
    static constexpr std::uint32_t no_affiliation = 0xFFFF'FFFFU;
    Role role = Role::source;                    ///< of an actor in an event
    std::uint32_t affiliation = no_affiliation;  ///< of an actor with another: its place in Impl::affiliations
};

/// Never changed once made, so compressed sparse rows: a fifth of the memory of an adjacency list, and ten times its speed.
using Graph = boost::compressed_sparse_row_graph<boost::bidirectionalS, Vertex, Edge, boost::no_property, std::uint32_t, std::uint32_t>;

struct ToldEvents::Data {
    Reports events; ///< a row each
    std::vector<Gist> gists;
    std::vector<StringPool::Number> report_ids;
    std::vector<std::uint32_t> first_report{0};
    std::vector<std::pair<EventId, MergeReason>> reasons;
    std::vector<Actor> actors;
    std::vector<Affiliation> affiliations;
    std::vector<ParticipantRow> participants; ///< of the event being added
};

struct TimelineGraph::Impl {
    explicit Impl(Reports reports);
    explicit Impl(ToldEvents::Data told);

    Reports reports;
    std::vector<Actor> actors;            ///< by id
    std::vector<std::uint32_t> actor_of;  ///< number of an ActorRow -> place in `actors`
    std::vector<std::uint32_t> rows;      ///< those of one event together, in the order of telling; events in the order of time
    std::vector<std::uint32_t> first_row; ///< event -> begin of its rows; one more for the end
    std::vector<Gist> gists;              ///< by event
    std::vector<StringPool::Number> report_ids; ///< those of one event together, in the order of telling
    std::vector<std::uint32_t> first_report;    ///< event -> begin of its `report_ids`; one more for the end
    std::vector<std::pair<EventId, MergeReason>> reasons; ///< sorted
    std::vector<Affiliation> affiliations; ///< by member, whole, kind, office and days
    Graph graph;
    std::vector<std::pair<std::uint64_t, std::uint32_t>> by_id; ///< hash of a report's id -> event, sorted

    [[nodiscard]] const ReportTable& table() const noexcept;
    [[nodiscard]] std::span<const std::uint32_t> rows_of(EventId event) const noexcept;
    [[nodiscard]] std::span<const StringPool::Number> reports_of(EventId event) const noexcept;
    [[nodiscard]] std::uint32_t vertex_of(EventId event) const noexcept { return static_cast<std::uint32_t>(actors.size()) + event.value; }
    /// Each actor of an event once, in the order in which the graph has them.
    [[nodiscard]] std::vector<std::pair<ActorId, Role>> participants_of(EventId event) const;
    /// What readers know it by, without putting all of it together.
    [[nodiscard]] std::string_view id_of(EventId event) const noexcept;

private:
    void collect_actors();
    void number_actors();
    void collect_events();
    void link();
    void index();
};

struct GraphAccess {
    using Impl = TimelineGraph::Impl;
    [[nodiscard]] static const Impl& of(const TimelineGraph& graph) noexcept { return *graph.m_impl; }
    [[nodiscard]] static const ReportTable& of(const Reports& reports) noexcept { return *reports.m_table; }
    [[nodiscard]] static ReportTable& of(Reports& reports) noexcept { return *reports.m_table; }
};

} // namespace dateline
