// SPDX-License-Identifier: MIT
//
// Whether an event happened. Read from its own clause first (tense, aspect, modals, negation), then upwards: each word that
// governs the clause may weaken it ("plans to", "failed to"), report it ("said that") or take it out of the list ("urged X to",
// "refused to": the demand and the refusal are the events, GUIDELINES 2). The weakest reading on the way wins.
#include "status.hpp"

#include <algorithm>

namespace dateline {
namespace {

constexpr int max_depth = 12;

class Reader {
public:
    Reader(const Syntax& syntax, const Lexicon& lexicon, const Sentence& sentence, const Trigger& trigger, const std::vector<Trigger>& triggers)
        : m_syntax{syntax}, m_lexicon{lexicon}, m_sentence{sentence}, m_trigger{trigger}, m_triggers{triggers} {}

    Standing read() {
        find_reporter();
        if (m_trigger.frame->kind == FrameKind::auxiliary) return m_standing; // what "must" demands has not happened; the demand has
        if (m_trigger.frame->kind == FrameKind::noun) read_noun();
        if (m_trigger.anchor != m_trigger.token) apply(*m_lexicon.effect(m_syntax.lemma(m_trigger.anchor), FrameKind::verb), m_trigger.anchor);
        if (m_trigger.anchor != m_trigger.token || m_trigger.frame->kind != FrameKind::noun) read_clause(m_trigger.anchor);
        climb();
        if (is_asked()) drop();
        return m_standing;
    }

private:
    void weaken(EventStatus status) { m_standing.status = std::max(m_standing.status, status); }
    void drop() { m_standing.listed = false; }

    bool is_negated(Token t) const {
        for (const auto c : m_syntax.children(t)) {
            const auto word = m_syntax.lemma(c);
            const auto r = m_syntax.relation(c);
            if ((r == Deprel::advmod || r == Deprel::cc_preconj || r == Deprel::cc) && (word == "not" || word == "n't" || word == "never" || word == "neither" || word == "nor")) return true;
            if (r == Deprel::det && (word == "no" || word == "neither")) return true;
            if (universal(r) == Deprel::nsubj || r == Deprel::obj) {
                if (word == "nobody" || word == "none" || word == "nothing" || m_syntax.has_child(c, Deprel::det, "no") || m_syntax.has_child(c, Deprel::det, "neither") ||
                    m_syntax.has_child(c, Deprel::cc_preconj, "neither")) return true;
            }
        }
        return false;
    }

    void read_noun() {
        if (is_negated(m_trigger.token)) weaken(EventStatus::negated);
        if (is_under_way()) weaken(EventStatus::ongoing);
        for (const auto c : m_syntax.children(m_trigger.token)) {
            if (m_syntax.relation(c) == Deprel::acl && c > m_trigger.token && m_syntax.tag(c) == "VBN") weaken_as_planned(c);
            if (m_syntax.relation(c) == Deprel::cop && m_syntax.tag(c) != "VBD") weaken(EventStatus::ongoing); // "is on a visit"
            if (m_syntax.relation(c) != Deprel::amod) continue;
            const auto kind = m_syntax.upos(c) == Upos::verb ? FrameKind::verb : FrameKind::adjective;
            if (const auto effect = m_lexicon.effect(m_syntax.lemma(c), kind)) apply(*effect, c);
        }
    }

    /// "on the first day of the visit", "is here on a visit".
    bool is_under_way() const {
        const auto above = m_syntax.head(m_trigger.token);
        if (above == no_token) return false;
        if (m_syntax.relation(m_trigger.token) == Deprel::nmod && m_lexicon.in_class(m_syntax.lemma(above), "time_unit")) {
            return std::ranges::any_of(m_syntax.children(above), [&](Token c) { return m_lexicon.in_class(m_syntax.lemma(c), "ordinal"); });
        }
        const auto is = m_syntax.child(above, Deprel::cop);
        const auto on_it = m_syntax.preposition(m_trigger.token) == "on" && (universal(m_syntax.relation(m_trigger.token)) == Deprel::obl || m_syntax.relation(m_trigger.token) == Deprel::nmod);
        return is != no_token && m_syntax.tag(is) != "VBD" && on_it;
    }

    /// "a meeting scheduled for Monday", "talks set to take place in X".
    void weaken_as_planned(Token participle) {
        const auto effect = m_lexicon.effect(m_syntax.lemma(participle), FrameKind::verb);
        if (effect == Effect::planned || effect == Effect::negated) apply(*effect, participle);
    }

