// SPDX-License-Identifier: MIT
#include <dateline/annotate/trainer.hpp>

#include <algorithm>
#include <cmath>
#include <numeric>
#include <thread>

#include <dateline/core/error.hpp>

#include "network/multiply.hpp"
#include "examples.hpp"
#include "learner.hpp"
#include "optimiser.hpp"
#include "parameters.hpp"

namespace dateline {
namespace network {
namespace {

constexpr std::size_t batch_rows = 1500;
constexpr std::size_t shards = 2; // of a batch, summed in order: one thread or two give the same
constexpr float peak_rate = 3e-3F;
constexpr double warm_up_steps = 300;

using Batch = std::vector<const Example*>;

/// Sentences of like length share a batch, but which ones, and in which order the batches come, is drawn anew every epoch.
std::vector<Batch> draw_batches(const std::vector<Example>& examples, Random& random) {
    std::vector<const Example*> order;
    for (const auto& example : examples) order.push_back(&example);
    random.shuffle(std::span{order});
    std::vector<Batch> batches;
    std::size_t rows = batch_rows;
    for (const auto* const example : order) {
        if (rows >= batch_rows) {
            batches.emplace_back();
            rows = 0;
        }
        batches.back().push_back(example);
        rows += example->rows();
    }
    return batches;
}

float rate_at(std::size_t step, std::size_t steps) {
    const auto s = static_cast<double>(step);
    const double warm = std::min(1.0, (s + 1) / warm_up_steps);
    const double left = 1.0 - s / static_cast<double>(steps);
    return static_cast<float>(static_cast<double>(peak_rate) * warm * left);
}

class Trainer {
public:
    Trainer(const Corpus& corpus, const WordVectors& vectors, const Layout& layout, const TrainingOptions& options)
        : m_corpus{corpus}, m_options{options}, m_random{options.seed}, m_optimiser{initial_parameters(layout, options.seed)} {
        for (std::size_t s = 0; s < shards; ++s) {
            m_learners.emplace_back(std::make_unique<Learner>(corpus, vectors, layout));
            m_gradients.emplace_back(layout.total, 0.0F);
        }
    }

    const std::vector<float>& run() {
        std::size_t steps = 0;
        std::size_t step = 0;
        for (unsigned epoch = 1; epoch <= m_options.epochs; ++epoch) {
            const auto batches = draw_batches(m_corpus.examples, m_random);
            if (epoch == 1) steps = batches.size() * m_options.epochs + m_options.epochs; // batches vary by a few from epoch to epoch
            double loss = 0;
            std::size_t rows = 0;
            for (const auto& batch : batches) {
                loss += learn(batch, rate_at(std::min(step, steps), steps));
                rows += rows_of(batch);
                ++step;
            }
            if (m_options.progress) m_options.progress({epoch, m_options.epochs, loss / static_cast<double>(rows)});
        }
        return m_optimiser.mean();
    }

private:
    static std::size_t rows_of(const Batch& batch) {
        return std::accumulate(batch.begin(), batch.end(), std::size_t{0}, [](std::size_t n, const Example* e) { return n + e->rows(); });
    }

    double learn(const Batch& batch, float rate) {
        const float weight = 1.0F / static_cast<float>(rows_of(batch));
        const auto half = batch.size() / shards;
        double losses[shards] = {};
        const auto learn_shard = [&](std::size_t s, Random random) {
            const auto begin = s * half;
            const auto examples = std::span{batch}.subspan(begin, s + 1 == shards ? batch.size() - begin : half);
            losses[s] = m_learners[s]->learn(examples, m_optimiser.parameters(), weight, random, m_gradients[s]);
        };
        const Random first{m_random.next()};
        const Random second{m_random.next()};
        if (m_options.threads > 1) {
            std::thread other{[&] { learn_shard(1, second); }};
            learn_shard(0, first);
            other.join();
        } else {
            learn_shard(0, first);
            learn_shard(1, second);
        }
        add_and_clear(m_gradients[1], m_gradients[0]);
        m_optimiser.step(m_gradients[0], rate);
        return losses[0] + losses[1];
    }

