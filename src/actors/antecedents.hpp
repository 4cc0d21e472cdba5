// SPDX-License-Identifier: MIT
//
// Whom a pronoun means. Everybody spoken of around it is a candidate; those who are of another kind are dropped, and a learnt ranker
// (boosted trees, antecedent_trees.tsv, over antecedent_features.hpp) gives the rest a score. The best is meant, unless that nobody is
// meant ("it is likely that") scores higher. Trained by tests/quality/antecedents_train.py.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <vector>

#include <dateline/core/actor.hpp>
#include <dateline/core/document.hpp>
#include <dateline/knowledge/tree_model.hpp>

#include "antecedent_features.hpp"
#include "cast.hpp"
#include "lexicon.hpp"
#include "quotes.hpp"

namespace dateline::actors {

/// Who is meant, and who else could have been, the likeliest first.
struct Antecedent {
    std::vector<ActorId> actors;
    TokenRange words; ///< of the mention that it was joined to
    std::vector<ActorId> instead;
    std::string grounds; ///< what spoke for it against the next
};

/// Sees what the ranker sees, for training. The rows are those of the candidates; the last is of nobody.
using AntecedentWatch = std::function<void(std::uint32_t pronoun, std::span<const Candidate>, std::span<const FeatureRow>)>;

class Antecedents {
public:
    Antecedents(const Document& document, const Lexicon& lexicon, const Cast& cast, const Quotes& quotes, const TreeModel& model, const AntecedentWatch& watch)
        : m_document{document}, m_cast{cast}, m_features{document, lexicon, cast, quotes}, m_model{model}, m_watch{watch} {}

    /// `said`: all mentions before the pronoun, `ahead`: the names after it, both in order of their first token. `value`: the pronoun's
    /// kind, as actor_words.tsv has it ("m", "f", "thing", "many").
    [[nodiscard]] Antecedent of(std::uint32_t pronoun, std::string_view value, std::span<const Mention> said, std::span<const Mention> ahead) const;

private:
    [[nodiscard]] std::vector<Candidate> candidates(const PronounSite& site, std::span<const Mention> said, std::span<const Mention> ahead) const;
    [[nodiscard]] bool agrees(const Mention& mention, std::string_view value) const;
    [[nodiscard]] std::string grounds(const FeatureRow& best, const FeatureRow& next) const;

    const Document& m_document;
    const Cast& m_cast;
    AntecedentFeatures m_features;
    const TreeModel& m_model;
    const AntecedentWatch& m_watch;
};

} // namespace dateline::actors
