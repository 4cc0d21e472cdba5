// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>
#include <vector>

#include <dateline/graph/affiliation.hpp>

#include "report_table.hpp"

namespace dateline {

/// What reports and our tables tell of who belongs to whom, each once; by member, whole, kind, office and days. `actors`: those of the
/// reports, one for each id, sorted by it; countries and organisations that only others belong to are added to them.
[[nodiscard]] std::vector<Affiliation> find_affiliations(const ReportTable& table, std::vector<Actor>& actors);

[[nodiscard]] Actor country_named(std::string_view iso3);

} // namespace dateline
