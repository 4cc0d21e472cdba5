// SPDX-License-Identifier: MIT
#include <dateline/events/extractor.hpp>

#include <algorithm>
#include <string>
#include <utility>

#include <fmt/format.h>

#include <dateline/text/hash.hpp>

#include "actor_index.hpp"
#include "arguments.hpp"
#include "dating.hpp"
#include "describe.hpp"
#include "discourse.hpp"
#include "draft.hpp"
#include "lexicon.hpp"
#include "merge.hpp"
#include "status.hpp"
#include "syntax.hpp"
#include "triggers.hpp"

namespace dateline {
namespace {

/// Protests, strikes, clashes, deaths and disasters are listed though no actor is named, and so is violence and arrest of people.
bool needs_actor(const Frame& frame) {
    using enum EventType;
    if (frame.type == protest || frame.type == incident) return false;
    const auto harms = frame.type == assault || frame.mode == "arrest";
    return !harms || (frame.kind == FrameKind::noun && !frame.mutual); // "a murder" in passing tells nothing
}

bool is_hostile(const Frame& frame) {
    using enum EventType;
    return frame.type == assault || frame.type == coerce || frame.type == sanction || frame.type == mobilize || frame.type == protest || frame.mode == "withdraw" || frame.mode == "boycott";
}

/// Acts by which one side gives the other what it wants.
bool yields(EventType type) {
    using enum EventType;
    return type == concede || type == retreat || type == aid;
}

/// Types that only somebody who can speak or give orders is the source of.
bool needs_somebody(EventType type) {
    using enum EventType;
    return type == request || type == accuse || type == reject || type == threaten || type == agree || type == coerce || type == concede || type == support;
}

/// Types whose nouns name a topic as often as an event.
bool is_of_words(EventType type) {
    using enum EventType;
    return type == agree || type == support || type == request || type == trade || type == govern || type == aid || type == cooperate || type == concede;
}

/// The work on one document.
class Extraction {
public:
    Extraction(const Lexicon& lexicon, const Document& document, std::span<const Timex> times, const ActorLayer& actors)
        : m_lexicon{lexicon}, m_document{document}, m_times{times}, m_actors{with_countries(actors, lexicon.countries())}, m_syntax{document},
          m_who{m_syntax, m_actors, lexicon} {
        if (document.article.published) m_publication = document.article.published->day();
        m_written_in = find_where_written();
    }

    std::vector<Event> run() {
        std::vector<Draft> drafts;
        for (std::uint32_t s = 0; s < m_document.sentences.size(); ++s) {
            const auto triggers = find_triggers(m_syntax, m_who, m_lexicon, m_document.sentences[s]);
            for (const auto& trigger : triggers) {
                if (is_in_date(trigger.token)) continue; // "in march"
                if (auto draft = make_draft(s, trigger, triggers)) drafts.push_back(std::move(*draft));
            }
        }
        date_by_narrative(drafts);
        fill_counterparts(drafts, m_who);
        std::vector<Event> events;
        for (const auto& draft : merge_retold(std::move(drafts))) events.push_back(make_event(draft));
        return events;
    }

private:
    std::optional<Draft> make_draft(std::uint32_t s, const Trigger& trigger, const std::vector<Trigger>& triggers) const {
        const auto& sentence = m_document.sentences[s];
        auto standing = find_standing(m_syntax, m_lexicon, sentence, trigger, triggers);
        if (!standing.listed) return std::nullopt;
        auto arguments = find_arguments(m_syntax, m_who, m_lexicon, sentence, trigger, standing.reporter);
        if (arguments.source.empty() && m_syntax.is_personal_pronoun(m_syntax.subject(trigger.anchor))) {
            if (const auto who = speaker(standing)) { // "We urge all sides to stop," X said; X says it is willing to
                arguments.source.push_back(*who);
                arguments.told = true;
                std::erase(arguments.target, *who);
            }
        }
        if (is_nobodys(trigger, arguments) || is_in_passing(trigger, arguments, sentence) || is_done_by_a_thing(trigger) || is_only_thought(trigger, arguments, standing)) return std::nullopt;
        Draft draft{.frame = trigger.frame, .predicate = trigger.frame->lemma.empty() ? m_syntax.lemma(trigger.token) : trigger.frame->lemma};
        draft.status = standing.status;
        if (is_threat(trigger, standing, arguments.source)) {
            draft.frame = &m_lexicon.threat();
            draft.predicate = draft.frame->lemma;
            draft.status = standing.status = EventStatus::occurred;
        } else if (is_refusal(trigger, standing, arguments.source)) {
            draft.frame = &m_lexicon.refusal();
            draft.predicate = draft.frame->lemma;
            draft.status = standing.status = EventStatus::occurred;
        }
        draft.source = std::move(arguments.source);
        draft.target = std::move(arguments.target);
        draft.target_preposition = arguments.target_preposition;
        draft.date = date_event(m_syntax, m_times, sentence, trigger, standing, triggers, m_publication);
        if (is_real(draft.status) && lies_ahead(draft.date)) draft.status = EventStatus::planned; // "ahead of her visit next week"
        draft.headline = sentence.headline;
        draft.own = arguments.unnamed_target || is_of_one_body(trigger);
        draft.promised = standing.promised;
        draft.place = find_place(m_syntax, m_who, trigger, m_actors);
        complete_by_scene(draft, sentence);
        draft.tellings.push_back({s, trigger.token, speaker(standing)});
        return draft;
    }

