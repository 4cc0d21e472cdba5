// SPDX-License-Identifier: MIT
//
// What the network of a view tells of its actors.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include <dateline/graph/network.hpp>

namespace dateline {

struct ActorMeasures {
    Actor actor;
    std::uint32_t events = 0;   ///< that link it to others
    std::uint32_t degree = 0;   ///< how many others it deals with
    double page_rank = 0;       ///< sums to 1 over all actors
    double betweenness = 0;     ///< share of the shortest ways between others that lead over it, 0 to 1
    std::uint32_t component = 0; ///< who is linked at all, over however many others; numbered from the largest, 0
    std::uint32_t community = 0; ///< who deals with each other more than with the rest; numbered from the largest, 0
};

struct MeasureOptions {
    Level level = Level::person;
    /// Betweenness costs actors times ties: in a network of more than so many actors only the ones with most ties are looked at for it.
    std::size_t betweenness_actors = 2000;
};

/// All actors that are linked to another, the highest PageRank first.
[[nodiscard]] std::vector<ActorMeasures> measure(const TimelineGraph& graph, const View& view, const MeasureOptions& options = {});

/// One step of a way from actor to actor.
struct PathStep {
    Actor from;
    Actor to;
    std::vector<EventId> evidence; ///< the events between the two, in the order of time
};

/// The shortest way from one actor to another over those they deal with; nothing when there is none or an id is not known. Among
/// ways of equal length the one over the smallest ids.
[[nodiscard]] std::optional<std::vector<PathStep>> shortest_path(const TimelineGraph& graph, const View& view, std::string_view from,
                                                                 std::string_view to, Level level = Level::person);

enum class Period : std::uint8_t { week, month, year };

/// How many events certainly fall into a period; what may fall into two is counted in none.
struct Activity {
    Day first; ///< of the period
    std::uint32_t events = 0;
    double goldstein = 0; ///< sum over the events that have one
};
[[nodiscard]] std::vector<Activity> activity(const TimelineGraph& graph, const View& view, Period period);

/// Two actors that began or ceased to deal with each other.
struct TieChanges {
    std::vector<Tie> made;   ///< dealings in the window, none in the stretch before it
    std::vector<Tie> broken; ///< dealings in the stretch before the window, none in it
};
/// Requires view.from and view.to; the stretch before is as long as the window.
[[nodiscard]] TieChanges tie_changes(const TimelineGraph& graph, const View& view, Level level = Level::person);

} // namespace dateline
