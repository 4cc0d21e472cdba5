// SPDX-License-Identifier: MIT
#include "dating.hpp"

#include <algorithm>
#include <limits>

namespace dateline {
namespace {

/// A recent event without a time word happened between so many days before publication and publication (GUIDELINES, `date`).
constexpr date::days recent{2};

constexpr int unrelated = std::numeric_limits<int>::max();
constexpr int max_depth = 16;

struct Anchored {
    const Timex* timex = nullptr;
    Token head = no_token; ///< of the time expression
    int distance = unrelated;
};

class Dater {
public:
    Dater(const Syntax& syntax, std::span<const Timex> times, const Sentence& sentence, const Trigger& trigger, const Standing& standing,
          const std::vector<Trigger>& triggers, std::optional<Day> publication)
        : m_syntax{syntax}, m_times{times}, m_sentence{sentence}, m_trigger{trigger}, m_standing{standing}, m_triggers{triggers},
          m_publication{publication} {}

    EventDate date() const {
        if (const auto best = nearest(); best.timex != nullptr) return from_timex(best);
        return from_tense();
    }

private:
    /// The time expression that stands closest to the event in the tree.
    Anchored nearest() const {
        Anchored best;
        const auto first = std::ranges::lower_bound(m_times, m_sentence.tokens.begin, {}, [](const Timex& t) { return t.tokens.begin; });
        for (auto t = first; t != m_times.end() && t->tokens.begin < m_sentence.tokens.end; ++t) {
            if ((!t->interval.earliest && !t->interval.latest) || in_dateline(*t)) continue;
            const auto head = head_of(t->tokens);
            const auto distance = follows_noun(t->tokens) ? 0 : distance_to(head);
            if (distance < best.distance) best = {&*t, head, distance};
        }
        return best;
    }

    /// "the earthquake on March 5", however the parser hung the day.
    bool follows_noun(TokenRange time) const {
        if (m_trigger.frame->kind != FrameKind::noun || time.begin <= m_trigger.token + 1) return false;
        const auto gap = time.begin - m_trigger.token - 1;
        return gap == 1 && m_syntax.upos(m_trigger.token + 1) == Upos::adp;
    }

    /// The day of writing before the dash that opens a report: "GENEVA, March 4 - The…", "TOKYO, March 3 (Agency) - …".
    bool in_dateline(const Timex& timex) const {
        constexpr std::uint32_t longest = 8;
        if (timex.tokens.end - m_sentence.tokens.begin > longest || timex.tokens.end >= m_sentence.tokens.end) return false;
        const auto next = m_syntax.document().form(timex.tokens.end);
        return next == "-" || next == "--" || next == "(" || next == "\u2013" || next == "\u2014";
    }

    Token head_of(TokenRange range) const {
        for (auto t = range.begin; t < range.end; ++t) {
            if (m_syntax.head(t) == no_token || !range.contains(m_syntax.head(t))) return t;
        }
        return range.begin;
    }

    /// Steps from the event to what the time expression hangs on; `unrelated` where another event or the saying claims it.
    int distance_to(Token time) const {
        if (belongs_to_report(time)) return unrelated;
        if (m_syntax.dominates(m_trigger.token, time) || (m_trigger.anchor != m_trigger.token && m_syntax.dominates(m_trigger.anchor, time))) return down_to(time);
        int steps = 1;
        auto t = m_trigger.anchor;
        for (int depth = 0; depth < max_depth; ++depth, ++steps) {
            const auto relation = m_syntax.relation(t);
            t = m_syntax.head(t);
            if (t == no_token) return unrelated;
            // A clause of its own has its own time: what follows "after" or stands in a relative clause is not dated from above.
            if (relation == Deprel::acl_relcl || relation == Deprel::ccomp || relation == Deprel::parataxis) return unrelated;
            if (t == m_standing.reporter) return unrelated;
            if (m_syntax.dominates(t, time)) {
                if (describes_participant(time)) return unrelated;
                const auto owner = owner_of(time);
                return owner == no_token || m_syntax.dominates(owner, m_trigger.token) ? 2 * steps : unrelated;
            }
        }
        return unrelated;
    }

    /// "said on Monday its troops had left": what stands between the verb of saying and the clause dates the saying.
    bool belongs_to_report(Token time) const {
        if (m_standing.reporter == no_token || time < m_standing.reporter) return false;
        const auto subject = m_syntax.surface_subject(m_trigger.anchor);
        return subject != no_token && time < subject && subject < m_trigger.anchor;
    }

