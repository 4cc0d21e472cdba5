// SPDX-License-Identifier: MIT
//
// News dates look back unless their verb looks ahead: "will meet Friday", "is to meet Friday", "is due Friday", "planned to meet Friday".
// The governing verb is found by climbing from the date; infinitives and participles hand the question on to the verb above them:
//
//     "agreed to meet on Friday"      Friday -> meet (infinitive) -> agreed: what is agreed lies ahead
//     "left to meet him on Friday"    Friday -> meet (infinitive) -> left: past
//
// Without trees, the nearest word that tells a tense decides.
#include "direction.hpp"

#include <algorithm>
#include <array>
#include <optional>

namespace dateline::time {
namespace {

constexpr int highest_climb = 10;             ///< from a date to its verb
constexpr std::uint32_t auxiliary_reach = 10; ///< tokens before a verb in which its auxiliaries stand
constexpr std::uint32_t clause_reach = 12;    ///< atoms between a date and its verb, about a clause

const Word& word_of(std::string_view text) {
    std::array<char, 16> lower{};
    if (text.size() > lower.size()) return Lexicon::built_in().find({});
    std::ranges::transform(text, lower.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c; });
    return Lexicon::built_in().find({lower.data(), text.size()});
}

/// What stands with a verb: its auxiliaries, its copula, the "to" of an infinitive.
struct Company {
    bool ahead = false;   ///< will, shall, may
    bool past = false;    ///< was, did, could
    bool had = false;
    bool have = false;
    bool is = false;
    bool to = false;

    [[nodiscard]] bool any() const noexcept { return ahead || past || had || have || is || to; }
};

class Climber {
public:
    /// `announced`: a verb in the present may tell of the day as of one to come ("the summit opens on Thursday").
    Climber(const Document& document, bool announced) : m_document{document}, m_announced{announced} {}

    /// Nothing when no verb above tells.
    [[nodiscard]] std::optional<Direction> from(TokenRange tokens) {
        auto below = top(tokens);
        auto t = m_document.head[below];
        for (int climbed = 0; climbed < highest_climb && t != Document::root; ++climbed, t = m_document.head[t]) {
            m_subject = universal(m_document.deprel[below]) == Deprel::nsubj;
            below = t;
            if (const auto direction = told_by(t)) return direction;
        }
        return std::nullopt;
    }

    /// Did the climb end at a verb in the pluperfect ("had not called")?
    [[nodiscard]] bool pluperfect() const noexcept { return m_pluperfect; }

private:
    [[nodiscard]] std::uint32_t top(TokenRange tokens) const {
        for (auto t = tokens.begin; t < tokens.end; ++t) {
            if (!tokens.contains(m_document.head[t])) return t;
        }
        return tokens.begin;
    }

    [[nodiscard]] Company company_of(std::uint32_t verb) const {
        Company company;
        for (std::uint32_t d = 1; d <= auxiliary_reach && d <= verb; ++d) {
            const auto t = verb - d;
            if (m_document.head[t] != verb) continue;
            const auto relation = universal(m_document.deprel[t]);
            if (relation == Deprel::mark) company.to = company.to || tag(t) == "TO";
            if (relation != Deprel::aux && relation != Deprel::cop) continue;
            const auto& word = word_of(m_document.form(t));
            const bool have = m_document.lemma_of(t) == "have";
            if (tag(t) == "MD") (word.is(WordClass::past_cue) ? company.past : company.ahead) = true;
            else if (tag(t) == "VBD") (have ? company.had : company.past) = true;
            else if (tag(t) == "VBZ" || tag(t) == "VBP" || (have && tag(t) == "VB")) (have ? company.have : company.is) = true;
        }
        return company;
    }

    [[nodiscard]] std::optional<Direction> told_by(std::uint32_t t) {
        const auto company = company_of(t);
        const auto xpos = tag(t);
        const auto& word = word_of(m_document.form(t));
        const bool predicate = xpos.starts_with("VB") || company.any();
        if (!predicate) {
            m_detour = true;
            if (word.is(WordClass::future_cue) && (xpos.starts_with("JJ") || m_document.head[t] == Document::root)) return Direction::future; // payable Dec. 15
            return std::nullopt;
        }
        m_pluperfect = company.had;
        return told_by_verb(t, company);
    }

