// SPDX-License-Identifier: MIT
//
// The grammar of names and titles: sides, roles and names of one sentence become mentions of actors, and what points at somebody
// without saying who ("the minister", "he", "both countries") is kept for later.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include <dateline/core/actor.hpp>

#include "cast.hpp"
#include "lexicon.hpp"
#include "segment.hpp"

namespace dateline::actors {

/// Words that need somebody mentioned elsewhere to mean anything.
struct Pointer {
    TokenRange tokens;
    std::uint32_t head = 0;
    const Entry* word = nullptr; ///< the role or pronoun; null: a common noun that no table of roles has
    ActorKind kind = ActorKind::person; ///< of whom a noun or role can mean
    std::string office;          ///< of a role: with its portfolio
    std::string sector;
    std::uint32_t count = 0;     ///< "the five presidents"; 0 when not said
    bool many = false;
    bool definite = false;
    bool former = false;
};

/// What one sentence says of actors.
struct Reading {
    std::vector<Mention> mentions;
    std::vector<Pointer> pointers;
    std::vector<std::vector<ActorId>> lists; ///< countries named in one breath
    std::vector<StatedTenure> tenures;
};

[[nodiscard]] Reading read_phrases(const Lexicon& lexicon, const Document& document, const Words& words, const std::vector<Unit>& units, Cast& cast);

} // namespace dateline::actors
