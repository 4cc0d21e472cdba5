// SPDX-License-Identifier: MIT
#include "discourse.hpp"

#include <algorithm>

namespace dateline {
namespace {

constexpr std::uint32_t memory = 4; ///< sentences back that a reader still has in mind

bool has_other_side(EventType type) {
    using enum EventType;
    switch (type) {
    case agree:
    case consult:
    case request:
    case accuse:
    case reject:
    case threaten:
    case sanction:
    case concede:
    case cooperate: return true;
    default: return false;
    }
}

/// Acts that one country does to another as a rule, so that the report need not repeat which.
bool is_between_countries(EventType type) {
    using enum EventType;
    return type == assault || type == coerce || type == mobilize || type == retreat || type == aid || type == support || has_other_side(type);
}

bool contains(const std::vector<ActorId>& side, ActorId id) { return std::ranges::find(side, id) != side.end(); }

bool contains(const std::vector<ActorId>& side, const std::vector<ActorId>& actors) {
    return std::ranges::all_of(actors, [&](ActorId id) { return contains(side, id); });
}

/// The side of `d` across from `actors`, or nothing.
const std::vector<ActorId>* across(const Draft& d, const std::vector<ActorId>& actors) {
    if (contains(d.source, actors) && !d.target.empty()) return &d.target;
    if (contains(d.target, actors) && !d.source.empty()) return &d.source;
    return nullptr;
}

/// How often two actors of a report are told to deal with each other.
class Dealings {
public:
    Dealings(const std::vector<Draft>& drafts, const ActorIndex& who) : m_who{who} {
        for (const auto& d : drafts) {
            for (const auto a : d.source) {
                for (const auto b : d.target) count(a, b, d.tellings.front().sentence);
            }
            if (!is_among_themselves(d)) continue;
            for (auto a = d.source.begin(); a != d.source.end(); ++a) {
                for (auto b = a + 1; b != d.source.end(); ++b) count(*a, *b, d.tellings.front().sentence);
            }
        }
    }

    struct Partner {
        ActorId who;
        int times = 0;
        std::uint32_t first = 0; ///< sentence that first tells it
    };

    /// Whom `actor` deals with most, of several whom it was first told to deal with; nobody where it was told but once of each.
    std::optional<Partner> partner_of(ActorId actor) const {
        const Pair* best = nullptr;
        int others = 0;
        for (const auto& pair : m_pairs) {
            if (pair.a != actor && pair.b != actor) continue;
            ++others;
            if (best == nullptr || pair.times > best->times) best = &pair;
        }
        if (best == nullptr || (best->times == 1 && others > 1)) return std::nullopt;
        return Partner{best->a == actor ? best->b : best->a, best->times, best->first};
    }

private:
    struct Pair {
        ActorId a, b;
        std::uint32_t first = 0;
        int times = 0;
    };

    /// Counted for both and, where they serve different countries, for these.
    void count(ActorId a, ActorId b, std::uint32_t sentence) {
        add(a, b, sentence);
        const auto for_a = m_who.serves(a);
        const auto for_b = m_who.serves(b);
        if (for_a != for_b && (for_a != a || for_b != b)) add(for_a, for_b, sentence);
    }

    void add(ActorId a, ActorId b, std::uint32_t sentence) {
        if (a == b || m_who.serves(a) == b || m_who.serves(b) == a) return; // nobody deals with his own country
        const auto known = std::ranges::find_if(m_pairs, [&](const Pair& p) { return (p.a == a && p.b == b) || (p.a == b && p.b == a); });
        if (known == m_pairs.end()) {
            m_pairs.push_back({a, b, sentence, 1});
        } else {
            ++known->times;
        }
    }

    const ActorIndex& m_who;
    std::vector<Pair> m_pairs;
};

/// Fills the empty sides of one report's events.
class Completion {
public:
    Completion(std::vector<Draft>& drafts, const ActorIndex& who) : m_drafts{drafts}, m_who{who}, m_dealings{drafts, who} {}

    void run() {
        for (auto d = m_drafts.begin(); d != m_drafts.end(); ++d) {
            if (d->source.size() == 1 && d->target.empty() && has_target_elsewhere(*d)) fill_target(d);
            if (d->source.empty() && d->target.size() == 1 && is_between_countries(*d->frame->type)) fill_source(*d);
        }
    }

private:
    using Position = std::vector<Draft>::iterator;

    bool has_target_elsewhere(const Draft& d) const {
        const auto type = *d.frame->type;
        if (d.own) return false;
        const auto kind = m_who.actor(d.source.front()).kind;
        if (kind == ActorKind::organisation && d.frame->kind == FrameKind::noun) return false; // the meeting of a council is its own
        const auto by_country = kind == ActorKind::country;
        return has_other_side(type) || (by_country && (type == EventType::assault || type == EventType::coerce));
    }

    void fill_target(Position d) {
        fill_target_by_report(d);
        if (d->frame->mode != "visit") return;
        for (auto& id : d->target) id = m_who.serves(id); // one visits the country of whom one deals with
        std::erase_if(d->target, [&](ActorId id) { return m_who.actor(id).kind != ActorKind::country; });
    }

    void fill_target_by_report(Position d) {
        if (const auto* const last = last_across(d); last != nullptr && !is_told_by(*d, *last)) {
            d->target = *last;
            return;
        }
        const auto actor = d->source.front();
        auto partner = m_dealings.partner_of(actor);
        if (!partner) partner = m_dealings.partner_of(m_who.serves(actor));
        if (partner && partner->who != actor && !is_told_by(*d, {partner->who})) d->target.push_back(partner->who);
    }

    /// Who tells of an act is not its other side.
    static bool is_told_by(const Draft& d, const std::vector<ActorId>& side) {
        const auto speaker = d.tellings.front().speaker;
        return speaker && contains(side, *speaker);
    }

    const std::vector<ActorId>* last_across(Position d) const {
        if (d->headline) return nullptr;
        const auto here = d->tellings.front().sentence;
        for (auto before = std::make_reverse_iterator(d); before != m_drafts.rend() && before->tellings.front().sentence + memory >= here; ++before) {
            if (const auto* const other = across(*before, d->source)) return other;
        }
        return nullptr;
    }

    /// Only a country is known well enough by its dealings, of which another sentence tells, to be taken for who acts.
    void fill_source(Draft& d) const {
        const auto struck = d.target.front();
        if (m_who.actor(struck).kind != ActorKind::country) return;
        const auto partner = m_dealings.partner_of(struck);
        const auto elsewhere = partner && (partner->times > 1 || partner->first != d.tellings.front().sentence);
        if (elsewhere && m_who.actor(partner->who).kind == ActorKind::country) d.source.push_back(partner->who);
    }

    std::vector<Draft>& m_drafts;
    const ActorIndex& m_who;
    Dealings m_dealings;
};

} // namespace

void fill_counterparts(std::vector<Draft>& drafts, const ActorIndex& who) { Completion{drafts, who}.run(); }

} // namespace dateline
