// SPDX-License-Identifier: MIT
//
// The simple recurrent unit (Lei et al. 2018, arXiv:1709.02755v5, equations 1 to 4): all matrix products are of the input alone, and what
// depends on the step before is element by element.
//
//   forget_t = gate(f_t + v_f state_{t-1})         state_t = forget_t state_{t-1} + (1 - forget_t) z_t
//   reset_t  = gate(r_t + v_r state_{t-1})         out_t   = reset_t state_t + (1 - reset_t) skip_t
//
// where z, f, r are projections of the input. The gate is a cubic that rises from 0 at -4 to 1 at 4 instead of the logistic function:
// it needs neither exponential nor division and has the same bits everywhere.
#pragma once

#include <cstddef>

#include "shape.hpp"

namespace dateline::network {

inline constexpr float gate_slope = 0.125F;

/// Where an activation stands between the closed and the open end of a gate, 0 to 1.
[[nodiscard]] inline float gate_position(float activation) noexcept {
    const float p = activation * gate_slope + 0.5F;
    const float above = p > 0.0F ? p : 0.0F;
    return above < 1.0F ? above : 1.0F;
}
[[nodiscard]] inline float gate_value(float position) noexcept { return position * position * (3.0F - 2.0F * position); }
/// d gate_value / d activation
[[nodiscard]] inline float gate_derivative(float position) noexcept { return 6.0F * position * (1.0F - position) * gate_slope; }

enum class Direction : bool { forward, backward };

/// One direction of one layer over one sentence; rows are tokens.
struct Recurrence {
    std::size_t rows = 0;
    Direction direction = Direction::forward;
    const float* peepholes = nullptr;  ///< v_f, then v_r
    float* projected = nullptr;        ///< z, f, r side by side; f and r are replaced by gate positions
    std::size_t projected_stride = 0;
    const float* skip = nullptr;
    std::size_t skip_stride = 0;
    float* state = nullptr;            ///< direction_width apart
    float* out = nullptr;              ///< encoder_width apart

    /// The row that step `step` works on.
    [[nodiscard]] std::size_t row(std::size_t step) const noexcept { return direction == Direction::forward ? step : rows - 1 - step; }
};

void run(const Recurrence& recurrence);

} // namespace dateline::network