    /// No actor takes part, or the only ones stand somewhere near.
    static bool is_nobodys(const Trigger& trigger, const Arguments& arguments) { return !arguments.told && needs_actor(*trigger.frame); }

    /// Deeds and trade that somebody could do or would do if, and suppositions of which a side is not even told.
    bool is_only_thought(const Trigger& trigger, const Arguments& arguments, const Standing& standing) const {
        const auto trade = trigger.frame->type == EventType::trade;
        if (trigger.frame == &m_lexicon.deed()) return !is_real(standing.status);
        if (standing.conditional && trade) return true; // "would buy if"
        const auto both = !arguments.source.empty() && !arguments.target.empty();
        return standing.status == EventStatus::possible && !both && (standing.supposed || trade);
    }

    /// "The weekly cabinet meeting", "the annual congress".
    bool is_of_one_body(const Trigger& trigger) const {
        return std::ranges::any_of(m_syntax.children(trigger.token), [&](Token c) { return m_lexicon.in_class(m_syntax.lemma(c), "assembly"); });
    }

    /// What the place of an act says of its target: a protest is directed at those who rule there, a visit at the country.
    void complete_by_scene(Draft& draft, const Sentence& sentence) const {
        if (!draft.target.empty()) return;
        const auto visits = draft.frame->mode == "visit" && !draft.source.empty();
        if (!draft.frame->rulers && !visits) return;
        const auto where = visits ? m_written_in : scene(draft, sentence);
        if (!where) return;
        const auto at_home = std::ranges::any_of(draft.source, [&](ActorId id) { return m_who.serves(id) == *where; });
        if (!visits || !at_home) draft.target.push_back(*where);
    }

    /// The country where something happens, by its own place, the country of those who do it, the places of its sentence, the last one
    /// named before, or where the report was written.
    std::optional<ActorId> scene(const Draft& draft, const Sentence& sentence) const {
        if (draft.place != nullptr) return m_who.stands_for(draft.place->actors.front());
        for (const auto id : draft.source) {
            if (m_who.serves(id) != id) return m_who.serves(id); // who stages a coup stages it at home
        }
        for (auto t = sentence.tokens.begin; t < sentence.tokens.end; ++t) {
            if (const auto country = country_at(t)) return country;
        }
        constexpr Token memory = 100; // about four sentences
        for (auto t = sentence.tokens.begin; t > 0 && t + memory > sentence.tokens.begin; --t) {
            if (const auto country = country_at(t - 1)) return country;
        }
        return m_written_in;
    }

    /// The country that a place or country named at `t` is or lies in.
    std::optional<ActorId> country_at(Token t) const {
        const auto* const mention = m_who.mention_at(t);
        if (mention == nullptr || mention->actors.size() != 1) return std::nullopt;
        const auto country = m_who.stands_for(mention->actors.front());
        return m_who.actor(country).kind == ActorKind::country ? std::optional{country} : std::nullopt;
    }