    /// Tense, aspect, modals and negation of the clause of `t`.
    void read_clause(Token t) {
        // "will meet X and sign Y": the second verb shares the first one's auxiliaries.
        const auto first = m_syntax.first_conjunct(t);
        const auto shares = t != first && m_syntax.tag(t) == "VB" && !m_syntax.has_child(t, Deprel::aux) && !m_syntax.has_child(t, Deprel::mark);
        const auto verb = shares ? first : t;
        if ((is_negated(t) || (shares && is_negated(verb))) && !is_at_last(t)) weaken(EventStatus::negated);
        for (const auto other : m_syntax.conjuncts(first)) { // "will attack X and respond if" has one condition
            if (std::ranges::any_of(m_syntax.children(other), [&](Token c) { return m_syntax.relation(c) == Deprel::advcl && has_condition(c); })) m_standing.conditional = true;
        }
        bool be = false;
        bool being = false;
        bool past = false;
        bool have = false;
        bool does = false;
        for (const auto c : m_syntax.children(verb)) {
            const auto r = m_syntax.relation(c);
            if (r == Deprel::mark && is_conditional(m_syntax.lemma(c))) {
                weaken(EventStatus::possible);
                m_standing.supposed = true;
            }
            if (r == Deprel::mark && m_syntax.lemma(c) == "without") weaken(EventStatus::negated);
            if (r == Deprel::mark && m_syntax.tag(verb) == "VB") { // "is due to meet", where "due to" is taken for what introduces a clause
                if (const auto effect = m_lexicon.effect(m_syntax.lemma(c), FrameKind::adjective)) apply(*effect, c);
            }
            if (r != Deprel::aux && r != Deprel::aux_pass && r != Deprel::cop) continue;
            const auto word = m_syntax.lemma(c);
            if (word == "be") be = true;
            if (word == "be" && m_syntax.tag(c) == "VBG") being = true;
            if (word == "have") have = true;
            if (word == "do" && (m_syntax.tag(c) == "VBZ" || m_syntax.tag(c) == "VBP")) does = true;
            past = past || m_syntax.tag(c) == "VBD";
            if (const auto effect = m_lexicon.effect(word, FrameKind::verb)) modal(word, *effect);
        }
        if (m_syntax.is_infinitive(verb)) {
            const auto free = m_syntax.relation(verb) == Deprel::root || m_syntax.relation(verb) == Deprel::parataxis || (m_sentence.headline && m_syntax.relation(verb) != Deprel::xcomp);
            if (be || free) weaken(EventStatus::planned); // "is to meet", "X TO MEET Y"
        } else if ((being || (m_syntax.tag(verb) == "VBG" && be)) && (!past || have)) {
            weaken(EventStatus::ongoing); // "is attacking", "is being attacked"
        } else if (m_syntax.tag(verb) == "VBG" && !be && is_attributive(verb) && (m_trigger.frame->mode == "visit" || is_where_somebody_is(m_syntax.head(verb)))) {
            weaken(EventStatus::ongoing); // "the visiting minister", "X, visiting Y, said"
        }
        const auto carried = m_trigger.anchor != m_trigger.token && m_lexicon.effect(m_syntax.lemma(m_trigger.anchor), FrameKind::verb) != Effect::light;
        if (!carried && is_generic(verb, be || have)) drop(); // but "the talks continue" tells what goes on
        if (does && !m_sentence.headline && !is_speech_act(*m_trigger.frame->type)) drop(); // "does not sell"
    }

    /// "did not surrender until midnight" tells that it happened.
    bool is_at_last(Token verb) const {
        return std::ranges::any_of(m_syntax.children(verb), [&](Token c) {
            return m_syntax.preposition(c) == "until" || m_syntax.has_child(c, Deprel::mark, "until");
        });
    }

    bool has_condition(Token clause) const { return m_syntax.has_child(clause, Deprel::mark, "if") || m_syntax.has_child(clause, Deprel::mark, "unless"); }

    /// "is in X concluding talks".
    bool is_where_somebody_is(Token place) const { return m_syntax.has_child(place, Deprel::cop) && m_syntax.has_child(place, Deprel::case_); }

    bool is_attributive(Token verb) const { return m_syntax.relation(verb) == Deprel::amod || m_syntax.relation(verb) == Deprel::acl; }

    void modal(std::string_view word, Effect effect) {
        m_standing.ahead = m_standing.ahead || effect == Effect::planned || word == "would";
        if (word == "would") {
            weaken(m_standing.reporter != no_token ? EventStatus::planned : EventStatus::possible); // future in the past
        } else {
            apply(effect, no_token);
        }
    }

