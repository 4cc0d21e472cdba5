// SPDX-License-Identifier: MIT
//
// The learnt layer below the level of texts: trees, integer products, vocabulary.
#include <catch2/catch.hpp>

#include <cmath>
#include <limits>
#include <string>

#include "network/quantised.hpp"
#include "network/tree.hpp"
#include "network/vocabulary.hpp"
#include "network/word_features.hpp"
#include "train/random.hpp"

using dateline::network::Random;

namespace {

using Heads = std::vector<std::uint32_t>;

dateline::network::ArcScores random_scores(std::size_t tokens, Random& random) {
    dateline::network::ArcScores scores;
    scores.reset(tokens);
    for (std::size_t d = 0; d <= tokens; ++d) {
        for (std::size_t h = 0; h <= tokens; ++h) scores.row(d)[h] = 4.0F * random.uniform() - 2.0F;
    }
    return scores;
}

float score_of(const dateline::network::ArcScores& scores, const Heads& heads) {
    float sum = 0;
    for (std::size_t d = 1; d < heads.size(); ++d) sum += scores.row(d)[heads[d]];
    return sum;
}

/// The best tree by trying every choice of heads.
float best_by_trying(const dateline::network::ArcScores& scores) {
    const auto tokens = scores.tokens();
    Heads heads(tokens + 1, 0);
    float best = -std::numeric_limits<float>::infinity();
    for (;;) {
        if (dateline::network::is_tree(heads)) best = std::max(best, score_of(scores, heads));
        std::size_t d = 1;
        while (d <= tokens && ++heads[d] > tokens) heads[d++] = 0;
        if (d > tokens) return best;
    }
}

} // namespace

TEST_CASE("the best tree is the best of all trees with one root") {
    Random random{7};
    for (std::size_t tokens = 1; tokens <= 5; ++tokens) {
        for (int i = 0; i < 60; ++i) {
            const auto scores = random_scores(tokens, random);
            Heads heads;
            dateline::network::best_tree(scores, heads);
            REQUIRE(dateline::network::is_tree(heads));
            CHECK(score_of(scores, heads) == Approx(best_by_trying(scores)).margin(1e-4));
        }
    }
}

TEST_CASE("long sentences and scores that are no numbers give trees too") {
    Random random{8};
    Heads heads;
    auto scores = random_scores(192, random);
    dateline::network::best_tree(scores, heads);
    CHECK(dateline::network::is_tree(heads));
    for (std::size_t d = 0; d <= 192; ++d) {
        for (std::size_t h = 0; h <= 192; ++h) scores.row(d)[h] = random.chance(0.5F) ? std::nanf("") : -std::numeric_limits<float>::infinity();
    }
    dateline::network::best_tree(scores, heads);
    CHECK(dateline::network::is_tree(heads));
}

TEST_CASE("every arithmetic of the processor gives the same products") {
    Random random{9};
    constexpr std::size_t depth = 144;
    constexpr std::size_t columns = 48;
    constexpr std::size_t rows = 13;
    const std::vector<float> biases(columns, 1.5F);
    const std::vector<float> steps(rows, 0.5F);
    std::vector<std::int8_t> weights(depth * columns);
    for (auto& weight : weights) weight = static_cast<std::int8_t>(static_cast<int>(random.next() % 255) - 127);
    const auto matrix = dateline::network::PackedMatrix::pack(depth, std::vector<float>(columns, 0.25F), biases,
                                                              [&](std::size_t input, std::size_t column) { return weights[input * columns + column]; });
    std::vector<std::uint8_t> in(rows * depth);
    for (auto& value : in) value = static_cast<std::uint8_t>(random.next() % 256);
    std::vector<float> plain(rows * columns);
    dateline::network::multiply(matrix, rows, in.data(), steps.data(), plain.data(), dateline::network::Arithmetic::portable);
    std::int32_t first = 0;
    for (std::size_t k = 0; k < depth; ++k) first += (in[k] - dateline::network::activation_zero) * weights[k * columns + 17];
    CHECK(plain[17] == static_cast<float>(first) * 0.125F + 1.5F);
    for (const auto arithmetic : dateline::network::available_arithmetic()) {
        std::vector<float> out(rows * columns);
        dateline::network::multiply(matrix, rows, in.data(), steps.data(), out.data(), arithmetic);
        CHECK(out == plain);
    }
}

TEST_CASE("activations become steps of the largest among them") {
    std::vector<float> values(32, 0.0F);
    values[3] = -2.0F;
    values[4] = 1.0F;
    std::vector<std::uint8_t> steps(values.size());
    const auto step = dateline::network::quantise(values.size(), values.data(), steps.data());
    CHECK(step == Approx(2.0F / 127.0F));
    CHECK(steps[0] == dateline::network::activation_zero);
    CHECK(steps[3] == 1);
    CHECK(steps[4] == 128 + 64);
    values[5] = std::nanf("");
    values[6] = std::numeric_limits<float>::infinity();
    CHECK(std::isfinite(dateline::network::quantise(values.size(), values.data(), steps.data())));
    CHECK(steps[6] == 255);
    const std::vector<float> nothing(32, 0.0F);
    CHECK(dateline::network::quantise(nothing.size(), nothing.data(), steps.data()) == 0.0F);
    CHECK(steps[9] == dateline::network::activation_zero);
}

TEST_CASE("a vocabulary finds the words it was made of") {
    std::vector<std::string> words;
    for (int i = 0; i < 3000; ++i) words.push_back("word" + std::to_string(i));
    const auto slots = dateline::network::Vocabulary::build(words, dateline::network::first_word);
    REQUIRE(dateline::network::Vocabulary::valid(slots, words.size() + dateline::network::first_word));
    CHECK_FALSE(dateline::network::Vocabulary::valid(slots, words.size()));
    const dateline::network::Vocabulary vocabulary{slots};
    std::size_t right = 0;
    for (std::uint32_t i = 0; i < words.size(); ++i) right += vocabulary.find(words[i]) == i + dateline::network::first_word ? 1U : 0U;
    CHECK(right >= words.size() - 3); // two words with one fingerprint are rare
}
