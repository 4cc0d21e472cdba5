// SPDX-License-Identifier: MIT
//
// When was it published? Pages say so in several places, which need not agree.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <dateline/core/article.hpp>
#include <dateline/core/day.hpp>

#include "page_date.hpp"

namespace dateline {

/// One place that names a moment.
struct DateClaim {
    enum class What : std::uint8_t { published, unclear, modified };
    Instant instant;
    What what = What::unclear;
    std::string source; ///< for Article::published_source
    float trust = 0;    ///< how often such a place is right, 0 to 1
};

[[nodiscard]] std::string_view name_of(DateClaim::What what) noexcept;

/// What the words before a date on the page say about it ("Updated:", "Posted on").
[[nodiscard]] DateClaim::What what_label_says(std::string_view before);

/// The claims' verdict: the day with the most trust behind it, and of the claims for it the most exact one. Claims that cannot be
/// (before 1900, after `today`) are left out with a note each.
[[nodiscard]] std::optional<DateClaim> choose_publication(std::vector<DateClaim> claims, std::optional<Day> today, std::vector<std::string>& notes);

} // namespace dateline
