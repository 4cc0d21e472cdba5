// SPDX-License-Identifier: MIT
//
// Blocks of 8 × 32 sums are held in registers; b's 32 columns are packed side by side for them. Measured at 60 % of the peak of one
// core with AVX-512 for the sizes of training (1,000 × 256 × 768).
#include "multiply.hpp"

#include <algorithm>
#include <cstring>

#include "multiversion.hpp"

namespace dateline::network {
namespace {

constexpr std::size_t lanes = 16;
constexpr std::size_t block_rows = 8;
constexpr std::size_t block_columns = 2 * lanes;
using Lanes = float __attribute__((vector_size(lanes * sizeof(float))));

/// sums = a's rows `first`... times the packed columns; rows beyond the last repeat it and are not stored.
DATELINE_MULTIVERSION void multiply_block(std::size_t rows, std::size_t depth, MatrixView a, const float* packed, float* sums) {
    const float* row[block_rows];
    for (std::size_t r = 0; r < block_rows; ++r) row[r] = a.data + std::min(r, rows - 1) * a.row;
    Lanes left[block_rows] = {};
    Lanes right[block_rows] = {};
    for (std::size_t k = 0; k < depth; ++k) {
        Lanes b0;
        Lanes b1;
        std::memcpy(&b0, packed + k * block_columns, sizeof b0);
        std::memcpy(&b1, packed + k * block_columns + lanes, sizeof b1);
#pragma GCC unroll 8
        for (std::size_t r = 0; r < block_rows; ++r) {
            const float factor = row[r][k * a.column];
            left[r] += factor * b0;
            right[r] += factor * b1;
        }
    }
    for (std::size_t r = 0; r < block_rows; ++r) {
        std::memcpy(sums + r * block_columns, &left[r], sizeof left[r]);
        std::memcpy(sums + r * block_columns + lanes, &right[r], sizeof right[r]);
    }
}

void pack_columns(std::size_t width, std::size_t depth, const float* b, MatrixView shape, float* packed) {
    for (std::size_t k = 0; k < depth; ++k) {
        for (std::size_t j = 0; j < width; ++j) packed[k * block_columns + j] = b[k * shape.row + j * shape.column];
        std::fill(packed + k * block_columns + width, packed + (k + 1) * block_columns, 0.0F);
    }
}

void store(std::size_t width, const float* sums, float* c, Into into) {
    if (into == Into::add) {
        for (std::size_t j = 0; j < width; ++j) c[j] += sums[j];
    } else {
        std::copy(sums, sums + width, c);
    }
}

} // namespace

void multiply(std::size_t rows, std::size_t columns, std::size_t depth, MatrixView a, MatrixView b, float* c, std::size_t stride, Into into,
              std::vector<float>& scratch) {
    scratch.resize(std::max(scratch.size(), depth * block_columns));
    float sums[block_rows * block_columns];
    for (std::size_t j = 0; j < columns; j += block_columns) {
        const auto width = std::min(block_columns, columns - j);
        pack_columns(width, depth, b.data + j * b.column, b, scratch.data());
        for (std::size_t i = 0; i < rows; i += block_rows) {
            const auto height = std::min(block_rows, rows - i);
            multiply_block(height, depth, {a.data + i * a.row, a.row, a.column}, scratch.data(), sums);
            for (std::size_t r = 0; r < height; ++r) store(width, sums + r * block_columns, c + (i + r) * stride + j, into);
        }
    }
}

} // namespace dateline::network
