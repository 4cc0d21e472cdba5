// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace dateline {

/// FNV-1a, 64 bits: for tables in files and for ids, where the same bytes must give the same number on every machine.
/// Not for adversarial input: where an attacker could choose keys, compare the keys too.
[[nodiscard]] constexpr std::uint64_t stable_hash(std::string_view bytes, std::uint64_t seed = 0xCBF2'9CE4'8422'2325U) noexcept {
    auto h = seed;
    for (const char c : bytes) {
        h ^= static_cast<unsigned char>(c);
        h *= 0x0000'0100'0000'01B3U;
    }
    return h;
}

/// FNV-1a's low bits are weak for short keys; this spreads them (the finaliser of MurmurHash3).
[[nodiscard]] constexpr std::uint64_t mix(std::uint64_t h) noexcept {
    h ^= h >> 33U;
    h *= 0xFF51'AFD7'ED55'8CCDU;
    h ^= h >> 33U;
    h *= 0xC4CE'B9FE'1A85'EC53U;
    return h ^ (h >> 33U);
}

/// Sixteen lower-case hexadecimal digits, as ids carry them.
[[nodiscard]] std::string hex(std::uint64_t value);

} // namespace dateline
