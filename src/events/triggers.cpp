// SPDX-License-Identifier: MIT
#include "triggers.hpp"

#include <algorithm>

namespace dateline {
namespace {

std::optional<FrameKind> kind_of(Upos upos) noexcept {
    switch (upos) {
    case Upos::verb: return FrameKind::verb;
    case Upos::noun:
    case Upos::propn: return FrameKind::noun;
    case Upos::adj: return FrameKind::adjective;
    case Upos::aux: return FrameKind::auxiliary;
    default: return std::nullopt;
    }
}

bool is_in_capitals(std::string_view text) {
    return std::ranges::none_of(text, [](char c) { return c >= 'a' && c <= 'z'; });
}

/// Chooses the sense of each word of one sentence.
class Finder {
public:
    Finder(const Syntax& syntax, const ActorIndex& who, const Lexicon& lexicon, const Sentence& sentence)
        : m_syntax{syntax}, m_who{who}, m_lexicon{lexicon}, m_sentence{sentence}, m_capitals{sentence.headline && is_in_capitals(slice(syntax.document().text, sentence.span))} {}

    std::vector<Trigger> find() {
        // Verbs first: "imposed sanctions" takes the noun that makes its sense along.
        for (const bool nouns : {false, true}) {
            for (auto t = m_sentence.tokens.begin; t < m_sentence.tokens.end; ++t) {
                const auto kind = kind_of(m_syntax.upos(t));
                // A name is a trigger only in headlines whose capitals hide what is one: "SHULTZ BEGINS TALKS", but "March 5".
                if (!kind || (m_syntax.upos(t) == Upos::propn && !m_capitals) || (*kind == FrameKind::noun) != nouns) continue;
                if (const auto senses = m_lexicon.senses(m_syntax.lemma(t)); !senses.empty()) consider(t, *kind, senses);
            }
        }
        std::erase_if(m_found, [&](const Trigger& trigger) { return std::ranges::find(m_taken, trigger.token) != m_taken.end(); });
        add_deeds();
        std::ranges::sort(m_found, {}, &Trigger::token);
        return std::move(m_found);
    }

private:
    void consider(Token t, FrameKind kind, std::span<const std::uint32_t> senses) {
        if (part_of_name(t) || is_like_a_name(t, kind) || modifies(t, kind)) return;
        const auto anchor = kind == FrameKind::noun ? carrier(t) : kind == FrameKind::auxiliary ? m_syntax.head(t) : t;
        if (anchor == no_token || (kind == FrameKind::auxiliary && !is_what_one_can_do(anchor))) return;
        for (const auto sense : senses) {
            const auto& frame = m_lexicon.frame(sense);
            if (frame.kind != kind) continue;
            std::vector<Token> taken;
            if (!std::ranges::all_of(frame.when, [&](const Condition& c) { return holds(c, t, anchor, taken); })) continue;
            if (frame.type) {
                m_found.push_back({t, anchor, &frame});
                m_taken.insert(m_taken.end(), taken.begin(), taken.end());
            }
            return;
        }
    }

    void add_deeds() {
        const auto coded = m_found.size();
        for (auto t = m_sentence.tokens.begin; t < m_sentence.tokens.end; ++t) {
            const auto carries = std::any_of(m_found.begin(), m_found.begin() + static_cast<std::ptrdiff_t>(coded), [&](const Trigger& trigger) { return trigger.token == t || trigger.anchor == t; });
            if (!carries && is_deed(t)) m_found.push_back({t, t, &m_lexicon.deed()});
        }
    }

    /// Whether a clause of its own tells that a named actor did something which no frame codes: not what it said, began or meant to do,
    /// but what it announced or began; no states and no courses of figures.
    bool is_deed(Token t) const {
        if (m_syntax.upos(t) != Upos::verb || (t > m_sentence.tokens.begin && m_lexicon.in_class(m_syntax.lemma(t - 1), "time_unit"))) return false; // "the year ended"
        using enum Deprel;
        const auto r = m_syntax.relation(t);
        if (r != root && r != conj && r != ccomp && r != parataxis && r != acl_relcl && r != advcl) return false;
        const auto finite = (m_sentence.headline && m_syntax.tag(t) == "VBZ") || m_syntax.tag(t) == "VBD" || (m_syntax.tag(t) == "VBN" && (m_syntax.has_child(t, aux) || m_syntax.has_child(t, aux_pass) || m_syntax.has_child(t, nsubj)));
        if (!finite || m_lexicon.in_class(m_syntax.lemma(t), "stative") || m_lexicon.in_class(m_syntax.lemma(t), "currency")) return false;
        if (m_lexicon.effect(m_syntax.lemma(t), FrameKind::verb) && !is_about_a_thing(t) && !is_announcement(t)) return false;
        return !m_who.actors_of(m_syntax.subject(t)).empty();
    }

