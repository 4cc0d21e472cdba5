// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <span>
#include <utility>

#include <dateline/text/hash.hpp>

namespace dateline::network {

/// A stream of random numbers that is the same on every machine (a counter, mixed).
class Random {
public:
    explicit Random(std::uint64_t seed) noexcept : m_state{mix(seed + 0x9E37'79B9'7F4A'7C15U)} {}

    [[nodiscard]] std::uint64_t next() noexcept {
        m_state += 0x9E37'79B9'7F4A'7C15U;
        return mix(m_state);
    }
    [[nodiscard]] float uniform() noexcept { return static_cast<float>(next() >> 40U) * 0x1p-24F; } ///< [0, 1)
    [[nodiscard]] bool chance(float probability) noexcept { return uniform() < probability; }

    template <class T>
    void shuffle(std::span<T> items) noexcept {
        for (auto i = items.size(); i > 1; --i) std::swap(items[i - 1], items[next() % i]);
    }

private:
    std::uint64_t m_state;
};

} // namespace dateline::network
