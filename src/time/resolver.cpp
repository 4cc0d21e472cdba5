// SPDX-License-Identifier: MIT
//
// The stage as its list of steps: lex, grow expressions, leave out ordinary words, evaluate, print.
#include <dateline/time/resolver.hpp>

#include <algorithm>

#include <fmt/format.h>

#include "context.hpp"
#include "direction.hpp"
#include "evaluate.hpp"
#include "explain.hpp"
#include "grammar.hpp"
#include "lexer.hpp"
#include "ordinary.hpp"
#include "print.hpp"
#include "story.hpp"
#include "zones.hpp"

namespace dateline {
namespace time {
namespace {

Precision precision_of(const Place& place) noexcept {
    if (!place.clock.empty()) return Precision::time;
    switch (place.stretch->unit) {
    case Unit::second:
    case Unit::minute:
    case Unit::hour: return Precision::time;
    case Unit::day: return Precision::day;
    case Unit::weekend:
    case Unit::week:
    case Unit::fortnight: return Precision::week;
    case Unit::month: return Precision::month;
    case Unit::quarter:
    case Unit::half: return Precision::quarter;
    case Unit::season: return Precision::season;
    case Unit::year: return Precision::year;
    default: return Precision::decade;
    }
}

/// A stretch cut by its modifier: the start, the middle or the end of May are its thirds.
DateInterval interval_of(const Place& place, Modifier modifier) {
    if (!place.stretch) return {};
    auto [first, last, unit] = *place.stretch;
    const auto third = (last - first) / 3;
    if (modifier == Modifier::start) last = first + third;
    if (modifier == Modifier::mid) first += third, last -= third;
    if (modifier == Modifier::end) first = last - third;
    if (place.since) first = std::min(first, *place.since);
    return {.earliest = first, .latest = last, .precision = precision_of(place),
            .basis = place.reference == nullptr ? Basis::stated : Basis::relative};
}

/// What the clocks there show, and how far they are from UTC where the words name a zone.
std::optional<Instant> moment_of(const Place& place) {
    const auto local = local_time(place);
    if (!local) return std::nullopt;
    return Instant{.local = *local, .offset = zone_offset(place.clock.zone, *local), .has_time = true};
}

/// 30 February: the words name a month and a day of it that no year has, or the year written has not.
bool names_no_day(NodeId id, const std::vector<Node>& nodes) {
    const auto& node = nodes[id];
    if (node.op == Op::clock && node.operand != no_node) return names_no_day(node.operand, nodes);
    const auto& f = node.fields;
    constexpr int leap_year = 2000;
    return node.op == Op::fields && f.day != 0 && f.month != 0 && !f.before_christ &&
           !make_day(f.year != 0 ? f.year : leap_year, static_cast<unsigned>(f.month), static_cast<unsigned>(f.day));
}

class Finder {
public:
    explicit Finder(const Document& document)
        : m_document{document}, m_atoms{lex(document.text, Lexicon::built_in())},
          m_grammar{m_atoms, Phrases::built_in(), document.text, style_of(m_atoms, document.article)}, m_years{m_atoms},
          m_story{document.article.published, is_narrative(m_atoms, document.article.published)} {}

    std::vector<Timex> run() && {
        for (std::uint32_t i = 0; i < m_atoms.size();) {
            if (const auto range = m_grammar.range(i)) {
                add(range->first);
                add(range->second);
                i = range->second.end;
                continue;
            }
            const auto match = m_grammar.expression(i);
            if (match && !is_ordinary(match, m_grammar.nodes()[match.node], m_atoms, m_years, m_document.text)) {
                add(match);
                i = match.end;
            } else {
                if (m_atoms[i].is_mark('\n')) m_story.next_paragraph();
                ++i;
            }
        }
        return std::move(m_found);
    }

private:
    /// Adds what the expression means. One that means nothing ("yesterday" of an unknown day) is left out; a day that no calendar has
    /// is kept without a value, and says so.
    void add(const Match& match) {
        const Span span{m_atoms[match.begin].span.begin, m_atoms[match.end - 1].span.end};
        const auto tokens = tokens_in(span);
        m_story.look(direction_at(match, tokens, m_atoms, m_document));
        auto timex = resolve(match);
        if (timex.value.empty()) {
            if (!names_no_day(match.node, m_grammar.nodes())) return;
            timex.rule = "no such day in the calendar";
        }
        timex.span = span;
        timex.tokens = tokens;
        timex.operators = explain(match.node, m_grammar.nodes());
        m_found.push_back(std::move(timex));
        if (links(m_last, match)) join(match);
        m_last = match;
    }

    /// The expression found last and the one before are the ends of a range.
    void join(const Match& match) {
        auto& first = m_found[m_found.size() - 2];
        auto& second = m_found.back();
        m_grammar.share_day(m_last.node, match.node);
        if ((first.moment && second.moment) || is_a_year_off(first, second)) {
            const Evaluator evaluator{m_grammar.nodes(), Phrases::built_in(), m_story.context()};
            if (const auto place = evaluator.place(m_last.node)) fill(first, *place, m_last);
        }
        const auto& from = first.interval;
        const auto& to = second.interval;
        if (!from.earliest || !to.latest || *to.latest < *from.earliest) return;
        first.range = second.range = {.earliest = from.earliest, .latest = to.latest, .precision = std::max(from.precision, to.precision), .basis = from.basis};
    }

