// SPDX-License-Identifier: MIT
//
// Times of day: "3 p.m.", "15:30 GMT", "half past three", "Friday morning", "noon on Tuesday".
#include "grammar.hpp"
#include "zones.hpp"

namespace dateline::time {
namespace {

constexpr std::size_t longest_abbreviation = 4; ///< of a zone: "AKDT"

/// 12-hour clock to 24 hours: 12 a.m. is 0, 12 p.m. is 12.
std::int8_t hour_of(std::int32_t hour, std::string_view meridiem) noexcept {
    if (meridiem == "pm" && hour < 12) hour += 12;
    if (meridiem == "am" && hour == 12) hour = 0;
    return static_cast<std::int8_t>(hour);
}

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
    if (at(i + 1).is(WordClass::meridiem) && at(i + 1).glued && hour >= 1 && hour <= 12) {
        clock.hour = hour_of(hour, at(i + 1).word->code);
        return zone(i + 2, clock);
    }
    if (!figures.is_digits(4) || hour >= 24 || at(i + 1).is_mark('-') || at(i + 1).is_mark('+')) return i;
    const auto end = zone(i + 1, clock);
    if (end == i + 1 || text_of(i + 1) == "local") return i;
    clock.hour = static_cast<std::int8_t>(hour);
    return end;
}

/// "half past three", "a quarter to five", "ten past nine". Gives the end, or `i`.
std::uint32_t Grammar::spoken_time(std::uint32_t i, Clock& clock) const {
    const auto k = skip(i, WordClass::article);
    std::int32_t minutes = 0;
    if (at(k).is(WordClass::half)) minutes = 30;
    else if (at(k).is(WordClass::unit) && at(k).word->unit == Unit::quarter) minutes = 15;
    else if (const auto number = small_number(i)) minutes = number.amount.whole();
    else return i;
    const auto link = minutes == 15 || minutes == 30 ? k + 1 : small_number(i).end;
    const bool past = text_of(link) == "past";
    const auto& hour = at(link + 1);
    if ((!past && !(minutes == 15 && text_of(link) == "to")) || minutes >= 60) return i;
    const auto number = hour.is(WordClass::number) ? hour.word->value : hour.kind == Atom::Kind::digits ? hour.number : 0;
    if (number < 1 || number > 12) return i;
    clock.hour = static_cast<std::int8_t>(past ? number : number == 1 ? 12 : number - 1);
    clock.minute = static_cast<std::int8_t>(past ? minutes : 60 - minutes);
    return link + 2;
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
    for (const auto whole : {&Grammar::compact_time, &Grammar::spoken_time}) {
        Clock read;
        if (const auto end = (this->*whole)(i, read); end > i) {
            clock = read;
            return end;
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
    if (text_of(k) == "o" && text_of(k + 1).ends_with("clock") && read.hour <= 12) { // 5 o'clock
        read.minute = 0;
        k += 2;
    }
    if (read.minute < 0) return i;
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
