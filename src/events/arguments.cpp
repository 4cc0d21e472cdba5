// SPDX-License-Identifier: MIT
#include "arguments.hpp"

#include <algorithm>
#include <utility>

namespace dateline {
namespace {

/// What is done to a place as much as to those who live there: bombs fall on it, aid reaches it, troops leave it.
bool happens_to_places(EventType type) {
    using enum EventType;
    return type == assault || type == mobilize || type == coerce || type == retreat || type == aid || type == protest || type == incident;
}

/// Looks the slots of one trigger's frame up in the tree.
class Filler {
public:
    Filler(const Syntax& syntax, const ActorIndex& who, const Lexicon& lexicon, const Sentence& sentence, const Trigger& trigger, Token reporter)
        : m_syntax{syntax}, m_who{who}, m_lexicon{lexicon}, m_trigger{trigger}, m_reporter{reporter}, m_suffers{sentence.headline && is_bare_participle()} {}

    /// Who acts, where no slot of the frame says so: to whom the subject belongs.
    std::vector<ActorId> owners_of_subject() const { return m_who.owners_of(subject_of_event()); }

    /// Whom the subject's phrase names at all.
    std::vector<ActorId> named_in_subject() const { return m_who.named_below(subject_of_event(), true); }

    /// Whether a person acts of whom we are not told who it is: what stands beside "a man" does not say so.
    bool is_by_somebody_unnamed() const {
        const auto subject = subject_of_event();
        return subject != no_token && m_lexicon.in_class(m_syntax.lemma(subject), "human");
    }

    /// To whom it is done, where no slot says so: whom the rest of the clause names nearest to the trigger – "agreed to provide
    /// aid for X", "demanded that X leave".
    std::vector<ActorId> named_in_predicate(const std::vector<ActorId>& sources) const {
        const auto subject = m_syntax.is_verb(m_trigger.anchor) ? subject_of_event() : no_token;
        if (m_trigger.frame->type == EventType::incident) return m_who.owners_of(struck(), true);
        const auto places = happens_to_places(*m_trigger.frame->type) || visits(); // one meets somebody, somewhere
        for (const auto r : {Deprel::obj, Deprel::iobj, Deprel::xcomp, Deprel::ccomp, Deprel::nmod, Deprel::obl, Deprel::acl, Deprel::advcl}) {
            for (const auto c : m_syntax.children(m_trigger.token)) {
                if (m_syntax.relation(c) != r || c == subject || (r == Deprel::advcl && !m_syntax.is_infinitive(c)) || is_circumstance(c)) continue;
                const auto admits = places || is_wanted(m_syntax.preposition(c)); // "lashed out at X"
                auto actors = m_who.actors_of(c, admits);
                const auto topic = m_trigger.frame->type == EventType::consult && (visits() || r == Deprel::obj); // "discussed the debt of X" met nobody of X
                if (actors.empty() && !topic) actors = m_who.named_below(c, m_trigger.frame->type == EventType::consult ? places : admits);
                std::erase_if(actors, [&](ActorId id) { return std::ranges::find(sources, id) != sources.end() || (visits() && !is_somewhere(id)) || is_own_country(id, sources); });
                if (!actors.empty()) return actors;
            }
        }
        return {};
    }

    /// Whom the subject names; a pronoun in what somebody told X is not X but who tells: "told the commission they had raised their stake".
    std::vector<ActorId> subject_actors() const {
        const auto subject = subject_of_event();
        auto actors = m_who.actors_of(subject);
        if (actors.empty() || m_reporter == no_token || !m_syntax.is_personal_pronoun(subject)) return actors;
        const auto told = m_who.actors_of(m_syntax.object(m_reporter));
        return actors == told ? m_who.actors_of(m_syntax.subject(m_reporter)) : actors;
    }

    /// Whether it is done to the subject of the verb that carries the noun: "X received support from Y", "the plan drew criticism".
    bool is_received() const { return m_trigger.anchor != m_trigger.token && m_lexicon.in_class(m_syntax.lemma(m_trigger.anchor), "receives"); }

    /// The actors that receive it.
    std::vector<ActorId> recipients() const {
        const auto subject = m_syntax.subject(m_trigger.anchor);
        auto actors = m_who.owners_of(subject);
        return actors.empty() ? m_who.named_below(subject, false) : actors;
    }

