// SPDX-License-Identifier: MIT
//
// The text is cut into numbers, words and single signs. A date is looked for at every number and every month's name, by the few
// orders in which people write dates; a clock and a zone are then looked for close behind it and close before it.
#include "page_date.hpp"

#include <algorithm>
#include <string>

#include <fmt/format.h>

#include "date_tokens.hpp"
#include "page_clock.hpp"

namespace dateline {
namespace {

constexpr int first_year = 1900;
constexpr int last_year = 2100;

struct DayMatch {
    Day day;
    std::size_t next = 0; ///< the token behind it
    FieldOrder order = FieldOrder::unknown;
    std::optional<Day> other_way_round;
};

class Scanner {
public:
    Scanner(std::string_view text, const DateHabits& habits) : m_habits{habits}, m_tokens{text}, m_clock{m_tokens, habits.country} {}

    [[nodiscard]] std::vector<PageDate> scan() const {
        std::vector<PageDate> dates;
        std::size_t before = 0; // the first token that no date has taken yet
        for (std::size_t i = 0; i < m_tokens.size();) {
            const auto day = match_day(i);
            if (!day) {
                ++i;
                continue;
            }
            PageDate date{.instant = {.local = date::local_seconds{day->day.time_since_epoch()}},
                          .span = {m_tokens.at(i).span.begin, m_tokens.at(day->next - 1).span.end},
                          .order = day->order,
                          .other_way_round = day->other_way_round};
            i = day->next;
            if (const auto clock = clock_behind(i, date.instant.day())) {
                set_clock(date.instant, *clock);
                i = clock->next;
                date.span.end = m_tokens.at(i - 1).span.end;
            } else if (const auto earlier = clock_before(before, day->next, date)) {
                set_clock(date.instant, *earlier);
            }
            before = i;
            dates.push_back(date);
        }
        return dates;
    }

private:
    static void set_clock(Instant& instant, const ClockMatch& clock) {
        instant.local += clock.clock;
        instant.has_time = true;
        instant.offset = clock.offset;
    }

    [[nodiscard]] bool is_year(std::size_t i) const { return m_tokens.is_number(i) && m_tokens.at(i).digits == 4 && m_tokens.at(i).value >= first_year && m_tokens.at(i).value < last_year; }
    [[nodiscard]] bool is_day(std::size_t i) const { return m_tokens.is_number(i) && m_tokens.at(i).digits <= 2 && m_tokens.at(i).value >= 1 && m_tokens.at(i).value <= 31; }
    [[nodiscard]] bool is_month(std::size_t i) const { return m_tokens.is_number(i) && m_tokens.at(i).digits <= 2 && m_tokens.at(i).value >= 1 && m_tokens.at(i).value <= 12; }

    [[nodiscard]] static std::optional<DayMatch> day_match(int year, int month, int day, std::size_t next) {
        const auto made = make_day(year, static_cast<unsigned>(month), static_cast<unsigned>(day));
        if (!made) return std::nullopt;
        return DayMatch{.day = *made, .next = next, .order = FieldOrder::unknown, .other_way_round = std::nullopt};
    }

    [[nodiscard]] std::optional<DayMatch> match_day(std::size_t i) const {
        // a date never starts in the middle of a longer row of digits and signs: 1.2025-11-06, 10.20.30.2025
        const bool inside = i > 0 && m_tokens.glued(i) && (m_tokens.is_sign(i - 1, '.') || m_tokens.is_sign(i - 1, '-') || m_tokens.is_sign(i - 1, '/')) && i > 1 && m_tokens.is_number(i - 2) && m_tokens.glued(i - 1);
        if (m_tokens.at(i).kind == Token::Kind::number) {
            if (inside) return std::nullopt;
            if (is_year(i)) return match_year_first(i);
            if (m_tokens.at(i).digits == 8 || m_tokens.at(i).digits == 14) return match_compact(i);
            if (is_day(i)) return match_day_first(i);
            return std::nullopt;
        }
        return m_tokens.at(i).month != 0 ? match_month_first(i) : std::nullopt;
    }