    /// A day that only describes a participant dates nothing else: "discussed the June summit", "criticised yesterday's decision".
    bool describes_participant(Token time) const {
        const auto owner = m_syntax.head(time);
        if (owner == no_token || owner == m_trigger.token || owner == m_trigger.anchor || !m_syntax.is_noun(owner)) return false;
        const auto misread = time > m_sentence.tokens.begin && m_syntax.relation(time - 1) == Deprel::case_ && m_syntax.head(time - 1) != time;
        if (misread) return false; // "In January Canada and X signed"
        const auto r = m_syntax.relation(time);
        if (r == Deprel::compound || r == Deprel::amod || r == Deprel::nmod_poss) return true;
        const auto p = m_syntax.preposition(time);
        return p == "of" || p == "for";
    }

    /// From the trigger down to a time expression in its own clause; one that another trigger below claims is not meant.
    int down_to(Token time) const {
        if (describes_participant(time)) return unrelated;
        const auto owner = owner_of(time);
        if (owner != no_token && owner != m_trigger.token && owner != m_trigger.anchor) {
            const auto participle = m_syntax.relation(owner) == Deprel::xcomp ? m_syntax.head(owner) : owner; // "talks set to begin on Monday"
            const auto own_participle = m_syntax.relation(participle) == Deprel::acl && m_syntax.head(participle) == m_trigger.token; // "talks set for Monday"
            const auto embedded = m_syntax.dominates(m_trigger.anchor, owner);
            if (embedded && !own_participle && !is_occasion(owner)) return unrelated;
        }
        return 0;
    }

    /// An event in which or by which this one happened: "overthrown in a coup on May 14", "signed during talks on Monday".
    bool is_occasion(Token owner) const {
        if (!m_syntax.is_noun(owner) || m_syntax.head(owner) != m_trigger.anchor || universal(m_syntax.relation(owner)) != Deprel::obl) return false;
        const auto p = m_syntax.preposition(owner);
        return p == "in" || p == "during" || p == "at";
    }

    /// The nearest event or verb above a time expression.
    Token owner_of(Token time) const {
        auto t = m_syntax.head(time);
        for (int depth = 0; depth < max_depth && t != no_token; ++depth, t = m_syntax.head(t)) {
            if (m_syntax.is_verb(t)) return t;
            for (const auto& trigger : m_triggers) {
                if (trigger.token == t) return t;
            }
        }
        return no_token;
    }

    EventDate from_timex(const Anchored& anchored) const {
        EventDate date;
        const auto& timex = *anchored.timex;
        const bool ranged = timex.range.earliest && timex.range.latest; // "from 3 to 5 May" is one time
        static_cast<DateInterval&>(date) = ranged ? timex.range : timex.interval;
        date.text = std::string{slice(m_syntax.document().text, anchored.timex->span)};
        date.rule = anchored.distance == 0 ? "time of its own clause" : "time of the clause above";
        bend(date, m_syntax.preposition(anchored.head));
        if (m_standing.status == EventStatus::planned && is_past_weekday(*anchored.timex)) {
            date.earliest = *date.earliest + date::days{7}; // "on Wednesday they are to travel": the coming one
            date.latest = *date.latest + date::days{7};
        }
        if (m_standing.status == EventStatus::planned && m_publication && date.earliest && *date.earliest < *m_publication && date.latest && *date.latest >= *m_publication) {
            date.earliest = m_publication; // what is planned for this year lies in the rest of it
        }
        return date;
    }

    /// A bare weekday of the week before publication, which the tense of its verb may contradict.
    bool is_past_weekday(const Timex& timex) const {
        const auto& i = timex.interval;
        return m_publication && timex.tokens.size() == 1 && i.basis == Basis::relative && i.earliest && i.latest && *i.earliest == *i.latest &&
               *i.latest < *m_publication && *i.latest + date::days{7} >= *m_publication && slice(m_syntax.document().text, timex.span).ends_with("day");
    }

    /// What the preposition makes of the time: "since Monday" runs to the day of writing.
    void bend(EventDate& date, std::string_view preposition) const {
        if (preposition == "since") {
            date.latest = m_publication;
        } else if (preposition == "until" || preposition == "till" || preposition == "by" || preposition == "before") {
            const auto ahead = m_publication && date.latest && *date.latest >= *m_publication;
            date.earliest = ahead ? m_publication : std::nullopt;
        } else if (preposition == "after") {
            const auto past = m_publication && date.earliest && *date.earliest <= *m_publication;
            date.latest = past && m_standing.status < EventStatus::planned ? m_publication : std::nullopt;
        } else {
            return;
        }
        if (!date.earliest || !date.latest) date.precision = Precision::open;
    }

