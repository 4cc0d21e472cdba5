// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <vector>

#include <dateline/core/event.hpp>

namespace dateline::test {

/// Events as articles of a small world would tell them: few actors, acts and days, so that many are alike and some contradict each
/// other. The same seed gives the same events on every machine.
[[nodiscard]] std::vector<Event> random_events(std::uint32_t seed, std::size_t count);

} // namespace dateline::test
