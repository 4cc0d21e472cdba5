// SPDX-License-Identifier: MIT
//
// What merging finds out beyond who tells what.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>
#include <utility>

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
[[nodiscard]] std::optional<Outcome> parse_outcome(std::string_view name) noexcept;

/// What speaks for it that two reports tell one event (above zero), and against it.
struct Sameness {
    double act = 0, sides = 0, story = 0, words = 0, time = 0, place = 0;

    [[nodiscard]] double sum() const noexcept { return act + sides + story + words + time + place; }
    [[nodiscard]] std::array<std::pair<std::string_view, double>, 6> named() const noexcept {
        return {{{"act", act}, {"sides", sides}, {"story", story}, {"words", words}, {"time", time}, {"place", place}}};
    }
    friend bool operator==(const Sameness&, const Sameness&) = default;
};
inline constexpr double enough_for_sameness = 4.4; ///< sums from here on, on the average over all reports of both sides, make one event

/// Why a report was held to tell the same event as the others: the one of them that it is surest of.
struct MergeReason {
    std::uint32_t report = 0;  ///< place in TimelineEvent::reports, as the next
    std::uint32_t same_as = 0;
    Sameness points;

    friend bool operator==(const MergeReason&, const MergeReason&) = default;
};

/// Names the rules by which this program merges: what was found by others has to be found anew.
[[nodiscard]] std::string_view merging_rules() noexcept;

} // namespace dateline
