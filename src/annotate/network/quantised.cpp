// SPDX-License-Identifier: MIT
#include "quantised.hpp"

#include <algorithm>
#include <array>
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
using BlockFunction = void (*)(std::size_t depth, const std::int16_t* const* in, const std::int16_t* weights, Sums& sums);

void block_portable(std::size_t depth, const std::int16_t* const* in, const std::int16_t* weights, Sums& sums) {
    for (std::size_t r = 0; r < block_rows; ++r) {
        std::int32_t sum[lanes] = {};
        for (std::size_t k = 0; k < depth; k += 2) {
            const auto* const w = weights + k * lanes;
            for (std::size_t lane = 0; lane < lanes; ++lane) sum[lane] += in[r][k] * w[2 * lane] + in[r][k + 1] * w[2 * lane + 1];
        }
        std::copy(sum, sum + lanes, sums[r]);
    }
}

#if defined(__x86_64__)
std::int32_t pair_at(const std::int16_t* in, std::size_t k) noexcept {
    std::int32_t pair = 0;
    std::memcpy(&pair, in + k, sizeof pair);
    return pair;
}

/// Half a block at a time: there are but sixteen registers.
[[gnu::target("avx2")]] void block_avx2(std::size_t depth, const std::int16_t* const* in, const std::int16_t* weights, Sums& sums) {
    constexpr std::size_t half = block_rows / 2;
    for (std::size_t first = 0; first < block_rows; first += half) {
        __m256i low[half] = {};
        __m256i high[half] = {};
        for (std::size_t k = 0; k < depth; k += 2) {
            const auto w0 = _mm256_loadu_si256(reinterpret_cast<const __m256i*>(weights + k * lanes));
            const auto w1 = _mm256_loadu_si256(reinterpret_cast<const __m256i*>(weights + k * lanes + lanes));
#pragma GCC unroll 4
            for (std::size_t r = 0; r < half; ++r) {
                const auto pair = _mm256_set1_epi32(pair_at(in[first + r], k));
                low[r] = _mm256_add_epi32(low[r], _mm256_madd_epi16(pair, w0));
                high[r] = _mm256_add_epi32(high[r], _mm256_madd_epi16(pair, w1));
            }
        }
        for (std::size_t r = 0; r < half; ++r) {
            _mm256_storeu_si256(reinterpret_cast<__m256i*>(&sums[first + r][0]), low[r]);
            _mm256_storeu_si256(reinterpret_cast<__m256i*>(&sums[first + r][lanes / 2]), high[r]);
        }
    }
}

[[gnu::target("avx512f,avx512bw")]] void block_avx512(std::size_t depth, const std::int16_t* const* in, const std::int16_t* weights, Sums& sums) {
    __m512i sum[block_rows] = {};
    for (std::size_t k = 0; k < depth; k += 2) {
        const auto w = _mm512_loadu_si512(weights + k * lanes);
#pragma GCC unroll 8
        for (std::size_t r = 0; r < block_rows; ++r) {
            sum[r] = _mm512_add_epi32(sum[r], _mm512_madd_epi16(_mm512_set1_epi32(pair_at(in[r], k)), w));
        }
    }
    for (std::size_t r = 0; r < block_rows; ++r) _mm512_storeu_si512(&sums[r][0], sum[r]);
}

[[gnu::target("avx512f,avx512bw,avx512vnni")]] void block_vnni(std::size_t depth, const std::int16_t* const* in, const std::int16_t* weights,
                                                               Sums& sums) {
    __m512i sum[block_rows] = {};
    for (std::size_t k = 0; k < depth; k += 2) {
        const auto w = _mm512_loadu_si512(weights + k * lanes);
#pragma GCC unroll 8
        for (std::size_t r = 0; r < block_rows; ++r) sum[r] = _mm512_dpwssd_epi32(sum[r], _mm512_set1_epi32(pair_at(in[r], k)), w);
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

DATELINE_MULTIVERSION void scale(std::size_t height, const Sums& sums, const float* scales, const float* biases, float* out, std::size_t stride) {
    for (std::size_t r = 0; r < height; ++r) {
        for (std::size_t lane = 0; lane < lanes; ++lane) {
            out[r * stride + lane] = static_cast<float>(sums[r][lane]) * scales[lane] + biases[lane];
        }
    }
}

} // namespace

std::span<const Arithmetic> available_arithmetic() noexcept {
    static const std::vector<Arithmetic> found = detect();
    return found;
}

DATELINE_MULTIVERSION void quantise(std::size_t count, const float* __restrict values, std::int16_t* __restrict quantised) {
    for (std::size_t i = 0; i < count; ++i) {
        const float scaled = values[i] * activation_scale;
        const float above = scaled > -32767.0F ? scaled : -32767.0F;
        const float cut = above < 32767.0F ? above : 32767.0F;
        quantised[i] = static_cast<std::int16_t>(static_cast<std::int32_t>(cut + (cut < 0.0F ? -0.5F : 0.5F)));
    }
}

void multiply(const PackedMatrix& matrix, std::size_t rows, const std::int16_t* in, float* out, Arithmetic arithmetic) {
    assert(matrix.depth % 2 == 0 && matrix.columns % lanes == 0);
    const auto block = block_function(arithmetic);
    // Columns outside: their weights stay in the nearest cache while all rows pass by.
    for (std::size_t column = 0; column < matrix.columns; column += lanes) {
        for (std::size_t first = 0; first < rows; first += block_rows) {
            const auto height = std::min(block_rows, rows - first);
            std::array<const std::int16_t*, block_rows> row{};
            for (std::size_t r = 0; r < block_rows; ++r) row[r] = in + (first + std::min(r, height - 1)) * matrix.depth;
            Sums sums;
            block(matrix.depth, row.data(), matrix.weights.data() + column * matrix.depth, sums);
            scale(height, sums, &matrix.scales[column], &matrix.biases[column], out + first * matrix.columns + column, matrix.columns);
        }
    }
}

} // namespace dateline::network
