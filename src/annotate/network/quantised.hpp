// SPDX-License-Identifier: MIT
//
// Matrices of small integers. Weights have 8 bits and a scale a column, activations 8 bits and a scale a row, sums 32 bits: products
// are exact, so every processor gives the same bits, with the widest multiply-add it has.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <utility>
#include <vector>

namespace dateline::network {

inline constexpr std::size_t lanes = 16; ///< columns come in groups of this many
[[nodiscard]] constexpr std::size_t padded(std::size_t columns) noexcept { return (columns + lanes - 1) / lanes * lanes; }

/// Activations are whole steps from -127 to 127, stored as what they exceed -128 by; the largest of a row is 127 steps.
inline constexpr std::int32_t activation_zero = 128;
/// Gives the step. Total: what is no number or infinite makes some row of steps.
float quantise(std::size_t count, const float* values, std::uint8_t* quantised);

/// Weights of `depth` inputs (a multiple of four, at most 512, so that sums fit) and `columns` outputs (padded): for each group of
/// lanes, for each four inputs, for each lane, the weights of the four.
struct PackedMatrix {
    std::size_t depth = 0;
    std::size_t columns = 0;
    std::vector<std::int8_t> weights;
    std::vector<float> scales;           ///< a column
    std::vector<std::int32_t> zero_sums; ///< a column: what it gives for a row of activation_zero
    std::span<const float> biases;

    /// `weight(input, column)` gives the weights.
    template <class Weight>
    static PackedMatrix pack(std::size_t depth, std::vector<float> scales, std::span<const float> biases, const Weight& weight) {
        const auto columns = scales.size();
        PackedMatrix matrix{depth, columns, std::vector<std::int8_t>(depth * columns), std::move(scales), std::vector<std::int32_t>(columns), biases};
        for (std::size_t column = 0; column < columns; ++column) {
            for (std::size_t input = 0; input < depth; ++input) {
                const std::int8_t w = weight(input, column);
                matrix.weights[index(depth, input, column)] = w;
                matrix.zero_sums[column] += activation_zero * w;
            }
        }
        return matrix;
    }

    [[nodiscard]] static constexpr std::size_t index(std::size_t depth, std::size_t input, std::size_t column) noexcept {
        return (column / lanes) * depth * lanes + (input / 4) * 4 * lanes + (column % lanes) * 4 + input % 4;
    }
};

/// Ways to multiply that this processor has, the plainest first; all give the same.
enum class Arithmetic : std::uint8_t { portable, avx2, avx512, vnni };
[[nodiscard]] std::span<const Arithmetic> available_arithmetic() noexcept;

/// out (rows × columns, matrix.columns apart) = in (rows × depth, depth apart, steps[r] a row) × matrix + bias.
void multiply(const PackedMatrix& matrix, std::size_t rows, const std::uint8_t* in, const float* steps, float* out, Arithmetic arithmetic);

} // namespace dateline::network
