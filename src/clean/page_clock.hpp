// SPDX-License-Identifier: MIT
#pragma once

#include <chrono>
#include <optional>
#include <string_view>

#include <dateline/core/day.hpp>

#include "date_tokens.hpp"

namespace dateline {

struct ClockMatch {
    std::chrono::seconds clock{};
    std::optional<std::chrono::minutes> offset;
    std::size_t next = 0; ///< the token behind it
};

/// Reads clocks with their half of the day and zone: 05:47, 5:47:12.345, 5.47pm, 5 a.m., 17h30, 05:47 IST, 17:30+05:30.
class ClockReader {
public:
    /// `tokens` must outlive it. `country`: ISO 3166-1 alpha-2, lower case, for zones such as IST; may be empty.
    ClockReader(const DateTokens& tokens, std::string_view country) : m_tokens{tokens}, m_country{country} {}

    /// The clock that starts at token `i`, on the given day.
    [[nodiscard]] std::optional<ClockMatch> match(std::size_t i, Day day) const;

private:
    bool match_half(std::size_t& next, int& hour) const;
    [[nodiscard]] std::optional<std::chrono::minutes> match_zone(std::size_t& next, Day day) const;
    [[nodiscard]] std::optional<std::chrono::minutes> match_offset(std::size_t& next) const;
    [[nodiscard]] std::optional<std::chrono::minutes> zone_offset(std::string_view name, Day day) const;

    const DateTokens& m_tokens;
    std::string_view m_country;
};

} // namespace dateline