    /// Whether the trigger has people or bodies for its other side, named or not.
    bool has_other_side() const {
        const auto is_party = [&](Token t) {
            constexpr std::string_view parties[] = {"human", "people", "company", "worker", "body", "representative", "politician"};
            return t != no_token && std::ranges::any_of(parties, [&](std::string_view name) { return m_lexicon.in_class(m_syntax.lemma(t), name); });
        };
        const auto object = object_of_event();
        if (is_party(object) && !m_syntax.has_child(object, Deprel::nmod_poss)) return true; // "recalled its ambassador" does it to somebody else
        for (const auto t : {m_trigger.token, m_trigger.anchor, object}) {
            if (t != no_token && is_party(m_syntax.phrase(t, "with"))) return true;
        }
        return false;
    }

    /// The actors in the first slot that has any.
    std::vector<ActorId> fill(const std::vector<Slot>& slots, std::string_view* preposition) const {
        for (const auto& slot : slots) {
            auto actors = fill(slot);
            if (actors.empty()) continue;
            if (preposition != nullptr) *preposition = slot.preposition;
            return actors;
        }
        return {};
    }

private:
    /// Where, when and by whose account: "spoke at the American mission", "according to X"; but "lashed out at X".
    bool is_circumstance(Token t) const {
        if (universal(m_syntax.relation(t)) == Deprel::obj) return false;
        const auto preposition = m_syntax.preposition(t);
        return !is_wanted(preposition) && m_lexicon.in_class(preposition, "circumstance");
    }

    /// Who denies, rules, trades or backs something of his own country does nothing to it by that.
    bool is_own_country(ActorId id, const std::vector<ActorId>& sources) const {
        const auto type = *m_trigger.frame->type;
        if (!m_lexicon.in_class(m_trigger.frame->lemma, "denies") && type != EventType::govern && type != EventType::trade && type != EventType::support) return false;
        return std::ranges::any_of(sources, [&](ActorId s) { return m_who.serves(s) == id; });
    }

    bool is_somewhere(ActorId id) const { return m_who.actor(id).kind == ActorKind::country || m_who.actor(id).kind == ActorKind::place; }

    /// Whether the frame looks for its target behind this preposition.
    bool is_wanted(std::string_view preposition) const {
        return !preposition.empty() && std::ranges::any_of(m_trigger.frame->target, [&](const Slot& slot) { return slot.preposition == preposition; });
    }

    std::vector<ActorId> fill(const Slot& slot) const {
        using enum Slot::Kind;
        const auto places = visits();
        switch (slot.kind) {
        case subject: return is_received() ? phrases("from", places) : subject_actors();
        case object: return m_trigger.frame->type == EventType::other ? m_who.actors_of(object_of_event()) : m_who.owners_of(object_of_event(), places);
        case indirect: return m_who.actors_of(m_syntax.child(m_trigger.token, Deprel::iobj));
        case possessor: return m_who.actors_of(m_syntax.child(m_trigger.token, Deprel::nmod_poss));
        case modifier: return modifiers();
        case speaker: return m_reporter == no_token ? std::vector<ActorId>{} : m_who.owners_of(m_syntax.subject(m_reporter));
        case preposition: return phrases(slot.preposition, places);
        }
        return {};
    }

    /// A headline leaves "is" out: "Minister arrested over bribes".
    bool is_bare_participle() const {
        const auto t = m_trigger.token;
        const auto takes_object = std::ranges::any_of(m_trigger.frame->target, [](const Slot& slot) { return slot.kind == Slot::Kind::object; });
        const auto told_to = m_syntax.tag(t) == "VBD" && std::ranges::any_of(m_syntax.children(t), [&](Token c) { return m_syntax.relation(c) == Deprel::xcomp && m_syntax.is_infinitive(c); });
        const auto bare = (told_to || m_syntax.tag(t) == "VBN") && !m_syntax.has_child(t, Deprel::aux) && !m_syntax.has_child(t, Deprel::aux_pass);
        return m_trigger.anchor == t && m_trigger.frame->kind == FrameKind::verb && takes_object && bare && m_syntax.object(t) == no_token;
    }

