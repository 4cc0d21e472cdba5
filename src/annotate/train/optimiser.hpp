// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <span>
#include <vector>

namespace dateline::network {

/// Adam (Kingma and Ba 2015) with a running mean of the parameters, which is what ships.
class Optimiser {
public:
    explicit Optimiser(std::vector<float> parameters);

    [[nodiscard]] std::span<const float> parameters() const noexcept { return m_parameters; }
    [[nodiscard]] const std::vector<float>& mean() const noexcept { return m_mean; }

    /// Moves against the gradient, cut to a norm of at most `largest_norm`, and sets the gradient to 0.
    void step(std::span<float> gradient, float rate);

private:
    std::vector<float> m_parameters;
    std::vector<float> m_mean;
    std::vector<float> m_first;
    std::vector<float> m_second;
    std::size_t m_steps = 0;
};

} // namespace dateline::network
