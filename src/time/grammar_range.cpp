// SPDX-License-Identifier: MIT
//
// Two dates that share what only one of them writes: "6-7 January 1916", "May 4 and 5", "May to July 1998", "1915-17", "490-479 BC",
// "2 to 4 p.m.". Each end is an expression of its own.
#include "grammar.hpp"

namespace dateline::time {

/// The atom after "-", "to", "and", …; `i` when there is no such link.
std::uint32_t Grammar::range_link(std::uint32_t i) const {
    if (at(i).is_mark('-')) return i + 1;
    return at(i).is_any({WordClass::to, WordClass::and_}) ? i + 1 : i;
}

std::optional<Range> Grammar::range(std::uint32_t i) {
    if (at(i).kind == Atom::Kind::digits) {
        if (const auto days = day_range(i)) return days;
        if (const auto years = year_range(i)) return years;
        if (const auto figures = numeric_range(i)) return figures;
        if (const auto hours = hour_range(i)) return hours;
        return told_hours(i);
    }
    if (at(i).is(WordClass::number)) {
        const auto hours = hour_range(i);
        return hours ? hours : told_hours(i);
    }
    if (at(i).is_any({WordClass::ordinal, WordClass::the})) return day_range(i);
    return at(i).is(WordClass::month) ? month_range(i) : std::nullopt;
}

void Grammar::share_day(NodeId first, NodeId second) {
    if (m_nodes[first].op == Op::clock && m_nodes[second].op == Op::clock && m_nodes[first].operand == no_node) m_nodes[first].operand = m_nodes[second].operand;
}

/// The day of a month in figures or words: "3", "3rd", "third", "the 3rd".
Grammar::Number Grammar::day_number_at(std::uint32_t i) const {
    auto number = ordinal(skip(i, WordClass::the));
    if (!number && at(i).kind == Atom::Kind::digits && at(i).span.size() <= 2) number = {i + 1, {.milli = at(i).number * 1000}};
    return number && number.amount.whole() >= 1 && number.amount.whole() <= 31 ? number : Number{};
}

/// 6-7 January 1916; 3 to 5 May; between the ninth and the seventeenth of April.
std::optional<Range> Grammar::day_range(std::uint32_t i) {
    const auto first = day_number_at(i);
    const auto k = first ? range_link(first.end) : 0;
    if (!first || k == first.end) return std::nullopt;
    const auto second = day_month(k);
    if (!second || !day_number_at(k) || m_nodes[second.node].fields.day <= first.amount.whole()) return std::nullopt;
    auto node = m_nodes[second.node];
    node.fields.day = static_cast<std::int8_t>(first.amount.whole());
    return Range{make(i, first.end, node, "range of days"), second};
}

/// 10/1-11/7; 5/1-5/7, 2020: dates in figures, which the year of the second may date both.
std::optional<Range> Grammar::numeric_range(std::uint32_t i) {
    const auto first = figures(i);
    if (first.day == 0 || !at(i + 3).is_mark('-') || !at(i + 3).glued) return std::nullopt;
    auto second = slash_date(i + 4);
    if (!second) second = numeric_date(i + 4);
    if (!second) return std::nullopt;
    auto node = m_nodes[second.node];
    node.fields.month = first.month;
    node.fields.day = first.day;
    node.fields.ambiguous = false;
    return Range{make(i, i + 3, node, "range of dates in figures"), second};
}

/// May 4 and 5; Oct. 27-29, 1998; May to July 1998.
std::optional<Range> Grammar::month_range(std::uint32_t i) {
    const auto first = month_date(i);
    if (!first || m_nodes[first.node].fields.year != 0) return std::nullopt;
    const auto k = range_link(first.end);
    if (k == first.end) return std::nullopt;
    auto node = m_nodes[first.node];
    const auto& day = at(k);
    if (const auto second = day_number_at(k); node.fields.day != 0 && second && day.kind != Atom::Kind::digits && second.amount.whole() > node.fields.day &&
                                              at(k + 1).kind != Atom::Kind::digits && !at(k).is(WordClass::and_)) { // April ninth through seventeenth
        node.fields.day = static_cast<std::int8_t>(second.amount.whole());
        return Range{first, make(k, second.end, node, "range of days")};
    }
    if (node.fields.day != 0 && day.kind == Atom::Kind::digits && day.span.size() <= 2 && day.number > node.fields.day && day.number <= 31 &&
        !at(k + 1).is_any({WordClass::units, WordClass::month, WordClass::meridiem}) && !at(k + 1).is_mark(':')) {
        node.fields.day = static_cast<std::int8_t>(day.number);
        const auto second = of_year(make(k, day_number_at(k).end, node, "range of days"));
        m_nodes[first.node].fields.year = m_nodes[second.node].fields.year;
        return Range{first, second};
    }
    const auto second = month_date(k);
    if (!second || m_nodes[second.node].fields.year == 0 || m_nodes[second.node].fields.month <= node.fields.month) return std::nullopt;
    m_nodes[first.node].fields.year = m_nodes[second.node].fields.year;
    return Range{first, second};
}

/// 1915-17; 490-479 BC.
std::optional<Range> Grammar::year_range(std::uint32_t i) {
    if (!at(i + 1).is_mark('-') || !at(i + 1).glued || at(i + 2).kind != Atom::Kind::digits || !at(i + 2).glued) return std::nullopt;
    const auto first = at(i).number;
    const auto second = at(i + 2).number;
    if (at(i + 3).is(WordClass::era) && first > 0 && first <= last_year && second > 0 && second <= last_year) {
        Node node{.fields = {.year = static_cast<std::int16_t>(first), .before_christ = at(i + 3).word->code == "BC"}};
        const auto from = make(i, i + 1, node, "range of years");
        node.fields.year = static_cast<std::int16_t>(second);
        return Range{from, make(i + 2, i + 4, node, "range of years")};
    }
    if (at(i).is_digits(4) && at(i + 2).is_digits(4)) return century_range(i); // 1861-1865
    if (!at(i).is_digits(4) || !at(i + 2).is_digits(2) || first < 1000 || first > last_bare_year || second <= first % 100) return std::nullopt;
    if (at(i + 3).glued && !at(i + 3).is_mark('.') && !at(i + 3).is_mark(',') && !at(i + 3).is_mark(')')) return std::nullopt; // 1998-12-01
    Node node{.fields = {.year = static_cast<std::int16_t>(first)}};
    const auto from = make(i, i + 1, node, "range of years");
    node.fields.year = static_cast<std::int16_t>(first / 100 * 100 + second);
    return Range{from, make(i + 2, i + 3, node, "range of years")};
}

std::optional<Range> Grammar::century_range(std::uint32_t i) {
    constexpr int longest_range = 150;
    const auto first = at(i).number;
    const auto second = at(i + 2).number;
    const bool glued_more = at(i + 3).glued && at(i + 3).kind != Atom::Kind::mark;
    if ((i > 0 && at(i).glued && !at(i - 1).is_mark('(')) || glued_more || first < 1000 || second > last_bare_year || second <= first || second - first > longest_range) return std::nullopt;
    return Range{make(i, i + 1, {.fields = {.year = static_cast<std::int16_t>(first)}}, "range of years"),
                 make(i + 2, i + 3, {.fields = {.year = static_cast<std::int16_t>(second)}}, "range of years")};
}

/// The hour that opens a range, which may leave its meridiem to the other end: "2", "2:30", "nine". Gives the end, or `i`.
std::uint32_t Grammar::bare_hour(std::uint32_t i, Clock& clock) const {
    const auto end = hour_and_minutes(i, clock);
    const bool said = at(end).is(WordClass::meridiem); // both ends say theirs: each is a time of its own
    return end == i || said || clock.hour > 12 || clock.hour == 0 ? i : end;
}

/// 2 to 4 p.m.; 9-11am Friday; 2:00-2:30 pm.
std::optional<Range> Grammar::hour_range(std::uint32_t i) {
    Clock from;
    const auto link = bare_hour(i, from);
    const auto k = link == i ? i : range_link(link);
    Clock to;
    if (link == i || k == link || hour_and_minutes(k, to) == k || !at(hour_and_minutes(k, to)).is(WordClass::meridiem)) return std::nullopt;
    auto second = clock_date(k);
    if (!second) second = clock(k);
    if (!second || m_nodes[second.node].op != Op::clock) return std::nullopt;
    auto node = m_nodes[second.node];
    const auto earlier = from.hour % 12 * 60 + from.minute < to.hour % 12 * 60 + to.minute; // 11 to 2 p.m. begins in the morning
    const bool afternoon = node.clock.hour >= 12 && earlier;
    from.hour = static_cast<std::int8_t>(from.hour % 12 + (afternoon ? 12 : 0));
    from.zone = node.clock.zone;
    node.clock = from;
    return Range{make(i, link, node, "range of hours"), second};
}

} // namespace dateline::time
