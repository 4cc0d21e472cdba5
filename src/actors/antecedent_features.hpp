// SPDX-License-Identifier: MIT
//
// What the ranker of antecedents sees of a pronoun and somebody whom it may mean: where the nearest mention stands and what it is in its
// sentence, how the two hang together in the tree, and how much the text is about that somebody, here and as a whole.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include <dateline/core/actor.hpp>
#include <dateline/core/document.hpp>

#include "cast.hpp"
#include "lexicon.hpp"
#include "quotes.hpp"

namespace dateline::actors {

enum class Feature : std::uint8_t {
    // the pronoun
    female, thing, many, role, quoted, place_in_sentence, clause_depth, before_verb, candidates, known_candidates,
    // the nearest mention
    sentences, tokens, paragraphs, others_between, ahead, form, its_role, parallel, its_clause_depth, its_place_in_sentence, its_quoted, reports,
    coordinated, same_verb, its_words,
    // all mentions of the candidate around the pronoun
    rules, rules_steps, co_argument, owned, subject_here, subject_before, main_subject_before, mentions_here, mentions_before, mentions_near,
    pronouns_near, last_pronoun, last_pronoun_tokens, nearest_name_sentences, names_ahead,
    // the candidate
    kind, gender, gender_sure, guessed, unnamed, list, name_words, times, times_rank, order, speaker
};
inline constexpr std::size_t feature_count = static_cast<std::size_t>(Feature::speaker) + 1;
using FeatureRow = std::array<float, feature_count>;

/// In the order of the enumeration.
[[nodiscard]] std::span<const std::string_view> feature_names() noexcept;
/// The same for a reader: "spoken of in this sentence".
[[nodiscard]] std::span<const std::string_view> feature_words() noexcept;

/// A pronoun in its place.
struct PronounSite {
    std::uint32_t token = 0;
    std::uint32_t sentence = 0;
    std::string_view value; ///< its kind, as actor_words.tsv has it: "m", "f", "thing", "many"
};

/// Somebody whom the pronoun may mean, with all mentions around it.
struct Candidate {
    std::vector<const Mention*> before; ///< the nearest first
    std::vector<const Mention*> ahead;  ///< the nearest first

    [[nodiscard]] const Mention& nearest() const { return before.empty() ? *ahead.front() : *before.front(); }
    [[nodiscard]] const std::vector<ActorId>& actors() const { return nearest().actors; }
};

class AntecedentFeatures {
public:
    AntecedentFeatures(const Document& document, const Lexicon& lexicon, const Cast& cast, const Quotes& quotes)
        : m_document{document}, m_lexicon{lexicon}, m_cast{cast}, m_quotes{quotes} {}

    /// One row a candidate, and a last one for nobody. `said`: all mentions before the pronoun, in their order.
    [[nodiscard]] std::vector<FeatureRow> rows(const PronounSite& site, std::span<const Candidate> candidates, std::span<const Mention> said) const;

    /// Grammar forbids that they are the same: "Baker told him", "his lawyer".
    [[nodiscard]] bool disjoint(const Mention& mention, std::uint32_t pronoun) const;

private:
    struct Rule {
        int kind = 0; ///< 3 relative clause, 2 subject of its own clause, 1 of one above, 0 none
        int steps = 0;
    };
    void see_pronoun(const PronounSite& site, FeatureRow& row) const;
    void see_nearest(const PronounSite& site, const Candidate& candidate, FeatureRow& row) const;
    void see_mentions(const PronounSite& site, const Candidate& candidate, FeatureRow& row) const;
    void see_actor(const PronounSite& site, const Candidate& candidate, FeatureRow& row) const;
    void compare(std::span<const Candidate> candidates, std::vector<FeatureRow>& rows) const;
    [[nodiscard]] Rule rule(std::uint32_t candidate, std::uint32_t pronoun) const;
    [[nodiscard]] bool owned(const Mention& mention, std::uint32_t pronoun) const;
    [[nodiscard]] bool alike(std::uint32_t pronoun, std::uint32_t other) const;
    [[nodiscard]] std::uint32_t top(const Mention& mention) const;
    [[nodiscard]] Deprel relation(std::uint32_t token) const;
    [[nodiscard]] int clause_depth(std::uint32_t token) const;
    [[nodiscard]] int main_verb_place(std::uint32_t token) const;
    [[nodiscard]] std::uint32_t sentence(const Mention& mention) const { return m_document.sentence_of(mention.tokens.begin).value; }

    const Document& m_document;
    const Lexicon& m_lexicon;
    const Cast& m_cast;
    const Quotes& m_quotes;
};

} // namespace dateline::actors