    static void add_and_clear(std::vector<float>& from, std::vector<float>& to) {
        for (std::size_t i = 0; i < to.size(); ++i) {
            to[i] += from[i];
            from[i] = 0.0F;
        }
    }

    const Corpus& m_corpus;
    const TrainingOptions& m_options;
    Random m_random;
    Optimiser m_optimiser;
    std::vector<std::unique_ptr<Learner>> m_learners;
    std::vector<std::vector<float>> m_gradients;
};

std::vector<float> copy(const std::vector<float>& values, const Block& block) {
    const auto begin = values.begin() + static_cast<std::ptrdiff_t>(block.offset);
    return {begin, begin + static_cast<std::ptrdiff_t>(block.size())};
}

/// All words of the vocabulary as the network sees them: given vectors projected, plus what was learnt about the frequent ones.
std::vector<float> final_words(const Corpus& corpus, const WordVectors& vectors, const Layout& layout, const std::vector<float>& values) {
    const auto rows = corpus.vector_of.size();
    std::vector<float> given(rows * WordVectors::width, 0.0F);
    for (std::size_t i = 0; i < rows; ++i) {
        if (corpus.vector_of[i] == Corpus::none) continue;
        std::copy_n(vectors.values.begin() + static_cast<std::ptrdiff_t>(corpus.vector_of[i] * WordVectors::width), WordVectors::width,
                    given.begin() + static_cast<std::ptrdiff_t>(i * WordVectors::width));
    }
    std::vector<float> words(rows * word_width);
    std::vector<float> scratch;
    multiply(rows, word_width, WordVectors::width, {given.data(), WordVectors::width, 1},
             {values.data() + layout.vector_projection.offset, word_width, 1}, words.data(), word_width, Into::set, scratch);
    for (std::size_t i = 0; i < corpus.trained_rows * word_width; ++i) words[i] += values[layout.words.offset + i];
    return words;
}

LearntModel collect(const Corpus& corpus, const WordVectors& vectors, const Layout& layout, const std::vector<float>& values) {
    LearntModel learnt;
    learnt.vocabulary = corpus.vocabulary;
    learnt.words = final_words(corpus, vectors, layout, values);
    learnt.pieces = copy(values, layout.pieces);
    for (std::size_t i = 0; i < matrix_count; ++i) {
        learnt.matrices[i] = copy(values, layout.matrices[i]);
        learnt.biases[i] = copy(values, layout.biases[i]);
    }
    learnt.peepholes = copy(values, layout.peepholes);
    learnt.label_distances = copy(values, layout.label_distances);
    learnt.morphs = corpus.morphs;
    return learnt;
}

} // namespace

static std::vector<std::byte> train(std::span<const TrainingSet> sets, const WordVectors& vectors, const TrainingOptions& options) {
    const auto corpus = make_corpus(sets, vectors);
    const Layout layout{corpus.trained_rows, corpus.morphs.size()};
    Trainer trainer{corpus, vectors, layout, options};
    return write_model(collect(corpus, vectors, layout, trainer.run()));
}

} // namespace network

std::vector<std::byte> train_language_model(std::span<const TrainingSet> sets, const WordVectors& vectors, const TrainingOptions& options) {
    const auto require = [](bool holds, const char* what) {
        if (!holds) throw Error{Error::Kind::usage, "train", what};
    };
    require(std::ranges::any_of(sets, &TrainingSet::trees), "at least one treebank (CoNLL-U) is needed");
    require(std::ranges::any_of(sets, [](const TrainingSet& set) { return !set.names.empty(); }), "at least one set with names (BIO, or NE= in CoNLL-U) is needed");
    require(vectors.words.size() < network::Vocabulary::max_rows / 2, "at most 262,000 word vectors fit into a model");
    return network::train(sets, vectors, options);
}

} // namespace dateline