    /// By the dateline that opens a report: "SUVA, June 2 - ".
    std::optional<ActorId> find_where_written() const {
        constexpr Token longest = 8;
        const auto body = std::ranges::find_if(m_document.sentences, [](const Sentence& s) { return !s.headline; });
        if (body == m_document.sentences.end()) return std::nullopt;
        for (auto t = body->tokens.begin; t < std::min(body->tokens.end, body->tokens.begin + longest); ++t) {
            const auto form = m_document.form(t);
            if (form == "-" || form == "--" || form == "\u2013" || form == "\u2014") return country_at(body->tokens.begin);
        }
        return std::nullopt;
    }

    bool is_in_date(Token t) const {
        const auto next = std::ranges::upper_bound(m_times, t, {}, [](const Timex& timex) { return timex.tokens.begin; });
        return next != m_times.begin() && std::prev(next)->type == TimexType::date && std::prev(next)->tokens.contains(t);
    }

    /// A noun that nothing in its sentence makes happen tells a deed of words or of trade only with both its sides: "an accord on
    /// prices" is a topic, "the accord between X and Y" an event.
    bool is_in_passing(const Trigger& trigger, const Arguments& arguments, const Sentence& sentence) const {
        if (trigger.frame->kind != FrameKind::noun || trigger.anchor != trigger.token) return false;
        if (sentence.headline && *trigger.frame->type != EventType::trade) return false;
        const auto to_do = std::ranges::any_of(m_syntax.children(trigger.token), [&](Token c) { return m_syntax.relation(c) == Deprel::acl && m_syntax.is_infinitive(c); });
        if (to_do && !arguments.source.empty()) return false; // "X's request to"
        const auto both = !arguments.source.empty() && !arguments.target.empty();
        return is_of_words(*trigger.frame->type) && !both && arguments.source.size() < 2;
    }

    /// Things force, threaten and call for nothing in the sense of the types: "the surge threatens jobs", "the accord calls for".
    bool is_done_by_a_thing(const Trigger& trigger) const {
        if (trigger.frame->kind != FrameKind::verb || !needs_somebody(*trigger.frame->type)) return false;
        const auto subject = m_syntax.subject(trigger.anchor);
        if (subject == no_token || m_syntax.upos(subject) != Upos::noun || !m_who.actors_of(subject).empty()) return false;
        if (!m_lexicon.in_class(trigger.frame->lemma, "done_by_things")) return false;
        const auto lemma = m_syntax.lemma(subject);
        constexpr std::string_view can_act[] = {"human", "representative", "company", "people", "part", "force", "worker", "body", "document"};
        return std::ranges::none_of(can_act, [&](std::string_view c) { return m_lexicon.in_class(lemma, c); });
    }

    /// Harm that somebody says he will do under a condition is a threat made (GUIDELINES 2).
    bool is_threat(const Trigger& trigger, const Standing& standing, const std::vector<ActorId>& source) const {
        if (!standing.conditional || standing.status != EventStatus::planned || !is_hostile(*trigger.frame)) return false;
        const auto who = speaker(standing);
        return who && (source.empty() || std::ranges::find(source, *who) != source.end());
    }

    /// Who says that he will not do something refuses to (GUIDELINES 2), and who will not yield, whoever says so.
    bool is_refusal(const Trigger& trigger, const Standing& standing, const std::vector<ActorId>& source) const {
        if (standing.status != EventStatus::negated || !standing.ahead) return false;
        if (standing.reporter == no_token) return !source.empty() && yields(*trigger.frame->type);
        const auto who = speaker(standing);
        return who && std::ranges::find(source, *who) != source.end();
    }

    bool lies_ahead(const EventDate& date) const {
        return date.basis != Basis::publication && m_publication && date.earliest && *date.earliest > *m_publication;
    }

    std::optional<ActorId> speaker(const Standing& standing) const {
        if (standing.reporter == no_token) return std::nullopt;
        const auto actors = m_who.actors_of(m_syntax.subject(standing.reporter));
        return actors.empty() ? std::nullopt : std::optional{actors.front()};
    }

    Event make_event(const Draft& draft) const {
        const auto& frame = *draft.frame;
        Event event;
        event.type = *frame.type;
        event.mode = std::string{frame.mode};
        event.cameo = std::string{frame.cameo};
        event.goldstein = frame.goldstein;
        event.predicate = std::string{draft.predicate};
        event.status = draft.status;
        event.date = draft.date;
        event.title = describe(m_syntax, m_actors, m_lexicon, draft);
        add_participants(event, draft);
        if (draft.place != nullptr) event.location = place_of(*draft.place);
        add_evidence(event, draft);
        event.id = id_of(draft);
        event.confidence = confidence(draft);
        return event;
    }

