// SPDX-License-Identifier: MIT
//
// The way back into a graph for who keeps one: its events, merged as they are.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>

#include <dateline/graph/timeline_graph.hpp>

namespace dateline {

/// Events and actors of a TimelineGraph, or some of them, on their way into another.
class ToldEvents {
public:
    ToldEvents();
    ~ToldEvents();
    ToldEvents(ToldEvents&&) noexcept;
    ToldEvents& operator=(ToldEvents&&) noexcept;

    /// Makes room for so many events.
    void expect(std::size_t events);

    /// An actor of the graph (TimelineGraph::actor). Requires ascending ids, and in the end each id that a description has.
    void add_actor(const Actor& actor);

    /// Requires the order of TimelineGraph::affiliations(), with the numbers that add_actor() gives: 0 to the first.
    void add_affiliation(const Affiliation& affiliation);

    /// An actor as an event describes it; equal ones have one number.
    [[nodiscard]] std::uint32_t describe(const Actor& actor);

    struct Part {
        std::uint32_t description = 0;
        Role role = Role::source;
    };
    /// The next event in the order of time (TimelineGraph::event), which so many reports tell. `parts` stand for its actors, which are
    /// not looked at. Evidence, reports and reasons may be left out: the graph then does not know them and is the same in all else.
    void add(const TimelineEvent& told, std::span<const Part> parts, std::uint32_t reports);

private:
    friend class TimelineGraph;
    struct Data;
    std::unique_ptr<Data> m_data;
};

} // namespace dateline
