// SPDX-License-Identifier: MIT
//
// The network forward and backward, by hand. Every step of a `forward` has its counterpart in a `back`, in reverse order.
#include "learner.hpp"

#include "encoder.hpp"
#include "heads.hpp"
#include "pass.hpp"

namespace dateline::network {

struct Learner::Impl {
    Impl(const Corpus& corpus, const WordVectors& vectors, const Layout& layout)
        : pass{.layout = layout}, encoder{corpus, vectors, pass}, heads{corpus, encoder, pass} {}

    Pass pass;
    Encoder encoder;
    Heads heads;
};

Learner::Learner(const Corpus& corpus, const WordVectors& vectors, const Layout& layout) : m_impl{std::make_unique<Impl>(corpus, vectors, layout)} {}
Learner::~Learner() = default;

double Learner::learn(std::span<const Example* const> examples, std::span<const float> parameters, float weight, Random random,
                      std::span<float> gradient) {
    auto& [pass, encoder, heads] = *m_impl;
    pass.parameters = parameters.data();
    pass.gradient = gradient.data();
    pass.weight = weight;
    pass.begin(examples);
    encoder.forward(random);
    heads.forward(random);
    heads.score();
    heads.last_layer_back();
    for (auto layer = layer_count; layer-- > 0;) {
        if (layer == tag_layer) heads.tags_back();
        encoder.layer_back(layer);
    }
    return pass.loss;
}

} // namespace dateline::network