    static bool is_conditional(std::string_view word) { return word == "if" || word == "unless" || word == "whether"; }

    /// A present tense outside headlines tells habits and states, unless saying it is doing it ("we urge").
    bool is_generic(Token verb, bool has_auxiliary) const {
        if (m_sentence.headline || stands_alone() || has_auxiliary || !m_syntax.is_verb(verb)) return false;
        if (m_standing.status == EventStatus::possible) return false; // "if X attacks"
        const auto tag = m_syntax.tag(verb);
        if (tag == "VB" && m_syntax.relation(verb) == Deprel::root && m_syntax.surface_subject(verb) == no_token) return true; // an imperative
        if (tag != "VBZ" && tag != "VBP") return false;
        constexpr std::string_view yet_to_come[] = {"until", "before", "once", "when", "whenever"};
        if (std::ranges::any_of(yet_to_come, [&](std::string_view word) { return m_syntax.has_child(verb, Deprel::mark, word); })) return true; // "until it agrees"
        return !is_speech_act(*m_trigger.frame->type);
    }

    /// A report of one sentence is a ticker's line, told in the present as headlines are.
    bool stands_alone() const { return m_syntax.document().sentences.size() == 1; }

    static bool is_speech_act(EventType type) {
        using enum EventType;
        return type == request || type == accuse || type == reject || type == support || type == threaten || type == agree;
    }

    /// What is asked for, promised, refused or threatened is no event of its own.
    static bool takes_its_complement(EventType type) {
        using enum EventType;
        return type == request || type == reject || type == threaten || type == agree;
    }

    const Trigger* trigger_at(Token t) const {
        for (const auto& trigger : m_triggers) {
            if (trigger.token == t || trigger.anchor == t) return &trigger;
        }
        return nullptr;
    }

    void apply(Effect effect, Token by) {
        const auto reversed = by != no_token && is_negated(by);
        switch (effect) {
        case Effect::light:
        case Effect::report: break;
        case Effect::occurred: weaken(reversed ? EventStatus::negated : EventStatus::occurred); break;
        case Effect::ongoing: weaken(reversed ? EventStatus::negated : EventStatus::ongoing); break;
        case Effect::planned: weaken(reversed ? EventStatus::negated : EventStatus::planned); break;
        case Effect::possible: weaken(EventStatus::possible); break;
        case Effect::negated: weaken(reversed ? EventStatus::occurred : EventStatus::negated); break;
        case Effect::drop: drop(); break;
        }
    }

    FrameKind kind_at(Token t) const {
        if (m_syntax.is_verb(t)) return FrameKind::verb;
        return m_syntax.is_noun(t) ? FrameKind::noun : FrameKind::adjective;
    }

    /// Encounters are what people set out for; other purposes are none of the story's events.
    bool is_occasion() const { return m_trigger.frame->type == EventType::consult || m_sentence.headline; }

    bool is_complement(Token t) const {
        using enum Deprel;
        switch (m_syntax.relation(t)) {
        case xcomp:
        case ccomp:
        case obj:
        case nsubj_pass: return true;
        case acl: return m_syntax.has_child(t, mark); // "a plan to leave", not "the plan announced by X"
        case obl:
        case nmod: {
            const auto p = m_syntax.preposition(t);
            return p == "for" || p == "of" || p == "to" || p == "against";
        }
        case advcl: {
            constexpr std::string_view links[] = {"of", "from", "to", "in"}; // "succeeded in reaching", "accused of bombing"
            return std::ranges::any_of(links, [&](std::string_view word) { return m_syntax.has_child(t, mark, word); });
        }
        default: return false;
        }
    }

    void find_reporter() {
        auto t = m_trigger.anchor;
        for (int depth = 0; depth < max_depth && t != no_token; ++depth, t = m_syntax.head(t)) {
            for (const auto c : m_syntax.children(t)) {
                if (m_syntax.relation(c) == Deprel::parataxis && reports(c)) m_standing.reporter = c;
            }
            const auto above = m_syntax.head(t);
            if (above != no_token && (m_syntax.relation(t) == Deprel::ccomp || m_syntax.relation(t) == Deprel::parataxis) && reports(above)) m_standing.reporter = above;
            if (m_standing.reporter != no_token) return;
        }
    }

