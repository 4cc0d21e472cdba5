// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <utility>
#include <vector>

#include "report_table.hpp"

namespace dateline {

struct SameEvents {
    std::vector<std::uint32_t> first; ///< for each report the first report of its event
    std::vector<std::pair<std::uint32_t, std::uint32_t>> contradictions; ///< would be one event if one of them did not deny it
    std::vector<std::uint32_t> postponed; ///< plans that a later report puts off to another time
};

/// Which reports tell the same event. `rows` are those of the table in an order that depends on what they say only; the answer
/// speaks of places in `rows`, and depends on the set of reports alone.
[[nodiscard]] SameEvents same_events(const ReportTable& table, std::span<const std::uint32_t> rows);

/// What speaks for it that two reports tell one event (above zero), and against it.
struct Sameness {
    double act = 0, sides = 0, story = 0, words = 0, time = 0, place = 0;

    [[nodiscard]] double sum() const noexcept { return act + sides + story + words + time + place; }
};
inline constexpr double enough_for_sameness = 4.0; ///< sums from here on make one event

/// The pairwise verdict by itself, for those who ask why.
class SamenessJudge {
public:
    SamenessJudge(const ReportTable& table, std::span<const std::uint32_t> rows);
    ~SamenessJudge();

    /// Of two places in `rows`; nothing when they cannot be one.
    [[nodiscard]] std::optional<Sameness> weigh(std::uint32_t a, std::uint32_t b) const;

private:
    struct Impl;
    std::unique_ptr<const Impl> m_impl;
};

} // namespace dateline
