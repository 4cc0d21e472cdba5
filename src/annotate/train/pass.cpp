// SPDX-License-Identifier: MIT
#include "pass.hpp"

namespace dateline::network {

void Pass::begin(std::span<const Example* const> examples) {
    loss = 0;
    rows = 0;
    pieces.clear();
    for (const auto* const example : examples) {
        pieces.push_back({example, rows});
        rows += example->rows();
    }
}

void Pass::affine(MatrixView x, MatrixId id, Matrix& y) {
    const auto& w = layout.matrix(id);
    y.resize(rows, w.columns);
    multiply(rows, w.columns, w.rows, x, {value(w), w.columns, 1}, y.data.data(), y.columns, Into::set, scratch);
    const auto* const b = value(layout.bias(id));
    for (std::size_t i = 0; i < rows; ++i) {
        for (std::size_t j = 0; j < y.columns; ++j) y.row(i)[j] += b[j];
    }
}

void Pass::affine_back(MatrixView x, MatrixId id, const Matrix& d_y, float* d_x, std::size_t d_x_stride, Into into) {
    const auto& w = layout.matrix(id);
    multiply(w.rows, w.columns, rows, x.transposed(), d_y.view(), slope(w), w.columns, Into::add, scratch);
    auto* const d_b = slope(layout.bias(id));
    for (std::size_t i = 0; i < rows; ++i) {
        for (std::size_t j = 0; j < w.columns; ++j) d_b[j] += d_y.row(i)[j];
    }
    const MatrixView w_view{value(w), w.columns, 1};
    multiply(rows, w.rows, w.columns, d_y.view(), w_view.transposed(), d_x, d_x_stride, into, scratch);
}

void Pass::drop(Matrix& mask, float probability, Matrix& x, Random& random) const {
    mask.resize(pieces.size(), x.columns);
    for (std::size_t p = 0; p < pieces.size(); ++p) draw_mask(x.columns, probability, random, mask.row(p));
    apply(mask, x);
}

void Pass::apply(const Matrix& mask, Matrix& x) const {
    for (std::size_t p = 0; p < pieces.size(); ++p) {
        for (std::size_t i = 0; i < pieces[p].rows(); ++i) multiply_mask(x.columns, mask.row(p), x.row(pieces[p].begin + i));
    }
}

} // namespace dateline::network
