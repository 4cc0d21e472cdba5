// SPDX-License-Identifier: MIT
#include <dateline/graph/explain.hpp>

#include <algorithm>

#include "graph_impl.hpp"
#include "same_event.hpp"

namespace dateline {

std::vector<MergeReason> why_merged(const TimelineGraph& timeline, EventId event) {
    const auto& graph = GraphAccess::of(timeline);
    const auto& table = graph.table();
    const auto members = graph.rows_of(event);
    const auto id = [&](std::uint32_t row) { return table.strings.str(table.events[row].id); };
    const SamenessJudge judge{table, graph.rows};
    const auto place = [&](std::uint32_t row) { return static_cast<std::uint32_t>(std::ranges::find(graph.rows, row) - graph.rows.begin()); };
    std::vector<MergeReason> reasons;
    for (std::size_t i = 1; i < members.size(); ++i) {
        MergeReason reason{.report = id(members[i]), .enough = enough_for_sameness};
        double best = 0;
        for (std::size_t j = 0; j < members.size(); ++j) {
            if (i == j) continue;
            const auto points = judge.weigh(place(members[i]), place(members[j]));
            if (!points || (!reason.points.empty() && points->sum() <= best)) continue;
            best = points->sum();
            reason.same_as = id(members[j]);
            reason.points = {{"act", points->act}, {"sides", points->sides}, {"story", points->story},
                             {"words", points->words}, {"time", points->time}, {"place", points->place}};
        }
        reasons.push_back(std::move(reason));
    }
    return reasons;
}

} // namespace dateline
