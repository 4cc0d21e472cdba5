// SPDX-License-Identifier: MIT
#include "describe.hpp"

#include <algorithm>

#include <fmt/format.h>

#include <dateline/text/fold.hpp>

namespace dateline {
namespace {

/// "A", "A and B", "A, B and C", "A, B and 3 others".
std::string list(const ActorLayer& layer, const std::vector<ActorId>& ids) {
    const auto name = [&](std::size_t i) -> const std::string& { return layer.actors[ids[i].value].name; };
    switch (ids.size()) {
    case 0: return {};
    case 1: return name(0);
    case 2: return fmt::format("{} and {}", name(0), name(1));
    case 3: return fmt::format("{}, {} and {}", name(0), name(1), name(2));
    default: return fmt::format("{}, {} and {} others", name(0), name(1), ids.size() - 2);
    }
}

std::string capitalised(std::string text) {
    if (!text.empty() && text.front() >= 'a' && text.front() <= 'z') text.front() = static_cast<char>(text.front() - 'a' + 'A');
    return text;
}

/// The verb with its particle: "step down".
std::string verb_phrase(const Syntax& syntax, Token verb, std::string form) {
    if (const auto particle = syntax.child(verb, Deprel::compound_prt); particle != no_token) fmt::format_to(std::back_inserter(form), " {}", syntax.lemma(particle));
    return form;
}

std::string active(std::string_view lemma, EventStatus status, const Lexicon& lexicon) {
    switch (status) {
    case EventStatus::occurred: return lexicon.forms(lemma).past;
    case EventStatus::ongoing: return fmt::format("continues to {}", lemma);
    case EventStatus::planned: return fmt::format("to {}", lemma);
    case EventStatus::possible: return fmt::format("may {}", lemma);
    case EventStatus::negated: return fmt::format("did not {}", lemma);
    }
    return {};
}

std::string passive(std::string_view lemma, EventStatus status, const Lexicon& lexicon) {
    const auto participle = lexicon.forms(lemma).participle;
    switch (status) {
    case EventStatus::occurred: return participle;
    case EventStatus::ongoing: return fmt::format("being {}", participle);
    case EventStatus::planned: return fmt::format("to be {}", participle);
    case EventStatus::possible: return fmt::format("may be {}", participle);
    case EventStatus::negated: return fmt::format("not {}", participle);
    }
    return {};
}

std::string_view attribute(EventStatus status) {
    switch (status) {
    case EventStatus::occurred: return "";
    case EventStatus::ongoing: return "continuing ";
    case EventStatus::planned: return "planned ";
    case EventStatus::possible: return "possible ";
    case EventStatus::negated: return "no ";
    }
    return {};
}

std::string with_preposition(std::string_view preposition, const std::string& names) {
    if (names.empty()) return {};
    return preposition.empty() ? " " + names : fmt::format(" {} {}", preposition, names);
}

/// Whether a title may go on with this word: what points elsewhere or opens an aside is left out.
bool continues_title(const Syntax& syntax, Token t) {
    const auto r = syntax.relation(t);
    if (r == Deprel::acl_relcl || r == Deprel::parataxis) return false;
    const auto upos = syntax.upos(t);
    return upos != Upos::punct && upos != Upos::pron && upos != Upos::sconj && syntax.lemma(t) != "after" && syntax.lemma(t) != "while";
}

bool may_end_title(const Syntax& syntax, Token t) {
    switch (syntax.upos(t)) {
    case Upos::noun:
    case Upos::propn:
    case Upos::num: return syntax.relation(t) != Deprel::compound && universal(syntax.relation(t)) != Deprel::nummod;
    default: return false;
    }
}

/// What the sentence says behind its verb, as far as it makes a title: "a treaty with X"; empty where that is not plain.
std::string words_after(const Syntax& syntax, const Sentence& sentence, Token verb) {
    constexpr Token longest = 10;
    const auto particle = syntax.child(verb, Deprel::compound_prt);
    const auto begin = (particle == verb + 1 ? particle : verb) + 1;
    auto end = begin;
    for (auto t = begin; t < std::min(sentence.tokens.end, begin + longest) && continues_title(syntax, t); ++t) {
        if (may_end_title(syntax, t)) end = t + 1;
    }
    return end == begin ? std::string{} : std::string{syntax.document().words({begin, end})};
}

std::string describe_verb(const Syntax& syntax, const Lexicon& lexicon, const Draft& draft, const std::string& source, const std::string& target) {
    const auto& telling = draft.tellings.front();
    const auto lemma = draft.predicate;
    if (source.empty() && !target.empty() && draft.target_preposition.empty()) {
        return target + " " + verb_phrase(syntax, telling.token, passive(lemma, draft.status, lexicon));
    }
    const auto verb = verb_phrase(syntax, telling.token, active(lemma, draft.status, lexicon));
    if (const auto* const frame = draft.frame; (frame == &lexicon.threat() || frame == &lexicon.refusal()) && syntax.is_verb(telling.token) && syntax.lemma(telling.token) != lemma) {
        const auto rest = words_after(syntax, syntax.document().sentences[telling.sentence], telling.token); // "X threatened to close the strait"
        return fmt::format("{} {} to {}{}{}", source, verb, syntax.lemma(telling.token), rest.empty() ? "" : " ", rest);
    }
    const auto told_so = syntax.lemma(telling.token) == lemma && !syntax.is_passive(telling.token) && !source.empty();
    auto rest = told_so ? words_after(syntax, syntax.document().sentences[telling.sentence], telling.token) : std::string{};
    if (!rest.empty()) return fmt::format("{} {} {}", source, verb, rest);
    return source + (source.empty() ? "" : " ") + verb + with_preposition(draft.target_preposition, target);
}

std::string describe_noun(const Syntax& syntax, const Draft& draft, const std::string& source, const std::string& target) {
    const auto noun = fmt::format("{}{}", attribute(draft.status), lower(syntax.document().form(draft.tellings.front().token)));
    const auto& type = *draft.frame->type;
    const auto together = draft.frame->mutual || is_symmetric(type);
    if (together && draft.frame->mode != "visit") {
        if (!source.empty() && !target.empty()) return fmt::format("{} between {} and {}", noun, source, target);
        if (draft.source.size() > 1) return fmt::format("{} between {}", noun, source);
        const auto& one = source.empty() ? target : source;
        return one.empty() ? noun : fmt::format("{} involving {}", noun, one);
    }
    const auto preposition = draft.target_preposition.empty() ? std::string_view{type == EventType::assault ? "on" : "concerning"} : draft.target_preposition;
    return noun + (source.empty() ? "" : " by " + source) + with_preposition(preposition, target);
}

} // namespace

std::string describe(const Syntax& syntax, const ActorLayer& actors, const Lexicon& lexicon, const Draft& draft) {
    const auto source = list(actors, draft.source);
    const auto target = list(actors, draft.target);
    return capitalised(draft.frame->kind == FrameKind::verb ? describe_verb(syntax, lexicon, draft, source, target) : describe_noun(syntax, draft, source, target));
}

} // namespace dateline
