// SPDX-License-Identifier: MIT
//
// Live tickers that only their look shows: a page that calls itself live, and time stamps that it all sets in one way, with text between.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include <dateline/core/day.hpp>

#include "html_blocks.hpp"
#include "html_tree.hpp"
#include "page_date.hpp"
#include "page_meta.hpp"

namespace dateline {

/// By the title in the markup and by its address. Without that, the stamps could be those of comments or of a list of articles.
[[nodiscard]] bool calls_itself_live(std::string_view html, std::string_view url);

/// The entries, in the order of the page, and their blocks are no longer kept; none where it is no ticker. Stamps that are a clock alone
/// count from the day of `published` on, when the oldest entry was written.
[[nodiscard]] std::vector<TickerEntry> take_marked_entries(const HtmlTree& tree, std::vector<HtmlBlock>& blocks, const DateHabits& habits,
                                                           const std::optional<Instant>& published);

} // namespace dateline