    void add_participants(Event& event, const Draft& draft) const {
        const auto together = is_among_themselves(draft) || draft.frame->mutual;
        const auto add = [&](const std::vector<ActorId>& ids, Role role) {
            for (const auto id : ids) event.actors.push_back({m_actors.actors[id.value], together ? Role::participant : role});
        };
        add(draft.source, Role::source);
        add(draft.target, Role::target);
    }

    Place place_of(const Mention& mention) const {
        const auto& actor = m_actors.actors[mention.actors.front().value];
        return {.name = std::string{m_document.words(mention.tokens)}, .country = actor.country};
    }

    void add_evidence(Event& event, const Draft& draft) const {
        const auto& article = m_document.article;
        for (const auto& telling : draft.tellings) {
            const auto& sentence = m_document.sentences[telling.sentence];
            const auto again = std::ranges::any_of(event.evidence, [&](const Evidence& e) { return e.sentence == telling.sentence; });
            if (again) continue;
            Evidence evidence{.article = article.id, .url = article.url, .publisher = article.publisher, .published = article.published};
            evidence.sentence = telling.sentence;
            evidence.text = std::string{slice(m_document.text, sentence.span)};
            evidence.trigger = std::string{m_document.form(telling.token)};
            if (telling.speaker) evidence.attribution = m_actors.actors[telling.speaker->value].id;
            event.evidence.push_back(std::move(evidence));
            add_contexts(event, sentence);
        }
    }

    void add_contexts(Event& event, const Sentence& sentence) const {
        for (auto t = sentence.tokens.begin; t < sentence.tokens.end; ++t) {
            for (const auto row : m_lexicon.contexts_of(m_syntax.lemma(t))) {
                const auto context = m_lexicon.context(row);
                if (std::ranges::find(event.contexts, context) == event.contexts.end()) event.contexts.emplace_back(context);
            }
        }
        std::ranges::sort(event.contexts);
    }

    /// Of the article, the words and the place of the first telling: the same article gives the same id.
    std::string id_of(const Draft& draft) const {
        const auto& telling = draft.tellings.front();
        const auto& sentence = m_document.sentences[telling.sentence];
        const auto offset = m_document.token[telling.token].begin - sentence.span.begin;
        auto hash = stable_hash(m_document.article.id);
        hash = stable_hash(slice(m_document.text, sentence.span), hash);
        return hex(mix(stable_hash(fmt::format("\t{}\t{}", offset, telling.sentence), hash)));
    }

    /// More for both sides known, a date from words, and being told more than once.
    static double confidence(const Draft& draft) {
        auto value = 0.5;
        if (!draft.source.empty()) value += 0.15;
        if (!draft.target.empty()) value += 0.1;
        if (draft.date.basis == Basis::stated || draft.date.basis == Basis::relative) value += 0.1;
        if (draft.tellings.size() > 1) value += 0.1;
        return value;
    }

    const Lexicon& m_lexicon;
    const Document& m_document;
    std::span<const Timex> m_times;
    ActorLayer m_actors;
    Syntax m_syntax;
    ActorIndex m_who;
    std::optional<Day> m_publication;
    std::optional<ActorId> m_written_in; ///< the country
};

} // namespace

struct EventExtractor::Impl {
    Lexicon lexicon;
};

EventExtractor::EventExtractor(const Knowledge& knowledge) : m_impl{new Impl{Lexicon{knowledge}}} {}
EventExtractor::~EventExtractor() = default;
EventExtractor::EventExtractor(EventExtractor&&) noexcept = default;
EventExtractor& EventExtractor::operator=(EventExtractor&&) noexcept = default;

std::vector<Event> EventExtractor::extract(const Document& document, std::span<const Timex> times, const ActorLayer& actors) const {
    const auto parsed = document.head.size() == document.token.size() && document.deprel.size() == document.token.size();
    if (!parsed || document.token.empty()) return {};
    return Extraction{m_impl->lexicon, document, times, actors}.run();
}

} // namespace dateline
