// SPDX-License-Identifier: MIT
//
// What recurs: "every Monday", "each of two weeks", "twice a year", "four flights a week", "daily".
#include "grammar.hpp"

namespace dateline::time {

/// "four flights a week", "$2 million a year": how often, not how long.
bool Grammar::is_rate(const Match& match) const {
    if (!at(match.begin).is(WordClass::article) || match.end != match.begin + 2 || match.begin == 0) return false;
    const auto& before = at(match.begin - 1);
    if (before.kind == Atom::Kind::digits || before.is_any({WordClass::number, WordClass::scale, WordClass::units})) return true;
    const auto word = slice(m_text, before.span);
    return before.kind == Atom::Kind::word && !before.is_any({WordClass::preposition, WordClass::past_cue}) && word.size() > 3 &&
           (word.ends_with("s") || word.ends_with("illion") || before.is(WordClass::times));
}

/// once; twice; three times. Gives the end, or `i`.
std::uint32_t Grammar::how_often(std::uint32_t i) const {
    if (at(i).is(WordClass::times)) return i + 1;
    const auto number = cardinal(i);
    return number && text_of(number.end) == "times" ? number.end + 1 : i;
}

/// every other day; every other Friday.
Match Grammar::every_other(std::uint32_t i) {
    const auto& target = at(i + 2);
    if (target.is(WordClass::unit)) return make(i, i + 3, {.op = Op::set, .unit = target.word->unit, .amount = {.milli = 2000}}, "set: every other unit");
    const auto day = weekday(i + 2);
    return day ? make(i, day.end, {.op = Op::set, .operand = day.node}, "set: every other date") : Match{};
}

/// every day; each Monday; every two weeks; daily; three times a week.
Match Grammar::set(std::uint32_t i) {
    if (at(i).is(WordClass::frequency)) {
        return make(i, i + 1, {.op = Op::set, .code = at(i).word->code}, "set: frequency");
    }
    if (at(i).is(WordClass::weekdays)) {
        Node day{.fields = {.weekday = static_cast<std::int8_t>(at(i).word->value)}};
        return make(i, i + 1, {.op = Op::set, .operand = make(i, i + 1, day, "").node}, "set: weekdays");
    }
    if (at(i).is(WordClass::parts)) {
        return make(i, i + 1, {.op = Op::set, .clock = {.part = at(i).word->part}}, "set: parts of the day");
    }
    if (at(i).is(WordClass::weekday) && at(i + 1).is(WordClass::parts)) { // Tuesday nights
        const Node day{.fields = {.weekday = static_cast<std::int8_t>(at(i).word->value)}};
        return make(i, i + 2, {.op = Op::set, .clock = {.part = at(i + 1).word->part}, .operand = make(i, i + 1, day, "").node}, "set: parts of weekdays");
    }
    if (at(i).is(WordClass::per) && at(i + 1).is(WordClass::unit)) {
        return make(i, i + 2, {.op = Op::set, .unit = at(i + 1).word->unit}, "set: per unit");
    }
    if (const auto rate = duration_core(i); rate && is_rate(rate)) {
        return make(i, rate.end, {.op = Op::set, .unit = m_nodes[rate.node].unit}, "set: so many a unit");
    }
    if (const auto times = how_often(i); times > i && at(times).is(WordClass::article) && at(times + 1).is(WordClass::unit)) {
        return make(i, times + 2, {.op = Op::set, .unit = at(times + 1).word->unit}, "set: times a unit");
    }
    if (!at(i).is(WordClass::every)) return {};
    if (text_of(i + 1) == "other") return every_other(i);
    if (names_unit(at(i + 1))) {
        return make(i, i + 2, {.op = Op::set, .unit = at(i + 1).word->unit}, "set: every unit");
    }
    if (at(i + 1).is(WordClass::part)) {
        return make(i, i + 2, {.op = Op::set, .clock = {.part = at(i + 1).word->part}}, "set: every part of the day");
    }
    if (const auto every = duration_core(i + 1)) {
        auto node = m_nodes[every.node];
        node.op = Op::set;
        return make(i, every.end, node, "set: every n units");
    }
    for (const auto rule : {&Grammar::weekday, &Grammar::month_date, &Grammar::season, &Grammar::holiday}) {
        if (const auto each = (this->*rule)(i + 1)) return make(i, each.end, {.op = Op::set, .operand = each.node}, "set: every date");
    }
    return {};
}

} // namespace dateline::time
