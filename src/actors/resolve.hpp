// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include <dateline/core/actor.hpp>

#include "antecedents.hpp"
#include "cast.hpp"
#include "lexicon.hpp"
#include "phrase.hpp"

namespace dateline::actors {

/// Gives every pointer of a document somebody to mean, or drops it; returns all mentions. `readings`: one a sentence, in order.
/// `ranker`: of antecedents; `watch` may be empty.
[[nodiscard]] std::vector<Mention> resolve(const Document& document, const Lexicon& lexicon, const Knowledge& knowledge, const TreeModel& ranker,
                                           const AntecedentWatch& watch, std::vector<Reading> readings, Cast& cast);

} // namespace dateline::actors
