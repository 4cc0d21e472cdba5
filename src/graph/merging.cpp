// SPDX-License-Identifier: MIT
#include <dateline/graph/merging.hpp>

#include <algorithm>
#include <array>

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

} // namespace dateline
