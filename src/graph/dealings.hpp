// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <vector>

#include <dateline/graph/network.hpp>

namespace dateline {

/// Two actors that an event links.
struct Dealing {
    std::uint32_t source, target; ///< places in Dealings::actors
    bool directed;
    EventId event;
};

struct Dealings {
    std::vector<Actor> actors; ///< as they are, or at country level one for each country
    std::vector<Dealing> all;  ///< events in the order of time
};

[[nodiscard]] Dealings dealings_of(const TimelineGraph& graph, const View& view, Level level);

} // namespace dateline
