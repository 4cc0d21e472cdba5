// SPDX-License-Identifier: MIT
//
// Actors and events as a graph: the same event told by several articles stands once, with all its evidence, and in the order of
// time; who belongs to whom is in it too. Boost.Graph works behind this wall (src/graph).
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <dateline/core/event.hpp>
#include <dateline/core/id.hpp>
#include <dateline/graph/affiliation.hpp>
#include <dateline/graph/merging.hpp>
#include <dateline/graph/reports.hpp>
#include <dateline/graph/view.hpp>

namespace dateline {

class ToldEvents;

/// One event however many articles tell it.
struct TimelineEvent {
    Event event; ///< the narrowest date and fullest facts that the reports agree on, and all their evidence, first published first
    std::uint32_t publishers = 1; ///< independent ones: copies of one text count once
    std::optional<Day> reported;  ///< when it was first published
    Outcome outcome = Outcome::none;
    std::vector<std::string> reports; ///< ids of the reports that were merged; the event bears the id of the first published
    std::vector<MergeReason> reasons; ///< one for each report but the first

    friend bool operator==(const TimelineEvent&, const TimelineEvent&) = default;
};

/// What is asked of every event all the time: to order, filter and count without putting its text together.
struct EventSummary {
    DateInterval date;
    EventType type = EventType::other;
    EventStatus status = EventStatus::occurred;
    Outcome outcome = Outcome::none;
    std::uint32_t publishers = 1;
    std::uint32_t reports = 1;
    std::optional<Day> reported;
};

/// An immutable value computed from Reports; equal reports give an equal graph, whatever their order. Const members may be called
/// from several threads. An EventId is a place in the timeline, an ActorId one in the order of actor ids.
class TimelineGraph {
public:
    TimelineGraph();
    explicit TimelineGraph(Reports reports);
    /// Without merging: what was merged before.
    explicit TimelineGraph(ToldEvents told);
    ~TimelineGraph();
    TimelineGraph(TimelineGraph&&) noexcept;
    TimelineGraph& operator=(TimelineGraph&&) noexcept;

    /// What it was computed from. Of a graph that was not (see ToldEvents), its events.
    [[nodiscard]] const Reports& reports() const noexcept;
    [[nodiscard]] std::size_t event_count() const noexcept;
    [[nodiscard]] std::size_t actor_count() const noexcept;

    /// Requires an id below the count.
    [[nodiscard]] TimelineEvent event(EventId id) const;
    [[nodiscard]] EventSummary summary(EventId id) const;
    [[nodiscard]] Actor actor(ActorId id) const;
    /// Where the reports of the event stand in reports(), in the order of telling.
    [[nodiscard]] std::span<const std::uint32_t> places_of(EventId id) const noexcept;

    /// By the id of the event or of any report merged into it.
    [[nodiscard]] std::optional<EventId> find_event(std::string_view id) const;
    [[nodiscard]] std::optional<ActorId> find_actor(std::string_view id) const;

    /// The events of a view in the order of time: by the last day on which they may fall, so that an imprecise one stands at the
    /// end of its period and one without an end at the end of all; among equals the more precise first.
    [[nodiscard]] std::vector<EventId> select(const View& view) const;

    /// The events of one actor, in the order of time.
    [[nodiscard]] std::vector<EventId> events_of(ActorId actor) const;

    /// Who belongs to whom, each once; by member, whole, kind, office and days. The wholes are actors too, if only of this.
    [[nodiscard]] std::span<const Affiliation> affiliations() const noexcept;
    /// Those in which the actor is member or whole, in the same order.
    [[nodiscard]] std::vector<Affiliation> affiliations_of(ActorId actor) const;

private:
    friend struct GraphAccess; ///< how the other files of src/graph reach the Boost graph
    struct Impl;
    std::unique_ptr<const Impl> m_impl;
};

/// The graph of all that either knows: associative and commutative. Requires that both were computed from reports.
[[nodiscard]] TimelineGraph merge(const TimelineGraph& a, const TimelineGraph& b);

} // namespace dateline
