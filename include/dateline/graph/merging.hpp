// SPDX-License-Identifier: MIT
//
// What merging found, apart from the reports: for who keeps a graph and wants it back without merging anew.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include <dateline/core/actor.hpp>

namespace dateline {

class TimelineGraph;

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
[[nodiscard]] std::optional<Outcome> parse_outcome(std::string_view name) noexcept;

/// Which reports tell one event. Any run of events of it, with the actors that take part in them, is a Merging of their reports.
struct Merging {
    std::vector<std::uint32_t> reports; ///< places in Reports; those of one event together, in the order of telling; events in the order of time
    std::vector<std::uint32_t> ends;    ///< by event: how many of `reports` are its own or stand before
    std::vector<Outcome> outcomes;      ///< by event
    std::vector<Actor> actors;          ///< each that takes part, as all reports together describe it; by id

    [[nodiscard]] std::size_t size() const noexcept { return ends.size(); }
    friend bool operator==(const Merging&, const Merging&) = default;
};

[[nodiscard]] Merging merging_of(const TimelineGraph& graph);

/// Names the rules by which this program merges: what was found by others has to be found anew.
[[nodiscard]] std::string_view merging_rules() noexcept;

} // namespace dateline
