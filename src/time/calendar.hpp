// SPDX-License-Identifier: MIT
//
// The calendar as time expressions see it: units, and stretches of days that are one such unit.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include <dateline/core/day.hpp>

namespace dateline::time {

/// From fine to coarse. `season` is a quarter of the year that begins in March, June, September or December.
enum class Unit : std::uint8_t { second, minute, hour, day, weekend, week, fortnight, month, quarter, half, season, year, decade, century, millennium };

/// TIMEX3's letters: "S", "MIN", …; nothing for a code that is none.
[[nodiscard]] std::optional<Unit> parse_unit(std::string_view code) noexcept;

enum class Season : std::uint8_t { spring, summer, fall, winter };

/// A unit of the calendar at its place: the week of 4 November 2024, the year 1999.
/// Units finer than a day stand on the day they fall on.
struct Stretch {
    Day first{};
    Day last{};
    Unit unit = Unit::day;

    [[nodiscard]] bool contains(Day day) const noexcept { return first <= day && day <= last; }
    friend bool operator==(const Stretch&, const Stretch&) = default;
};

inline constexpr int first_year = 1;
inline constexpr int last_year = 9999;
inline constexpr int last_bare_year = 2100; ///< greater numbers beside a month are quantities rather than years

/// The unit that `day` falls in. ISO weeks; a weekend is Saturday and Sunday, on a weekday the one that follows.
/// A decade is 1990-1999, a century 1900-1999. Stretches that would leave the years 1..9999 are cut there.
[[nodiscard]] Stretch stretch_of(Day day, Unit unit);

/// The stretch `count` units after (before, when negative) the one given, counted in the stretch's own unit; nothing outside of 1..9999.
[[nodiscard]] std::optional<Stretch> shift(const Stretch& stretch, int count);

/// The day `count` units later; a day of the month that the new month lacks becomes its last.
[[nodiscard]] std::optional<Day> add(Day day, int count, Unit unit);

/// Years, months, quarters (1-4), halves (1-2), seasons (the winter of 1994 begins in December 1994), ISO weeks.
[[nodiscard]] std::optional<Stretch> year_stretch(int year);
[[nodiscard]] std::optional<Stretch> month_stretch(int year, unsigned month);
[[nodiscard]] std::optional<Stretch> quarter_stretch(int year, int quarter);
[[nodiscard]] std::optional<Stretch> half_stretch(int year, int half);
[[nodiscard]] std::optional<Stretch> season_stretch(int year, Season season);

[[nodiscard]] int year_of(Day day);
[[nodiscard]] unsigned month_of(Day day);
/// 1 = Monday … 7 = Sunday.
[[nodiscard]] int weekday_of(Day day);

/// ISO 8601 year and week number of a day.
struct IsoWeek {
    int year = 1;
    int week = 1;
};
[[nodiscard]] IsoWeek iso_week_of(Day day);

} // namespace dateline::time
