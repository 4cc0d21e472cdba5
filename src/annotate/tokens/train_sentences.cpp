// SPDX-License-Identifier: MIT
//
// Logistic regression, trained by AdaGrad over all boundaries where a sentence may end. Examples see the true begin of their
// sentence; when used, the splitter sees its own. That costs nothing measurable, as most ends are found.
#include <dateline/annotate/train_sentences.hpp>

#include <cmath>
#include <numeric>
#include <string>
#include <string_view>
#include <unordered_set>
#include <utility>

#include <dateline/knowledge/table.hpp>
#include <dateline/text/hash.hpp>
#include <dateline/text/utf8.hpp>

#include "tokens/boundary.hpp"
#include "tokens/paragraphs.hpp"
#include "tokens/sentence_model.hpp"
#include "tokens/tokeniser.hpp"

namespace dateline {
namespace {

constexpr std::size_t weight_count = std::size_t{1} << 16U;
constexpr int epochs = 12;
constexpr int noted_epochs = 8; ///< the last ones, over which the weights are averaged
constexpr float rate = 0.05F;
constexpr float decay = 1e-5F;

struct Example {
    BoundaryFeatures features;
    bool end = false;
};

class ExampleReader {
public:
    /// The boundaries of one text with gold sentences.
    void read(std::string_view text, const std::unordered_set<std::uint32_t>& ends) {
        for (const auto paragraph : paragraphs_of(text, {0, static_cast<std::uint32_t>(text.size())})) {
            std::vector<Span> tokens;
            std::vector<TokenRange> multiwords;
            m_tokeniser.tokenise(text, paragraph, tokens, multiwords);
            const TokenRange part{0, static_cast<std::uint32_t>(tokens.size())};
            const BoundaryReader reader{text, tokens, part, m_abbreviations};
            std::uint32_t begin = 0;
            for (std::uint32_t t = 0; t + 1 < part.end; ++t) {
                const bool end = ends.contains(tokens[t].end);
                if (reader.is_candidate(t)) m_examples.push_back({reader.features(t, begin), end});
                if (end) begin = t + 1;
            }
        }
    }
    [[nodiscard]] std::vector<Example> take() noexcept { return std::move(m_examples); }

private:
    Tokeniser m_tokeniser{Knowledge::built_in()};
    Abbreviations m_abbreviations{Knowledge::built_in()};
    std::vector<Example> m_examples;
};

/// Fisher and Yates with a generator that is the same everywhere.
void shuffle(std::vector<std::uint32_t>& order, std::uint64_t seed) noexcept {
    for (auto i = order.size(); i > 1; --i) {
        seed = mix(seed + i);
        std::swap(order[i - 1], order[seed % i]);
    }
}

/// Sentences that begin and end as sentences should, in an order of chance, as paragraphs of a few: so every way to end a sentence is
/// seen with many ways to begin the next.
void read_mixed(ExampleReader& reader, std::span<const Document> gold) {
    constexpr std::size_t paragraph_size = 5;
    std::vector<std::string_view> sentences;
    for (const auto& document : gold) {
        for (const auto& sentence : document.sentences) {
            const auto text = slice(document.text, sentence.span);
            const bool begins = !is_lower(decode(text, 0).value);
            if (begins && std::string_view{".!?\"”)"}.find(text.back()) != std::string_view::npos) sentences.push_back(text);
        }
    }
    std::vector<std::uint32_t> order(sentences.size());
    std::iota(order.begin(), order.end(), 0U);
    shuffle(order, sentences.size());
    std::string paragraph;
    std::unordered_set<std::uint32_t> ends;
    for (std::size_t i = 0; i < order.size(); ++i) {
        paragraph += sentences[order[i]];
        ends.insert(static_cast<std::uint32_t>(paragraph.size()));
        paragraph += ' ';
        if (ends.size() < paragraph_size && i + 1 < order.size()) continue;
        reader.read(paragraph, ends);
        paragraph.clear();
        ends.clear();
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
    /// Takes the weights of now into the mean that is the result: steadier than where the last examples happened to pull.
    void note() noexcept {
        for (std::size_t i = 0; i < weight_count; ++i) m_sums[i] += m_weights[i];
    }
    [[nodiscard]] std::vector<float> sums() const { return m_sums; }

private:
    static std::size_t index(const Example& example, std::size_t i) noexcept { return example.features.hashes[i] & (weight_count - 1); }

    std::vector<float> m_weights = std::vector<float>(weight_count);
    std::vector<float> m_sums = std::vector<float>(weight_count);
    std::vector<float> m_squares = std::vector<float>(weight_count, 1e-6F);
};

} // namespace

std::vector<std::byte> train_sentence_model(std::span<const Document> gold) {
    ExampleReader reader;
    for (const auto& document : gold) {
        std::unordered_set<std::uint32_t> ends;
        for (const auto& sentence : document.sentences) ends.insert(sentence.span.end);
        reader.read(document.text, ends);
    }
    read_mixed(reader, gold);
    const auto examples = reader.take();
    std::vector<std::uint32_t> order(examples.size());
    std::iota(order.begin(), order.end(), 0U);
    Learner learner;
    for (int epoch = 0; epoch < epochs; ++epoch) {
        shuffle(order, static_cast<std::uint64_t>(epoch));
        for (const auto i : order) learner.learn(examples[i]);
        if (epoch >= epochs - noted_epochs) learner.note();
    }
    auto weights = learner.sums();
    for (auto& weight : weights) weight /= static_cast<float>(noted_epochs);
    return pack_sentence_model(weights);
}

} // namespace dateline