    /// 2025-11-06, 2025/11/06, 2025.11.06, 2025. 11. 6., 2025年11月6日, 2025 Nov 6
    [[nodiscard]] std::optional<DayMatch> match_year_first(std::size_t i) const {
        const int year = m_tokens.at(i).value;
        for (const char sign : {'-', '/', '.', 'Y'}) {
            if (!m_tokens.is_sign(i + 1, sign) || !is_month(i + 2)) continue;
            const char second = sign == 'Y' ? 'M' : sign;
            if (m_tokens.is_sign(i + 3, second) && is_day(i + 4)) return day_match(year, m_tokens.at(i + 2).value, m_tokens.at(i + 4).value, i + (m_tokens.is_sign(i + 5, 'D') ? 6U : 5U));
        }
        std::size_t next = i + 1;
        if (m_tokens.is_sign(next, '-') || m_tokens.is_sign(next, '/') || m_tokens.is_sign(next, ',') || m_tokens.is_sign(next, '.')) ++next;
        if (m_tokens.at(next).month == 0) return std::nullopt;
        const int month = m_tokens.at(next++).month;
        if (m_tokens.is_sign(next, '-') || m_tokens.is_sign(next, '/') || m_tokens.is_sign(next, '.')) ++next;
        return is_day(next) ? day_match(year, month, m_tokens.at(next).value, next + 1) : std::nullopt;
    }

    /// 20251106, 20251106T054700Z
    [[nodiscard]] std::optional<DayMatch> match_compact(std::size_t i) const {
        const int value = m_tokens.at(i).value;
        if (m_tokens.at(i).digits != 8 || value / 10000 < first_year || value / 10000 >= last_year) return std::nullopt;
        return day_match(value / 10000, value / 100 % 100, value % 100, i + 1);
    }

    /// 6 November 2025, 6th of November, 2025, 06-Nov-2025, 6. listopadu 2025, 6 de noviembre de 2025, and numbers alone
    [[nodiscard]] std::optional<DayMatch> match_day_first(std::size_t i) const {
        std::size_t next = i + 1;
        if (m_tokens.is_word(next, {"st", "nd", "rd", "th", "er", "º", "o"})) ++next;
        while (m_tokens.is_sign(next, '.') || m_tokens.is_sign(next, '-') || m_tokens.is_sign(next, '/') || m_tokens.is_sign(next, ',') || m_tokens.is_word(next, {"of", "de", "d", "di", "ng"})) {
            if (m_tokens.at(next + 1).kind == Token::Kind::number) break;
            ++next;
        }
        if (m_tokens.at(next).month != 0) return match_year_behind(next + 1, m_tokens.at(next).month, m_tokens.at(i).value);
        return match_numbers(i);
    }

    /// The year behind day and month, over the few signs and words that may stand between.
    [[nodiscard]] std::optional<DayMatch> match_year_behind(std::size_t next, int month, int day) const {
        for (int step = 0; step < 2; ++step) {
            if (m_tokens.is_sign(next, '.') || m_tokens.is_sign(next, ',') || m_tokens.is_sign(next, '-') || m_tokens.is_sign(next, '/') || m_tokens.is_sign(next, '\'') ||
                m_tokens.is_word(next, {"de", "del", "of", "in"})) {
                ++next;
            }
        }
        if (is_year(next)) return day_match(m_tokens.at(next).value, month, day, next + 1);
        const bool short_year = m_tokens.is_number(next) && m_tokens.at(next).digits == 2 && m_tokens.glued(next) && m_tokens.is_sign(next - 1, '-'); // 06-Nov-25
        return short_year ? day_match(2000 + m_tokens.at(next).value, month, day, next + 1) : std::nullopt;
    }

