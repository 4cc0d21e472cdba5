// SPDX-License-Identifier: MIT
#include "describe.hpp"

#include <algorithm>

#include <fmt/format.h>

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

std::string describe_verb(const Syntax& syntax, const Lexicon& lexicon, const Draft& draft, const std::string& source, const std::string& target) {
    const auto token = draft.tellings.front().token;
    const auto lemma = draft.frame->lemma;
    if (source.empty() && !target.empty() && draft.target_preposition.empty()) {
        return target + " " + verb_phrase(syntax, token, passive(lemma, draft.status, lexicon));
    }
    const auto verb = verb_phrase(syntax, token, active(lemma, draft.status, lexicon));
    return source + (source.empty() ? "" : " ") + verb + with_preposition(draft.target_preposition, target);
}

std::string describe_noun(const Draft& draft, const std::string& source, const std::string& target) {
    const auto noun = fmt::format("{}{}", attribute(draft.status), draft.frame->lemma);
    if (source.empty()) return noun + with_preposition(draft.target_preposition.empty() ? "on" : draft.target_preposition, target);
    const auto head = fmt::format("{}: {}", source, noun);
    return head + with_preposition(draft.target_preposition.empty() && !target.empty() ? "with" : draft.target_preposition, target);
}

} // namespace

std::string describe(const Syntax& syntax, const ActorLayer& actors, const Lexicon& lexicon, const Draft& draft) {
    const auto source = list(actors, draft.source);
    const auto target = list(actors, draft.target);
    return capitalised(draft.frame->kind == FrameKind::verb ? describe_verb(syntax, lexicon, draft, source, target) : describe_noun(draft, source, target));
}

} // namespace dateline
