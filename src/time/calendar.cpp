// SPDX-License-Identifier: MIT
#include "calendar.hpp"

#include <algorithm>
#include <array>

namespace dateline::time {
namespace {

constexpr std::array<std::string_view, 15> unit_codes{"S", "MIN", "H", "D", "WE", "W", "FN", "M", "Q", "SEM", "SN", "Y", "DE", "CE", "ML"};

Day first_day() { return Day{date::year{first_year} / date::January / 1}; }
Day last_day() { return Day{date::year{last_year} / date::December / 31}; }
bool in_range(Day day) { return first_day() <= day && day <= last_day(); }

Stretch cut(Day first, Day last, Unit unit) { return {std::max(first, first_day()), std::min(last, last_day()), unit}; }

Day first_of_month(date::year_month month) { return Day{month / 1}; }
Day last_of_month(date::year_month month) { return Day{month / date::last}; }

date::year_month month_in(Day day) {
    const date::year_month_day ymd{day};
    return ymd.year() / ymd.month();
}

/// `count` months that start with a month whose number is a multiple of `count` (plus `phase`).
Stretch months_around(Day day, int count, int phase, Unit unit) {
    const auto month = static_cast<int>(month_of(day)) - 1;
    const auto back = ((month - phase) % count + count) % count;
    const auto first = month_in(day) - date::months{back};
    return cut(first_of_month(first), last_of_month(first + date::months{count - 1}), unit);
}

Stretch years_around(Day day, int count, Unit unit) {
    const auto first = year_of(day) / count * count;
    return cut(Day{date::year{first} / 1 / 1}, Day{date::year{first + count - 1} / 12 / 31}, unit);
}

constexpr int years_in(Unit unit) noexcept {
    switch (unit) {
    case Unit::decade: return 10;
    case Unit::century: return 100;
    case Unit::millennium: return 1000;
    default: return 1;
    }
}

constexpr int months_in(Unit unit) noexcept {
    switch (unit) {
    case Unit::quarter:
    case Unit::season: return 3;
    case Unit::half: return 6;
    default: return 1;
    }
}

/// Far more than 9999 years of days: what is counted further leaves the calendar anyway, and sums cannot overflow.
constexpr int largest_count = 10'000'000;

} // namespace

std::optional<Unit> parse_unit(std::string_view code) noexcept {
    const auto* const at = std::ranges::find(unit_codes, code);
    if (at == unit_codes.end()) return std::nullopt;
    return static_cast<Unit>(at - unit_codes.begin());
}

int year_of(Day day) { return static_cast<int>(date::year_month_day{day}.year()); }
unsigned month_of(Day day) { return static_cast<unsigned>(date::year_month_day{day}.month()); }
int weekday_of(Day day) { return static_cast<int>(date::weekday{day}.iso_encoding()); }

IsoWeek iso_week_of(Day day) {
    // ISO 8601-1 5.1.4: the week belongs to the year that its Thursday is in.
    const auto thursday = day + date::days{4 - weekday_of(day)};
    const auto year = year_of(thursday);
    const auto day_of_year = (thursday - Day{date::year{year} / 1 / 1}).count();
    return {year, static_cast<int>(day_of_year / 7) + 1};
}

Stretch stretch_of(Day day, Unit unit) {
    switch (unit) {
    case Unit::second:
    case Unit::minute:
    case Unit::hour:
    case Unit::day: return {day, day, unit};
    case Unit::weekend: {
        const auto saturday = day + date::days{6 - weekday_of(day)};
        return cut(saturday, saturday + date::days{1}, unit);
    }
    case Unit::week: {
        const auto monday = day - date::days{weekday_of(day) - 1};
        return cut(monday, monday + date::days{6}, unit);
    }
    case Unit::fortnight: return cut(day, day + date::days{13}, unit);
    case Unit::month:
    case Unit::quarter:
    case Unit::half: return months_around(day, months_in(unit), 0, unit);
    case Unit::season: return months_around(day, 3, 2, unit);
    case Unit::year:
    case Unit::decade:
    case Unit::century:
    case Unit::millennium: return years_around(day, years_in(unit), unit);
    }
    return {day, day, Unit::day};
}

std::optional<Day> add(Day day, int count, Unit unit) {
    if (std::abs(count) > largest_count) return std::nullopt;
    switch (unit) {
    case Unit::second:
    case Unit::minute:
    case Unit::hour: return day;
    case Unit::day: day += date::days{count}; break;
    case Unit::weekend:
    case Unit::week: day += date::days{7L * count}; break;
    case Unit::fortnight: day += date::days{14L * count}; break;
    default: {
        const auto months = static_cast<long>(count) * (unit >= Unit::year ? 12L * years_in(unit) : months_in(unit));
        if (std::abs(months) > 12L * last_year) return std::nullopt;
        const date::year_month_day ymd{day};
        const auto month = month_in(day) + date::months{months};
        day = Day{month / std::min(ymd.day(), (month / date::last).day())};
    }
    }
    if (!in_range(day)) return std::nullopt;
    return day;
}

std::optional<Stretch> shift(const Stretch& stretch, int count) {
    const auto first = add(stretch.first, count, stretch.unit);
    if (!first) return std::nullopt;
    return stretch_of(*first, stretch.unit);
}

std::optional<Stretch> year_stretch(int year) {
    const auto first = make_day(year, 1, 1);
    if (!first) return std::nullopt;
    return stretch_of(*first, Unit::year);
}

std::optional<Stretch> month_stretch(int year, unsigned month) {
    const auto first = make_day(year, month, 1);
    if (!first) return std::nullopt;
    return stretch_of(*first, Unit::month);
}

std::optional<Stretch> quarter_stretch(int year, int quarter) {
    if (quarter < 1 || quarter > 4) return std::nullopt;
    const auto first = make_day(year, static_cast<unsigned>(quarter) * 3 - 2, 1);
    if (!first) return std::nullopt;
    return stretch_of(*first, Unit::quarter);
}

std::optional<Stretch> half_stretch(int year, int half) {
    if (half < 1 || half > 2) return std::nullopt;
    const auto first = make_day(year, static_cast<unsigned>(half) * 6 - 5, 1);
    if (!first) return std::nullopt;
    return stretch_of(*first, Unit::half);
}

std::optional<Stretch> season_stretch(int year, Season season) {
    const auto first = make_day(year, 3 + 3 * static_cast<unsigned>(season), 1);
    if (!first) return std::nullopt;
    return stretch_of(*first, Unit::season);
}

} // namespace dateline::time
