// SPDX-License-Identifier: MIT
#pragma once

#include <memory>
#include <span>

#include "examples.hpp"
#include "parameters.hpp"
#include "random.hpp"

namespace dateline::network {

/// Computes losses and their gradients. Keeps its buffers from batch to batch; one learner a thread.
class Learner {
public:
    Learner(const Corpus& corpus, const WordVectors& vectors, const Layout& layout);
    ~Learner();

    /// Adds to `gradient` that of the examples' summed loss, times `weight`; returns the loss, not weighted.
    double learn(std::span<const Example* const> examples, std::span<const float> parameters, float weight, Random random, std::span<float> gradient);

private:
    struct Impl;
    std::unique_ptr<Impl> m_impl;
};

} // namespace dateline::network
