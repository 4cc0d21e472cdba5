// SPDX-License-Identifier: MIT
//
// Days, instants and date intervals. All calendar arithmetic goes through Howard Hinnant's date library.
#pragma once

#include <chrono>
#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include <date/date.h>

namespace dateline {

/// A day of the proleptic Gregorian calendar, years 1 to 9999.
using Day = date::sys_days;

/// "YYYY-MM-DD" (ISO 8601-1 5.2.2.1, extended format).
[[nodiscard]] std::string format_day(Day day);

/// The day that `text` names as "YYYY-MM-DD", nothing before or after it; nothing when it is no such day.
[[nodiscard]] std::optional<Day> parse_day(std::string_view text);

/// The day of a year, month and day of month, or nothing (30 February, year 0, year 10000).
[[nodiscard]] std::optional<Day> make_day(int year, unsigned month, unsigned day);

/// A moment as a page gives it: local clock time, and the offset of that clock where it is known.
/// A page that gives only a day has `has_time == false` and `local` at midnight.
struct Instant {
    date::local_seconds local{};
    std::optional<std::chrono::minutes> offset; ///< east of UTC
    bool has_time = false;

    [[nodiscard]] Day day() const { return Day{date::floor<date::days>(local).time_since_epoch()}; }
    friend bool operator==(const Instant&, const Instant&) = default;
};

/// "2025-11-06", "2025-11-06T05:47:00", "2025-11-06T05:47:00+05:30" or "…Z" (offset 0).
[[nodiscard]] std::string format_instant(const Instant& instant);

/// Reads what `format_instant` writes, and ISO 8601 with a space for the T, without seconds, with fractions (dropped),
/// with offsets written +0530, +05 or Z. Nothing may follow.
[[nodiscard]] std::optional<Instant> parse_instant(std::string_view text);

/// How finely a date is known. From fine to coarse; `open` means that at least one end is not known.
enum class Precision : std::uint8_t { time, day, week, month, quarter, season, year, decade, open };

/// What a date rests on. `publication` is the fallback and always says so.
enum class Basis : std::uint8_t { stated, relative, publication, none };

/// Between which two days something falls, both inclusive; an absent end is not known.
struct DateInterval {
    std::optional<Day> earliest;
    std::optional<Day> latest;
    Precision precision = Precision::open;
    Basis basis = Basis::none;

    friend bool operator==(const DateInterval&, const DateInterval&) = default;
};

/// Extended Date/Time Format, ISO 8601-2 level 1: "2026", "2025-11", "2025-11-05", "2025-11-05/2025-11-06", "2025-11-06/..", "../2025".
/// Empty when neither end is known.
[[nodiscard]] std::string format_edtf(const DateInterval& interval);

/// The names of contract/event.schema.json; Basis::stated is "explicit" there.
[[nodiscard]] std::string_view name_of(Precision precision) noexcept;
[[nodiscard]] std::string_view name_of(Basis basis) noexcept;
[[nodiscard]] std::optional<Precision> parse_precision(std::string_view name) noexcept;
[[nodiscard]] std::optional<Basis> parse_basis(std::string_view name) noexcept;

} // namespace dateline
