// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>
#include <vector>

#include "actor_index.hpp"
#include "triggers.hpp"

namespace dateline {

/// Who takes part in an event.
struct Arguments {
    std::vector<ActorId> source;
    std::vector<ActorId> target;
    std::string_view target_preposition; ///< with which the target was said; empty for an object
    bool unnamed_target = false;         ///< its target is told, but not by name: "negotiations with creditor banks"
    bool told = false;                   ///< a side stands where the grammar of the trigger has it, not only somewhere near
};

/// `reporter` is the verb of saying that governs the event, or nothing. No side is filled where the frame wants a speaker and there is none.
[[nodiscard]] Arguments find_arguments(const Syntax& syntax, const ActorIndex& who, const Lexicon& lexicon, const Sentence& sentence, const Trigger& trigger,
                                       Token reporter);

/// The mention of the place where an event happened, or nothing.
[[nodiscard]] const Mention* find_place(const Syntax& syntax, const ActorIndex& who, const Trigger& trigger, const ActorLayer& layer);

} // namespace dateline
