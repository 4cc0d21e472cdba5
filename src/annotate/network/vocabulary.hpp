// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace dateline::network {

/// Word -> row, as a table of fingerprints that is read in place from a model: the words themselves are not kept.
/// Open addressing, linear probing, a power of two of slots; a slot holds 13 bits of the word's hash above 19 bits of row, or 0.
/// A word that is not in the table is taken for one that is about once in ten thousand times.
class Vocabulary {
public:
    static constexpr std::uint32_t row_bits = 19;
    static constexpr std::size_t max_rows = (1U << row_bits) - 1;

    Vocabulary() = default;
    /// Requires `valid(slots)`; the slots must outlive the object.
    explicit Vocabulary(std::span<const std::uint32_t> slots) noexcept : m_slots{slots} {}

    /// A power of two of slots, at least one of them empty, all rows below `rows`.
    [[nodiscard]] static bool valid(std::span<const std::uint32_t> slots, std::size_t rows) noexcept;

    [[nodiscard]] std::optional<std::uint32_t> find(std::string_view word) const noexcept;

    /// The slots of a table in which words[i] has row first_row + i. Requires rows within max_rows, none of them 0.
    [[nodiscard]] static std::vector<std::uint32_t> build(std::span<const std::string> words, std::uint32_t first_row);

private:
    std::span<const std::uint32_t> m_slots;
};

} // namespace dateline::network
