// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>

#include <dateline/core/event.hpp>

namespace dateline {

struct GraphAccess; // both in src/graph
struct ReportTable;

/// What articles report: events as single articles tell them, before any two are held to be the same.
///
/// A set: adding is associative, commutative and idempotent, so shards collected apart and joined in any order are equal.
/// This is the truth that a TimelineGraph is computed from. Kept compactly (strings once, rows of numbers): about 0.4 kB an event.
class Reports {
public:
    Reports();
    ~Reports();
    Reports(const Reports&);
    Reports& operator=(const Reports&);
    Reports(Reports&&) noexcept;
    Reports& operator=(Reports&&) noexcept;

    /// `event` as an extractor gives it, with its evidence. Adding what is there already changes nothing. Returns its place, which
    /// counts from 0 in the order of adding: of an event that is there already, that of the first.
    std::uint32_t add(const Event& event);
    void add(const Reports& others);

    /// The reports whose evidence was published on or before `day`: what was known then. Reports without a date are left out.
    [[nodiscard]] Reports known_on(Day day) const;

    [[nodiscard]] std::size_t size() const noexcept;

private:
    friend struct GraphAccess;
    std::unique_ptr<ReportTable> m_table;
};

} // namespace dateline
