// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <span>

#include <dateline/core/event.hpp>
#include <dateline/core/timex.hpp>

#include "draft.hpp"
#include "status.hpp"
#include "syntax.hpp"
#include "triggers.hpp"

namespace dateline {

/// Between which days an event of the sentence falls: its own time expression by syntax, else one that the clause shares, else
/// what tense and publication allow.
[[nodiscard]] EventDate date_event(const Syntax& syntax, std::span<const Timex> times, const Sentence& sentence, const Trigger& trigger,
                                   const Standing& standing, const std::vector<Trigger>& triggers, std::optional<Day> publication);

/// Narrative order: what is told without a time of its own, as recent, happened on the day that was told last, if that is recent too.
/// `drafts` in the order of the text.
void date_by_narrative(std::vector<Draft>& drafts);

} // namespace dateline
