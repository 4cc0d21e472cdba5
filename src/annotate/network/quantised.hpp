// SPDX-License-Identifier: MIT
//
// Matrices of small integers. Weights have 8 bits and a scale a column, activations 16 bits with one fixed scale, sums 32 bits: products
// are exact, so every processor gives the same bits, with the widest multiply-add it has.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace dateline::network {

inline constexpr std::size_t lanes = 16; ///< columns come in groups of this many
[[nodiscard]] constexpr std::size_t padded(std::size_t columns) noexcept { return (columns + lanes - 1) / lanes * lanes; }

/// Activations are fixed-point numbers with 11 bits after the point, from -16 to 16; what lies outside is cut.
inline constexpr float activation_scale = 2048.0F;
void quantise(std::size_t count, const float* values, std::int16_t* quantised);

/// Weights of `depth` inputs (even, at most 512, so that sums fit) and `columns` outputs (padded), as a model file has them:
/// for each group of lanes, for each pair of inputs, for each lane, the weights of both inputs.
struct PackedMatrix {
    std::size_t depth = 0;
    std::size_t columns = 0;
    std::vector<std::int16_t> weights; ///< widened from the file's 8 bits
    std::span<const float> scales;     ///< a column, that of activations included
    std::span<const float> biases;
};
[[nodiscard]] constexpr std::size_t packed_index(std::size_t depth, std::size_t input, std::size_t column) noexcept {
    return (column / lanes) * depth * lanes + (input / 2) * 2 * lanes + (column % lanes) * 2 + input % 2;
}

/// Ways to multiply that this processor has, the plainest first; all give the same.
enum class Arithmetic : std::uint8_t { portable, avx2, avx512, vnni };
[[nodiscard]] std::span<const Arithmetic> available_arithmetic() noexcept;

/// out (rows × columns, matrix.columns apart) = in (rows × depth, depth apart) × matrix + bias.
void multiply(const PackedMatrix& matrix, std::size_t rows, const std::int16_t* in, float* out, Arithmetic arithmetic);

} // namespace dateline::network
