// SPDX-License-Identifier: MIT
//
// Hours of the 12-hour clock to those of the day.
#pragma once

#include <string_view>

#include "expression.hpp"

namespace dateline::time {

/// 12-hour clock to 24 hours: 12 a.m. is 0, 12 p.m. is 12.
[[nodiscard]] constexpr std::int8_t hour_of(std::int32_t hour, std::string_view meridiem) noexcept {
    if (meridiem == "pm" && hour < 12) hour += 12;
    if (meridiem == "am" && hour == 12) hour = 0;
    return static_cast<std::int8_t>(hour);
}

/// "8 in the evening" is 20: the hour as the part of the day has it.
constexpr void put_in(Part part, Clock& clock) noexcept {
    if (part != Part::none && part != Part::morning && clock.hour > 0 && clock.hour < 12 && !(part == Part::night && clock.hour < 5)) {
        clock.hour = static_cast<std::int8_t>(clock.hour + 12);
    }
}

} // namespace dateline::time
