// SPDX-License-Identifier: MIT
//
// Durations ("two weeks", "the past three months") and shifts ("two years ago", "a week later", "the day before yesterday").
#include "grammar.hpp"

#include <array>

namespace dateline::time {
namespace {

/// "a quarter", "three quarters" are mostly fractions, "a second" mostly another one. "The past three quarters" are none.
bool is_fraction(const Atom& unit, const Amount& amount, bool selected) noexcept {
    if (unit.word->unit == Unit::quarter) return !selected && (amount.whole() == 1 || amount.whole() == 3);
    return unit.is(WordClass::ordinal) && amount.whole() == 1;
}

} // namespace

/// A quantity and a unit: "two years", "a year and a half", "10-day", "several months", "2 years and 3 months".
Match Grammar::duration_core(std::uint32_t i) {
    auto number = quantity(i);
    if (!number) return {};
    if (at(number.end).is(WordClass::to) || at(number.end).is(WordClass::and_)) { // two to three weeks
        const auto upper = cardinal(number.end + 1);
        if (upper && upper.amount.milli > number.amount.milli && names_unit(at(skip_hyphen(upper.end)))) number.end = upper.end;
    }
    auto k = skip_hyphen(number.end);
    const bool attributive = k > number.end; // "a two-week trip": the article belongs to the noun
    for (int words = 0; words < 2 && at(k).is(WordClass::more); ++words) ++k; // two more years, 10 trading days
    const bool selected = i > 0 && at(i - 1).is_any({WordClass::last, WordClass::next, WordClass::previous, WordClass::following});
    if (at(k).span.size() == 1 && !at(k).glued) return {}; // 2h, not 2 h
    if (number.amount.vague && at(k).is(WordClass::unit) && !attributive) return {}; // some day
    if (!names_unit(at(k)) || is_fraction(at(k), number.amount, selected) || is_age(k + 1)) return {};
    if (const auto past = skip_hyphen(k + 1); past > k + 1 && at(past).is_any({WordClass::ago, WordClass::shift_focus})) return {}; // a year-earlier loss
    const auto begin = at(i).is(WordClass::article) && (attributive || (number.amount.whole() > 1 && at(k).is(WordClass::unit))) ? i + 1 : i;
    Node node{.op = Op::duration, .unit = at(k).word->unit, .amount = number.amount};
    auto end = k + 1;
    if (at(end).is(WordClass::and_) && at(end + 1).is(WordClass::article) && at(end + 2).is(WordClass::half)) {
        node.amount.milli += 500; // a year and a half
        return make(begin, end + 3, node, "duration");
    }
    if (at(end).is(WordClass::and_) && at(end + 1).is(WordClass::half) && !at(end + 2).is_any({WordClass::article, WordClass::of, WordClass::the})) {
        node.amount.milli += 500; // one hour and half
        return make(begin, end + 2, node, "duration");
    }
    const auto next = skip(skip_comma(end), WordClass::and_);
    if (const auto more = digits(next); more && names_unit(at(more.end)) && at(more.end).word->unit < node.unit) {
        node.rest = make(next, more.end + 1, {.op = Op::duration, .unit = at(more.end).word->unit, .amount = more.amount}, "duration").node;
        end = more.end + 1;
    }
    return make(begin, approximate_tail(end, node), node, "duration");
}

/// a week or so; a year or two.
std::uint32_t Grammar::approximate_tail(std::uint32_t i, Node& node) const {
    if (text_of(i) != "or" || !(text_of(i + 1) == "so" || text_of(i + 1) == "two")) return i;
    node.modifier = Modifier::approx;
    return i + 2;
}

/// "-old", " old", " of age": how old somebody is, not how long something lasts.
bool Grammar::is_age(std::uint32_t i) const {
    const auto k = skip_hyphen(i);
    return at(k).is(WordClass::age) || (at(k).is(WordClass::of) && text_of(k + 1) == "age");
}

/// With what stands around it: "the past two years", "the next few days", "the first nine months".
Match Grammar::duration(std::uint32_t i) {
    if (i > 0 && at(i - 1).is(WordClass::future_cue) && at(i).is(WordClass::number) && at(i).word->value == 1 && is_unit(i + 1, Unit::day)) {
        return make(i, i + 2, {.op = Op::reference, .code = "FUTURE_REF"}, "some time ahead"); // will one day
    }
    auto k = skip(i, WordClass::the);
    if (at(k).is(WordClass::these)) ++k;
    std::int8_t sign = 0;
    if (at(k).is_any({WordClass::last, WordClass::previous})) sign = -1;
    else if (at(k).is_any({WordClass::next, WordClass::following})) sign = 1;
    const bool counted = sign != 0 || at(k).is(WordClass::ordinal);
    const bool verb = k == i && i > 0 && at(i - 1).is_any({WordClass::future_cue, WordClass::to, WordClass::negation});
    if (verb && sign < 0) return {}; // it will last two hours
    if (counted) ++k;
    if (k > i && at(k).is(WordClass::article)) return {};
    if (const auto plural = vague_units(i, k, sign)) return plural;
    if (sign == 0 && (at(k).kind == Atom::Kind::digits || at(k).is_any({WordClass::number, WordClass::scale}))) {
        if (const auto counted_units = counted_selection(k)) return counted_units;
    }
    if (const auto one = whole_unit(i, k, sign)) return one;
    auto core = duration_core(k);
    if (!core || is_rate(core)) return {};
    const bool attributive = at(core.end - 1).is(WordClass::unit) && m_nodes[core.node].amount.whole() != 1;
    if (!attributive && (counted || (k > i && !at(i).is(WordClass::owner)))) core.begin = i;
    m_nodes[core.node].sign = sign;
    if (at(core.end).is_mark('-') && at(core.end).glued && at(core.end + 1).glued && text_of(core.end + 1) == "long") core.end += 2;
    return core;
}

/// recent months; the coming years; the weeks ahead; for weeks: from atom `i` on, the words before `k` pointing that way.
Match Grammar::vague_units(std::uint32_t i, std::uint32_t k, std::int8_t sign) {
    Node node{.op = Op::duration, .sign = sign, .amount = {.vague = true}};
    if (sign == 0 && k > i && at(k).is(WordClass::units) && text_of(k + 1) == "ahead") {
        node.unit = at(k).word->unit;
        node.sign = 1;
        return make(i, k + 2, node, "duration");
    }
    const auto unit = sign != 0 ? k : k + 1;
    if ((sign == 0 && !at(k).is(WordClass::recent)) || !at(unit).is(WordClass::units)) return bare_units(i);
    node.unit = at(unit).word->unit;
    if (sign == 0) node.sign = -1;
    return make(i, unit + 1, node, "duration");
}

/// the past hour; all week.
Match Grammar::whole_unit(std::uint32_t i, std::uint32_t k, std::int8_t sign) {
    if (sign != 0 && (is_unit(k, Unit::hour) || is_unit(k, Unit::minute))) {
        return make(i, k + 1, {.op = Op::duration, .unit = at(k).word->unit, .sign = sign}, "duration");
    }
    if (k > i || text_of(i) != "all" || !at(i + 1).is(WordClass::unit) || at(i + 1).word->unit < Unit::day) return {};
    return make(i, i + 2, {.op = Op::duration, .unit = at(i + 1).word->unit}, "duration: a whole unit");
}

/// 5 past years; the 3 next weeks: the selecting word behind the number; two nights.
Match Grammar::counted_selection(std::uint32_t i) {
    const auto number = cardinal(i);
    if (!number) return {};
    const auto& word = at(number.end);
    if (word.is(WordClass::parts) && word.word->part == Part::night) {
        return make(i, number.end + 1, {.op = Op::duration, .unit = Unit::day, .amount = number.amount}, "duration");
    }
    const bool back = word.is_any({WordClass::last, WordClass::previous});
    if ((!back && !word.is_any({WordClass::next, WordClass::following})) || !at(number.end + 1).is(WordClass::units)) return {};
    const Node node{.op = Op::duration, .unit = at(number.end + 1).word->unit, .sign = static_cast<std::int8_t>(back ? -1 : 1), .amount = number.amount};
    return make(i, number.end + 2, node, "duration");
}

/// "for weeks", "within weeks or months", "in the days before": units without a number, that something measures.
Match Grammar::bare_units(std::uint32_t i) {
    if (!at(i).is(WordClass::units)) return {};
    const bool measured = i > 0 && at(i - 1).is(WordClass::measure);
    const bool counted_to = at(i + 1).is(WordClass::shift_word) && text_of(i + 1) != "from"; // the weeks before the vote
    if (!measured && !counted_to) return {};
    if (at(i).word->unit <= Unit::hour && text_of(i - 1) == "after") return {}; // after hours: when shops have closed
    const auto end = at(i + 1).is(WordClass::and_) && at(i + 2).is(WordClass::units) ? i + 3 : i + 1;
    return make(i, end, {.op = Op::duration, .unit = at(i).word->unit, .amount = {.vague = true}}, "duration: units without a number");
}

/// the year ended June 30; the fiscal year ending in March: twelve months that need not be a year of the calendar.
Match Grammar::business_year(std::uint32_t i) {
    const auto k = skip(skip(i, WordClass::the), WordClass::fiscal);
    if (k == i || !is_unit(k, Unit::year)) return {};
    if (!at(k + 1).is(WordClass::closing)) return {};
    return make(i, k + 1, {.op = Op::duration, .unit = Unit::year}, "duration: business year");
}

/// two years ago; a week later; three days before Christmas; a month after that day; years ago.
Match Grammar::shifted(std::uint32_t i) {
    if (at(i).is(WordClass::units) && at(i + 1).is(WordClass::ago)) {
        return make(i, i + 2, {.op = Op::shift, .unit = at(i).word->unit, .sign = -1, .amount = {.vague = true}}, "shift from publication");
    }
    const auto core = duration_core(i);
    if (!core || core.begin != i) return {};
    auto node = m_nodes[core.node];
    node.op = Op::shift;
    const auto& word = at(core.end);
    const auto end = core.end + 1;
    if (word.is(WordClass::ago)) {
        node.sign = -1;
        auto day = deictic_day(end); // three years ago today, two weeks ago Friday
        if (!day) day = weekday(end);
        if (day) node.operand = day.node;
        return make(i, day ? day.end : end, node, "shift from publication");
    }
    if (word.is(WordClass::shift_word)) {
        if (i > 0 && text_of(i - 1) == "for" && text_of(core.end) == "from") return {}; // closed for three days from Monday
        node.sign = word.word->value < 0 ? std::int8_t{-1} : std::int8_t{1};
        if (const auto base = dated(end)) {
            node.operand = base.node;
            return make(i, base.end, node, "shift from a date");
        }
        if (text_of(end) == "now") return make(i, end + 1, node, "shift from publication");
    }
    if (word.is(WordClass::shift_focus) && !at(end).is_any({WordClass::this_, WordClass::tonight})) { // 30 minutes, later this week
        node.sign = word.word->value < 0 ? std::int8_t{-1} : std::int8_t{1};
        node.anchor = Anchor::focus;
        return make(i, end, node, "shift from the date before");
    }
    return {};
}

/// the day before yesterday; the week after next; the day after May 3.
Match Grammar::day_shift(std::uint32_t i) {
    const auto k = skip(i, WordClass::the);
    if (!at(k).is(WordClass::unit) || at(k).word->unit < Unit::day || !at(k + 1).is(WordClass::shift_word)) return {};
    Node node{.op = Op::shift, .unit = at(k).word->unit, .sign = at(k + 1).word->value < 0 ? std::int8_t{-1} : std::int8_t{1}};
    if (at(k + 2).is_any({WordClass::last, WordClass::next})) { // the week before last, the year after next
        const int steps = at(k + 2).is(WordClass::last) == (node.sign < 0) ? 2 : 0;
        node.amount.milli = steps * 1000;
        if (!names_unit(at(k + 3)) && !at(k + 3).is_any({WordClass::weekday, WordClass::month})) return make(i, k + 3, node, "shift from publication");
        node.amount.milli = 1000;
    }
    const auto base = date(k + 2);
    if (!base && k > i && node.unit == Unit::day && at(k + 2).kind == Atom::Kind::mark) { // the day before
        node.anchor = Anchor::focus;
        return make(i, k + 2, node, "shift from the date before");
    }
    if (!base) return {};
    node.operand = base.node;
    return make(i, base.end, node, "shift from a date");
}

} // namespace dateline::time