    [[nodiscard]] std::optional<Direction> told_by_verb(std::uint32_t t, const Company& company) {
        const auto xpos = tag(t);
        const auto& word = word_of(m_document.form(t));
        if (company.ahead) return company.have ? Direction::nearest : Direction::future; // "may have been the cause"
        if (company.to) return infinitive(company);
        if (company.had) return Direction::past;
        if (word.is(WordClass::expectation) && is_comparison(t)) return std::nullopt;
        if (word.is(WordClass::expectation)) return company.past ? Direction::nearest : Direction::future; // planned a march on Saturday
        if (m_infinitive && word_of(m_document.lemma_of(t)).is(WordClass::prospect)) return Direction::future;
        if (company.have) return Direction::nearest; // "has invited them to talks on March 12": the perfect tells no date of its own
        if (company.is) return xpos == "VBG" || xpos == "VB" ? Direction::future : Direction::nearest; // "is meeting", "is heard in May"
        if (company.past || xpos == "VBD" || xpos == "VBN") return m_detour || m_infinitive ? Direction::nearest : Direction::past;
        if (xpos == "VBG") return std::nullopt;
        if (xpos == "VB") return uninflected(t);
        const bool announced = m_announced && !m_detour && !m_infinitive;
        const bool planned = word.is(WordClass::future_cue) && !m_subject; // what they plan, not what plans
        return announced || planned ? Direction::future : Direction::nearest;
    }

    /// "is to meet" looks ahead; "was to meet" leaves open whether it did; else the verb above tells.
    std::optional<Direction> infinitive(const Company& company) {
        if (company.is) return Direction::future;
        if (company.past) return Direction::nearest;
        m_infinitive = true;
        return std::nullopt;
    }

    /// Without "to" and auxiliary it belongs to the verb above ("helped spark"). Without a verb above it is an imperative, or, with a
    /// subject, a past that was not recognised ("shed").
    std::optional<Direction> uninflected(std::uint32_t t) {
        if (m_document.head[t] == Document::root) return has_subject(t) ? Direction::nearest : Direction::future;
        m_infinitive = true;
        return std::nullopt;
    }

    /// "began as planned": tells nothing of its own time.
    [[nodiscard]] bool is_comparison(std::uint32_t participle) const {
        for (std::uint32_t d = 1; d <= 2 && d <= participle; ++d) {
            if (m_document.form(participle - d) == "as" && m_document.head[participle - d] == participle) return true;
        }
        return false;
    }

    [[nodiscard]] bool has_subject(std::uint32_t verb) const {
        for (std::uint32_t d = 1; d <= auxiliary_reach && d <= verb; ++d) {
            if (m_document.head[verb - d] == verb && universal(m_document.deprel[verb - d]) == Deprel::nsubj) return true;
        }
        return false;
    }

    [[nodiscard]] std::string_view tag(std::uint32_t t) const { return xpos_name(m_document.xpos[t]); }

