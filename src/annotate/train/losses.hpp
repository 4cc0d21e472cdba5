// SPDX-License-Identifier: MIT
//
// Losses of one word. Each replaces logits by the gradient of the loss, times `weight`, and returns the loss, not weighted.
#pragma once

#include <cstddef>

namespace dateline::network {

/// Cross entropy with the class `gold`.
double cross_entropy(std::size_t count, std::size_t gold, float weight, float* logits);

/// Of the labels of names, where nobody has told which of `first`, `first` + 2, ... it is, all of which begin, or go on with, a name.
/// What counts is that it is one of them; how they share the probability is left to what the other words have taught.
double untold_cross_entropy(std::size_t first, float weight, float* logits);

} // namespace dateline::network
