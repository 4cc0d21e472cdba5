// SPDX-License-Identifier: MIT
#include "optimiser.hpp"

#include <algorithm>
#include <cmath>

#include "network/multiversion.hpp"

namespace dateline::network {
namespace {

constexpr float first_decay = 0.9F;
constexpr float second_decay = 0.98F;
constexpr float epsilon = 1e-8F;
constexpr float mean_decay = 0.9985F;
constexpr double largest_norm = 2.0;

struct Rates {
    float step;
    float second_correction;
    float mean_decay;
    float gradient_scale;
};

DATELINE_MULTIVERSION void update(std::size_t count, const Rates& rates, float* __restrict gradient, float* __restrict first, float* __restrict second,
                                  float* __restrict parameters, float* __restrict mean) {
    for (std::size_t i = 0; i < count; ++i) {
        const float g = gradient[i] * rates.gradient_scale;
        first[i] += (1.0F - first_decay) * (g - first[i]);
        second[i] += (1.0F - second_decay) * (g * g - second[i]);
        parameters[i] -= rates.step * first[i] / (std::sqrt(second[i] * rates.second_correction) + epsilon);
        mean[i] += (1.0F - rates.mean_decay) * (parameters[i] - mean[i]);
        gradient[i] = 0.0F;
    }
}

double norm(std::span<const float> values) {
    double sum = 0;
    for (const float v : values) sum += static_cast<double>(v) * static_cast<double>(v);
    return std::sqrt(sum);
}

} // namespace

Optimiser::Optimiser(std::vector<float> parameters)
    : m_parameters{std::move(parameters)}, m_mean{m_parameters}, m_first(m_parameters.size(), 0.0F), m_second(m_parameters.size(), 0.0F) {}

void Optimiser::step(std::span<float> gradient, float rate) {
    ++m_steps;
    const auto steps = static_cast<double>(m_steps);
    const double length = norm(gradient);
    const Rates rates{.step = static_cast<float>(static_cast<double>(rate) / (1.0 - std::pow(static_cast<double>(first_decay), steps))),
                      .second_correction = static_cast<float>(1.0 / (1.0 - std::pow(static_cast<double>(second_decay), steps))),
                      .mean_decay = static_cast<float>(std::min(static_cast<double>(mean_decay), (1.0 + steps) / (10.0 + steps))),
                      .gradient_scale = static_cast<float>(length > largest_norm ? largest_norm / length : 1.0)};
    update(gradient.size(), rates, gradient.data(), m_first.data(), m_second.data(), m_parameters.data(), m_mean.data());
}

} // namespace dateline::network
