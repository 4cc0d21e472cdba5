// SPDX-License-Identifier: MIT
//
// What all parts of the network share while a batch goes through them, forward and backward.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "examples.hpp"
#include "matrix.hpp"
#include "parameters.hpp"
#include "random.hpp"

namespace dateline::network {

/// Rows of one example in the batch.
struct Piece {
    const Example* example;
    std::size_t begin;
    [[nodiscard]] std::size_t rows() const noexcept { return example->rows(); }
};

struct Pass {
    const Layout& layout;
    const float* parameters = nullptr;
    float* gradient = nullptr;
    float weight = 1; ///< of a word's loss
    double loss = 0;  ///< so far
    std::vector<Piece> pieces;
    std::size_t rows = 0;
    std::vector<float> scratch; ///< of `multiply`

    void begin(std::span<const Example* const> examples);

    [[nodiscard]] const float* value(const Block& block) const noexcept { return parameters + block.offset; }
    [[nodiscard]] float* slope(const Block& block) const noexcept { return gradient + block.offset; }

    /// y = x w + b, where x are columns of a matrix with a row a word.
    void affine(MatrixView x, MatrixId id, Matrix& y);
    void affine_back(MatrixView x, MatrixId id, const Matrix& d_y, float* d_x, std::size_t d_x_stride, Into into);

    /// Draws the mask, a row a piece, and applies it.
    void drop(Matrix& mask, float probability, Matrix& x, Random& random) const;
    void apply(const Matrix& mask, Matrix& x) const;
};

} // namespace dateline::network