    /// "asked whether X had signed": nothing is told of it.
    bool is_asked() const {
        const auto is_question = [&](Token t) { return m_syntax.has_child(t, Deprel::mark, "if") || m_syntax.has_child(t, Deprel::mark, "whether"); };
        auto t = m_trigger.anchor;
        if (m_lexicon.in_class(m_syntax.lemma(t), "asks") && std::ranges::any_of(m_syntax.children(t), is_question)) return true;
        for (int depth = 0; depth < max_depth && t != no_token; ++depth, t = m_syntax.head(t)) {
            const auto above = m_syntax.head(t);
            if (above != no_token && m_lexicon.in_class(m_syntax.lemma(above), "asks") && is_question(t)) return true;
        }
        return false;
    }

    bool reports(Token t) const { return m_lexicon.effect(m_syntax.lemma(t), FrameKind::verb) == Effect::report; }

    /// From the clause upwards to the root of the sentence or the end of what governs it.
    void climb() {
        auto t = m_syntax.first_conjunct(m_trigger.anchor);
        if (m_trigger.frame->kind == FrameKind::noun && is_under_condition(t)) {
            weaken(EventStatus::possible);
            m_standing.supposed = true;
        }
        for (int depth = 0; depth < max_depth; ++depth) {
            const auto above = m_syntax.head(t);
            if (above == no_token || !is_complement(t)) return;
            const auto effect = m_lexicon.effect(m_syntax.lemma(above), kind_at(above));
            if (const auto* const governor = trigger_at(above); governor != nullptr && governor->frame->type && takes_its_complement(*governor->frame->type)) {
                m_standing.promised = *governor->frame->type == EventType::agree && m_syntax.is_infinitive(t);
                if (!m_standing.promised) return drop();
                return weaken(EventStatus::planned);
            }
            const auto clause = m_syntax.relation(t) == Deprel::xcomp || m_syntax.relation(t) == Deprel::ccomp || m_syntax.relation(t) == Deprel::acl || m_syntax.relation(t) == Deprel::advcl;
            if (m_lexicon.in_class(m_syntax.lemma(above), "wishes") && is_done_by_another(t, above)) return drop(); // "wanted X to leave", "wants assurances"
            if (effect && (clause || *effect != Effect::light)) {
                apply(*effect, above);
            } else if (clause && m_syntax.is_infinitive(t) && !is_occasion()) {
                return drop(); // a purpose or what something is for: "measures to cut prices", "makes it easier to repay"
            } else if (clause && m_syntax.is_infinitive(t)) {
                if (m_lexicon.in_class(m_syntax.lemma(above), "sets_out")) { // "flew to X to meet Y" tells the meeting as much as the flight
                    read_governing(above);
                } else {
                    weaken(EventStatus::planned);
                }
            }
            const auto yet = m_syntax.lemma(above) == "have" && m_syntax.has_child(above, Deprel::advmod, "yet");
            if (m_syntax.relation(t) == Deprel::xcomp && yet) weaken(EventStatus::negated); // "has yet to"
            if (m_syntax.relation(t) == Deprel::xcomp && m_syntax.is_verb(above)) read_governing(above);
            t = m_syntax.first_conjunct(above);
        }
    }

    /// Whether somebody else than the subject of `verb` would do it.
    bool is_done_by_another(Token t, Token verb) const {
        const auto controlled = m_syntax.relation(t) == Deprel::xcomp && m_syntax.has_child(verb, Deprel::obj);
        const auto given = m_syntax.relation(t) == Deprel::obj && m_trigger.frame->type == EventType::agree;
        return controlled || given || (m_syntax.relation(t) == Deprel::ccomp && m_syntax.is_infinitive(t));
    }

    /// Of a noun: "if the bombing does not stop".
    bool is_under_condition(Token noun) const {
        const auto verb = m_syntax.head(noun);
        return verb != no_token && m_syntax.relation(verb) == Deprel::advcl && has_condition(verb);
    }

    void read_governing(Token verb) {
        for (const auto c : m_syntax.children(verb)) {
            if (m_syntax.relation(c) != Deprel::aux) continue;
            if (const auto effect = m_lexicon.effect(m_syntax.lemma(c), FrameKind::verb)) modal(m_syntax.lemma(c), *effect);
        }
    }

    const Syntax& m_syntax;
    const Lexicon& m_lexicon;
    const Sentence& m_sentence;
    const Trigger& m_trigger;
    const std::vector<Trigger>& m_triggers;
    Standing m_standing;
};

} // namespace

Standing find_standing(const Syntax& syntax, const Lexicon& lexicon, const Sentence& sentence, const Trigger& trigger,
                       const std::vector<Trigger>& triggers) {
    return Reader{syntax, lexicon, sentence, trigger, triggers}.read();
}

} // namespace dateline
