// SPDX-License-Identifier: MIT
#include "merge.hpp"

#include <algorithm>

namespace dateline {
namespace {

bool share(const std::vector<ActorId>& a, const std::vector<ActorId>& b) {
    return std::ranges::any_of(a, [&](ActorId id) { return std::ranges::find(b, id) != b.end(); });
}

bool is_unnamed(const Draft& d) { return d.source.empty() && d.target.empty(); }

/// Sides that may be one: they share somebody, or one of the two does not say.
bool compatible(const std::vector<ActorId>& a, const std::vector<ActorId>& b) { return a.empty() || b.empty() || share(a, b); }

bool same_actors(const Draft& a, const Draft& b) {
    if (is_symmetric(*a.frame->type)) {
        const auto all = [](const Draft& d) {
            auto ids = d.source;
            ids.insert(ids.end(), d.target.begin(), d.target.end());
            return ids;
        };
        return share(all(a), all(b)) && (compatible(a.source, b.source) || compatible(a.source, b.target));
    }
    const auto linked = share(a.source, b.source) || share(a.target, b.target);
    const auto nobody = is_unnamed(a) && is_unnamed(b);
    return (linked || nobody) && compatible(a.source, b.source) && compatible(a.target, b.target);
}

/// A telling without a time word may mean a day a little before what "recent" allows.
constexpr date::days slack{10};

bool meet(const EventDate& a, const EventDate& b, date::days tolerance) {
    const auto before = [&](const EventDate& x, const EventDate& y) { return x.latest && y.earliest && *x.latest + tolerance < *y.earliest; };
    return !before(a, b) && !before(b, a);
}

bool same_date(const Draft& a, const Draft& b) {
    const auto vague = a.date.basis == Basis::publication || b.date.basis == Basis::publication;
    // Where nobody is named, only what happened and when can tell two events apart.
    const auto named = !is_unnamed(a) || !is_unnamed(b);
    return meet(a.date, b.date, vague && named ? slack : date::days{0});
}

bool same_status(EventStatus a, EventStatus b) {
    return a == b || (is_real(a) && is_real(b));
}

/// Acts that are known by what was done, whatever word says it; of the others, words must agree ("asked" is not "claimed").
bool known_by_mode(EventType type) {
    using enum EventType;
    return type == consult || type == protest || type == assault || type == incident || type == mobilize || type == coerce || type == retreat;
}

bool same_predicate(const Draft& a, const Draft& b) {
    constexpr std::size_t stem = 4; // "reject" and "rejection", "agree" and "agreement"
    return known_by_mode(*a.frame->type) || a.predicate.substr(0, stem) == b.predicate.substr(0, stem) || a.headline || b.headline;
}

bool same_event(const Draft& a, const Draft& b) {
    return a.frame->type == b.frame->type && same_status(a.status, b.status) && a.frame->mode == b.frame->mode && same_predicate(a, b) && same_date(a, b) && same_actors(a, b);
}

/// A date from words beats one from the day of publication; of two alike the narrower one stands.
bool is_better(const EventDate& a, const EventDate& b) {
    const auto said = [](const EventDate& d) { return d.basis == Basis::stated || d.basis == Basis::relative; };
    if (said(a) != said(b)) return said(a);
    const auto known = [](const EventDate& d) { return (d.earliest ? 1 : 0) + (d.latest ? 1 : 0); };
    if (known(a) != known(b)) return known(a) > known(b);
    return known(a) == 2 && *a.latest - *a.earliest < *b.latest - *b.earliest;
}

void add_new(std::vector<ActorId>& to, const std::vector<ActorId>& from, const std::vector<ActorId>& elsewhere) {
    for (const auto id : from) {
        const auto known = std::ranges::find(to, id) != to.end() || std::ranges::find(elsewhere, id) != elsewhere.end();
        if (!known) to.push_back(id);
    }
}

void join(Draft& into, Draft&& other) {
    // A headline is short for what the report then says: the report's sides and status stand.
    if (into.headline && !other.headline) {
        if (!other.source.empty()) into.source.clear();
        if (!other.target.empty()) into.target.clear();
        into.status = other.status;
        into.headline = false;
    }
    into.promised = into.promised && other.promised;
    // The first telling names the sides; a later one fills what it left open.
    if (into.source.empty()) add_new(into.source, other.source, into.target);
    if (into.target.empty()) {
        add_new(into.target, other.target, into.source);
        into.target_preposition = other.target_preposition;
    }
    if (is_better(other.date, into.date)) into.date = std::move(other.date);
    if (into.place == nullptr) into.place = other.place;
    into.tellings.insert(into.tellings.end(), other.tellings.begin(), other.tellings.end());
}

} // namespace

std::vector<Draft> merge_retold(std::vector<Draft> drafts) {
    std::vector<Draft> events;
    for (auto& draft : drafts) {
        const auto known = std::ranges::find_if(events, [&](const Draft& e) { return same_event(e, draft); });
        if (known == events.end()) {
            events.push_back(std::move(draft));
        } else {
            join(*known, std::move(draft));
        }
    }
    std::erase_if(events, [](const Draft& e) { return e.promised; });
    return events;
}

} // namespace dateline
