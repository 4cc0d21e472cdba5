// SPDX-License-Identifier: MIT
#pragma once

#include <dateline/actors/dictionary.hpp>
#include <dateline/core/actor.hpp>
#include <dateline/core/document.hpp>
#include <dateline/knowledge/table.hpp>
#include <dateline/knowledge/tree_model.hpp>

#include "antecedents.hpp"
#include "holders.hpp"
#include "lexicon.hpp"

namespace dateline::actors {

/// What finding actors needs to know.
struct Resources {
    Resources(ActorDictionary users, const Knowledge& ours);

    ActorDictionary dictionary; ///< first: the others view its tables
    const Knowledge& knowledge;
    Lexicon lexicon;
    Holders holders;
    TreeModel ranker; ///< of antecedents
};

/// ActorFinder::find, with a watch on the ranker, which may be empty.
[[nodiscard]] ActorLayer find(const Document& document, const Resources& resources, const AntecedentWatch& watch);

} // namespace dateline::actors
