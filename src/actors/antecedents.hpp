// SPDX-License-Identifier: MIT
//
// Whom a pronoun means: every mention before it (and the few after it in its sentence) is a candidate; those that grammar forbids are
// dropped, and the rest are weighed by where they stand, what they are in their sentence, and how much the text is about them. The
// weights are rows of antecedent_weights.tsv.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include <dateline/core/actor.hpp>
#include <dateline/core/document.hpp>
#include <dateline/knowledge/table.hpp>

#include "cast.hpp"
#include "lexicon.hpp"

namespace dateline::actors {

enum class Feature : std::uint8_t {
    same_sentence, sentence_before, two_before, three_before, after, subject, object, owner, oblique, parallel, pronoun,
    agent_of_report, again, topic, gender_known, far_tokens, guessed,
    relative, own_clause, upper_clause
};
inline constexpr std::size_t feature_count = 20;

class AntecedentWeights {
public:
    explicit AntecedentWeights(const Knowledge& knowledge);
    [[nodiscard]] double operator[](Feature feature) const noexcept { return m_weights[static_cast<std::size_t>(feature)]; }

private:
    std::array<double, feature_count> m_weights{};
};

/// Who is meant, and who else could have been, the likeliest first.
struct Antecedent {
    std::vector<ActorId> actors;
    TokenRange words; ///< of the mention that it was joined to
    std::vector<ActorId> instead;
};

class Antecedents {
public:
    Antecedents(const Document& document, const Lexicon& lexicon, const Cast& cast, const AntecedentWeights& weights)
        : m_document{document}, m_lexicon{lexicon}, m_cast{cast}, m_weights{weights} {}

    /// `mentions`: all of the document that are known so far, in order of their first token. `value`: the pronoun's kind, as
    /// actor_words.tsv has it ("m", "f", "thing", "many").
    [[nodiscard]] Antecedent of(std::uint32_t pronoun, std::string_view value, std::span<const Mention> mentions) const;

private:
    struct Candidate {
        const Mention* mention = nullptr;
        double score = 0;
    };
    [[nodiscard]] bool agrees(const Mention& mention, std::string_view value) const;
    [[nodiscard]] bool forbidden(const Mention& mention, std::uint32_t pronoun) const;
    [[nodiscard]] double score(const Mention& mention, std::uint32_t pronoun, std::string_view value, std::uint32_t sentences_before) const;
    [[nodiscard]] std::optional<Feature> commands(std::uint32_t candidate, std::uint32_t pronoun) const;
    [[nodiscard]] std::uint32_t top(const Mention& mention) const;
    [[nodiscard]] Deprel relation(std::uint32_t token) const;
    [[nodiscard]] bool only_reports(const Mention& mention) const;

    const Document& m_document;
    const Lexicon& m_lexicon;
    const Cast& m_cast;
    const AntecedentWeights& m_weights;
};

} // namespace dateline::actors