    /// 06-11-2025, 6/11/2025, 06.11.2025, 06 | 11 | 2025, 6/11/25
    [[nodiscard]] std::optional<DayMatch> match_numbers(std::size_t i) const {
        const char sign = m_tokens.at(i + 1).sign;
        if (m_tokens.at(i + 1).kind != Token::Kind::sign || (sign != '-' && sign != '/' && sign != '.' && sign != '|') || !m_tokens.is_sign(i + 3, sign)) return std::nullopt;
        if (!is_day(i + 2) || !m_tokens.is_number(i + 4)) return std::nullopt;
        if (m_tokens.is_sign(i + 5, sign) && m_tokens.glued(i + 6) && m_tokens.is_number(i + 6)) return std::nullopt; // a number of a version
        int year = m_tokens.at(i + 4).value;
        const bool two_each = m_tokens.at(i).digits == 2 && m_tokens.at(i + 2).digits == 2;
        if (m_tokens.at(i + 4).digits == 2 && year >= 10 && year <= 40 && (two_each || (sign != '.' && m_tokens.at(i).digits == 2)) && sign != '|') {
            year += 2000;
        } else if (!is_year(i + 4)) {
            return std::nullopt;
        }
        const int first = m_tokens.at(i).value;
        const int second = m_tokens.at(i + 2).value;
        const auto day_first = make_day(year, static_cast<unsigned>(second), static_cast<unsigned>(first));
        const auto month_first = make_day(year, static_cast<unsigned>(first), static_cast<unsigned>(second));
        if (!day_first && (!month_first || (sign == '.' && m_tokens.at(i + 4).digits == 2))) return std::nullopt;
        const bool sure = !day_first || !month_first || first == second;
        const bool prefer_day = day_first && (!month_first || prefers_day_first(sign));
        DayMatch match{.day = prefer_day ? *day_first : *month_first,
                       .next = i + 5,
                       .order = prefer_day ? FieldOrder::day_first : FieldOrder::month_first,
                       .other_way_round = std::nullopt};
        if (!sure) match.other_way_round = prefer_day ? month_first : day_first;
        return match;
    }

    /// With dots or dashes the day comes first nearly everywhere; with slashes as the country does.
    [[nodiscard]] bool prefers_day_first(char sign) const {
        if (m_habits.order != FieldOrder::unknown) return m_habits.order == FieldOrder::day_first;
        if (sign != '/') return true;
        return !m_habits.country.empty() && m_habits.country != "us" && m_habits.country != "ph";
    }

    /// November 6, 2025; Nov. 6th 2025; Nov-06-2025
    [[nodiscard]] std::optional<DayMatch> match_month_first(std::size_t i) const {
        std::size_t next = i + 1;
        if (m_tokens.is_sign(next, '.') || m_tokens.is_sign(next, '-') || m_tokens.is_sign(next, '/')) ++next;
        if (!is_day(next)) return std::nullopt;
        const int day = m_tokens.at(next++).value;
        if (m_tokens.is_word(next, {"st", "nd", "rd", "th"})) ++next;
        return match_year_behind(next, m_tokens.at(i).month, day);
    }

    /// A clock behind the date: at once, or over "at", "T", a comma, a dash, a bar or the weekday.
    [[nodiscard]] std::optional<ClockMatch> clock_behind(std::size_t i, Day day) const {
        for (std::size_t k = i; k < i + 4 && k < m_tokens.size(); ++k) {
            if (const auto clock = m_clock.match(k, day)) return clock;
            const auto& token = m_tokens.at(k);
            const bool sign = token.kind == Token::Kind::sign && (token.sign == ',' || token.sign == '-' || token.sign == '|' || token.sign == '(' ||
                                                                 token.sign == 0 || token.sign == '/' || token.sign == '.' || token.sign == ':');
            const bool word = token.kind == Token::Kind::word && token.month == 0 && token.span.size() <= 4;
            if (!sign && !word) return std::nullopt;
        }
        return std::nullopt;
    }