    /// "was shut from 3 May till 7 May": the end may lie ahead where the beginning was sought behind; both are of one year.
    [[nodiscard]] static bool is_a_year_off(const Timex& first, const Timex& second) {
        const auto& from = first.interval;
        const auto& to = second.interval;
        constexpr date::days year{365};
        return from.basis == Basis::relative && to.basis == Basis::relative && from.precision == Precision::day && to.precision == Precision::day &&
               from.earliest && to.earliest && *to.earliest - *from.earliest >= year;
    }

    Timex resolve(const Match& match) {
        const auto& node = m_grammar.nodes()[match.node];
        Timex timex{.mod = std::string{name_of(node.modifier)}, .rule = std::string{match.rule}};
        const Evaluator evaluator{m_grammar.nodes(), Phrases::built_in(), m_story.context()};
        switch (node.op) {
        case Op::reference: timex.value = node.code; break;
        case Op::set:
            timex.type = TimexType::set;
            timex.value = print_set(node, m_grammar.nodes());
            break;
        case Op::duration:
            timex.interval = evaluator.reach(node).value_or(DateInterval{});
            fill_length(timex, node);
            break;
        default:
            if (const auto place = evaluator.place(match.node)) fill(timex, *place, match);
            else if (node.op == Op::shift && node.operand == no_node && node.unit <= Unit::hour) fill_length(timex, node);
            else if (node.op == Op::shift && node.amount.vague) timex.value = node.sign < 0 ? "PAST_REF" : "FUTURE_REF";
        }
        return timex;
    }

    void fill_length(Timex& timex, const Node& node) {
        timex.type = TimexType::duration;
        timex.value = print_duration(node, m_grammar.nodes());
        m_story.tell_length(node);
    }

    void fill(Timex& timex, const Place& place, const Match& match) {
        const auto& node = m_grammar.nodes()[match.node];
        timex.type = place.clock.empty() ? TimexType::date : TimexType::time;
        timex.value = print_place(place);
        timex.interval = interval_of(place, node.modifier);
        timex.moment = moment_of(place);
        if (node.fields.ambiguous) timex.alternative = format_day(*make_day(node.fields.year, static_cast<unsigned>(node.fields.day), static_cast<unsigned>(node.fields.month)));
        if (place.reference != nullptr) timex.reference = reference_text(place);
        if (!is_since(match)) m_story.tell(place, node);
        if (place.stretch && opens_report(match, node, m_atoms, m_document)) m_story.written_on(place.stretch->first);
    }

    /// "the lowest since May 2008": nothing goes on from there.
    [[nodiscard]] bool is_since(const Match& match) const {
        return match.begin > 0 && (slice(m_document.text, m_atoms[match.begin - 1].span) == "since");
    }

    [[nodiscard]] std::string reference_text(const Place& place) const {
        const auto& context = m_story.context();
        if (place.reference == context.written && context.publication) return fmt::format("{} {}", context.written, format_day(context.publication->day()));
        if (context.focus) return fmt::format("{} {}", place.reference, format_day(context.focus->first));
        return place.reference;
    }

    /// Are the two the ends of a range: "3 May to 5 May", "May - July", "between Monday and Friday"?
    [[nodiscard]] bool links(const Match& first, const Match& second) const {
        if (!first || second.begin != first.end + 1) return false;
        const auto& link = m_atoms[first.end];
        if (link.is(WordClass::to)) return true;
        const auto op = m_grammar.nodes()[first.node].op;
        const bool alike = (op == Op::fields || op == Op::clock) && m_grammar.nodes()[second.node].op == op;
        if (link.is_mark('-')) return alike && m_found[m_found.size() - 2].interval.precision == m_found.back().interval.precision; // no aside: "May 6 - this year"
        return slice(m_document.text, link.span) == "and" && first.begin > 0 && m_atoms[first.begin - 1].is(WordClass::between);
    }

    [[nodiscard]] TokenRange tokens_in(Span span) const {
        const auto& tokens = m_document.token;
        const auto first = std::ranges::partition_point(tokens, [&](Span t) { return t.end <= span.begin; });
        const auto last = std::partition_point(first, tokens.end(), [&](Span t) { return t.begin < span.end; });
        return {static_cast<std::uint32_t>(first - tokens.begin()), static_cast<std::uint32_t>(last - tokens.begin())};
    }

    const Document& m_document;
    std::vector<Atom> m_atoms;
    Grammar m_grammar;
    KnownYears m_years;
    Story m_story;
    Match m_last; ///< of the expression found before
    std::vector<Timex> m_found;
};

} // namespace
} // namespace time

std::vector<Timex> find_times(const Document& document) { return time::Finder{document}.run(); }

} // namespace dateline
