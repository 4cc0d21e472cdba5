// SPDX-License-Identifier: MIT
//
// Who acts on whom in a report, and whether two reports can speak of the same people.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "report_table.hpp"

namespace dateline {

/// Numbers of ActorRows, sorted, each once.
struct Sides {
    std::vector<std::uint32_t> sources;
    std::vector<std::uint32_t> targets;
    bool directed = true; ///< false: a meeting, an agreement; who stands on which side means nothing

    [[nodiscard]] std::vector<std::uint32_t> together() const;
    void add(const Sides& other);
};

/// Which actors may be the same or stand for each other.
class Acquaintance {
public:
    explicit Acquaintance(const ReportTable& table);

    /// `directed`: whether acts of this kind have a direction; participants without one take it away.
    [[nodiscard]] Sides sides_of(const EventRow& row, bool directed) const;

    /// Whether both lists name the same person.
    [[nodiscard]] bool share_person(const std::vector<std::uint32_t>& a, const std::vector<std::uint32_t>& b) const;

    /// How far two reports know the same actors on the same sides: from 0, nothing is known, to 1 for each side that agrees whole;
    /// nothing when they exclude each other.
    [[nodiscard]] std::optional<double> agreement(const Sides& a, const Sides& b) const;

private:
    [[nodiscard]] unsigned likeness(std::uint32_t a, std::uint32_t b) const;
    [[nodiscard]] bool names_contained(std::uint32_t a, std::uint32_t b) const;
    [[nodiscard]] double shared(const std::vector<std::uint32_t>& a, const std::vector<std::uint32_t>& b) const;

    const ReportTable& m_table;
    std::vector<std::vector<std::uint32_t>> m_names; ///< by ActorRow: the words of its name, sorted
};

} // namespace dateline
