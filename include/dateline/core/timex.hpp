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
    std::string value;  ///< TIMEX3 value: "2025-11-06", "2026", "2025-W45", "P2D", "PRESENT_REF"; empty for a day that no calendar has
    std::string mod;    ///< TIMEX3 mod: "START", "END", "APPROX", …; usually empty
    DateInterval interval; ///< both ends absent for durations and sets that name no stretch of the calendar
    DateInterval range; ///< the whole range that it is an end of ("from 3 to 5 May", "2014-15"); no ends when it is none
    std::optional<Instant> moment; ///< of a time that names its hours: what the clocks show, with their offset where a zone is named
    std::string alternative; ///< what else the words may mean: "05/06/2024" where nothing shows which is the month; usually empty
    std::string rule;      ///< which rule read it, for `--why`; why there is no value, where there is none
    std::string operators; ///< what it was computed by: "shift(-2 week, now)"
    std::string reference; ///< what it was counted from: a day, and whose ("publication", "dateline", "previous"); empty if absolute
};

/// ISO 8601-2 level 1: "2025-11-06T15:00:00-05:00" for a moment, the range's or the expression's own days otherwise.
[[nodiscard]] std::string format_edtf(const Timex& timex);

} // namespace dateline
