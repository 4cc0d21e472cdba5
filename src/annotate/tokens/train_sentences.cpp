// SPDX-License-Identifier: MIT
//
// Logistic regression, trained by AdaGrad over all boundaries where a sentence may end. Examples see the true begin of their
// sentence; when used, the splitter sees its own. That costs nothing measurable, as most ends are found.
#include <dateline/annotate/train_sentences.hpp>

#include <cmath>
#include <numeric>
#include <unordered_set>
#include <utility>

#include <dateline/knowledge/table.hpp>
#include <dateline/text/hash.hpp>

#include "tokens/boundary.hpp"
#include "tokens/paragraphs.hpp"
#include "tokens/sentence_model.hpp"
#include "tokens/tokeniser.hpp"

namespace dateline {
namespace {

constexpr std::size_t weight_count = std::size_t{1} << 16U;
constexpr int epochs = 12;
constexpr float rate = 0.1F;
constexpr float decay = 1e-5F;

struct Example {
    BoundaryFeatures features;
    bool end = false;
};

void append_examples(std::vector<Example>& examples, const Document& document, const Tokeniser& tokeniser, const Abbreviations& abbreviations) {
    std::unordered_set<std::uint32_t> ends;
    for (const auto& sentence : document.sentences) ends.insert(sentence.span.end);
    for (const auto paragraph : paragraphs_of(document.text, {0, static_cast<std::uint32_t>(document.text.size())})) {
        std::vector<Span> tokens;
        std::vector<TokenRange> multiwords;
        tokeniser.tokenise(document.text, paragraph, tokens, multiwords);
        const TokenRange part{0, static_cast<std::uint32_t>(tokens.size())};
        const BoundaryReader reader{document.text, tokens, part, abbreviations};
        std::uint32_t begin = 0;
        for (std::uint32_t t = 0; t + 1 < part.end; ++t) {
            const bool end = ends.contains(tokens[t].end);
            if (reader.is_candidate(t)) examples.push_back({reader.features(t, begin), end});
            if (end) begin = t + 1;
        }
    }
}

/// Fisher and Yates with a generator that is the same everywhere.
void shuffle(std::vector<std::uint32_t>& order, std::uint64_t seed) noexcept {
    for (auto i = order.size(); i > 1; --i) {
        seed = mix(seed + i);
        std::swap(order[i - 1], order[seed % i]);
    }
}

class Learner {
public:
    void learn(const Example& example) noexcept {
        float sum = 0;
        for (std::size_t i = 0; i < example.features.count; ++i) sum += m_weights[index(example, i)];
        const auto error = 1.0F / (1.0F + std::exp(-sum)) - (example.end ? 1.0F : 0.0F);
        for (std::size_t i = 0; i < example.features.count; ++i) {
            auto& weight = m_weights[index(example, i)];
            auto& squares = m_squares[index(example, i)];
            const auto gradient = error + decay * weight;
            squares += gradient * gradient;
            weight -= rate * gradient / std::sqrt(squares);
        }
    }
    [[nodiscard]] std::span<const float> weights() const noexcept { return m_weights; }

private:
    static std::size_t index(const Example& example, std::size_t i) noexcept { return example.features.hashes[i] & (weight_count - 1); }

    std::vector<float> m_weights = std::vector<float>(weight_count);
    std::vector<float> m_squares = std::vector<float>(weight_count, 1e-6F);
};

} // namespace

std::vector<std::byte> train_sentence_model(std::span<const Document> gold) {
    const Tokeniser tokeniser{Knowledge::built_in()};
    const Abbreviations abbreviations{Knowledge::built_in()};
    std::vector<Example> examples;
    for (const auto& document : gold) append_examples(examples, document, tokeniser, abbreviations);
    std::vector<std::uint32_t> order(examples.size());
    std::iota(order.begin(), order.end(), 0U);
    Learner learner;
    for (int epoch = 0; epoch < epochs; ++epoch) {
        shuffle(order, static_cast<std::uint64_t>(epoch));
        for (const auto i : order) learner.learn(examples[i]);
    }
    return pack_sentence_model(learner.weights());
}

} // namespace dateline
