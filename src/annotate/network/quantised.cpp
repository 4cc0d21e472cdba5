// SPDX-License-Identifier: MIT
#include "quantised.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <cassert>
#include <cstring>

#if defined(__x86_64__)
#include <immintrin.h>
#endif

#include "multiversion.hpp"

namespace dateline::network {
namespace {

constexpr std::size_t block_rows = 8; // rows that share a load of weights, and sums enough to hide a multiply-add's latency

/// Integer sums of `block_rows` rows and one group of columns: sums[r][lane] = Σ in[r][k] weights[k][lane].
using Sums = std::int32_t[block_rows][lanes];
using BlockFunction = void (*)(std::size_t depth, const std::uint8_t* const* in, const std::int8_t* weights, Sums& sums);

void block_portable(std::size_t depth, const std::uint8_t* const* in, const std::int8_t* weights, Sums& sums) {
    for (std::size_t r = 0; r < block_rows; ++r) {
        std::int32_t sum[lanes] = {};
        for (std::size_t k = 0; k < depth; k += 4) {
            const auto* const w = weights + k * lanes;
            for (std::size_t lane = 0; lane < lanes; ++lane) {
                for (std::size_t i = 0; i < 4; ++i) sum[lane] += in[r][k + i] * w[4 * lane + i];
            }
        }
        std::copy(sum, sum + lanes, sums[r]);
    }
}

#if defined(__x86_64__)
std::int32_t four_at(const std::uint8_t* in, std::size_t k) noexcept {
    std::int32_t four = 0;
    std::memcpy(&four, in + k, sizeof four);
    return four;
}

// Without VNNI, the even and the odd bytes are widened and multiplied apart: products of bytes summed in pairs would not fit 16 bits.

/// Half a block at a time: there are but sixteen registers.
[[gnu::target("avx2")]] void block_avx2(std::size_t depth, const std::uint8_t* const* in, const std::int8_t* weights, Sums& sums) {
    constexpr std::size_t half = block_rows / 2;
    const auto low_bytes = _mm256_set1_epi16(0xFF);
    for (std::size_t first = 0; first < block_rows; first += half) {
        __m256i low[half] = {};
        __m256i high[half] = {};
        for (std::size_t k = 0; k < depth; k += 4) {
            const auto w0 = _mm256_loadu_si256(reinterpret_cast<const __m256i*>(weights + k * lanes));
            const auto w1 = _mm256_loadu_si256(reinterpret_cast<const __m256i*>(weights + k * lanes + 2 * lanes));
            const auto w0_even = _mm256_srai_epi16(_mm256_slli_epi16(w0, 8), 8);
            const auto w0_odd = _mm256_srai_epi16(w0, 8);
            const auto w1_even = _mm256_srai_epi16(_mm256_slli_epi16(w1, 8), 8);
            const auto w1_odd = _mm256_srai_epi16(w1, 8);
#pragma GCC unroll 4
            for (std::size_t r = 0; r < half; ++r) {
                const auto four = _mm256_set1_epi32(four_at(in[first + r], k));
                const auto even = _mm256_and_si256(four, low_bytes);
                const auto odd = _mm256_srli_epi16(four, 8);
                low[r] = _mm256_add_epi32(low[r], _mm256_add_epi32(_mm256_madd_epi16(even, w0_even), _mm256_madd_epi16(odd, w0_odd)));
                high[r] = _mm256_add_epi32(high[r], _mm256_add_epi32(_mm256_madd_epi16(even, w1_even), _mm256_madd_epi16(odd, w1_odd)));
            }
        }
        for (std::size_t r = 0; r < half; ++r) {
            _mm256_storeu_si256(reinterpret_cast<__m256i*>(&sums[first + r][0]), low[r]);
            _mm256_storeu_si256(reinterpret_cast<__m256i*>(&sums[first + r][lanes / 2]), high[r]);
        }
    }
}

[[gnu::target("avx512f,avx512bw")]] void block_avx512(std::size_t depth, const std::uint8_t* const* in, const std::int8_t* weights, Sums& sums) {
    const auto low_bytes = _mm512_set1_epi16(0xFF);
    __m512i sum[block_rows] = {};
    for (std::size_t k = 0; k < depth; k += 4) {
        const auto w = _mm512_loadu_si512(weights + k * lanes);
        const auto w_even = _mm512_srai_epi16(_mm512_slli_epi16(w, 8), 8);
        const auto w_odd = _mm512_srai_epi16(w, 8);
#pragma GCC unroll 8
        for (std::size_t r = 0; r < block_rows; ++r) {
            const auto four = _mm512_set1_epi32(four_at(in[r], k));
            const auto even = _mm512_madd_epi16(_mm512_and_si512(four, low_bytes), w_even);
            const auto odd = _mm512_madd_epi16(_mm512_srli_epi16(four, 8), w_odd);
            sum[r] = _mm512_add_epi32(sum[r], _mm512_add_epi32(even, odd));
        }
    }
    for (std::size_t r = 0; r < block_rows; ++r) _mm512_storeu_si512(&sums[r][0], sum[r]);
}

[[gnu::target("avx512f,avx512bw,avx512vnni")]] void block_vnni(std::size_t depth, const std::uint8_t* const* in, const std::int8_t* weights,
                                                               Sums& sums) {
    __m512i sum[block_rows] = {};
    for (std::size_t k = 0; k < depth; k += 4) {
        const auto w = _mm512_loadu_si512(weights + k * lanes);
#pragma GCC unroll 8
        for (std::size_t r = 0; r < block_rows; ++r) sum[r] = _mm512_dpbusd_epi32(sum[r], _mm512_set1_epi32(four_at(in[r], k)), w);
    }
    for (std::size_t r = 0; r < block_rows; ++r) _mm512_storeu_si512(&sums[r][0], sum[r]);
}
#endif

BlockFunction block_function(Arithmetic arithmetic) noexcept {
#if defined(__x86_64__)
    switch (arithmetic) {
    case Arithmetic::avx2: return block_avx2;
    case Arithmetic::avx512: return block_avx512;
    case Arithmetic::vnni: return block_vnni;
    case Arithmetic::portable: break;
    }
#endif
    return block_portable;
}

std::vector<Arithmetic> detect() {
    std::vector<Arithmetic> found{Arithmetic::portable};
#if defined(__x86_64__)
    if (__builtin_cpu_supports("avx2")) found.push_back(Arithmetic::avx2);
    if (__builtin_cpu_supports("avx512bw")) found.push_back(Arithmetic::avx512);
    if (__builtin_cpu_supports("avx512bw") && __builtin_cpu_supports("avx512vnni")) found.push_back(Arithmetic::vnni);
#endif
    return found;
}

/// `first` is the group's first column.
DATELINE_MULTIVERSION void scale(const PackedMatrix& matrix, std::size_t first, std::size_t height, const Sums& sums, const float* steps, float* out) {
    const auto* const scales = matrix.scales.data() + first;
    const auto* const zero_sums = matrix.zero_sums.data() + first;
    const auto* const biases = matrix.biases.data() + first;
    for (std::size_t r = 0; r < height; ++r) {
        for (std::size_t lane = 0; lane < lanes; ++lane) {
            out[r * matrix.columns + first + lane] = static_cast<float>(sums[r][lane] - zero_sums[lane]) * (steps[r] * scales[lane]) + biases[lane];
        }
    }
}

} // namespace

std::span<const Arithmetic> available_arithmetic() noexcept {
    static const std::vector<Arithmetic> found = detect();
    return found;
}

DATELINE_MULTIVERSION float quantise(std::size_t count, const float* __restrict values, std::uint8_t* __restrict quantised) {
    // As bits, sizes are ordered as whole numbers are, which any order may compare; what is no number counts as infinite.
    std::uint32_t largest = 0;
    for (std::size_t i = 0; i < count; ++i) {
        std::uint32_t bits = 0;
        std::memcpy(&bits, values + i, sizeof bits);
        bits &= 0x7FFF'FFFFU;
        largest = bits > largest ? bits : largest;
    }
    constexpr float most = 1e30F;
    const float above = largest < std::bit_cast<std::uint32_t>(most) ? std::bit_cast<float>(largest) : most;
    const float steps = above > 1.0F / most ? 127.0F / above : 0.0F;
    for (std::size_t i = 0; i < count; ++i) {
        const float scaled = values[i] * steps;
        const float no_less = scaled > -127.0F ? scaled : -127.0F;
        const float cut = no_less < 127.0F ? no_less : 127.0F;
        quantised[i] = static_cast<std::uint8_t>(static_cast<std::int32_t>(cut + (static_cast<float>(activation_zero) + 0.5F)));
    }
    return above / 127.0F;
}

void multiply(const PackedMatrix& matrix, std::size_t rows, const std::uint8_t* in, const float* steps, float* out, Arithmetic arithmetic) {
    assert(matrix.depth % 4 == 0 && matrix.columns % lanes == 0);
    const auto block = block_function(arithmetic);
    // Columns outside: their weights stay in the nearest cache while all rows pass by.
    for (std::size_t column = 0; column < matrix.columns; column += lanes) {
        for (std::size_t first = 0; first < rows; first += block_rows) {
            const auto height = std::min(block_rows, rows - first);
            std::array<const std::uint8_t*, block_rows> row{};
            for (std::size_t r = 0; r < block_rows; ++r) row[r] = in + (first + std::min(r, height - 1)) * matrix.depth;
            Sums sums;
            block(matrix.depth, row.data(), matrix.weights.data() + column * matrix.depth, sums);
            scale(matrix, column, height, sums, steps + first, out + first * matrix.columns);
        }
    }
}

} // namespace dateline::network
