// SPDX-License-Identifier: MIT
#include <dateline/graph/difference.hpp>

#include <algorithm>

namespace dateline {
namespace {

std::vector<std::string> differences(const TimelineEvent& a, const TimelineEvent& b) {
    std::vector<std::string> what;
    const auto& one = a.event;
    const auto& two = b.event;
    if (one.date.earliest != two.date.earliest || one.date.latest != two.date.latest) what.emplace_back("date");
    if (one.status != two.status) what.emplace_back("status");
    if (a.outcome != b.outcome) what.emplace_back("outcome");
    const auto same_part = [](const Participant& p, const Participant& q) { return p.actor.id == q.actor.id && p.role == q.role; };
    if (!std::ranges::is_permutation(one.actors, two.actors, same_part)) what.emplace_back("actors");
    if (a.publishers != b.publishers || one.evidence.size() != two.evidence.size()) what.emplace_back("sources");
    return what;
}

/// The first event of `graph` that shares a report with `told`.
std::optional<EventId> counterpart(const TimelineGraph& graph, const TimelineEvent& told) {
    for (const auto& report : told.reports) {
        if (const auto found = graph.find_event(report)) return found;
    }
    return std::nullopt;
}

} // namespace

std::vector<Difference> compare(const TimelineGraph& before, const TimelineGraph& after) {
    std::vector<Difference> all;
    for (std::uint32_t i = 0; i < after.event_count(); ++i) {
        const auto told = after.event({i});
        const auto old = counterpart(before, told);
        auto what = old ? differences(before.event(*old), told) : std::vector<std::string>{};
        if (!old || !what.empty()) all.push_back({old, EventId{i}, std::move(what)});
    }
    for (std::uint32_t i = 0; i < before.event_count(); ++i) {
        if (!counterpart(after, before.event({i}))) all.push_back({EventId{i}, std::nullopt, {}});
    }
    return all;
}

} // namespace dateline
