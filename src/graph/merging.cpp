// SPDX-License-Identifier: MIT
#include <dateline/graph/merging.hpp>

#include <algorithm>
#include <array>

#include "graph_impl.hpp"

namespace dateline {
namespace {

constexpr std::array<std::string_view, 6> outcome_names{"none", "kept", "unconfirmed", "postponed", "cancelled", "disputed"};

} // namespace

std::string_view name_of(Outcome outcome) noexcept {
    const auto i = static_cast<std::size_t>(outcome);
    return i < outcome_names.size() ? outcome_names[i] : std::string_view{};
}

std::optional<Outcome> parse_outcome(std::string_view name) noexcept {
    const auto found = std::ranges::find(outcome_names, name);
    if (found == outcome_names.end()) return std::nullopt;
    return static_cast<Outcome>(found - outcome_names.begin());
}

Merging merging_of(const TimelineGraph& timeline) {
    const auto& graph = GraphAccess::of(timeline);
    Merging merging{.reports = graph.rows, .ends = {graph.first_row.begin() + 1, graph.first_row.end()}, .outcomes = {}, .actors = graph.actors};
    merging.outcomes.reserve(graph.gists.size());
    for (const auto& gist : graph.gists) merging.outcomes.push_back(gist.outcome);
    return merging;
}

} // namespace dateline
