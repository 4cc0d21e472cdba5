// SPDX-License-Identifier: MIT
#include "losses.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "network/shape.hpp"

namespace dateline::network {

double cross_entropy(std::size_t count, std::size_t gold, float weight, float* logits) {
    const float largest = *std::max_element(logits, logits + count);
    const float gold_logit = logits[gold] - largest;
    float sum = 0;
    for (std::size_t i = 0; i < count; ++i) {
        logits[i] = std::exp(logits[i] - largest);
        sum += logits[i];
    }
    for (std::size_t i = 0; i < count; ++i) logits[i] *= weight / sum;
    logits[gold] -= weight;
    return static_cast<double>(std::log(sum) - gold_logit);
}

double untold_cross_entropy(std::size_t first, float weight, float* logits) {
    const float largest = *std::max_element(logits, logits + name_labels);
    float sum = 0;
    float right = 0;
    for (std::size_t i = 0; i < name_labels; ++i) {
        logits[i] = std::exp(logits[i] - largest);
        sum += logits[i];
        if (i >= first && (i - first) % 2 == 0) right += logits[i];
    }
    right = std::max(right, std::numeric_limits<float>::min());
    for (std::size_t i = 0; i < name_labels; ++i) {
        const float gold = i >= first && (i - first) % 2 == 0 ? logits[i] / right : 0.0F;
        logits[i] = weight * (logits[i] / sum - gold);
    }
    return static_cast<double>(std::log(sum / right));
}

} // namespace dateline::network