    /// Whether a verb has as object a thing that tells no event itself: "announced a telephone", not "announced the arrest of X" or "told reporters".
    bool is_about_a_thing(Token verb) const {
        const auto object = m_syntax.child(verb, Deprel::obj);
        if (!m_syntax.is_noun(object) || m_syntax.has_child(verb, Deprel::ccomp) || m_syntax.has_child(verb, Deprel::xcomp) || m_lexicon.in_class(m_syntax.lemma(object), "human")) return false;
        return std::ranges::none_of(m_found, [&](const Trigger& trigger) { return m_syntax.dominates(object, trigger.token); });
    }

    /// To announce something is an act, unless what is announced is told as one.
    bool is_announcement(Token verb) const {
        if (!m_lexicon.in_class(m_syntax.lemma(verb), "announces")) return false;
        return std::ranges::none_of(m_found, [&](const Trigger& trigger) { return trigger.token > verb && m_syntax.dominates(verb, trigger.token); });
    }

    bool part_of_name(Token t) const {
        const auto* const mention = m_who.mention_at(t);
        if (mention != nullptr && mention->form == MentionForm::name) return true;
        const auto& names = m_syntax.document().names;
        const auto next = std::ranges::upper_bound(names, t, {}, [](const Name& n) { return n.tokens.begin; });
        return next != names.begin() && std::prev(next)->tokens.contains(t) && std::prev(next)->type != NameType::event;
    }

    /// A noun with a capital inside a sentence, the first half of a joined word and a month are no triggers: "its Probe car", "refuse-derived
    /// fuel", "JANUARY/MARCH". Behind an abbreviation agencies write capitals for any word.
    bool is_like_a_name(Token t, FrameKind kind) const {
        const auto& document = m_syntax.document();
        const auto form = document.form(t);
        const auto capital = !form.empty() && form.front() >= 'A' && form.front() <= 'Z';
        const auto joined = t + 2 < m_sentence.tokens.end && document.form(t + 1) == "-" && document.token[t].end == document.token[t + 1].begin;
        if (joined && (capital || m_syntax.tag(t + 2) == "VBN")) return true; // but "the pull-out"
        if (!capital || t == m_sentence.tokens.begin) return false;
        if (m_lexicon.in_class(m_syntax.lemma(t), "month")) return true;
        return kind == FrameKind::noun && !m_sentence.headline && !document.form(t - 1).ends_with('.');
    }

    /// Whether the word only describes another: "attack helicopter", "a signed copy".
    bool modifies(Token t, FrameKind kind) const {
        const auto r = m_syntax.relation(t);
        if (kind == FrameKind::noun) return r == Deprel::compound || r == Deprel::flat || r == Deprel::amod || r == Deprel::nmod_desc;
        if (kind == FrameKind::adjective) return r == Deprel::amod;
        return r == Deprel::compound || (r == Deprel::amod && (m_syntax.tag(t) != "VBG" || !m_lexicon.in_class(m_syntax.lemma(t), "sets_out"))); // "exporting countries", but "the visiting president"
    }

    /// "must be paid" and "must be worried" demand of nobody that he do it.
    bool is_what_one_can_do(Token verb) const {
        return m_syntax.is_verb(verb) && !m_syntax.is_passive(verb) && !m_lexicon.in_class(m_syntax.lemma(verb), "stative");
    }

    /// The verb that only carries the event noun `t` ("held talks", "talks began", "the talks held in X"), or `t` itself.
    Token carrier(Token t) const {
        auto noun = m_syntax.first_conjunct(t);
        if (m_syntax.relation(noun) == Deprel::nmod && m_syntax.is_noun(m_syntax.head(noun)) && m_lexicon.in_class(m_syntax.lemma(m_syntax.head(noun)), "amount")) {
            noun = m_syntax.first_conjunct(m_syntax.head(noun)); // "held a round of talks"
        }
        if (const auto verb = m_syntax.head(noun); verb != no_token && m_syntax.is_verb(verb)) {
            const auto r = m_syntax.relation(noun);
            const auto effect = m_lexicon.effect(m_syntax.lemma(verb), FrameKind::verb);
            if (effect && *effect != Effect::report && *effect != Effect::drop && !m_lexicon.in_class(m_syntax.lemma(verb), "awaits")) {
                if (r == Deprel::obj || r == Deprel::nsubj_pass) return verb;
                const auto happens = *effect == Effect::ongoing || (*effect == Effect::light && !m_lexicon.in_class(m_syntax.lemma(verb), "holds")); // "the pact holds" makes none
                if (r == Deprel::nsubj && happens) return verb;
                if (r == Deprel::obl && m_lexicon.in_class(m_syntax.lemma(verb), "carries_with_preposition")) return verb;
            }
        }
        for (const auto c : m_syntax.children(noun)) {
            if (m_syntax.relation(c) != Deprel::acl || m_syntax.tag(c) == "VBG" || m_syntax.is_infinitive(c)) continue;
            if (m_lexicon.effect(m_syntax.lemma(c), FrameKind::verb) == Effect::light) return c;
        }
        return t;
    }

