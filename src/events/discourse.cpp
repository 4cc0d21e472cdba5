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

bool contains(const std::vector<ActorId>& side, const std::vector<ActorId>& actors) {
    return std::ranges::all_of(actors, [&](ActorId id) { return std::ranges::find(side, id) != side.end(); });
}

/// The side of `d` across from `actors`, or nothing.
const std::vector<ActorId>* across(const Draft& d, const std::vector<ActorId>& actors) {
    if (contains(d.source, actors) && !d.target.empty()) return &d.target;
    if (contains(d.target, actors) && !d.source.empty()) return &d.source;
    return nullptr;
}

} // namespace

void fill_counterparts(std::vector<Draft>& drafts) {
    for (auto d = drafts.begin(); d != drafts.end(); ++d) {
        if (d->source.size() != 1 || !d->target.empty() || d->headline || !has_other_side(*d->frame->type)) continue;
        const auto here = d->tellings.front().sentence;
        for (auto before = std::make_reverse_iterator(d); before != drafts.rend() && before->tellings.front().sentence + memory >= here; ++before) {
            if (const auto* const other = across(*before, d->source)) {
                d->target = *other;
                break;
            }
        }
    }
}

} // namespace dateline
