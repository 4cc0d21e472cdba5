// SPDX-License-Identifier: MIT
#include "recurrence.hpp"

#include "multiversion.hpp"

namespace dateline::network {
namespace {

constexpr float at_rest[direction_width] = {};

DATELINE_MULTIVERSION void step(const float* __restrict peepholes, float* __restrict projected, const float* __restrict skip,
                                const float* __restrict before, float* __restrict state, float* __restrict out) {
    for (std::size_t i = 0; i < direction_width; ++i) {
        const float last = before[i];
        const float forget_position = gate_position(projected[direction_width + i] + peepholes[i] * last);
        const float reset_position = gate_position(projected[2 * direction_width + i] + peepholes[direction_width + i] * last);
        const float forget = gate_value(forget_position);
        const float reset = gate_value(reset_position);
        const float now = projected[i] + forget * (last - projected[i]);
        state[i] = now;
        out[i] = skip[i] + reset * (now - skip[i]);
        projected[direction_width + i] = forget_position;
        projected[2 * direction_width + i] = reset_position;
    }
}

} // namespace

void run(const Recurrence& r) {
    const float* before = at_rest;
    for (std::size_t i = 0; i < r.rows; ++i) {
        const auto row = r.row(i);
        float* const state = r.state + row * direction_width;
        step(r.peepholes, r.projected + row * r.projected_stride, r.skip + row * r.skip_stride, before, state, r.out + row * encoder_width);
        before = state;
    }
}

} // namespace dateline::network
