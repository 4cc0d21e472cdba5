// SPDX-License-Identifier: MIT
//
// Who acted on whom, and when: the graph as plain lists, for writers.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include <dateline/core/event.hpp>
#include <dateline/graph/timeline_graph.hpp>

namespace dateline {

/// Whether persons, offices and organisations stand for themselves or for the country they belong to.
enum class Level : std::uint8_t { person, country };

struct NetworkOptions {
    Level level = Level::person;
    std::size_t top = 0; ///< only the `top` actors that take part in the most events of the view; 0: all
    /// With who belongs to whom, at person level. Countries and organisations that take part in no event of the view then have nodes too,
    /// unless `top` says how many there may be.
    bool affiliations = false;
};

/// Of the node that stands for an actor: its own, or at country level that of its country. Who belongs to none stands for itself.
[[nodiscard]] std::string node_id(const Actor& actor, Level level);

/// An actor, or an event that has no second actor to be linked to.
struct NetworkNode {
    enum class Kind : std::uint8_t { actor, event };

    Kind kind = Kind::actor;
    std::string id;           ///< of the actor or event
    Actor actor;              ///< when it is one
    std::size_t events = 0;   ///< in how many events of the view it takes part
};

/// One event between two nodes.
struct NetworkEdge {
    std::uint32_t source = 0; ///< index into Network::nodes
    std::uint32_t target = 0;
    bool directed = true;     ///< false where both take part alike
    std::string event;        ///< its id
    EventType type = EventType::other;
    std::string predicate;
    std::string title;
    EventStatus status = EventStatus::occurred;
    Outcome outcome = Outcome::none;
    DateInterval date;
    std::optional<double> goldstein;
    std::uint32_t publishers = 1;
};

/// Who belongs to whom.
struct NetworkAffiliation {
    std::uint32_t member = 0; ///< index into Network::nodes
    std::uint32_t whole = 0;
    Affiliation what;
};

/// Nodes by id, actors first; edges in the order of time; affiliations in that of TimelineGraph::affiliations().
struct Network {
    std::vector<NetworkNode> nodes;
    std::vector<NetworkEdge> edges;
    std::vector<NetworkAffiliation> affiliations;
};

/// The events of the view as edges from each source to each target; where a side is missing, the event stands as a node of its own.
[[nodiscard]] Network make_network(const TimelineGraph& graph, const View& view, const NetworkOptions& options = {});

/// All events between two actors, taken together.
struct Tie {
    std::string source; ///< actor ids; for acts without direction the smaller id comes first
    std::string target;
    bool directed = true;
    std::array<std::uint32_t, event_type_count> count{}; ///< by EventType
    std::uint32_t events = 0;
    double goldstein = 0; ///< sum over the events that have one; below zero: conflict
    std::optional<Day> first; ///< earliest and latest day that an event between them may fall on
    std::optional<Day> last;
    std::vector<EventId> evidence; ///< the events, in the order of time
};

/// Actor–actor projection of the view, by source, target, direction.
[[nodiscard]] std::vector<Tie> make_ties(const TimelineGraph& graph, const View& view, Level level = Level::person);

} // namespace dateline
