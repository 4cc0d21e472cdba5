// SPDX-License-Identifier: MIT
//
// The stage as its list of steps: lex, grow expressions, leave out ordinary words, evaluate, print.
#include <dateline/time/resolver.hpp>

#include <algorithm>
#include <cstdlib>

#include <fmt/format.h>

#include "context.hpp"
#include "direction.hpp"
#include "evaluate.hpp"
#include "grammar.hpp"
#include "lexer.hpp"
#include "ordinary.hpp"
#include "print.hpp"

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

class Finder {
public:
    explicit Finder(const Document& document)
        : m_document{document}, m_atoms{lex(document.text, Lexicon::built_in())},
          m_grammar{m_atoms, Phrases::built_in(), document.text, style_of(m_atoms, document.article)}, m_years{m_atoms} {
        m_context.publication = document.article.published;
        m_context.narrative = is_narrative(m_atoms, m_context.publication);
    }

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
                if (m_atoms[i].is_mark('\n')) m_context.day.reset();
                ++i;
            }
        }
        return std::move(m_found);
    }

private:
    /// Adds what the expression means; one that means nothing (30 February, "yesterday" of an unknown day) is left out whole.
    void add(const Match& match) {
        const Span span{m_atoms[match.begin].span.begin, m_atoms[match.end - 1].span.end};
        const auto tokens = tokens_in(span);
        m_context.direction = direction_at(match, tokens, m_atoms, m_document);
        auto timex = resolve(match, m_grammar.nodes()[match.node]);
        timex.span = span;
        timex.tokens = tokens;
        if (!timex.value.empty()) m_found.push_back(std::move(timex));
    }

    Timex resolve(const Match& match, const Node& node) {
        Timex timex{.mod = std::string{name_of(node.modifier)}, .rule = std::string{match.rule}};
        const Evaluator evaluator{m_grammar.nodes(), Phrases::built_in(), m_context};
        switch (node.op) {
        case Op::reference: timex.value = node.code; break;
        case Op::set:
            timex.type = TimexType::set;
            timex.value = print_set(node, m_grammar.nodes());
            break;
        case Op::duration:
            timex.type = TimexType::duration;
            timex.value = print_duration(node, m_grammar.nodes());
            timex.interval = evaluator.reach(node).value_or(DateInterval{});
            compare_year(node);
            break;
        default:
            if (const auto place = evaluator.place(match.node)) fill(timex, *place, node);
            else if (node.op == Op::shift && node.amount.vague) timex.value = node.sign < 0 ? "PAST_REF" : "FUTURE_REF";
        }
        return timex;
    }

    void fill(Timex& timex, const Place& place, const Node& node) {
        timex.type = place.clock.empty() ? TimexType::date : TimexType::time;
        timex.value = print_place(place);
        timex.interval = interval_of(place, node.modifier);
        if (place.reference != nullptr) timex.reference = reference_text(place);
        m_context.ancient_year = place.fields.before_christ ? place.fields.year : 0;
        if (!place.stretch) return;
        tell(place);
        const bool over = m_context.publication && place.stretch->last < m_context.publication->day(); // an outlook is no report
        if (place.stretch->unit == Unit::quarter && node.op == Op::fields && over) m_context.period = m_context.compared = place.stretch;
    }

    /// "the first nine months": what is compared with them a year ago is not one quarter.
    void compare_year(const Node& node) {
        const auto months = node.unit == Unit::month ? node.amount.whole() : 0;
        if (m_context.compared && (months == 6 || months == 9)) m_context.compared = stretch_of(m_context.compared->first, Unit::year);
    }

    /// Moves what the text tells of. A story keeps to its years: one year far off is an aside, until another date there confirms it.
    void tell(const Place& place) {
        const auto& stretch = *place.stretch;
        if (stretch.unit == Unit::day) m_context.day = stretch;
        if (m_context.narrative && m_context.focus) {
            const bool counted_from_now = place.reference != nullptr && std::string_view{place.reference} == "publication";
            if (counted_from_now) return;
            const auto gap = [&](const Stretch& other) { return std::abs(year_of(stretch.first) - year_of(other.first)); };
            constexpr int years_of_a_story = 10;
            if (gap(*m_context.focus) > years_of_a_story && stretch.unit >= Unit::year && !(m_aside && gap(*m_aside) <= years_of_a_story)) {
                m_aside = stretch;
                return;
            }
        }
        m_context.focus = stretch;
    }

    [[nodiscard]] std::string reference_text(const Place& place) const {
        const std::string_view whose = place.reference;
        if (whose == "publication" && m_context.publication) return fmt::format("publication {}", format_day(m_context.publication->day()));
        if (m_context.focus) return fmt::format("{} {}", whose, format_day(m_context.focus->first));
        return std::string{whose};
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
    Context m_context;
    std::optional<Stretch> m_aside; ///< a year far off what the story tells of
    std::vector<Timex> m_found;
};

} // namespace
} // namespace time

std::vector<Timex> find_times(const Document& document) { return time::Finder{document}.run(); }

} // namespace dateline