    Token subject_of_event() const {
        if (m_suffers) return m_syntax.phrase(m_trigger.token, "by");
        if (m_trigger.anchor == m_trigger.token && m_trigger.frame->kind == FrameKind::noun) {
            const auto predicated = m_syntax.child(m_trigger.token, Deprel::nsubj); // "X is on a visit"
            if (predicated != no_token) return predicated;
            return is_brought_about() ? m_syntax.subject(m_syntax.head(m_trigger.token)) : subject_around();
        }
        const auto subject = m_syntax.subject(m_trigger.anchor);
        return subject == m_syntax.first_conjunct(m_trigger.token) ? no_token : subject; // "talks began": talks do not act
    }

    /// Whether the verb that the noun is the object of makes it happen: "announced the arrest of X", "ordered a suspension of aid".
    bool is_brought_about() const {
        const auto noun = m_syntax.first_conjunct(m_trigger.token);
        const auto verb = m_syntax.head(noun);
        const auto is_object = m_syntax.relation(noun) == Deprel::obj || m_syntax.relation(noun) == Deprel::nsubj_pass;
        return verb != no_token && is_object && m_lexicon.in_class(m_syntax.lemma(verb), "brings_about");
    }

    /// Of an encounter that sets the time or the occasion of another act, who does that act: "left after talks with X".
    Token subject_around() const {
        if (m_trigger.frame->type != EventType::consult) return no_token;
        const auto noun = m_syntax.first_conjunct(m_trigger.token);
        const auto verb = m_syntax.head(noun);
        if (verb == no_token || universal(m_syntax.relation(noun)) != Deprel::obl || m_syntax.is_passive(verb)) return no_token;
        return m_syntax.surface_subject(verb);
    }

    /// What a disaster hit: "an earthquake struck X".
    Token struck() const {
        const auto verb = m_syntax.head(m_trigger.token);
        const auto acts = m_syntax.relation(m_trigger.token) == Deprel::nsubj && verb != no_token && m_syntax.is_verb(verb);
        return acts ? m_syntax.object(verb) : no_token;
    }

    /// Of "demanded that X leave", X.
    bool visits() const { return m_trigger.frame->mode == "visit"; }

    Token object_of_event() const {
        if (m_suffers) return m_syntax.surface_subject(m_trigger.token);
        const auto object = m_syntax.object(m_trigger.token);
        if (object != no_token || m_trigger.frame->type != EventType::request) return object;
        const auto clause = m_syntax.child(m_trigger.token, Deprel::ccomp);
        return clause == no_token ? no_token : m_syntax.surface_subject(clause);
    }

    std::vector<ActorId> modifiers() const {
        std::vector<ActorId> all;
        for (const auto c : m_syntax.children(m_trigger.token)) {
            const auto r = m_syntax.relation(c);
            if (r != Deprel::amod && r != Deprel::compound && r != Deprel::nmod_desc && r != Deprel::nmod) continue;
            if (r == Deprel::nmod && !m_syntax.preposition(c).empty()) continue;
            for (const auto id : m_who.actors_of(c, true)) {
                if (std::ranges::find(all, id) == all.end()) all.push_back(id);
            }
        }
        return all;
    }

    std::vector<ActorId> phrases(std::string_view preposition, bool places) const {
        auto actors = phrases_of(m_trigger.token, preposition, places);
        if (actors.empty() && m_trigger.anchor != m_trigger.token) actors = phrases_of(m_trigger.anchor, preposition, places);
        if (const auto carried = m_syntax.object(m_trigger.anchor); actors.empty() && m_trigger.anchor != m_trigger.token && carried != no_token) {
            actors = phrases_of(carried, preposition, places); // "talks took place between"
        }
        for (const auto c : m_syntax.children(m_trigger.token)) {
            if (actors.empty() && m_syntax.relation(c) == Deprel::acl && c > m_trigger.token) actors = phrases_of(c, preposition, places); // "talks held between"
        }
        if (actors.empty()) {
            // "asked the council to help", "gives photographs and maps to X": what hangs on an object is often meant for the verb.
            const auto object = m_syntax.object(m_trigger.token);
            if (object != no_token && (preposition == "with" || m_who.actors_of(object).empty())) {
                for (const auto part : m_syntax.conjuncts(object)) {
                    if (actors.empty()) actors = phrases_of(part, preposition, places);
                }
            }
        }
        return actors;
    }

    std::vector<ActorId> phrases_of(Token t, std::string_view preposition, bool places) const {
        std::vector<ActorId> all;
        for (auto p = m_syntax.phrase(t, preposition); p != no_token; p = m_syntax.phrase(t, preposition, p)) {
            for (const auto id : visits() ? m_who.actors_of(p, places) : m_who.owners_of(p, places)) { // who arrives in the plane of X visits nobody
                if (std::ranges::find(all, id) == all.end()) all.push_back(id);
            }
        }
        return all;
    }

