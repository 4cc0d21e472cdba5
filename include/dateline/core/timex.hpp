// SPDX-License-Identifier: MIT
//
// Time expressions after ISO-TimeML TIMEX3.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include <dateline/core/day.hpp>
#include <dateline/core/document.hpp>
#include <dateline/core/span.hpp>

namespace dateline {

enum class TimexType : std::uint8_t { date, time, duration, set };
[[nodiscard]] std::string_view name_of(TimexType type) noexcept; ///< "DATE", "TIME", "DURATION", "SET"

struct Timex {
    Span span;          ///< in Document::text
    TokenRange tokens;  ///< the tokens it covers or touches
    TimexType type = TimexType::date;
    std::string value;  ///< TIMEX3 value: "2025-11-06", "2026", "2025-W45", "P2D", "PRESENT_REF"
    std::string mod;    ///< TIMEX3 mod: "START", "END", "APPROX", …; usually empty
    DateInterval interval; ///< both ends absent for durations and sets that name no stretch of the calendar
    std::string rule;   ///< which rule read it, for `--why`
    std::string reference; ///< what it was counted from: a day, and whose ("publication", "dateline", "previous"); empty if absolute
};

} // namespace dateline
