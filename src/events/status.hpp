// SPDX-License-Identifier: MIT
#pragma once

#include "lexicon.hpp"
#include "syntax.hpp"
#include "triggers.hpp"

namespace dateline {

/// How an event stands: whether it happened, and who says so.
struct Standing {
    EventStatus status = EventStatus::occurred;
    bool listed = true;          ///< not, where it is only asked for, threatened, refused, or a general truth
    bool promised = false;       ///< what somebody agreed to do: minor by itself (GUIDELINES 2)
    Token reporter = no_token;   ///< the verb of saying that governs it
    bool conditional = false;    ///< will be done if or unless something happens
    bool supposed = false;       ///< its own clause begins with "if" or "unless"
    bool ahead = false;          ///< a modal of the future governs it: "will", "would" in reported speech
};

/// `triggers` are all of the sentence: what a demand or a refusal is about is no event of its own.
[[nodiscard]] Standing find_standing(const Syntax& syntax, const Lexicon& lexicon, const Sentence& sentence, const Trigger& trigger,
                                     const std::vector<Trigger>& triggers);

} // namespace dateline
