// SPDX-License-Identifier: MIT
//
// What every format of the timeline says in the same words.
#pragma once

#include <string>
#include <string_view>

#include <dateline/graph/timeline_graph.hpp>

namespace dateline {

[[nodiscard]] std::string_view mark_of(EventStatus status);      ///< "[planned] "; nothing for what occurred
[[nodiscard]] std::string_view remark_on(Outcome outcome);       ///< "as planned"; nothing for none
[[nodiscard]] std::string sources_in_words(const TimelineEvent& told); ///< "3 sources (5 sentences); disputed"
[[nodiscard]] std::string actors_in_words(const Event& event);

/// A link target: what could end it or start a script is percent-encoded or refused.
[[nodiscard]] std::string link_target(std::string_view url);

} // namespace dateline