    /// "05:47 IST, November 6, 2025": a clock that ends close before the date, which then starts with it.
    [[nodiscard]] std::optional<ClockMatch> clock_before(std::size_t from, std::size_t next, PageDate& date) const {
        std::size_t start = next;
        while (start > 0 && m_tokens.at(start - 1).span.begin >= date.span.begin) --start;
        for (std::size_t back = 2; back <= 10 && back <= start - std::min(start, from); ++back) {
            const auto k = start - back;
            if (!m_tokens.is_number(k) || (k > 0 && m_tokens.is_sign(k - 1, ':') && m_tokens.glued(k))) continue;
            const auto clock = m_clock.match(k, date.instant.day());
            if (!clock || clock->next > start || start - clock->next > 2) continue;
            date.span.begin = m_tokens.at(k).span.begin;
            return clock;
        }
        return std::nullopt;
    }

    const DateHabits& m_habits;
    DateTokens m_tokens;
    ClockReader m_clock;
};

} // namespace

std::vector<PageDate> find_page_dates(std::string_view text, const DateHabits& habits) {
    if (text.find_first_of("0123456789") == std::string_view::npos) return {}; // most blocks of a page, and not to be cut into tokens
    return Scanner{text, habits}.scan();
}

std::optional<Instant> read_page_date(std::string_view text, const DateHabits& habits) {
    constexpr std::size_t longest = 200; // bytes; a date field that is longer is none
    if (const auto instant = parse_instant(text)) return instant;
    if (text.size() > longest) return std::nullopt;
    const auto dates = find_page_dates(text, habits);
    return dates.empty() ? std::nullopt : std::optional{dates.front().instant};
}

std::optional<Day> find_url_date(std::string_view url) {
    const auto scheme = url.find("://");
    const auto path = url.find('/', scheme == std::string_view::npos ? 0 : scheme + 3);
    if (path == std::string_view::npos) return std::nullopt;
    std::string spaced; // what parts a path's words
    for (const char c : url.substr(path, url.find('?') - path)) spaced += c == '_' ? '-' : c;
    for (const auto& date : find_page_dates(spaced, {})) {
        const auto year = static_cast<int>(date::year_month_day{date.instant.day()}.year());
        if (!date.other_way_round && year >= 1990) return date.instant.day();
    }
    return std::nullopt;
}

std::optional<Month> find_url_month(std::string_view url) {
    constexpr std::size_t length = 9; // of "/2025/11/"
    const auto digits = [&](std::size_t at, std::size_t count) {
        return std::ranges::all_of(url.substr(at, count), [](char c) { return c >= '0' && c <= '9'; });
    };
    for (auto at = url.find('/'); at != std::string_view::npos && at + length <= url.size(); at = url.find('/', at + 1)) {
        if (url[at + 5] != '/' || url[at + 8] != '/' || !digits(at + 1, 4) || !digits(at + 6, 2)) continue;
        if (const auto first = parse_day(fmt::format("{}-{}-01", url.substr(at + 1, 4), url.substr(at + 6, 2)))) {
            const date::year_month_day ymd{*first};
            if (static_cast<int>(ymd.year()) >= 1990) return ymd.year() / ymd.month();
        }
    }
    return std::nullopt;
}

FieldOrder learn_order(const std::vector<PageDate>& dates, const std::vector<Day>& certain) {
    int day_first = 0;
    int month_first = 0;
    const auto is_certain = [&](Day day) { return std::ranges::find(certain, day) != certain.end(); };
    for (const auto& date : dates) {
        if (date.order == FieldOrder::unknown) continue;
        const bool as_read = !date.other_way_round || is_certain(date.instant.day());
        const bool other = date.other_way_round && is_certain(*date.other_way_round);
        if (as_read == other) continue;
        ((date.order == FieldOrder::day_first) == as_read ? day_first : month_first) += 1;
    }
    if (day_first == month_first) return FieldOrder::unknown;
    return day_first > month_first ? FieldOrder::day_first : FieldOrder::month_first;
}

} // namespace dateline
