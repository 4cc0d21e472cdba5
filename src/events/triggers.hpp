// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <vector>

#include "actor_index.hpp"
#include "lexicon.hpp"
#include "syntax.hpp"

namespace dateline {

/// A word that tells an event, in the sense its sentence gives it.
struct Trigger {
    Token token = no_token;
    Token anchor = no_token; ///< the word whose clause tells it: the token itself, or the verb that carries an event noun
    const Frame* frame = nullptr;
};

/// The triggers of one sentence in the order of their words. A sentence without a word of the lexicon costs one look-up a token.
[[nodiscard]] std::vector<Trigger> find_triggers(const Syntax& syntax, const ActorIndex& who, const Lexicon& lexicon, const Sentence& sentence);

} // namespace dateline
