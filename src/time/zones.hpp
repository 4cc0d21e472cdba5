// SPDX-License-Identifier: MIT
//
// Time zones as newspapers name them: data/knowledge/time_zones.tsv.
#pragma once

#include <chrono>
#include <optional>
#include <string_view>

#include <date/date.h>

namespace dateline::time {

/// What a name of a zone stands for: "+05:30" for IST, "America/New_York" for ET and Eastern, which follow summer time; empty for
/// what names no zone. An abbreviation counts in capitals only.
[[nodiscard]] std::string_view zone_rule(std::string_view name);

/// How far the clocks of a zone are ahead of UTC when they show `local`; nothing for an empty rule or an unknown zone.
[[nodiscard]] std::optional<std::chrono::minutes> zone_offset(std::string_view rule, date::local_seconds local);

} // namespace dateline::time
