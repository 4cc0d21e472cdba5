// SPDX-License-Identifier: MIT
//
// Matrices of activations and their gradients, and what is done to them unit by unit.
#pragma once

#include <algorithm>
#include <cstddef>
#include <vector>

#include "network/model.hpp"
#include "network/multiply.hpp"
#include "random.hpp"

namespace dateline::network {

/// Rows are words. Keeps its storage when it becomes smaller.
struct Matrix {
    std::size_t rows = 0;
    std::size_t columns = 0;
    std::vector<float> data;

    void resize(std::size_t new_rows, std::size_t new_columns) {
        rows = new_rows;
        columns = new_columns;
        data.resize(std::max(data.size(), rows * columns));
    }
    void zero(std::size_t new_rows, std::size_t new_columns) {
        resize(new_rows, new_columns);
        std::fill_n(data.begin(), rows * columns, 0.0F);
    }
    [[nodiscard]] float* row(std::size_t i) noexcept { return data.data() + i * columns; }
    [[nodiscard]] const float* row(std::size_t i) const noexcept { return data.data() + i * columns; }
    [[nodiscard]] MatrixView view(std::size_t first_row = 0, std::size_t first_column = 0) const noexcept {
        return {data.data() + first_row * columns + first_column, columns, 1};
    }
};

/// Keeps units with probability 1 - p and makes up for the rest; one draw a unit for a whole sentence (Gal and Ghahramani 2016).
inline void draw_mask(std::size_t count, float p, Random& random, float* mask) {
    for (std::size_t i = 0; i < count; ++i) mask[i] = random.chance(p) ? 0.0F : 1.0F / (1.0F - p);
}

inline void leak_below_zero(std::size_t count, float* values) {
    for (std::size_t i = 0; i < count; ++i) values[i] = values[i] > 0.0F ? values[i] : leak * values[i];
}

/// The sign of an activation is that of what it was made from.
inline void leak_below_zero_back(std::size_t count, const float* values, float* gradient) {
    for (std::size_t i = 0; i < count; ++i) gradient[i] *= values[i] > 0.0F ? 1.0F : leak;
}

inline void multiply_mask(std::size_t count, const float* mask, float* values) {
    for (std::size_t i = 0; i < count; ++i) values[i] *= mask[i];
}

inline void add_row(std::size_t count, const float* from, float* to) {
    for (std::size_t i = 0; i < count; ++i) to[i] += from[i];
}

} // namespace dateline::network