    bool holds(const Condition& condition, Token t, Token anchor, std::vector<Token>& taken) const {
        return found(condition, t, anchor, taken) != condition.negated;
    }

    bool found(const Condition& condition, Token t, Token anchor, std::vector<Token>& taken) const {
        using enum Condition::Kind;
        switch (condition.kind) {
        case subject: return phrase_is(condition, m_syntax.subject(anchor), taken);
        case object: return phrase_is(condition, m_syntax.object(t), taken);
        case particle: return has_word(condition, t, [](Deprel r) { return r == Deprel::compound_prt || r == Deprel::advmod; });
        case complement:
            return has_word(condition, t, [](Deprel r) { return r == Deprel::xcomp || r == Deprel::ccomp || r == Deprel::acl; });
        case infinitive:
            return std::ranges::any_of(m_syntax.children(t), [&](Token c) {
                const auto r = m_syntax.relation(c);
                return (r == Deprel::xcomp || r == Deprel::advcl || r == Deprel::ccomp) && m_syntax.is_infinitive(c) && is_one_of(condition, c);
            });
        case modifier:
            return has_word(condition, t, [](Deprel r) {
                return r == Deprel::amod || r == Deprel::compound || r == Deprel::advmod || universal(r) == Deprel::nmod;
            });
        case near:
            for (auto w = m_sentence.tokens.begin; w < m_sentence.tokens.end; ++w) {
                if (w != t && is_one_of(condition, w)) return true;
            }
            return false;
        case preposition: return phrase_with(condition, t, taken) || (anchor != t && phrase_with(condition, anchor, taken));
        }
        return false;
    }

    bool phrase_with(const Condition& condition, Token t, std::vector<Token>& taken) const {
        for (auto p = m_syntax.phrase(t, condition.preposition); p != no_token; p = m_syntax.phrase(t, condition.preposition, p)) {
            if (phrase_is(condition, p, taken)) return true;
        }
        return false;
    }

    template <class Wanted>
    bool has_word(const Condition& condition, Token t, Wanted wanted) const {
        return std::ranges::any_of(m_syntax.children(t), [&](Token c) { return wanted(m_syntax.relation(c)) && is_one_of(condition, c); });
    }

    bool phrase_is(const Condition& condition, Token head, std::vector<Token>& taken) const {
        if (head == no_token) return false;
        for (const auto t : m_syntax.conjuncts(head)) {
            const auto found = means(condition, t);
            if (found == no_token) continue;
            if (!condition.negated) taken.push_back(found);
            return true;
        }
        return false;
    }

    /// The word of the phrase headed by `t` that the condition is about: its head, what an amount or a form of it is of ("some of
    /// its troops", "a round of talks", "aid deliveries"), or nothing.
    Token means(const Condition& condition, Token t) const {
        if (is_one_of(condition, t)) return t;
        const auto amount = !m_syntax.is_noun(t) || m_lexicon.in_class(m_syntax.lemma(t), "amount");
        const auto form = m_lexicon.in_class(m_syntax.lemma(t), "form");
        if (!amount && !form) return no_token;
        for (const auto c : m_syntax.children(t)) {
            const auto r = m_syntax.relation(c);
            const auto p = r == Deprel::nmod ? m_syntax.preposition(c) : std::string_view{};
            if (((amount && (p == "of" || p == "in")) || (form && r == Deprel::compound)) && is_one_of(condition, c)) return c;
        }
        return no_token;
    }

    bool is_one_of(const Condition& condition, Token t) const {
        return std::ranges::any_of(condition.words, [&](std::string_view word) {
            if (word == "*") return true;
            if (!word.starts_with('@')) return m_syntax.lemma(t) == word;
            word.remove_prefix(1);
            if (word == "human" && m_syntax.upos(t) == Upos::pron) return m_syntax.is_personal_pronoun(t);
            if (word == "actor") return !m_who.actors_of(t, true).empty();
            if (const auto kind = parse_actor_kind(word)) return m_who.is(t, *kind);
            return m_lexicon.in_class(m_syntax.lemma(t), word);
        });
    }

    const Syntax& m_syntax;
    const ActorIndex& m_who;
    const Lexicon& m_lexicon;
    const Sentence& m_sentence;
    bool m_capitals; ///< a headline all in capitals
    std::vector<Trigger> m_found;
    std::vector<Token> m_taken; ///< words that made the sense of a trigger and are none themselves
};

} // namespace

std::vector<Trigger> find_triggers(const Syntax& syntax, const ActorIndex& who, const Lexicon& lexicon, const Sentence& sentence) {
    return Finder{syntax, who, lexicon, sentence}.find();
}

} // namespace dateline
