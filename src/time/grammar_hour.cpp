// SPDX-License-Identifier: MIT
//
// Hours as they are spoken: "half past three", "seven twenty-seven", "5 in the morning", "tonight at 8", "between 7 and 9 last night".
// A bare number is an hour only where its surroundings leave nothing else: in news most are counts and scores.
#include "grammar.hpp"
#include "hours.hpp"

#include <algorithm>

namespace dateline::time {

/// "half past three", "a quarter to five", "ten past nine". Gives the end, or `i`.
std::uint32_t Grammar::spoken_time(std::uint32_t i, Clock& clock) const {
    const auto k = skip(i, WordClass::article);
    std::int32_t minutes = 0;
    if (at(k).is(WordClass::half)) minutes = 30;
    else if (is_unit(k, Unit::quarter)) minutes = 15;
    const auto number = minutes == 0 ? small_quantity(i) : Number{};
    if (number) minutes = number.amount.whole();
    auto link = number ? number.end : k + 1;
    if (number && at(link).is_any({WordClass::unit, WordClass::units}) && at(link).word->unit == Unit::minute) ++link; // 20 min past eight
    const bool past = text_of(link) == "past";
    const auto& hour = at(link + 1);
    if (minutes == 0 || minutes >= 60 || (!past && !(minutes == 15 && text_of(link) == "to"))) return i;
    const auto told = hour.is(WordClass::number) ? hour.word->value : hour.kind == Atom::Kind::digits ? hour.number : 0;
    if (told < 1 || told > 12) return i;
    clock.hour = static_cast<std::int8_t>(past ? told : told == 1 ? 12 : told - 1);
    clock.minute = static_cast<std::int8_t>(past ? minutes : 60 - minutes);
    return oclock(link + 2);
}

/// Past an "o'clock", if there is one.
std::uint32_t Grammar::oclock(std::uint32_t i) const {
    if (text_of(i) == "oclock") return i + 1;
    return text_of(i) == "o" && text_of(i + 1).ends_with("clock") ? i + 2 : i;
}

/// A count of minutes in figures or words.
Grammar::Number Grammar::small_quantity(std::uint32_t i) const {
    if (at(i).kind == Atom::Kind::digits && at(i).span.size() <= 2) return {i + 1, {.milli = at(i).number * 1000}};
    return small_number(i);
}

/// "seven twenty-seven", "three thirty": hours and minutes in words, where "at" or the like leads to a time, or "p.m." follows it.
std::uint32_t Grammar::spoken_hour(std::uint32_t i, Clock& clock) const {
    const auto& hour = at(i);
    if (!hour.is(WordClass::number) || hour.word->value < 1 || hour.word->value > 12) return i;
    const auto minutes = small_number(skip_hyphen(i + 1));
    if (!minutes || minutes.amount.whole() < 10 || minutes.amount.whole() >= 60) return i;
    const auto& next = at(minutes.end);
    const bool dated = next.is_any({WordClass::day, WordClass::tonight, WordClass::weekday, WordClass::meridiem}); // five-thirty tomorrow
    const bool led = i > 0 && at(i - 1).is_any({WordClass::hour_lead, WordClass::ordinal});
    if (!led && !dated) return i;
    if (next.kind == Atom::Kind::word && !dated && !next.is_any({WordClass::preposition, WordClass::and_, WordClass::to})) return i;
    clock.hour = static_cast<std::int8_t>(hour.word->value);
    clock.minute = static_cast<std::int8_t>(minutes.amount.whole());
    return minutes.end;
}

/// An hour without more where a day has been named: "Sat at 5", "tonight around 7", "Monday at 2.30", "today at 9a". The end, or `i`.
std::uint32_t Grammar::lone_hour(std::uint32_t i, Clock& clock) const {
    Clock read;
    auto end = hour_and_minutes(i, read);
    const auto& dot = at(i + 1);
    if (end == i && dot.is_mark('.') && dot.glued && at(i + 2).is_digits(2) && at(i + 2).glued && at(i + 2).number < 60 && at(i).kind == Atom::Kind::digits && at(i).number <= 24) {
        read.minute = static_cast<std::int8_t>(at(i + 2).number); // 2.30
        end = i + 3;
    }
    if (end == i || read.hour < 1 || read.hour > 12) return i;
    const auto letter = at(end).glued ? text_of(end) : std::string_view{};
    if (letter == "a" || letter == "p") {
        if (at(end + 1).glued && at(end + 1).kind != Atom::Kind::mark) return i;
        read.hour = hour_of(read.hour, letter == "a" ? "am" : "pm");
        clock = read;
        return end + 1;
    }
    end = oclock(end);
    const auto& next = at(end);
    const bool counts = next.kind == Atom::Kind::word && !next.is_any({WordClass::preposition, WordClass::and_});
    const bool glued_more = next.glued && (next.kind == Atom::Kind::digits || (next.kind == Atom::Kind::mark && at(end + 1).glued));
    if (counts || glued_more || next.kind == Atom::Kind::digits || next.is_mark('%') || next.is_mark('-') || text_of(end) == "of" || text_of(end) == "to") return i;
    clock = read;
    return end;
}

/// "5 in the morning", "8 at night", where something leads to a time: the end, or `i`.
std::uint32_t Grammar::hour_of_part(std::uint32_t i, Clock& clock) const {
    const bool led = i > 0 && (at(i - 1).is_any({WordClass::preposition, WordClass::to, WordClass::and_, WordClass::approximately}) || at(i - 1).is(WordClass::deadline)) &&
                     text_of(i - 1) != "of" && text_of(i - 1) != "for" && text_of(i - 1) != "in";
    Clock read;
    const auto end = hour_and_minutes(i, read);
    if (!led || end == i || read.hour < 1 || read.hour > 12 || !at(end).is(WordClass::preposition)) return i;
    Clock part;
    const auto after = day_part(end, part);
    if (after == end) return i;
    put_in(part.part, read);
    clock = read;
    return after;
}

/// A meridiem behind a time in words ("three thirty p.m."); gives the end.
std::uint32_t Grammar::meridiem_after(std::uint32_t i, Clock& clock) const {
    if (!at(i).is(WordClass::meridiem) || clock.hour < 1 || clock.hour > 12) return i;
    clock.hour = hour_of(clock.hour, at(i).word->code);
    return zone(i + 1, clock);
}

/// tonight at 8; last night around 11:30; this morning at 7.
Match Grammar::part_clock(std::uint32_t i) {
    if (!at(i).is_any({WordClass::tonight, WordClass::the, WordClass::last, WordClass::next, WordClass::this_, WordClass::that, WordClass::following})) return {};
    Match part;
    if (at(i).is(WordClass::tonight)) part = make(i, i + 1, {.op = Op::this_, .unit = Unit::day, .clock = {.part = at(i).word->part}}, "selected part of the day");
    else if (const auto selected = selection(i); selected && m_nodes[selected.node].clock.part != Part::none) part = selected;
    if (!part || !(text_of(part.end) == "at" || text_of(part.end) == "around" || text_of(part.end) == "about")) return {};
    Node node{.op = Op::clock, .operand = part.node};
    auto end = clock_time(part.end + 1, node.clock);
    if (end == part.end + 1) end = lone_hour(part.end + 1, node.clock);
    if (end == part.end + 1) return {};
    put_in(m_nodes[part.node].clock.part, node.clock);
    return make(i, end, node, "part of the day and time");
}

/// What part of the day was named right before "from" or "between" at atom `i`: "tonight from 7 to 9".
Part Grammar::part_before(std::uint32_t i) const {
    if (i == 0) return Part::none;
    const auto& word = at(i - 1);
    return word.is_any({WordClass::part, WordClass::tonight}) ? word.word->part : Part::none;
}

/// Two bare hours that their surroundings show to be hours: "between 7 and 9 last night", "5 to seven in the morning", "between 3 and 5
/// on 1/1/2015", "from 10:30 to 3", "Tuesday from 7 to 9".
std::optional<Range> Grammar::told_hours(std::uint32_t i) {
    Clock from;
    Clock to;
    const auto link = bare_hour(i, from);
    const auto k = link == i ? i : range_link(link);
    if (link == i || k == link || i == 0 || bare_hour(k, to) == k) return std::nullopt;
    const auto second = told_hour(i, k, from, to);
    if (!second) return std::nullopt;
    auto node = m_nodes[second.node];
    const auto minutes = [](const Clock& c) { return c.hour * 60 + std::max<int>(c.minute, 0); };
    const bool later = node.clock.hour >= 12 && to.hour < 12 && minutes(from) < minutes(to); // both in the afternoon
    from.hour = static_cast<std::int8_t>(from.hour + (later ? 12 : 0));
    from.zone = node.clock.zone;
    node.clock = from;
    return Range{make(i, link, node, "range of hours"), second};
}

/// The second of those two, at atom `k`, with the day or part of the day behind it; nothing when nothing shows that it is an hour.
Match Grammar::told_hour(std::uint32_t first, std::uint32_t k, const Clock& from, Clock to) {
    const auto end = bare_hour(k, to);
    auto timed = clock_date(k);                                        // 11:30 this morning
    if (!timed || m_nodes[timed.node].clock.hour < 0) timed = clock(k); // seven in the morning
    if (timed && timed.end > end) return timed;
    const bool between = at(first - 1).is(WordClass::between);
    const bool led = between || text_of(first - 1) == "from" || text_of(first - 1) == "From";
    const bool day_before = led && first > 1 && at(first - 2).is_any({WordClass::weekday, WordClass::day, WordClass::tonight, WordClass::part});
    const auto day = between ? date(text_of(end) == "on" ? end + 1 : end) : Match{};
    const bool part_named = day && m_nodes[day.node].clock.part != Part::none;
    Node node{.op = Op::clock, .clock = to};
    if (day && (part_named || names_day(day.node))) {
        node.operand = day.node;
    } else if (!day_before && !(led && (from.minute >= 0 || to.minute >= 0))) {
        return {};
    }
    const auto part = part_named ? m_nodes[day.node].clock.part : part_before(first - 1);
    put_in(part, node.clock);
    if (part == Part::none && to.hour < from.hour) node.clock.hour = static_cast<std::int8_t>(to.hour + 12); // from 10:30 to 3
    const auto stop = node.operand != no_node ? day.end : end;
    const auto& next = at(stop);
    const bool counted = next.kind == Atom::Kind::word && !next.is_any({WordClass::preposition, WordClass::and_});
    if (next.is_mark('%') || next.is_mark('$') || (counted && !day_before)) return {};
    return make(k, stop, node, "range of hours");
}

} // namespace dateline::time