    const Syntax& m_syntax;
    const ActorIndex& m_who;
    const Lexicon& m_lexicon;
    const Trigger& m_trigger;
    Token m_reporter;
    bool m_suffers; ///< the surface subject is whom it is done to, though nothing but the headline's style says so
};

/// What happens to a place happens to its country, unless the country does it: "police raided homes in X" of the same country.
void raise_places(std::vector<ActorId>& side, const ActorIndex& who, const std::vector<ActorId>& other) {
    std::vector<ActorId> raised;
    for (const auto id : side) {
        const auto country = who.stands_for(id);
        const auto taken = std::ranges::find(other, country) != other.end();
        const auto actor = taken ? id : country;
        if (std::ranges::find(raised, actor) == raised.end()) raised.push_back(actor);
    }
    side = std::move(raised);
}

/// An event only where somebody says it: "must leave", said by X, is X's demand.
bool is_said_by_somebody(const Frame& frame) { return frame.source.size() == 1 && frame.source.front().kind == Slot::Kind::speaker; }

} // namespace

Arguments find_arguments(const Syntax& syntax, const ActorIndex& who, const Lexicon& lexicon, const Sentence& sentence, const Trigger& trigger,
                         Token reporter) {
    const Filler filler{syntax, who, lexicon, sentence, trigger, reporter};
    Arguments arguments;
    arguments.source = filler.fill(trigger.frame->source, nullptr);
    if (filler.is_received()) arguments.target = filler.recipients();
    if (arguments.target.empty()) arguments.target = filler.fill(trigger.frame->target, &arguments.target_preposition);
    arguments.unnamed_target = arguments.target.empty() && filler.has_other_side();
    if (is_said_by_somebody(*trigger.frame)) {
        if (arguments.source.empty() || arguments.target.empty()) return {};
    } else if (trigger.frame->type == EventType::protest) {
        if (arguments.target.empty()) arguments.target = filler.owners_of_subject();
        if (arguments.target.empty()) arguments.target = filler.named_in_subject(); // "workers at X went on strike"
    } else if (arguments.source.empty() && !filler.is_received()) {
        arguments.source = filler.owners_of_subject();
    }
    arguments.told = !arguments.source.empty() || !arguments.target.empty();
    const auto somewhere = trigger.frame->type != EventType::protest && !filler.is_received() && !filler.is_by_somebody_unnamed();
    if (arguments.source.empty() && somewhere) arguments.source = filler.named_in_subject();
    if (arguments.target.empty() && trigger.frame->type != EventType::other && !filler.is_received()) arguments.target = filler.named_in_predicate(arguments.source);
    raise_places(arguments.source, who, {});
    raise_places(arguments.target, who, arguments.source);
    const auto within = [&](ActorId id) { // nobody meets his own country
        return is_symmetric(*trigger.frame->type) && std::ranges::any_of(arguments.source, [&](ActorId s) { return who.serves(s) == id; });
    };
    std::erase_if(arguments.target, [&](ActorId id) { return std::ranges::find(arguments.source, id) != arguments.source.end() || within(id); });
    return arguments;
}

const Mention* find_place(const Syntax& syntax, const ActorIndex& who, const Trigger& trigger, const ActorLayer& layer) {
    const auto place_at = [&](Token t) -> const Mention* {
        const auto* const mention = t == no_token ? nullptr : who.mention_at(t);
        if (mention == nullptr || mention->actors.size() != 1) return nullptr;
        const auto kind = layer.actors[mention->actors.front().value].kind;
        return mention->place_only || kind == ActorKind::place || kind == ActorKind::country ? mention : nullptr;
    };
    for (const auto t : {trigger.token, trigger.anchor}) {
        for (const auto* const preposition : {"in", "at", "near", "outside"}) {
            for (auto p = syntax.phrase(t, preposition); p != no_token; p = syntax.phrase(t, preposition, p)) {
                if (const auto* const place = place_at(p)) return place;
            }
        }
    }
    if (trigger.frame->mode != "visit") return nullptr;
    if (const auto* const visited = place_at(syntax.object(trigger.token))) return visited;
    return place_at(syntax.phrase(trigger.token, "to"));
}

} // namespace dateline
