// SPDX-License-Identifier: MIT
#include "syntax.hpp"

#include <algorithm>

#include <dateline/text/fold.hpp>

namespace dateline {
namespace {

/// Chains of control and coordination longer than this are not language.
constexpr int max_depth = 12;

/// Verbs whose object does not act in their infinitive: "promised the voters to resign".
constexpr std::string_view subject_control[] = {"promise", "pledge", "vow", "threaten", "offer", "use"};

/// An infinitive or a gerund behind a preposition: "a plan to leave", "a policy of turning boats away".
bool has_mark(const Syntax& syntax, Token verb) { return syntax.has_child(verb, Deprel::mark); }


} // namespace

Syntax::Syntax(const Document& document)
    : m_document{&document}, m_lemmas{lower(document.lemma_text)}, m_first(document.token_count() + 1, 0),
      m_children(document.token_count()) {
    for (const auto head : document.head) {
        if (head != Document::root) ++m_first[head + 1];
    }
    for (std::size_t t = 1; t < m_first.size(); ++t) m_first[t] += m_first[t - 1];
    auto next = m_first;
    for (Token t = 0; t < document.token_count(); ++t) {
        if (document.head[t] != Document::root) m_children[next[document.head[t]]++] = t;
    }
}

Token Syntax::child(Token t, Deprel wanted) const noexcept {
    for (const auto c : children(t)) {
        if (relation(c) == wanted) return c;
    }
    return no_token;
}

bool Syntax::has_child(Token t, Deprel wanted, std::string_view word) const noexcept {
    return std::ranges::any_of(children(t), [&](Token c) { return relation(c) == wanted && lemma(c) == word; });
}

bool Syntax::is_personal_pronoun(Token t) const noexcept { return t != no_token && upos(t) == Upos::pron && tag(t) == "PRP" && !lemma(t).ends_with("self"); }

bool Syntax::is_passive(Token verb) const noexcept {
    for (int depth = 0; depth < max_depth; ++depth) {
        if (has_child(verb, Deprel::aux_pass) || (has_child(verb, Deprel::nsubj_pass) && tag(verb) != "VBD")) return true;
        const auto past = tag(verb) == "VBN" || (tag(verb) == "VBD" && relation(verb) == Deprel::acl);
        if (!past || has_child(verb, Deprel::aux, "have") || has_child(verb, Deprel::nsubj)) return false;
        if (relation(verb) != Deprel::conj || !is_verb(head(verb))) return true;
        verb = head(verb);
    }
    return false;
}

bool Syntax::is_infinitive(Token verb) const noexcept { return has_child(verb, Deprel::mark, "to"); }

Token Syntax::outside_relative(Token pronoun, Token verb) const noexcept {
    if (pronoun == no_token || (upos(pronoun) != Upos::pron && upos(pronoun) != Upos::det)) return pronoun;
    const auto word = lemma(pronoun);
    if (word != "who" && word != "which" && word != "that" && word != "whom") return pronoun;
    for (int depth = 0; depth < max_depth && verb != no_token; ++depth, verb = head(verb)) {
        if (relation(verb) == Deprel::acl_relcl) return head(verb);
        if (relation(verb) != Deprel::conj && relation(verb) != Deprel::xcomp) break;
    }
    return pronoun;
}

Token Syntax::antecedent(Token pronoun) const noexcept {
    auto t = pronoun;
    for (int depth = 0; depth < max_depth && t != no_token; ++depth, t = head(t)) {
        if (relation(t) == Deprel::acl_relcl) return head(t);
    }
    return no_token;
}

/// The direct object; of "urged them to leave", whose object is the clause, the addressee.
Token Syntax::own_object(Token verb) const noexcept {
    const auto object = child(verb, Deprel::obj);
    return object != no_token ? object : child(verb, Deprel::iobj);
}

Token Syntax::surface_subject(Token verb) const noexcept { return surface_subject(verb, 0); }

Token Syntax::surface_subject(Token verb, int depth) const noexcept {
    for (const auto c : children(verb)) {
        if (universal(relation(c)) == Deprel::nsubj) return outside_relative(c, verb);
    }
    return depth < max_depth ? inherited_subject(verb, depth + 1) : no_token;
}

/// The verb that `verb`, coordinated with `above`, continues: "has said that they are watched and has accused X" goes on with the
/// clause of the same auxiliary, though the parser joins it to the nearer one.
Token Syntax::parallel(Token verb, Token above) const noexcept {
    const auto auxiliary = child(verb, Deprel::aux);
    if (auxiliary == no_token || auxiliary < above) return above;
    const auto alike = [&](Token other) { return std::ranges::any_of(children(other), [&](Token c) { return relation(c) == Deprel::aux && m_document->form(c) == m_document->form(auxiliary); }); };
    if (alike(above) || relation(above) != Deprel::ccomp) return above;
    const auto outer = head(above);
    return outer != no_token && alike(outer) ? outer : above;
}

Token Syntax::inherited_subject(Token verb, int depth) const noexcept {
    const auto above = head(verb);
    if (above == no_token) return no_token;
    switch (relation(verb)) {
    case Deprel::conj: return is_noun(above) ? no_token : surface_subject(parallel(verb, above), depth);
    case Deprel::xcomp: {
        const auto object = own_object(above);
        const auto controls = object != no_token && !is_passive(above) && std::ranges::find(subject_control, lemma(above)) == std::end(subject_control);
        return controls ? object : surface_subject(above, depth);
    }
    case Deprel::advcl: return is_noun(above) ? above : surface_subject(above, depth);
    case Deprel::ccomp: {
        if (tag(verb) == "VBG") return surface_subject(above, depth);
        const auto object = child(above, Deprel::obj); // "said X were hit", where X was taken for what is said
        return object != no_token && object < verb ? object : no_token;
    }
    case Deprel::acl:
        if (has_child(above, Deprel::cop) && tag(verb) == "VBG") return child(above, Deprel::nsubj); // "a mission is in X concluding talks"
        if (!has_mark(*this, verb)) return above; // "the army, advancing on X", "a ban imposed by X"
        if (upos(above) == Upos::propn && head(above) == no_token) return above; // a headline: "X to visit Y"
        if (tag(above).starts_with("VB")) return surface_subject(above, depth); // an infinitive the parser took for a noun's: "X plans to"
        if (const auto owner = child(above, Deprel::nmod_poss); owner != no_token) return owner; // "X's plan to"
        if (const auto author = phrase(above, "by"); author != no_token) return author; // "a decision by X to"
        if (const auto governor = head(above); governor != no_token && is_verb(governor)) {
            // "X announced his intention to", "X made a bid to"; but "the intention is to" has none
            return relation(above) == Deprel::obj || relation(above) == Deprel::obl ? surface_subject(governor, depth) : no_token;
        }
        return no_token;
    case Deprel::appos: return is_noun(above) ? above : no_token; // a headline whose verb was not seen: "X visits Y"
    case Deprel::amod: return above; // "the visiting president"
    case Deprel::acl_relcl: return is_passive(verb) ? above : no_token;
    default: return no_token;
    }
}

Token Syntax::subject(Token verb) const noexcept {
    if (!is_passive(verb)) return surface_subject(verb);
    if (const auto agent = child(verb, Deprel::obl_agent); agent != no_token) return agent;
    return phrase(verb, "by");
}

Token Syntax::object(Token verb) const noexcept {
    if (is_passive(verb)) return surface_subject(verb);
    if (const auto object = own_object(verb); object != no_token) return outside_relative(object, verb);
    if (relation(verb) == Deprel::acl_relcl) {
        // What a relative clause with a subject of its own leaves out: "the treaty that they signed".
        const auto subject = surface_subject(verb);
        if (subject != no_token && subject != head(verb)) return head(verb);
    }
    if (relation(verb) == Deprel::conj && is_verb(head(verb)) && !is_passive(head(verb))) {
        // "condemned and rejected the plan": the parser gives a shared object to one of the two.
        const auto shared = child(head(verb), Deprel::obj);
        return shared != no_token && shared > verb ? shared : no_token;
    }
    for (const auto c : children(verb)) {
        if (relation(c) == Deprel::conj && is_verb(c)) {
            const auto shared = child(c, Deprel::obj);
            if (shared != no_token && !has_child(c, Deprel::nsubj) && c == verb + 2) return shared;
        }
    }
    return no_token;
}

Token Syntax::phrase(Token t, std::string_view preposition, Token after) const noexcept {
    for (const auto c : children(t)) {
        if (after != no_token && c <= after) continue;
        const auto r = universal(relation(c));
        if ((r == Deprel::obl || r == Deprel::nmod) && this->preposition(c) == preposition) return c;
        if (r == Deprel::advcl && has_child(c, Deprel::mark, preposition)) return c; // "accused X of lying"
    }
    return no_token;
}

std::string_view Syntax::preposition(Token t) const noexcept {
    for (const auto c : children(t)) {
        if (relation(c) == Deprel::case_ && lemma(c) != "'s" && lemma(c) != "'") return lemma(c);
    }
    return {};
}

std::vector<Token> Syntax::conjuncts(Token t) const {
    std::vector<Token> all{t};
    for (std::size_t i = 0; i < all.size() && all.size() < 64; ++i) {
        for (const auto c : children(all[i])) {
            if (relation(c) == Deprel::conj) all.push_back(c);
        }
    }
    std::ranges::sort(all);
    return all;
}

Token Syntax::first_conjunct(Token t) const noexcept {
    while (relation(t) == Deprel::conj && head(t) != no_token) t = head(t);
    return t;
}

bool Syntax::dominates(Token above, Token below) const noexcept {
    while (below != no_token && below != above) below = head(below);
    return below == above;
}

} // namespace dateline
