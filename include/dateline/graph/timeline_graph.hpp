// SPDX-License-Identifier: MIT
//
// Actors and events as a graph: the same event told by several articles stands once, with all its evidence, and in the order of
// time. Boost.Graph works behind this wall (src/graph).
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <dateline/core/event.hpp>
#include <dateline/core/id.hpp>
#include <dateline/graph/reports.hpp>
#include <dateline/graph/view.hpp>

namespace dateline {

/// What became of an event as later articles tell it.
enum class Outcome : std::uint8_t {
    none,
    kept,        ///< was planned, and happened
    unconfirmed, ///< was planned, its time is past (by the latest article), and nothing was heard of it
    postponed,   ///< was planned, and then planned for another time
    cancelled,   ///< was planned, and then did not happen
    disputed,    ///< some say it happened, some deny it; both stand in the timeline
};
[[nodiscard]] std::string_view name_of(Outcome outcome) noexcept; ///< "kept"; "none" for none

/// One event however many articles tell it.
struct TimelineEvent {
    Event event; ///< the narrowest date and fullest facts that the reports agree on, and all their evidence, first published first
    std::uint32_t publishers = 1; ///< independent ones: copies of one text count once
    std::optional<Day> reported;  ///< when it was first published
    Outcome outcome = Outcome::none;
    std::vector<std::string> reports; ///< ids of the reports that were merged; the event bears the id of the first published

    friend bool operator==(const TimelineEvent&, const TimelineEvent&) = default;
};

/// An immutable value computed from Reports; equal reports give an equal graph, whatever their order. Const members may be called
/// from several threads. An EventId is a place in the timeline, an ActorId one in the order of actor ids.
class TimelineGraph {
public:
    TimelineGraph();
    explicit TimelineGraph(Reports reports);
    ~TimelineGraph();
    TimelineGraph(TimelineGraph&&) noexcept;
    TimelineGraph& operator=(TimelineGraph&&) noexcept;

    [[nodiscard]] const Reports& reports() const noexcept;
    [[nodiscard]] std::size_t event_count() const noexcept;
    [[nodiscard]] std::size_t actor_count() const noexcept;

    /// Requires an id below the count.
    [[nodiscard]] TimelineEvent event(EventId id) const;
    [[nodiscard]] Actor actor(ActorId id) const;

    /// By the id of the event or of any report merged into it.
    [[nodiscard]] std::optional<EventId> find_event(std::string_view id) const;
    [[nodiscard]] std::optional<ActorId> find_actor(std::string_view id) const;

    /// The events of a view in the order of time: by the last day on which they may fall, so that an imprecise one stands at the
    /// end of its period and one without an end at the end of all; among equals the more precise first.
    [[nodiscard]] std::vector<EventId> select(const View& view) const;

    /// The events of one actor, in the order of time.
    [[nodiscard]] std::vector<EventId> events_of(ActorId actor) const;

private:
    friend struct GraphAccess; ///< how the other files of src/graph reach the Boost graph
    struct Impl;
    std::unique_ptr<const Impl> m_impl;
};

/// The graph of all that either knows: associative and commutative.
[[nodiscard]] TimelineGraph merge(const TimelineGraph& a, const TimelineGraph& b);

} // namespace dateline