    EventDate from_tense() const {
        EventDate date;
        if (!m_publication) {
            date.rule = "no time said, no day of publication";
            return date;
        }
        date.basis = Basis::publication;
        switch (m_standing.status) {
        case EventStatus::planned:
        case EventStatus::possible:
            date.earliest = m_publication;
            date.precision = Precision::open;
            date.rule = "ahead of publication";
            break;
        default:
            if (is_background()) {
                date.latest = m_publication;
                date.precision = Precision::open;
                date.rule = "before publication";
            } else {
                date.earliest = *m_publication - recent;
                date.latest = m_publication;
                date.precision = Precision::day;
                date.rule = "recent at publication";
            }
        }
        return date;
    }

    /// Pluperfect and words such as "previously" put an event behind the story.
    bool is_background() const {
        for (const auto c : m_syntax.children(m_trigger.anchor)) {
            const auto word = m_syntax.lemma(c);
            if (m_syntax.relation(c) == Deprel::advmod && (word == "previously" || word == "recently" || word == "once" || word == "long" || word == "already" || word == "earlier")) return true;
            const auto pluperfect = m_syntax.relation(c) == Deprel::aux && word == "have" && m_syntax.tag(c) == "VBD";
            if (pluperfect && m_standing.reporter == no_token) return true;
        }
        return false;
    }

    const Syntax& m_syntax;
    std::span<const Timex> m_times;
    const Sentence& m_sentence;
    const Trigger& m_trigger;
    const Standing& m_standing;
    const std::vector<Trigger>& m_triggers;
    std::optional<Day> m_publication;
};

/// A day that the words give, for something that has happened.
bool is_told_day(const Draft& d) {
    const auto said = d.date.basis == Basis::stated || d.date.basis == Basis::relative;
    return said && is_real(d.status) && d.date.earliest && d.date.latest;
}

/// "earlier in the day", "that day": the day is the one of the story, not of its publication.
bool means_told_day(const EventDate& date) {
    return date.text.ends_with("the day") || date.text.ends_with("that day") || date.text.ends_with("same day");
}

void take_date(Draft& draft, const Draft& from) {
    draft.date = from.date;
    draft.date.rule = "day of what was told before";
}

bool takes_part(const Draft& d, ActorId who) {
    return std::ranges::find(d.source, who) != d.source.end() || std::ranges::find(d.target, who) != d.target.end();
}

/// What two are to do to each other they do when they are to meet: "X will visit Y in May. X will urge Y to …".
void date_by_meeting(Draft& draft, const std::vector<Draft>& drafts) {
    if (draft.source.empty() || draft.target.empty()) return;
    const auto meeting = std::ranges::find_if(drafts, [&](const Draft& other) {
        const auto dated = other.date.basis == Basis::stated || other.date.basis == Basis::relative;
        const auto takes = [&](ActorId who) { return takes_part(other, who); };
        return dated && other.status == EventStatus::planned && *other.frame->type == EventType::consult && std::ranges::all_of(draft.source, takes) &&
               std::ranges::all_of(draft.target, takes);
    });
    if (meeting == drafts.end()) return;
    draft.date = meeting->date;
    draft.date.rule = "day of the meeting of the two";
}

} // namespace

void date_by_narrative(std::vector<Draft>& drafts) {
    for (auto d = drafts.begin(); d != drafts.end(); ++d) {
        const auto told = [](const Draft& other) { return !other.headline && is_told_day(other); };
        if (means_told_day(d->date)) {
            const auto before = std::find_if(std::make_reverse_iterator(d), drafts.rend(), [&](const Draft& o) { return told(o) && !means_told_day(o.date); });
            if (before != drafts.rend()) take_date(*d, *before);
            continue;
        }
        if (d->date.basis != Basis::publication || !d->date.earliest) continue;
        if (d->status == EventStatus::planned) date_by_meeting(*d, drafts);
        if (!is_real(d->status)) continue;
        const auto within = [&](const Draft& o) { return told(o) && *o.date.earliest >= *d->date.earliest && *o.date.latest <= *d->date.latest; };
        // The day of the story: the first that it tells. What names no day, the headline among it, is of that day.
        if (const auto first = std::ranges::find_if(drafts, within); first != drafts.end()) take_date(*d, *first);
    }
}

EventDate date_event(const Syntax& syntax, std::span<const Timex> times, const Sentence& sentence, const Trigger& trigger, const Standing& standing,
                     const std::vector<Trigger>& triggers, std::optional<Day> publication) {
    return Dater{syntax, times, sentence, trigger, standing, triggers, publication}.date();
}

} // namespace dateline
