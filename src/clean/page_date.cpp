// SPDX-License-Identifier: MIT
//
// The text is cut into numbers, words and single signs. A date is looked for at every number and every month's name, by the few
// orders in which people write dates; a clock and a zone are then looked for close behind it and close before it.
#include "page_date.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <initializer_list>
#include <string>

#include <dateline/knowledge/table.hpp>
#include <dateline/text/fold.hpp>
#include <dateline/text/utf8.hpp>

namespace dateline {
namespace {

constexpr int first_year = 1900;
constexpr int last_year = 2100;

struct Token {
    enum class Kind : std::uint8_t { number, word, sign };
    Kind kind = Kind::sign;
    Span span;
    int value = -1;          ///< of a number of at most eight digits
    std::uint32_t digits = 0;
    int month = 0;           ///< 1 to 12 for a month's name
    char sign = 0;           ///< the sign, ASCII only
    bool space_before = false;
};

int month_of(std::string_view word) {
    static const Table months = Knowledge::built_in().table("page_months");
    const auto rows = months.find(fold(word));
    if (rows.empty()) return 0;
    int month = 0;
    const auto cell = months.cell(rows.front(), 1);
    std::from_chars(cell.data(), cell.data() + cell.size(), month);
    return month;
}

/// The signs that dates in Chinese, Japanese and Korean put behind year, month and day.
char east_asian_sign(char32_t c) {
    switch (c) {
    case 0x5E74: case 0xB144: return 'Y'; // 年 년
    case 0x6708: case 0xC6D4: return 'M'; // 月 월
    case 0x65E5: case 0xC77C: return 'D'; // 日 일
    default: return 0;
    }
}

std::vector<Token> tokenize(std::string_view text) {
    std::vector<Token> tokens;
    bool space = true;
    for (std::size_t i = 0; i < text.size();) {
        const auto [c, length] = decode(text, i);
        auto end = i + length;
        if (is_space(c)) {
            space = true;
            i = end;
            continue;
        }
        Token token{.span = {static_cast<std::uint32_t>(i), 0}, .space_before = space};
        if (c >= '0' && c <= '9') {
            while (end < text.size() && text[end] >= '0' && text[end] <= '9') ++end;
            token.kind = Token::Kind::number;
            token.digits = static_cast<std::uint32_t>(std::min<std::size_t>(end - i, 99));
            if (token.digits <= 8) std::from_chars(text.data() + i, text.data() + end, token.value);
        } else if (const auto sign = east_asian_sign(c); sign != 0) {
            token.sign = sign;
        } else if (is_letter(c)) {
            while (end < text.size()) {
                const auto next = decode(text, end);
                if (!is_letter(next.value) || east_asian_sign(next.value) != 0) break;
                end += next.length;
            }
            token.kind = Token::Kind::word;
            if (end - i <= 24) token.month = month_of(text.substr(i, end - i));
        } else if (c < 0x80) {
            token.sign = static_cast<char>(c);
        } else if (c >= 0x2010 && c <= 0x2015) {
            token.sign = '-';
        } else if (c == 0x2212) {
            token.sign = '-';
        }
        token.span.end = static_cast<std::uint32_t>(end);
        tokens.push_back(token);
        space = false;
        i = end;
    }
    return tokens;
}

struct DayMatch {
    Day day;
    std::size_t next = 0; ///< the token behind it
    FieldOrder order = FieldOrder::unknown;
    std::optional<Day> other_way_round;
};

struct ClockMatch {
    std::chrono::seconds clock{};
    std::optional<std::chrono::minutes> offset;
    std::size_t next = 0;
};

class Scanner {
public:
    Scanner(std::string_view text, const DateHabits& habits) : m_text{text}, m_habits{habits}, m_tokens{tokenize(text)} {}

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
                          .span = {m_tokens[i].span.begin, m_tokens[day->next - 1].span.end},
                          .order = day->order,
                          .other_way_round = day->other_way_round};
            i = day->next;
            if (const auto clock = clock_behind(i, date.instant.day())) {
                set_clock(date.instant, *clock);
                i = clock->next;
                date.span.end = m_tokens[i - 1].span.end;
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

    [[nodiscard]] const Token& at(std::size_t i) const {
        static const Token none{};
        return i < m_tokens.size() ? m_tokens[i] : none;
    }
    [[nodiscard]] bool is_number(std::size_t i) const { return at(i).kind == Token::Kind::number && at(i).value >= 0; }
    [[nodiscard]] bool is_sign(std::size_t i, char sign) const { return at(i).kind == Token::Kind::sign && at(i).sign == sign && sign != 0; }
    [[nodiscard]] bool is_word(std::size_t i, std::initializer_list<std::string_view> words) const {
        if (at(i).kind != Token::Kind::word) return false;
        const auto word = lower(slice(m_text, at(i).span));
        return std::ranges::find(words, word) != words.end();
    }
    [[nodiscard]] bool is_year(std::size_t i) const { return is_number(i) && at(i).digits == 4 && at(i).value >= first_year && at(i).value < last_year; }
    [[nodiscard]] bool is_day(std::size_t i) const { return is_number(i) && at(i).digits <= 2 && at(i).value >= 1 && at(i).value <= 31; }
    [[nodiscard]] bool is_month(std::size_t i) const { return is_number(i) && at(i).digits <= 2 && at(i).value >= 1 && at(i).value <= 12; }
    [[nodiscard]] bool glued(std::size_t i) const { return !at(i).space_before; }

    [[nodiscard]] static std::optional<DayMatch> day_match(int year, int month, int day, std::size_t next) {
        const auto made = make_day(year, static_cast<unsigned>(month), static_cast<unsigned>(day));
        if (!made) return std::nullopt;
        return DayMatch{.day = *made, .next = next, .order = FieldOrder::unknown, .other_way_round = std::nullopt};
    }

    [[nodiscard]] std::optional<DayMatch> match_day(std::size_t i) const {
        // a date never starts in the middle of a longer row of digits and signs: 1.2025-11-06, 10.20.30.2025
        const bool inside = i > 0 && glued(i) && (is_sign(i - 1, '.') || is_sign(i - 1, '-') || is_sign(i - 1, '/')) && i > 1 && is_number(i - 2) && glued(i - 1);
        if (at(i).kind == Token::Kind::number) {
            if (inside) return std::nullopt;
            if (is_year(i)) return match_year_first(i);
            if (at(i).digits == 8 || at(i).digits == 14) return match_compact(i);
            if (is_day(i)) return match_day_first(i);
            return std::nullopt;
        }
        return at(i).month != 0 ? match_month_first(i) : std::nullopt;
    }

    /// 2025-11-06, 2025/11/06, 2025.11.06, 2025. 11. 6., 2025年11月6日, 2025 Nov 6
    [[nodiscard]] std::optional<DayMatch> match_year_first(std::size_t i) const {
        const int year = at(i).value;
        for (const char sign : {'-', '/', '.', 'Y'}) {
            if (!is_sign(i + 1, sign) || !is_month(i + 2)) continue;
            const char second = sign == 'Y' ? 'M' : sign;
            if (is_sign(i + 3, second) && is_day(i + 4)) return day_match(year, at(i + 2).value, at(i + 4).value, i + (is_sign(i + 5, 'D') ? 6U : 5U));
        }
        std::size_t next = i + 1;
        if (is_sign(next, '-') || is_sign(next, '/') || is_sign(next, ',') || is_sign(next, '.')) ++next;
        if (at(next).month == 0) return std::nullopt;
        const int month = at(next++).month;
        if (is_sign(next, '-') || is_sign(next, '/') || is_sign(next, '.')) ++next;
        return is_day(next) ? day_match(year, month, at(next).value, next + 1) : std::nullopt;
    }

    /// 20251106, 20251106T054700Z
    [[nodiscard]] std::optional<DayMatch> match_compact(std::size_t i) const {
        const int value = at(i).value;
        if (at(i).digits != 8 || value / 10000 < first_year || value / 10000 >= last_year) return std::nullopt;
        return day_match(value / 10000, value / 100 % 100, value % 100, i + 1);
    }

    /// 6 November 2025, 6th of November, 2025, 06-Nov-2025, 6. listopadu 2025, 6 de noviembre de 2025, and numbers alone
    [[nodiscard]] std::optional<DayMatch> match_day_first(std::size_t i) const {
        std::size_t next = i + 1;
        if (is_word(next, {"st", "nd", "rd", "th", "er", "º", "o"})) ++next;
        while (is_sign(next, '.') || is_sign(next, '-') || is_sign(next, '/') || is_sign(next, ',') || is_word(next, {"of", "de", "d", "di", "ng"})) {
            if (at(next + 1).kind == Token::Kind::number) break;
            ++next;
        }
        if (at(next).month != 0) return match_year_behind(next + 1, at(next).month, at(i).value);
        return match_numbers(i);
    }

    /// The year behind day and month, over the few signs and words that may stand between.
    [[nodiscard]] std::optional<DayMatch> match_year_behind(std::size_t next, int month, int day) const {
        for (int step = 0; step < 2; ++step) {
            if (is_sign(next, '.') || is_sign(next, ',') || is_sign(next, '-') || is_sign(next, '/') || is_sign(next, '\'') ||
                is_word(next, {"de", "del", "of", "in"})) {
                ++next;
            }
        }
        if (is_year(next)) return day_match(at(next).value, month, day, next + 1);
        const bool short_year = is_number(next) && at(next).digits == 2 && glued(next) && is_sign(next - 1, '-'); // 06-Nov-25
        return short_year ? day_match(2000 + at(next).value, month, day, next + 1) : std::nullopt;
    }

    /// 06-11-2025, 6/11/2025, 06.11.2025, 6/11/25
    [[nodiscard]] std::optional<DayMatch> match_numbers(std::size_t i) const {
        const char sign = at(i + 1).sign;
        if (at(i + 1).kind != Token::Kind::sign || (sign != '-' && sign != '/' && sign != '.') || !is_sign(i + 3, sign)) return std::nullopt;
        if (!is_day(i + 2) || !is_number(i + 4)) return std::nullopt;
        int year = at(i + 4).value;
        if (at(i + 4).digits == 2 && sign != '.' && year >= 10 && year <= 40 && at(i).digits == 2) {
            year += 2000;
        } else if (!is_year(i + 4)) {
            return std::nullopt;
        }
        const int first = at(i).value;
        const int second = at(i + 2).value;
        const auto day_first = make_day(year, static_cast<unsigned>(second), static_cast<unsigned>(first));
        const auto month_first = make_day(year, static_cast<unsigned>(first), static_cast<unsigned>(second));
        if (!day_first && !month_first) return std::nullopt;
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
        if (is_sign(next, '.') || is_sign(next, '-') || is_sign(next, '/')) ++next;
        if (!is_day(next)) return std::nullopt;
        const int day = at(next++).value;
        if (is_word(next, {"st", "nd", "rd", "th"})) ++next;
        return match_year_behind(next, at(i).month, day);
    }

    /// 05:47, 5:47:12.345, 5.47pm, 5 a.m., 17h30; with what says half of the day and zone.
    [[nodiscard]] std::optional<ClockMatch> match_clock(std::size_t i, Day day) const {
        if (!is_number(i) || at(i).digits > 2 || at(i).value > 24) return std::nullopt;
        int hour = at(i).value;
        int minute = 0;
        int second = 0;
        std::size_t next = i + 1;
        bool minutes = false;
        const bool divided = (is_sign(next, ':') || is_sign(next, '.') || is_word(next, {"h"})) && glued(next);
        if (divided && is_number(next + 1) && at(next + 1).digits == 2 && glued(next + 1) && at(next + 1).value < 60) {
            minutes = !is_sign(next, '.');
            minute = at(next + 1).value;
            next += 2;
            if (is_sign(next, ':') && is_number(next + 1) && at(next + 1).digits == 2 && at(next + 1).value < 60) {
                second = at(next + 1).value;
                next += 2;
                if (is_sign(next, '.') && is_number(next + 1) && glued(next + 1)) next += 2; // fractions are dropped
                else if (is_sign(next, '.') && at(next + 1).kind == Token::Kind::number && glued(next + 1)) next += 2;
            }
        }
        const bool half = match_half(next, hour);
        if (!minutes && !half) return std::nullopt;
        ClockMatch match{.clock = std::chrono::hours{hour} + std::chrono::minutes{minute} + std::chrono::seconds{second}, .next = next};
        match.offset = match_zone(match.next, day);
        return match;
    }

    /// "am", "a.m.", "PM"; sets the hour of the day.
    bool match_half(std::size_t& next, int& hour) const {
        auto k = next;
        const bool morning = is_word(k, {"am", "a"});
        const bool evening = is_word(k, {"pm", "p"});
        if ((!morning && !evening) || hour > 12) return false;
        if (at(k).span.size() == 1) {
            if (is_sign(k + 1, '.')) ++k;
            if (!is_word(k + 1, {"m"})) return false;
            ++k;
            if (is_sign(k + 1, '.') && glued(k + 1)) ++k;
        }
        if (hour == 12) hour = 0;
        if (evening) hour += 12;
        next = k + 1;
        return true;
    }

    /// Z, +05:30, +0530, GMT+5:30, (IST), ET
    [[nodiscard]] std::optional<std::chrono::minutes> match_zone(std::size_t& next, Day day) const {
        auto k = next;
        if (is_sign(k, '(') || is_sign(k, ',')) ++k;
        std::optional<std::chrono::minutes> offset;
        if (at(k).kind == Token::Kind::word) {
            offset = zone_offset(slice(m_text, at(k).span), day);
            if (!offset) return std::nullopt;
            ++k;
            if (*offset == std::chrono::minutes{0}) {
                if (const auto more = match_offset(k)) offset = more;
            }
        } else {
            if (is_sign(k, '.') ) return std::nullopt;
            offset = match_offset(k);
            if (!offset) return std::nullopt;
        }
        if (is_sign(k, ')')) ++k;
        next = k;
        return offset;
    }

    [[nodiscard]] std::optional<std::chrono::minutes> match_offset(std::size_t& k) const {
        const bool west = is_sign(k, '-');
        if ((!west && !is_sign(k, '+')) || !is_number(k + 1) || !glued(k + 1)) return std::nullopt;
        const auto digits = at(k + 1).digits;
        int hours = at(k + 1).value;
        int minutes = 0;
        auto after = k + 2;
        if (digits == 4) {
            minutes = hours % 100;
            hours /= 100;
        } else if (digits <= 2 && is_sign(after, ':') && is_number(after + 1) && at(after + 1).digits == 2) {
            minutes = at(after + 1).value;
            after += 2;
        } else if (digits > 2) {
            return std::nullopt;
        }
        if (hours > 14 || minutes > 59) return std::nullopt;
        k = after;
        const auto offset = std::chrono::hours{hours} + std::chrono::minutes{minutes};
        return west ? -offset : std::chrono::minutes{offset};
    }

    /// By abbreviation, the country's own first; "ET" and the like by the season.
    [[nodiscard]] std::optional<std::chrono::minutes> zone_offset(std::string_view name, Day day) const {
        static const Table zones = Knowledge::built_in().table("page_zones");
        if (name.size() > 5) return std::nullopt;
        const auto rows = zones.find(lower(name));
        if (rows.empty()) return std::nullopt;
        auto row = rows.front();
        for (const auto candidate : rows) {
            if (!m_habits.country.empty() && zones.cell(candidate, 1) == m_habits.country) row = candidate;
        }
        int minutes = 0;
        const auto cell = zones.cell(row, 2);
        std::from_chars(cell.data(), cell.data() + cell.size(), minutes);
        if (zones.cell(row, 3) == "us" && is_us_summer(day)) minutes += 60;
        return std::chrono::minutes{minutes};
    }

    /// Energy Policy Act of 2005, section 110: second Sunday of March to first Sunday of November.
    [[nodiscard]] static bool is_us_summer(Day day) {
        const auto year = date::year_month_day{day}.year();
        return day >= Day{year / date::March / date::Sunday[2]} && day < Day{year / date::November / date::Sunday[1]};
    }

    /// A clock behind the date: at once, or over "at", "T", a comma, a dash, a bar or the weekday.
    [[nodiscard]] std::optional<ClockMatch> clock_behind(std::size_t i, Day day) const {
        for (std::size_t k = i; k < i + 4 && k < m_tokens.size(); ++k) {
            if (const auto clock = match_clock(k, day)) return clock;
            const auto& token = at(k);
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
        while (start > 0 && at(start - 1).span.begin >= date.span.begin) --start;
        for (std::size_t back = 2; back <= 10 && back <= start - std::min(start, from); ++back) {
            const auto k = start - back;
            if (!is_number(k) || (k > 0 && is_sign(k - 1, ':') && glued(k))) continue;
            const auto clock = match_clock(k, date.instant.day());
            if (!clock || clock->next > start || start - clock->next > 2) continue;
            date.span.begin = at(k).span.begin;
            return clock;
        }
        return std::nullopt;
    }

    std::string_view m_text;
    const DateHabits& m_habits;
    std::vector<Token> m_tokens;
};

} // namespace

std::vector<PageDate> find_page_dates(std::string_view text, const DateHabits& habits) { return Scanner{text, habits}.scan(); }

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
        if (date.order == FieldOrder::unknown && year >= 1990) return date.instant.day();
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
