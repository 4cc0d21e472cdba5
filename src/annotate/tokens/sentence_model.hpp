// SPDX-License-Identifier: MIT
//
// The learnt part of the sentence splitter: logistic regression over hashed features of token boundaries.
//
// Little endian, version 1: "DLSENT01", u32 log2 of the number of weights, float32 scale, u64 checksum (stable_hash of the weights,
// mixed), int8 weights.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "tokens/boundary.hpp"

namespace dateline {

/// A view of a model file; immutable, serves all threads.
class SentenceModel {
public:
    /// Checks the file whole; throws Error{internal} when it is damaged. The bytes must outlive the object.
    explicit SentenceModel(std::span<const std::byte> bytes, const std::string& where = "sentence model");

    /// The model built into the program.
    [[nodiscard]] static const SentenceModel& built_in();

    /// The sum of the weights: above 0, an end is likelier than not.
    [[nodiscard]] float score(const BoundaryFeatures& features) const noexcept;

private:
    std::span<const std::int8_t> m_weights; ///< a power of two
    float m_scale = 0;
};

/// A model in the form of its file.
[[nodiscard]] std::vector<std::byte> pack_sentence_model(std::span<const float> weights);

} // namespace dateline
