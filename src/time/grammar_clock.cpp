// SPDX-License-Identifier: MIT
//
// Times of day: "3 p.m.", "15:30 GMT", "half past three", "Friday morning", "noon on Tuesday".
#include "grammar.hpp"
#include "hours.hpp"
#include "zones.hpp"

namespace dateline::time {
namespace {

constexpr std::size_t longest_abbreviation = 4; ///< of a zone: "AKDT"

} // namespace

/// EST, GMT, ET … in capitals; "Eastern time"; "local time"; +05:30 after a time in figures. Gives `i` when there is none.
std::uint32_t Grammar::zone(std::uint32_t i, Clock& clock) const {
    if ((at(i).is_mark('+') || at(i).is_mark('-')) && at(i).glued && at(i + 1).is_digits(2) && at(i + 1).glued && at(i + 2).is_mark(':') && at(i + 2).glued &&
        at(i + 3).is_digits(2) && at(i + 3).glued) {
        clock.zone = slice(m_text, {at(i).span.begin, at(i + 3).span.end});
        return i + 4;
    }
    const auto word = text_of(i);
    if (at(i).kind != Atom::Kind::word || !at(i).capital) return word == "local" && text_of(i + 1) == "time" ? i + 2 : i;
    const auto rule = zone_rule(word);
    const bool named = word.size() > longest_abbreviation; // "Eastern" is a zone with its "time" only
    if (rule.empty() || (named && text_of(i + 1) != "time")) return i;
    clock.zone = rule;
    return named ? i + 2 : i + 1;
}

/// Figures without marks: "0735 GMT", "730pm". Gives the end, or `i`.
std::uint32_t Grammar::compact_time(std::uint32_t i, Clock& clock) const {
    const auto& figures = at(i);
    if (figures.kind != Atom::Kind::digits || (figures.span.size() != 3 && figures.span.size() != 4) || figures.number % 100 >= 60) return i;
    const auto hour = figures.number / 100;
    clock.minute = static_cast<std::int8_t>(figures.number % 100);
    if (at(i + 1).is(WordClass::meridiem) && (at(i + 1).glued || at(i + 1).span.size() > 2) && hour >= 1 && hour <= 12) {
        clock.hour = hour_of(hour, at(i + 1).word->code);
        return zone(i + 2, clock);
    }
    if (!figures.is_digits(4) || hour >= 24 || at(i + 1).is_mark('-') || at(i + 1).is_mark('+')) return i;
    const auto end = zone(i + 1, clock);
    if (end == i + 1 || text_of(i + 1) == "local") return i;
    clock.hour = static_cast<std::int8_t>(hour);
    return end;
}

/// The figures of a time: "9", "9:30", "9:30:15", "9.30"; or its hour in a word. Gives the end, or `i`.
std::uint32_t Grammar::hour_and_minutes(std::uint32_t i, Clock& clock) const {
    const auto& first = at(i);
    if (first.is(WordClass::number) && first.word->value >= 1 && first.word->value <= 12) {
        clock.hour = static_cast<std::int8_t>(first.word->value);
        return i + 1;
    }
    if (first.kind != Atom::Kind::digits || first.span.size() > 2 || first.number > 24) return i;
    clock.hour = static_cast<std::int8_t>(first.number);
    const auto part = [&](std::uint32_t k, char mark) {
        return at(k).is_mark(mark) && at(k).glued && at(k + 1).is_digits(2) && at(k + 1).glued && at(k + 1).number < 60;
    };
    const char mark = part(i + 1, ':') ? ':' : '.';
    if (!part(i + 1, mark)) return i + 1;
    clock.minute = static_cast<std::int8_t>(at(i + 2).number);
    if (!part(i + 3, mark)) return mark == '.' && !at(i + 3).is(WordClass::meridiem) ? i : i + 3; // 3.30 alone is a number
    clock.second = static_cast<std::int8_t>(at(i + 4).number);
    return i + 5;
}

/// Reads a time of day that names hours; gives its end, or `i`.
std::uint32_t Grammar::clock_time(std::uint32_t i, Clock& clock) const {
    const auto& first = at(i);
    if (first.is(WordClass::noon)) {
        clock.hour = static_cast<std::int8_t>(first.word->value);
        clock.minute = 0;
        return i + 1;
    }
    if (first.kind != Atom::Kind::digits && !first.is_any({WordClass::number, WordClass::half, WordClass::article, WordClass::unit})) return i;
    if (at(i + 1).is(WordClass::noon) && (first.number == 12 || (first.is(WordClass::number) && first.word->value == 12))) return clock_time(i + 1, clock); // 12 noon
    for (const auto whole : {&Grammar::compact_time, &Grammar::spoken_time, &Grammar::spoken_hour, &Grammar::hour_of_part}) {
        Clock read;
        if (const auto end = (this->*whole)(i, read); end > i) {
            clock = read;
            return meridiem_after(end, clock);
        }
    }
    Clock read;
    auto k = hour_and_minutes(i, read);
    if (k == i) return i;
    if (at(k).is(WordClass::meridiem) && read.hour >= 1 && read.hour <= 12) {
        if (at(k).span.size() == 2 && !at(k).glued && text_of(k) == "am" && first.kind == Atom::Kind::word) return i; // "the one am I"
        read.hour = hour_of(read.hour, at(k).word->code);
        clock = read;
        return zone(k + 1, clock);
    }
    if (const auto after = oclock(k); after > k && read.hour <= 12) { // 5 o'clock
        if (read.minute < 0) read.minute = 0;
        k = after;
    }
    if (read.minute < 0) return i;
    if (const auto letter = at(k).glued ? text_of(k) : std::string_view{}; (letter == "a" || letter == "p") && (!at(k + 1).glued || at(k + 1).kind == Atom::Kind::mark) && read.hour <= 12) { // 9:00a
        read.hour = hour_of(read.hour, letter == "a" ? "am" : "pm");
        ++k;
    }
    clock = read;
    return zone(k, clock);
}

/// morning, night; "in the morning", "at night". Gives its end, or `i`.
std::uint32_t Grammar::day_part(std::uint32_t i, Clock& clock) const {
    auto k = i;
    if (at(k).is(WordClass::preposition) && at(k + 1).is(WordClass::the)) k += 2;
    else if (text_of(k) == "at" || text_of(k) == "in") ++k;
    if (!at(k).is(WordClass::part)) return i;
    clock.part = at(k).word->part;
    return k + 1;
}

/// A time of day alone: 3 p.m.; noon; tonight; this is the day of the anchor.
Match Grammar::clock(std::uint32_t i) {
    Node node{.op = Op::clock};
    if (at(i).is(WordClass::tonight)) {
        node.clock.part = at(i).word->part;
        return make(i, i + 1, node, "time of day");
    }
    if (at(i).is(WordClass::the) && at(i + 1).is(WordClass::part) && i > 0 && at(i - 1).is(WordClass::preposition) && !at(i + 2).is(WordClass::of)) {
        node.clock.part = at(i + 1).word->part;
        return make(i, i + 2, node, "part of the day"); // in the morning
    }
    auto end = clock_time(i, node.clock);
    if (end == i) return {};
    Clock part;
    if (const auto after = day_part(end, part); after > end) { // 8 in the morning
        end = after;
        put_in(part.part, node.clock);
    }
    return make(i, end, node, "time of day");
}

/// 3 p.m. Friday; noon on Tuesday; the morning of May 3; 15:30 GMT, 6 November 2025.
Match Grammar::clock_date(std::uint32_t i) {
    Node node{.op = Op::clock};
    auto k = clock_time(i, node.clock);
    if (k == i) {
        const auto p = skip(i, WordClass::the);
        if (!at(p).is(WordClass::part) || !at(p + 1).is(WordClass::of)) return {};
        node.clock.part = at(p).word->part;
        k = p + 2;
    } else {
        Clock part;
        if (const auto after = day_part(k, part); after > k) {
            k = after;
            put_in(part.part, node.clock);
        }
        if (at(k).is_mark('(')) { // 10:35 a.m. (0735 GMT) Friday
            Clock other;
            if (const auto close = clock_time(k + 1, other); at(close).is_mark(')') && close > k + 1) k = close + 1;
        }
        k = skip_comma(k);
        if (text_of(k) == "on" || text_of(k) == "of") ++k;
    }
    if (at(k).is(WordClass::tonight)) {
        put_in(at(k).word->part, node.clock);
        return make(i, k + 1, node, "time of day and date");
    }
    const auto day = date(k);
    if (day && m_nodes[day.node].clock.part != Part::none && m_nodes[day.node].operand == no_node) { // 8:30 this morning
        put_in(m_nodes[day.node].clock.part, node.clock);
    } else if (!day || !names_day(day.node)) {
        return {};
    }
    node.operand = day.node;
    auto end = day.end;
    if (Clock part; day_part(end, part) > end) { // 5:30 tomorrow evening
        end = day_part(end, part);
        put_in(part.part, node.clock);
    }
    return make(i, end, node, "time of day and date");
}

/// Friday morning; yesterday at 3 p.m.; May 3, 1998, 5 p.m.; 2025-11-06T05:47.
Match Grammar::date_clock(std::uint32_t i) {
    const auto day = date(i);
    if (!day || !names_day(day.node)) return {};
    Node node{.op = Op::clock, .operand = day.node};
    auto end = day.end;
    if (const auto after = day_part(end, node.clock); after > end) {
        end = after;
        if (const auto hour = clock_time(skip_comma(end), node.clock); hour > skip_comma(end)) end = hour;
        if (const auto week = selection(end); week && m_nodes[week.node].unit == Unit::week && day.end == i + 1 && at(i).is(WordClass::weekday)) { // Friday evening next week
            if (const auto of_week = weekday_in(i, week)) return make(i, week.end, {.op = Op::clock, .clock = node.clock, .operand = of_week.node}, "date and part of the day");
        }
        return make(i, end, node, "date and part of the day");
    }
    auto k = skip_comma(end);
    if (text_of(k) == "at") ++k;
    else if (text_of(k) == "T" && at(k).glued) ++k;
    end = clock_time(k, node.clock);
    if (end == k && text_of(k - 1) == "at" && m_nodes[day.node].fields.month == 0) end = lone_hour(k, node.clock);
    if (end == k) return {};
    auto& fields = m_nodes[day.node].fields;
    if (fields.day != 0 && fields.month != 0 && fields.year == 0 && node.clock.second >= 0 && at(end).is_digits(4)) { // Wed Oct 26 15:50:06 2016
        fields.year = static_cast<std::int16_t>(at(end).number);
        ++end;
    }
    return make(i, end, node, "date and time of day");
}

} // namespace dateline::time
