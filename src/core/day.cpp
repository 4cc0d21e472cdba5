// SPDX-License-Identifier: MIT
#include <dateline/core/day.hpp>

#include <charconv>
#include <system_error>

#include <fmt/format.h>

#include "names.hpp"

namespace dateline {
namespace {

constexpr Names<9> precision_names{"time", "day", "week", "month", "quarter", "season", "year", "decade", "open"};
constexpr Names<4> basis_names{"explicit", "relative", "publication", "none"};

/// Reads exactly `width` digits from the front of `text` and takes them off.
std::optional<int> take_digits(std::string_view& text, std::size_t width) {
    if (text.size() < width) return std::nullopt;
    int value = 0;
    const auto* const end = text.data() + width;
    const auto [stop, error] = std::from_chars(text.data(), end, value);
    if (error != std::errc{} || stop != end || value < 0) return std::nullopt;
    text.remove_prefix(width);
    return value;
}

bool take(std::string_view& text, char c) {
    if (!text.starts_with(c)) return false;
    text.remove_prefix(1);
    return true;
}

std::optional<Day> take_day(std::string_view& text) {
    const auto year = take_digits(text, 4);
    if (!year || !take(text, '-')) return std::nullopt;
    const auto month = take_digits(text, 2);
    if (!month || !take(text, '-')) return std::nullopt;
    const auto day = take_digits(text, 2);
    if (!day) return std::nullopt;
    return make_day(*year, static_cast<unsigned>(*month), static_cast<unsigned>(*day));
}

std::optional<std::chrono::seconds> take_clock(std::string_view& text) {
    const auto hour = take_digits(text, 2);
    if (!hour || !take(text, ':')) return std::nullopt;
    const auto minute = take_digits(text, 2);
    if (!minute || *hour > 24 || *minute > 59) return std::nullopt;
    int second = 0;
    if (take(text, ':')) {
        const auto digits = take_digits(text, 2);
        if (!digits || *digits > 60) return std::nullopt; // 60: leap second
        second = *digits;
        if (take(text, '.') || take(text, ',')) {
            while (!text.empty() && text.front() >= '0' && text.front() <= '9') text.remove_prefix(1);
        }
    }
    return std::chrono::hours{*hour} + std::chrono::minutes{*minute} + std::chrono::seconds{second};
}

std::optional<std::chrono::minutes> take_offset(std::string_view& text) {
    if (take(text, 'Z')) return std::chrono::minutes{0};
    const bool west = text.starts_with('-');
    if (!west && !text.starts_with('+')) return std::nullopt;
    text.remove_prefix(1);
    const auto hours = take_digits(text, 2);
    if (!hours) return std::nullopt;
    int minutes = 0;
    if (!text.empty()) {
        take(text, ':');
        const auto digits = take_digits(text, 2);
        if (!digits || *digits > 59) return std::nullopt;
        minutes = *digits;
    }
    if (*hours > 18) return std::nullopt;
    const auto offset = std::chrono::hours{*hours} + std::chrono::minutes{minutes};
    return west ? -offset : offset;
}

} // namespace

std::string format_day(Day day) {
    const date::year_month_day ymd{day};
    return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(ymd.year()), static_cast<unsigned>(ymd.month()),
                       static_cast<unsigned>(ymd.day()));
}

std::optional<Day> make_day(int year, unsigned month, unsigned day) {
    if (year < 1 || year > 9999) return std::nullopt;
    const auto ymd = date::year{year} / date::month{month} / date::day{day};
    if (!ymd.ok()) return std::nullopt;
    return Day{ymd};
}

std::optional<Day> parse_day(std::string_view text) {
    const auto day = take_day(text);
    return text.empty() ? day : std::nullopt;
}

std::string format_instant(const Instant& instant) {
    auto text = format_day(instant.day());
    if (!instant.has_time) return text;
    const date::hh_mm_ss clock{instant.local - date::floor<date::days>(instant.local)};
    text += fmt::format("T{:02}:{:02}:{:02}", clock.hours().count(), clock.minutes().count(), clock.seconds().count());
    if (instant.offset) {
        const auto minutes = instant.offset->count();
        const auto size = minutes < 0 ? -minutes : minutes;
        text += minutes == 0 ? "Z" : fmt::format("{}{:02}:{:02}", minutes < 0 ? '-' : '+', size / 60, size % 60);
    }
    return text;
}

std::optional<Instant> parse_instant(std::string_view text) {
    const auto day = take_day(text);
    if (!day) return std::nullopt;
    Instant instant{.local = date::local_seconds{day->time_since_epoch()}};
    if (text.empty()) return instant;
    if (!take(text, 'T') && !take(text, ' ') && !take(text, 't')) return std::nullopt;
    const auto clock = take_clock(text);
    if (!clock) return std::nullopt;
    instant.local += *clock;
    instant.has_time = true;
    take(text, ' ');
    if (text.empty()) return instant;
    instant.offset = take_offset(text);
    if (!instant.offset || !text.empty()) return std::nullopt;
    return instant;
}

std::string format_edtf(const DateInterval& interval) {
    const auto& [earliest, latest, precision, basis] = interval;
    if (!earliest && !latest) return {};
    if (!latest) return format_day(*earliest) + "/..";
    if (!earliest) return "../" + format_day(*latest);
    if (*earliest == *latest) return format_day(*earliest);
    const date::year_month_day first{*earliest};
    const date::year_month_day last{*latest};
    const bool whole_months = first.day() == date::day{1} && last == last.year() / last.month() / date::last;
    if (whole_months && first.year() == last.year()) {
        if (first.month() == last.month()) return format_day(*earliest).substr(0, 7);
        if (first.month() == date::January && last.month() == date::December) return format_day(*earliest).substr(0, 4);
    }
    return format_day(*earliest) + '/' + format_day(*latest);
}

std::string_view name_of(Precision precision) noexcept { return name_in(precision_names, precision); }
std::string_view name_of(Basis basis) noexcept { return name_in(basis_names, basis); }
std::optional<Precision> parse_precision(std::string_view name) noexcept { return find_in<Precision>(precision_names, name); }
std::optional<Basis> parse_basis(std::string_view name) noexcept { return find_in<Basis>(basis_names, name); }

} // namespace dateline