    const Document& m_document;
    bool m_announced;
    bool m_infinitive = false; ///< the climb passed one
    bool m_detour = false;     ///< the climb passed what is no verb: "a ceremony on March 12"
    bool m_subject = false;    ///< … and came from a subject
    bool m_pluperfect = false;
};

bool has_trees(const Document& document) noexcept {
    return !document.token.empty() && document.head.size() == document.token.size() && document.xpos.size() == document.token.size();
}

bool ends_sentence(std::span<const Atom> atoms, std::uint32_t i) noexcept {
    const auto& atom = atoms[i];
    if (atom.is_mark('\n') || atom.is_mark('!') || atom.is_mark('?')) return true;
    return atom.is_mark('.') && (i + 1 == atoms.size() || !atoms[i + 1].glued);
}

/// Does the auxiliary stand shortly before its participle ("will probably be paid")?
bool has_auxiliary(std::span<const Atom> atoms, std::uint32_t i, WordClass auxiliary) noexcept {
    constexpr std::uint32_t reach = 3;
    for (std::uint32_t d = 1; d <= reach && d <= i; ++d) {
        if (atoms[i - d].is(auxiliary)) return true;
    }
    return false;
}

/// Which way the word points, if it governs time at all: "will", "is scheduled", "to be paid"; "was", "resigned".
std::optional<Direction> cue_at(std::span<const Atom> atoms, std::uint32_t i, std::string_view text) noexcept {
    const auto& atom = atoms[i];
    if (atom.is(WordClass::future_cue)) return Direction::future;
    if (atom.is(WordClass::expectation)) { // what had been scheduled need not lie ahead now
        return has_auxiliary(atoms, i, WordClass::past_cue) ? Direction::nearest : Direction::future;
    }
    if (atom.is(WordClass::past_cue)) return Direction::past;
    const auto word = slice(text, atom.span);
    if (atom.kind != Atom::Kind::word || atom.capital || word.size() <= 4 || !word.ends_with("ed")) return std::nullopt;
    return has_auxiliary(atoms, i, WordClass::bare_be) ? Direction::future : Direction::past;
}

Direction from_words(const Match& match, std::span<const Atom> atoms, std::string_view text) {
    for (std::uint32_t d = 1; d <= match.begin && d <= clause_reach; ++d) {
        if (ends_sentence(atoms, match.begin - d)) break;
        if (const auto cue = cue_at(atoms, match.begin - d, text)) return *cue;
    }
    for (std::uint32_t d = 0; match.end + d < atoms.size() && d <= clause_reach; ++d) {
        if (ends_sentence(atoms, match.end + d)) break;
        if (const auto cue = cue_at(atoms, match.end + d, text)) return *cue;
    }
    return Direction::nearest;
}

/// May 3; 3 May.
bool names_day_of_month(const Match& match, std::span<const Atom> atoms) noexcept {
    if (match.end < match.begin + 2) return false;
    const auto& first = atoms[match.begin];
    const auto& second = atoms[match.begin + 1];
    return (first.is(WordClass::month) && second.kind == Atom::Kind::digits) || (second.is(WordClass::month) && first.kind == Atom::Kind::digits);
}

/// by Friday; until Nov. 6; as soon as Tuesday.
bool leads_ahead(const Match& match, std::span<const Atom> atoms, std::string_view text) noexcept {
    if (match.begin == 0) return false;
    const auto word = [&](std::uint32_t back) { return slice(text, atoms[match.begin - back].span); };
    if (atoms[match.begin - 1].is(WordClass::deadline)) return true;
    if (word(1) == "to" && atoms[match.begin].is(WordClass::month) && names_day_of_month(match, atoms)) return true; // extended to Nov. 16
    return match.begin >= 3 && word(1) == "as" && (word(2) == "early" || word(2) == "soon") && word(3) == "as";
}

bool names_weekday(const Match& match, std::span<const Atom> atoms) {
    return std::any_of(atoms.begin() + match.begin, atoms.begin() + match.end, [](const Atom& atom) { return atom.is(WordClass::weekday); });
}

/// "set for May 11": what was set may lie ahead.
bool is_appointed(const Match& match, std::span<const Atom> atoms, std::string_view text) {
    const bool led = match.begin > 0 && slice(text, atoms[match.begin - 1].span) == "for";
    return led && names_day_of_month(match, atoms);
}

/// Headlines tell the past in the present tense.
bool in_headline(std::uint32_t token, const Document& document) {
    return !document.sentences.empty() && document.sentences[document.sentence_of(token).value].headline;
}

} // namespace

Direction direction_at(const Match& match, TokenRange tokens, std::span<const Atom> atoms, const Document& document) {
    if (match.end < atoms.size() && atoms[match.end].is(WordClass::possessive)) return Direction::nearest; // Wednesday's ruling
    const bool ahead = leads_ahead(match, atoms, document.text);
    if (!has_trees(document) || tokens.empty()) return ahead ? Direction::future : from_words(match, atoms, document.text);
    const bool describes = atoms[match.begin].is(WordClass::month) && universal(document.deprel[tokens.begin]) == Deprel::compound;
    if (describes) return Direction::nearest; // will discuss the June agreement
    const bool day = names_weekday(match, atoms) || names_day_of_month(match, atoms);
    Climber climber{document, day && !in_headline(tokens.begin, document)};
    const auto told = climber.from(tokens);
    if (ahead && !climber.pluperfect()) return Direction::future;
    if (told == Direction::past && is_appointed(match, atoms, document.text)) return Direction::nearest;
    return told.value_or(Direction::nearest);
}

} // namespace dateline::time
