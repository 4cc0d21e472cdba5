// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <vector>

namespace dateline::network {

/// A matrix somewhere in memory: element (i, j) is data[i * row + j * column]. Transposing is swapping the strides.
struct MatrixView {
    const float* data = nullptr;
    std::size_t row = 0;
    std::size_t column = 1;

    [[nodiscard]] MatrixView transposed() const noexcept { return {data, column, row}; }
};

enum class Into : bool { set, add };

/// c (rows × columns, `stride` apart) = or += a (rows × depth) b (depth × columns). Every element is summed in order of depth, so the
/// result does not depend on the processor. `scratch` keeps its storage from call to call.
void multiply(std::size_t rows, std::size_t columns, std::size_t depth, MatrixView a, MatrixView b, float* c, std::size_t stride, Into into,
              std::vector<float>& scratch);

} // namespace dateline::network
