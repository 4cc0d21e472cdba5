// SPDX-License-Identifier: MIT
//
// The model file of the learnt layer: written by the trainer, read in place.
//
// Little endian, version 1: "DLLANG01", u32 total size, u32 sections, u64 checksum of all that follows this head; for each section
// u32 offset and u32 size; the sections, each aligned to 64. Which sections there are, and how large each is, the shape of the network
// says (shape.hpp), so a file is either right in full or refused.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <dateline/core/document.hpp>

#include "quantised.hpp"
#include "shape.hpp"
#include "vocabulary.hpp"

namespace dateline::network {

/// Rows of 8-bit numbers with a scale each, looked up by number.
struct PackedRows {
    std::size_t width = 0;
    std::span<const std::int8_t> values;
    std::span<const float> scales;

    [[nodiscard]] std::size_t rows() const noexcept { return scales.size(); }
    /// out[0..width) += row
    void add(std::uint32_t row, float* out) const noexcept {
        const auto* const v = values.data() + row * width;
        for (std::size_t i = 0; i < width; ++i) out[i] += static_cast<float>(v[i]) * scales[row];
    }
};

/// The matrices of the network that integers multiply.
enum class MatrixId : std::uint8_t { layer0, layer1, layer2, tag_hidden, tag_out, heads, arc_bilinear, arc_distance, label_out, name_out };
inline constexpr std::size_t matrix_count = 10;

/// All that is read off the last layer, side by side in one matrix.
inline constexpr std::size_t heads_arc_dependent = 0;
inline constexpr std::size_t heads_arc_head = heads_arc_dependent + arc_width;
inline constexpr std::size_t heads_label_dependent = heads_arc_head + arc_width;
inline constexpr std::size_t heads_label_head = heads_label_dependent + label_width;
inline constexpr std::size_t heads_name = heads_label_head + label_width;
inline constexpr std::size_t heads_width = heads_name + name_width;

/// What leaks of a hidden unit's activation below zero.
inline constexpr float leak = 0.1F;

struct Size {
    std::size_t depth;
    std::size_t columns; ///< not padded
};
/// `morphs`: how many combinations of morphological features there are.
[[nodiscard]] Size matrix_size(MatrixId id, std::size_t morphs) noexcept;

enum class Checksum : bool { skip, verify };

struct Model {
    Vocabulary vocabulary;
    PackedRows words;
    PackedRows pieces;
    std::array<PackedMatrix, matrix_count> matrices;
    std::span<const float> peepholes;       ///< layer, direction, forget or reset, direction_width
    std::span<const float> label_distances; ///< distance class, label_width
    std::vector<Morph> morphs;

    [[nodiscard]] const PackedMatrix& matrix(MatrixId id) const noexcept { return matrices[static_cast<std::size_t>(id)]; }

    /// Checks everything, the checksum if told to; throws Error{internal}. The bytes must be aligned to 64 and outlive the model.
    [[nodiscard]] static Model read(std::span<const std::byte> bytes, const std::string& where, Checksum how);
};

/// What a trainer has learnt, not yet packed. Matrices are depth × columns.
struct LearntModel {
    std::vector<std::uint32_t> vocabulary; ///< slots
    std::vector<float> words;              ///< rows of word_width
    std::vector<float> pieces;             ///< piece_buckets rows of piece_width
    std::array<std::vector<float>, matrix_count> matrices;
    std::array<std::vector<float>, matrix_count> biases;
    std::vector<float> peepholes;
    std::vector<float> label_distances;
    std::vector<Morph> morphs;
};
[[nodiscard]] std::vector<std::byte> write_model(const LearntModel& learnt);

/// Puts the checksum that fits the rest into the head of a model file.
void seal_model(std::span<std::byte> file);

} // namespace dateline::network
