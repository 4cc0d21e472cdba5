// SPDX-License-Identifier: MIT
#include "vocabulary.hpp"

#include <algorithm>
#include <bit>
#include <cassert>

#include <dateline/text/hash.hpp>

namespace dateline::network {
namespace {

constexpr std::uint32_t row_mask = (1U << Vocabulary::row_bits) - 1;

struct Place {
    std::size_t slot;
    std::uint32_t fingerprint; ///< in the bits above the row
};

Place place_of(std::string_view word, std::size_t slot_count) noexcept {
    const auto hash = mix(stable_hash(word));
    return {static_cast<std::size_t>(hash) & (slot_count - 1), static_cast<std::uint32_t>(hash >> 32U) & ~row_mask};
}

} // namespace

bool Vocabulary::valid(std::span<const std::uint32_t> slots, std::size_t rows) noexcept {
    return std::has_single_bit(slots.size()) && std::ranges::find(slots, 0U) != slots.end() &&
           std::ranges::all_of(slots, [rows](std::uint32_t slot) { return (slot & row_mask) < rows; });
}

std::optional<std::uint32_t> Vocabulary::find(std::string_view word) const noexcept {
    if (m_slots.empty()) return std::nullopt;
    const auto place = place_of(word, m_slots.size());
    for (auto at = place.slot;; at = (at + 1) & (m_slots.size() - 1)) {
        if (m_slots[at] == 0) return std::nullopt;
        if ((m_slots[at] & ~row_mask) == place.fingerprint) return m_slots[at] & row_mask;
    }
}

std::vector<std::uint32_t> Vocabulary::build(std::span<const std::string> words, std::uint32_t first_row) {
    assert(first_row > 0 && first_row + words.size() <= max_rows);
    std::vector<std::uint32_t> slots(std::bit_ceil(std::max<std::size_t>(2, words.size() + words.size() / 2)), 0);
    for (std::size_t i = 0; i < words.size(); ++i) {
        const auto place = place_of(words[i], slots.size());
        auto at = place.slot;
        while (slots[at] != 0) at = (at + 1) & (slots.size() - 1);
        slots[at] = place.fingerprint | (first_row + static_cast<std::uint32_t>(i));
    }
    return slots;
}

} // namespace dateline::network
