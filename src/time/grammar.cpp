// SPDX-License-Identifier: MIT
#include "grammar.hpp"

#include <array>

namespace dateline::time {

Grammar::Grammar(std::span<const Atom> atoms, const Phrases& phrases, std::string_view text, Style style)
    : m_atoms{atoms}, m_phrases{phrases}, m_text{text}, m_style{style} {
    static constexpr Word nothing{};
    m_end.word = &nothing;
    m_end.mark = '\n';
}

Match Grammar::make(std::uint32_t begin, std::uint32_t end, const Node& node, std::string_view rule) {
    m_nodes.push_back(node);
    return {begin, end, static_cast<NodeId>(m_nodes.size() - 1), rule};
}

std::uint32_t Grammar::skip_hyphen(std::uint32_t i) const noexcept {
    return at(i).is_mark('-') && at(i).glued && at(i + 1).glued ? i + 1 : i;
}

/// Of equally long matches the earlier rule's wins.
Match Grammar::longest(std::uint32_t i, std::span<const Rule> rules) {
    Match best;
    for (const auto rule : rules) {
        if (const auto match = (this->*rule)(i); match && match.end > best.end) best = match;
    }
    return best;
}

/// Does the expression name a day, so that a time of day can go with it?
bool Grammar::names_day(NodeId id) const {
    const auto& node = m_nodes[id];
    switch (node.op) {
    case Op::fields: return node.fields.day != 0 || node.fields.weekday != 0 || node.fields.holiday >= 0;
    case Op::shift: return node.unit == Unit::day || (node.operand != no_node && names_day(node.operand));
    case Op::this_:
    case Op::last:
    case Op::next: return node.clock.empty() && (node.operand != no_node ? names_day(node.operand) : node.unit == Unit::day);
    case Op::nth: return node.unit == Unit::day;
    default: return false;
    }
}

/// A date, with its time of day where it has one.
Match Grammar::dated(std::uint32_t i) {
    static constexpr std::array<Rule, 5> rules{&Grammar::date_clock, &Grammar::part_clock, &Grammar::clock_date, &Grammar::clock, &Grammar::date};
    return longest(i, rules);
}

/// early next year; late in 1998; the end of May; mid-November; earlier this week.
Match Grammar::edged(std::uint32_t i) {
    auto k = skip(i, WordClass::the);
    const auto& word = at(k);
    if (!word.is_any({WordClass::edge, WordClass::edge_adverb})) return {};
    ++k;
    if (at(k).is(WordClass::of)) ++k;
    else if (at(k).is(WordClass::preposition) && word.is_any({WordClass::edge_adjective, WordClass::edge_adverb}) && text_of(k) == "in") ++k;
    else if (!word.is_any({WordClass::edge_adjective, WordClass::edge_adverb})) return {};
    auto whole = dated(skip_hyphen(k));
    if (const auto part = skip_hyphen(k); !whole && at(part).is(WordClass::part)) { // by mid-afternoon
        const auto day = date(part + 1); // mid-afternoon yesterday
        const bool told = day && names_day(day.node);
        whole = make(part, told ? day.end : part + 1, {.op = Op::clock, .clock = {.part = at(part).word->part}, .operand = told ? day.node : no_node}, "part of the day");
    }
    if (const auto unit = definite_unit(k); unit && unit.end > whole.end) whole = unit; // later in the year
    if (!whole && at(k - 1).is(WordClass::of) && at(k).is(WordClass::unit) && at(k).word->unit >= Unit::day && skip_hyphen(k + 1) == k + 1) { // by end of month
        whole = make(k, k + 1, {.op = Op::this_, .anchor = Anchor::story, .unit = at(k).word->unit}, "unit told of");
    }
    if (!whole) return {};
    auto& node = m_nodes[whole.node];
    node.modifier = word.word->edge == Edge::start ? Modifier::start : word.word->edge == Edge::end ? Modifier::end : Modifier::mid;
    return {i, whole.end, whole.node, whole.rule};
}

/// year-end; month's end.
Match Grammar::unit_end(std::uint32_t i) {
    const auto& unit = at(i);
    if (!unit.is(WordClass::unit) || unit.word->unit < Unit::week) return {};
    const auto k = at(i + 1).is(WordClass::possessive) ? i + 2 : skip_hyphen(i + 1);
    if (text_of(k) != "end") return {};
    return make(i, k + 1, {.op = Op::this_, .anchor = Anchor::story, .unit = unit.word->unit, .modifier = Modifier::end}, "end of a unit");
}

/// now; these days; recently.
Match Grammar::phrase(std::uint32_t i) {
    const auto* const found = m_phrases.find(m_atoms, m_text, i);
    if (found == nullptr || found->kind != Phrase::Kind::fixed) return {};
    const auto end = i + static_cast<std::uint32_t>(found->words.size());
    return make(i, end, {.op = Op::reference, .code = found->value}, "fixed words");
}

/// more than two years; nearly a decade ago; at least 10 days; around May 5.
Match Grammar::quantified(std::uint32_t i) {
    const auto* const found = m_phrases.find(m_atoms, m_text, i);
    if (found == nullptr || found->kind != Phrase::Kind::quantifier) return {};
    const auto modifier = parse_modifier(found->value);
    static constexpr std::array<Rule, 3> amounts{&Grammar::shifted, &Grammar::duration, &Grammar::dated};
    const auto k = i + static_cast<std::uint32_t>(found->words.size());
    if (m_atoms[i].is(WordClass::preposition) && modifier != Modifier::approx && !at(k).is(WordClass::article) && !cardinal(k)) return {}; // over the past week
    const auto match = longest(k, std::span{amounts}.first(modifier == Modifier::approx ? 3 : 2));
    if (!match || (m_nodes[match.node].op == Op::fields && m_nodes[match.node].fields.day == 0 && m_nodes[match.node].fields.year == 0)) return {};
    if (auto& node = m_nodes[match.node]; node.modifier == Modifier::none) node.modifier = modifier;
    return {i, match.end, match.node, match.rule};
}

Match Grammar::expression(std::uint32_t i) {
    static constexpr std::array<Rule, 9> rules{&Grammar::quantified, &Grammar::edged,    &Grammar::unit_end, &Grammar::shifted,      &Grammar::phrase,
                                               &Grammar::dated,      &Grammar::duration, &Grammar::set,      &Grammar::business_year};
    const auto nodes = m_nodes.size();
    const auto match = longest(i, rules);
    if (!match) m_nodes.resize(nodes);
    return match;
}

} // namespace dateline::time
