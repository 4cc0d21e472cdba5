// SPDX-License-Identifier: MIT
//
// Dates as pages and feeds write them: ISO 8601, RFC 5322, "Updated: 06-11-2025 05:47 IST", "Nov. 6, 2025, 5:47 a.m. ET",
// "6. listopadu 2025", "2025年11月6日". Whole dates only: a day without its year is no date of publication.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include <dateline/core/day.hpp>
#include <dateline/core/span.hpp>

namespace dateline {

enum class FieldOrder : std::uint8_t { unknown, day_first, month_first };

/// What is known about the writer of the dates.
struct DateHabits {
    FieldOrder order = FieldOrder::unknown; ///< of 06/11/2025; unknown: as the country does
    std::string_view country;               ///< ISO 3166-1 alpha-2, lower case, for the order and for zones such as IST; may be empty
};

struct PageDate {
    Instant instant;
    Span span;                          ///< in the text, with clock and zone
    FieldOrder order = FieldOrder::unknown; ///< as read, of a date in numbers; unknown where there is no doubt: a month's name, year first
    std::optional<Day> other_way_round;     ///< what such a date says in the other order, if that is a date too
};

/// Every date in `text`, in order. Linear in its length.
[[nodiscard]] std::vector<PageDate> find_page_dates(std::string_view text, const DateHabits& habits);

/// The first of them, for text that is nothing but a date.
[[nodiscard]] std::optional<Instant> read_page_date(std::string_view text, const DateHabits& habits);

/// The date in a URL's path: /2025/11/06/, /2025-11-06-, /20251106/, /2025/nov/06/, /29-10-2025.
[[nodiscard]] std::optional<Day> find_url_date(std::string_view url);

/// The month in a URL's path: /2025/11/.
using Month = date::year_month;
[[nodiscard]] std::optional<Month> find_url_month(std::string_view url);

/// How the page writes dates: told from those in numbers that can be read in one way only, and from those that fit a day in `certain`,
/// known from elsewhere, in one way only.
[[nodiscard]] FieldOrder learn_order(const std::vector<PageDate>& dates, const std::vector<Day>& certain);

} // namespace dateline
