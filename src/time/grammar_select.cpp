// SPDX-License-Identifier: MIT
//
// What is picked from an anchor: "yesterday", "last May", "the following day", "the first week of May", "the year-earlier quarter".
#include "grammar.hpp"

namespace dateline::time {

/// yesterday, today, tomorrow.
Match Grammar::deictic_day(std::uint32_t i) {
    if (!at(i).is(WordClass::day)) return {};
    const auto offset = at(i).word->value;
    const Node node{.op = Op::shift, .unit = Unit::day, .sign = static_cast<std::int8_t>(offset), .amount = {.milli = offset == 0 ? 0 : 1000}};
    return make(i, i + 1, node, "day from publication");
}

/// What the word at atom `i` picks, and from where; nothing when it picks none.
std::optional<Node> Grammar::selector(std::uint32_t i, bool definite) const {
    const auto& word = at(i);
    const bool day = names_unit(at(i + 1)) && at(i + 1).word->unit == Unit::day;
    if (word.is(WordClass::last)) return Node{.op = Op::last};
    if (word.is(WordClass::previous)) return Node{.op = Op::last, .anchor = Anchor::focus};
    if (word.is(WordClass::next)) { // "the next day" counts from the day told of, "next year" from now
        const auto anchor = !definite ? Anchor::publication : day ? Anchor::focus : Anchor::story;
        return Node{.op = Op::next, .anchor = anchor, .from_anchor = word.is(WordClass::coming)};
    }
    if (word.is(WordClass::following)) return Node{.op = Op::next, .anchor = Anchor::focus};
    if (word.is(WordClass::this_)) return Node{.op = Op::this_, .anchor = day ? Anchor::story : Anchor::publication};
    if (word.is(WordClass::that)) return Node{.op = Op::this_, .anchor = Anchor::focus};
    return std::nullopt;
}

/// last year; the following day; this past Monday; the same month; the current fiscal year.
Match Grammar::selection(std::uint32_t i) {
    auto k = skip(i, WordClass::the);
    while (at(k).is(WordClass::that) && at(k + 1).is(WordClass::that)) ++k; // that same day
    auto node = selector(k, k > i);
    if (!node || m_depth == deepest) return {};
    if (node->op == Op::this_ && at(k + 1).is(WordClass::last)) node->op = Op::last, ++k;       // this past Monday
    else if (node->op == Op::this_ && at(k + 1).is(WordClass::next)) node->op = Op::next, ++k;  // this coming Monday
    ++m_depth;
    const auto match = selection_target(k + 1, *node, i);
    --m_depth;
    return match;
}

Match Grammar::selection_target(std::uint32_t i, Node selector, std::uint32_t begin) {
    const auto k = at(i).is_any({WordClass::fiscal, WordClass::more}) && names_unit(at(i + 1)) ? i + 1 : skip(i, WordClass::fiscal); // this whole week
    const auto& target = at(k);
    if (target.is(WordClass::unit) && target.word->unit >= Unit::day) {
        if (at(i - 1).is(WordClass::elapsed) && target.word->unit >= Unit::week) { // the past year is no calendar year
            return make(begin, k + 1, {.op = Op::duration, .unit = target.word->unit, .sign = -1}, "duration");
        }
        selector.unit = target.word->unit;
        return make(begin, k + 1, selector, "selected unit");
    }
    if (target.is(WordClass::part)) {
        if (selector.op == Op::next) selector.anchor = Anchor::focus; // "the next morning" follows the day told of
        selector.unit = Unit::day;
        selector.clock.part = target.word->part;
        return make(begin, k + 1, selector, "selected part of the day");
    }
    Match pattern;
    for (const auto rule : {&Grammar::weekday, &Grammar::month_date, &Grammar::season, &Grammar::holiday, &Grammar::part_of_year}) {
        if (auto found = (this->*rule)(k); found && found.end > pattern.end) pattern = found;
    }
    if (pattern && at(pattern.end - 2).is_mark('-')) return {}; // that third-quarter loss
    if (!pattern || m_nodes[pattern.node].fields.year != 0) return {};
    selector.operand = pattern.node;
    return make(begin, pattern.end, selector, "selected date");
}

/// Tuesday of next week; Monday last week; Friday this week.
Match Grammar::weekday_of_week(std::uint32_t i) {
    if (!at(i).is(WordClass::weekday) || is_plain_word(i)) return {};
    return weekday_in(i, selection(skip(i + 1, WordClass::of)));
}

/// The weekday at atom `i` in the week that was read behind it; nothing when that is no week.
Match Grammar::weekday_in(std::uint32_t i, const Match& week) {
    if (!week || m_nodes[week.node].unit != Unit::week || m_nodes[week.node].operand != no_node) return {};
    const Node node{.op = Op::nth, .unit = Unit::day, .fields = {.weekday = static_cast<std::int8_t>(at(i).word->value)}, .operand = week.node};
    return make(i, week.end, node, "weekday of a week");
}

/// next week on Tuesday; last week Monday.
Match Grammar::week_and_weekday(std::uint32_t i) {
    if (!at(skip(i, WordClass::the) + 1).is(WordClass::unit) && !at(skip(i, WordClass::the) + 2).is(WordClass::unit)) return {};
    const auto week = selection(i);
    if (!week || m_nodes[week.node].unit != Unit::week || m_nodes[week.node].operand != no_node || m_nodes[week.node].op == Op::duration) return {};
    const auto k = text_of(week.end) == "on" ? week.end + 1 : week.end;
    if (!at(k).is(WordClass::weekday) || is_plain_word(k) || at(k + 1).is(WordClass::possessive)) return {};
    const bool timed = at(k + 1).kind == Atom::Kind::digits && (at(k + 2).is(WordClass::meridiem) || (at(k + 2).is_mark(':') && at(k + 2).glued)); // 9 am
    if ((at(k + 1).kind == Atom::Kind::digits && !timed) || at(k + 1).is(WordClass::month) || at(k + 1).is_mark(',')) return {};
    const Node node{.op = Op::nth, .unit = Unit::day, .fields = {.weekday = static_cast<std::int8_t>(at(k).word->value)}, .operand = week.node};
    return make(i, k + 1, node, "weekday of a week");
}

/// the first week of May; the last day of 1998; the week of March 2; the last Friday in June.
Match Grammar::nth_of(std::uint32_t i) {
    const auto k = skip(i, WordClass::the);
    Number number = ordinal(k);
    if (!number && at(k).is_any({WordClass::last, WordClass::final_})) number = {k + 1, {.milli = -1000}};
    const auto target = number ? number.end : k;
    const bool is_week = at(target).is(WordClass::unit) && at(target).word->unit >= Unit::day;
    const bool is_weekday = at(target).is(WordClass::weekday) && number;
    if (!is_week && !is_weekday) return {};
    const bool begins = !number && at(target + 1).is(WordClass::opening); // the week beginning March 2
    if (!at(target + 1).is(WordClass::of) && text_of(target + 1) != "in" && !begins) return {};
    const auto whole = date(begins && text_of(target + 2) == "on" ? target + 3 : target + 2);
    if (!whole) return {};
    Node node{.op = number ? Op::nth : Op::this_, .amount = number.amount, .operand = whole.node};
    if (is_week) {
        node.unit = at(target).word->unit;
    } else {
        node.unit = Unit::day;
        node.fields.weekday = static_cast<std::int8_t>(at(target).word->value);
    }
    if (!number && ((node.unit != Unit::week && node.unit != Unit::weekend) || !names_day(whole.node))) return {}; // the week of May 3
    return make(i, whole.end, node, "nth unit of a date");
}

bool Grammar::names_period(std::uint32_t i) const noexcept {
    return is_unit(i, Unit::quarter) || at(i).is(WordClass::period);
}

/// the same period last year; the quarter a year ago; the corresponding quarter of last year; last year's quarter.
Match Grammar::period_of_last_year(std::uint32_t i) {
    const Node year_before{.op = Op::shift, .anchor = Anchor::period, .unit = Unit::year, .sign = -1};
    const auto after_last_year = [&](std::uint32_t k) {
        return at(k).is(WordClass::last) && is_unit(k + 1, Unit::year) ? k + 2 : k;
    };
    if (const auto owner = after_last_year(i); owner > i && at(owner).is(WordClass::possessive) && names_period(owner + 1)) {
        return make(i, owner + 2, year_before, "quarter a year before");
    }
    const auto k = skip(skip(i, WordClass::the), WordClass::that);
    if (k == i || !names_period(k)) return {};
    const auto link = skip(k + 1, WordClass::of);
    if (const auto end = after_last_year(link); end > link) return make(i, end, year_before, "quarter a year before");
    const auto ago = duration_core(k + 1);
    if (!ago || m_nodes[ago.node].unit != Unit::year || m_nodes[ago.node].amount.milli != 1000) return {};
    if (!at(ago.end).is(WordClass::ago) && !at(ago.end).is(WordClass::shift_focus)) return {};
    return make(i, ago.end + 1, year_before, "quarter a year before");
}

/// the quarter; the latest quarter; the year-earlier quarter; a year ago in the 1988 period: counted from the quarter reported on.
Match Grammar::reported_period(std::uint32_t i) {
    if (const auto year_before = period_of_last_year(i)) return year_before;
    const auto k = skip(i, WordClass::the);
    const Node period{.op = Op::this_, .anchor = Anchor::period, .unit = Unit::quarter};
    if (k > i && names_period(k) && at(k).is(WordClass::unit)) return make(i, k + 1, period, "quarter reported on");
    if (k > i && at(k).is(WordClass::latest)) {
        const auto target = at(k + 1).is(WordClass::recent) ? k + 2 : k + 1;
        if (names_period(target)) return make(i, target + 1, period, "quarter reported on");
        return {};
    }
    if (at(k).is_digits(4) && names_period(k + 1) && k > i) { // the 1988 quarter
        auto node = period;
        node.fields.year = static_cast<std::int16_t>(at(k).number);
        return make(i, k + 2, node, "quarter reported on");
    }
    // year-earlier, year-ago: with or without the quarter
    const auto past = skip_hyphen(k + 1);
    if (!is_unit(k, Unit::year) || past == k + 1 || !at(past).is_any({WordClass::ago, WordClass::shift_focus})) return {};
    const Node year_before{.op = Op::shift, .anchor = Anchor::period, .unit = Unit::year, .sign = -1};
    if (const auto part = part_of_year(past + 1)) { // the year-ago third quarter
        auto shifted = year_before;
        shifted.operand = part.node;
        return make(i, part.end, shifted, "quarter a year before");
    }
    if (names_period(past + 1)) return make(i, past + 2, year_before, "quarter a year before");
    auto compared = year_before;
    compared.anchor = Anchor::compared;
    return make(k, past + 1, compared, "period a year before");
}

/// this year's third quarter; last year's quarter; 1998's first half.
Match Grammar::possessed(std::uint32_t i) {
    if (m_depth > 1) return {};
    auto owner = selection(i);
    if (!owner) owner = bare_year(i);
    if (!owner || !at(owner.end).is(WordClass::possessive)) return {};
    auto part = part_of_year(owner.end + 1);
    if (!part) part = season(owner.end + 1);
    if (!part || m_nodes[part.node].fields.year != 0) return {};
    m_nodes[part.node].operand = owner.node;
    return {i, part.end, part.node, part.rule};
}

/// the year, the month, the week, the quarter, the season: only as the whole of something ("the end of the year").
Match Grammar::definite_unit(std::uint32_t i) {
    auto k = skip(i, WordClass::the);
    if (k == i) return {};
    if (text_of(k) == "full" || at(k).is(WordClass::fiscal)) ++k;
    if (!at(k).is(WordClass::unit) || at(k).word->unit < Unit::day) return {};
    return make(i, k + 1, {.op = Op::this_, .anchor = Anchor::story, .unit = at(k).word->unit}, "unit told of");
}

/// the weekend; for the full year; in the week: the unit that the text is in.
Match Grammar::unit_at_hand(std::uint32_t i) {
    const auto match = definite_unit(i);
    if (!match) return {};
    const auto unit = m_nodes[match.node].unit;
    if (unit == Unit::weekend) return match;
    const bool led = i > 0 && at(i - 1).is(WordClass::preposition);
    const auto& next = at(match.end);
    const bool bounded = next.is_any({WordClass::of, WordClass::shift_word, WordClass::shift_focus, WordClass::opening, WordClass::closing}) ||
                         skip_hyphen(match.end) > match.end || text_of(match.end) == "that";
    return led && !bounded && (unit == Unit::week || unit == Unit::month || unit == Unit::year) ? match : Match{};
}

} // namespace dateline::time
