// SPDX-License-Identifier: MIT
#include "page_clock.hpp"

#include <charconv>

#include <dateline/knowledge/table.hpp>
#include <dateline/text/fold.hpp>

namespace dateline {
namespace {

/// Energy Policy Act of 2005, section 110: second Sunday of March to first Sunday of November.
bool is_us_summer(Day day) {
    const auto year = date::year_month_day{day}.year();
    return day >= Day{year / date::March / date::Sunday[2]} && day < Day{year / date::November / date::Sunday[1]};
}

} // namespace

/// 05:47, 5:47:12.345, 5.47pm, 5 a.m., 17h30; with what says half of the day and zone.
std::optional<ClockMatch> ClockReader::match(std::size_t i, Day day) const {
    if (!m_tokens.is_number(i) || m_tokens.at(i).digits > 2 || m_tokens.at(i).value > 24) return std::nullopt;
    int hour = m_tokens.at(i).value;
    int minute = 0;
    int second = 0;
    std::size_t next = i + 1;
    bool minutes = false;
    const bool divided = (m_tokens.is_sign(next, ':') || m_tokens.is_sign(next, '.') || m_tokens.is_word(next, {"h"})) && m_tokens.glued(next);
    if (divided && m_tokens.is_number(next + 1) && m_tokens.at(next + 1).digits == 2 && m_tokens.glued(next + 1) && m_tokens.at(next + 1).value < 60) {
        minutes = !m_tokens.is_sign(next, '.');
        minute = m_tokens.at(next + 1).value;
        next += 2;
        if (m_tokens.is_sign(next, ':') && m_tokens.is_number(next + 1) && m_tokens.at(next + 1).digits == 2 && m_tokens.at(next + 1).value < 60) {
            second = m_tokens.at(next + 1).value;
            next += 2;
            if (m_tokens.is_sign(next, '.') && m_tokens.is_number(next + 1) && m_tokens.glued(next + 1)) next += 2; // fractions are dropped
            else if (m_tokens.is_sign(next, '.') && m_tokens.at(next + 1).kind == Token::Kind::number && m_tokens.glued(next + 1)) next += 2;
        }
    }
    const bool half = match_half(next, hour);
    if (!minutes && !half) return std::nullopt;
    ClockMatch match{.clock = std::chrono::hours{hour} + std::chrono::minutes{minute} + std::chrono::seconds{second}, .next = next};
    match.offset = match_zone(match.next, day);
    return match;
}

/// "am", "a.m.", "PM"; sets the hour of the day.
bool ClockReader::match_half(std::size_t& next, int& hour) const {
    auto k = next;
    const bool morning = m_tokens.is_word(k, {"am", "a"});
    const bool evening = m_tokens.is_word(k, {"pm", "p"});
    if ((!morning && !evening) || hour > 12) return false;
    if (m_tokens.at(k).span.size() == 1) {
        if (m_tokens.is_sign(k + 1, '.')) ++k;
        if (!m_tokens.is_word(k + 1, {"m"})) return false;
        ++k;
        if (m_tokens.is_sign(k + 1, '.') && m_tokens.glued(k + 1)) ++k;
    }
    if (hour == 12) hour = 0;
    if (evening) hour += 12;
    next = k + 1;
    return true;
}

/// Z, +05:30, +0530, GMT+5:30, (IST), ET
std::optional<std::chrono::minutes> ClockReader::match_zone(std::size_t& next, Day day) const {
    auto k = next;
    if (m_tokens.is_sign(k, '(') || m_tokens.is_sign(k, ',')) ++k;
    std::optional<std::chrono::minutes> offset;
    if (m_tokens.at(k).kind == Token::Kind::word) {
        offset = zone_offset(m_tokens.text_of(k), day);
        if (!offset) return std::nullopt;
        ++k;
        if (*offset == std::chrono::minutes{0}) {
            if (const auto more = match_offset(k)) offset = more;
        }
    } else {
        if (m_tokens.is_sign(k, '.') ) return std::nullopt;
        offset = match_offset(k);
        if (!offset) return std::nullopt;
    }
    if (m_tokens.is_sign(k, ')')) ++k;
    next = k;
    return offset;
}

std::optional<std::chrono::minutes> ClockReader::match_offset(std::size_t& k) const {
    const bool west = m_tokens.is_sign(k, '-');
    if ((!west && !m_tokens.is_sign(k, '+')) || !m_tokens.is_number(k + 1) || !m_tokens.glued(k + 1)) return std::nullopt;
    const auto digits = m_tokens.at(k + 1).digits;
    int hours = m_tokens.at(k + 1).value;
    int minutes = 0;
    auto after = k + 2;
    if (digits == 4) {
        minutes = hours % 100;
        hours /= 100;
    } else if (digits <= 2 && m_tokens.is_sign(after, ':') && m_tokens.is_number(after + 1) && m_tokens.at(after + 1).digits == 2) {
        minutes = m_tokens.at(after + 1).value;
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
std::optional<std::chrono::minutes> ClockReader::zone_offset(std::string_view name, Day day) const {
    static const Table zones = Knowledge::built_in().table("page_zones");
    if (name.size() > 5) return std::nullopt;
    const auto rows = zones.find(lower(name));
    if (rows.empty()) return std::nullopt;
    auto row = rows.front();
    for (const auto candidate : rows) {
        if (!m_country.empty() && zones.cell(candidate, 1) == m_country) row = candidate;
    }
    int minutes = 0;
    const auto cell = zones.cell(row, 2);
    std::from_chars(cell.data(), cell.data() + cell.size(), minutes);
    if (zones.cell(row, 3) == "us" && is_us_summer(day)) minutes += 60;
    return std::chrono::minutes{minutes};
}

} // namespace dateline
