// SPDX-License-Identifier: MIT
//
// Times of day: "3 p.m.", "15:30 GMT", "half past three", "Friday morning", "noon on Tuesday".
#include "grammar.hpp"

namespace dateline::time {
namespace {

/// 12-hour clock to 24 hours: 12 a.m. is 0, 12 p.m. is 12.
std::int8_t hour_of(std::int32_t hour, std::string_view meridiem) noexcept {
    if (meridiem == "pm" && hour < 12) hour += 12;
    if (meridiem == "am" && hour == 12) hour = 0;
    return static_cast<std::int8_t>(hour);
}

} // namespace

/// EST, GMT, ET … written in capitals; "local time", "Eastern time". Gives `i` when there is none.
std::uint32_t Grammar::zone(std::uint32_t i) const {
    const auto word = text_of(i);
    if (at(i).kind != Atom::Kind::word || word.empty()) return i;
    if (m_phrases.is_zone(word)) return i + 1;
    const bool named = word == "local" || word == "Eastern" || word == "Central" || word == "Pacific" || word == "Mountain";
    return named && text_of(i + 1) == "time" ? i + 2 : i;
}

/// Reads a time of day that names hours; gives its end, or `i`.
std::uint32_t Grammar::clock_time(std::uint32_t i, Clock& clock) const {
    const auto& first = at(i);
    if (first.is(WordClass::noon)) {
        clock.hour = static_cast<std::int8_t>(first.word->value);
        clock.minute = 0;
        return i + 1;
    }
    std::int32_t hour = -1;
    std::int32_t minute = -1;
    std::int32_t second = -1;
    auto k = i;
    if (first.is_digits(4) && zone(i + 1) > i + 1 && first.number % 100 < 60 && first.number < 2400) { // 0735 GMT
        clock.hour = static_cast<std::int8_t>(first.number / 100);
        clock.minute = static_cast<std::int8_t>(first.number % 100);
        return zone(i + 1);
    }
    if (first.kind == Atom::Kind::digits && (first.span.size() == 3 || first.span.size() == 4) && at(i + 1).is(WordClass::meridiem) && at(i + 1).glued &&
        first.number / 100 <= 12 && first.number >= 100 && first.number % 100 < 60) { // 730pm
        clock.hour = hour_of(first.number / 100, at(i + 1).word->code);
        clock.minute = static_cast<std::int8_t>(first.number % 100);
        return zone(i + 2);
    }
    if (first.kind == Atom::Kind::digits && first.span.size() <= 2) {
        hour = first.number;
        k = i + 1;
        const auto part = [&](char mark) { return at(k).is_mark(mark) && at(k).glued && at(k + 1).is_digits(2) && at(k + 1).glued && at(k + 1).number < 60; };
        if (part(':') || part('.')) {
            const char mark = at(k).mark;
            minute = at(k + 1).number;
            k += 2;
            if (part(mark)) {
                second = at(k + 1).number;
                k += 2;
            }
            if (mark == '.' && !at(k).is(WordClass::meridiem)) return i; // 3.30 alone is a number
        }
    } else if (first.is(WordClass::number) && first.word->value >= 1 && first.word->value <= 12) {
        hour = first.word->value;
        k = i + 1;
    } else {
        return i;
    }
    const auto& next = at(k);
    bool certain = minute >= 0;
    if (next.is(WordClass::meridiem) && hour >= 1 && hour <= 12) {
        if (next.span.size() == 2 && !next.glued && text_of(k) == "am" && first.kind == Atom::Kind::word) return i; // "the one am I"
        clock.hour = hour_of(hour, next.word->code);
        clock.minute = static_cast<std::int8_t>(minute);
        clock.second = static_cast<std::int8_t>(second);
        return zone(k + 1);
    }
    if (text_of(k) == "o" && text_of(k + 1).ends_with("clock") && hour <= 12) {
        k += 2;
        minute = 0;
        certain = true;
    }
    if (minute < 0 || hour > 24) return i;
    if (certain) {
        clock.hour = static_cast<std::int8_t>(hour);
        clock.minute = static_cast<std::int8_t>(minute);
        clock.second = static_cast<std::int8_t>(second);
        return zone(k);
    }
    return i;
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
        if (part.part != Part::morning && node.clock.hour > 0 && node.clock.hour < 12) node.clock.hour = static_cast<std::int8_t>(node.clock.hour + 12);
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
            if (part.part != Part::morning && node.clock.hour > 0 && node.clock.hour < 12) node.clock.hour = static_cast<std::int8_t>(node.clock.hour + 12);
        }
        if (at(k).is_mark('(')) { // 10:35 a.m. (0735 GMT) Friday
            Clock other;
            if (const auto close = clock_time(k + 1, other); at(close).is_mark(')') && close > k + 1) k = close + 1;
        }
        k = skip_comma(k);
        if (text_of(k) == "on" || text_of(k) == "of") ++k;
    }
    if (at(k).is(WordClass::tonight)) return make(i, k + 1, node, "time of day and date");
    const auto day = date(k);
    if (!day || !names_day(day.node)) return {};
    node.operand = day.node;
    return make(i, day.end, node, "time of day and date");
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
        return make(i, end, node, "date and part of the day");
    }
    auto k = skip_comma(end);
    if (text_of(k) == "at") ++k;
    else if (text_of(k) == "T" && at(k).glued) ++k;
    end = clock_time(k, node.clock);
    if (end == k) return {};
    return make(i, end, node, "date and time of day");
}

} // namespace dateline::time
