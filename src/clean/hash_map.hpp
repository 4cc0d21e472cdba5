// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

namespace dateline {

/// Values by numbers that are hashes already: open addressing with linear probing in one array. Of std::unordered_map's time two thirds
/// went into its nodes, and a page asks for thousands of words.
template <class Value>
class HashMap {
public:
    /// The value of `key`, made anew where there is none.
    [[nodiscard]] Value& operator[](std::uint64_t key) {
        if (2 * (m_count + 1) > m_slots.size()) grow();
        auto& slot = m_slots[place_of(key)];
        if (!slot.used) {
            slot = {.key = key, .value = {}, .used = true};
            ++m_count;
        }
        return slot.value;
    }
    /// Null where there is none.
    [[nodiscard]] const Value* find(std::uint64_t key) const noexcept {
        if (m_count == 0) return nullptr;
        const auto& slot = m_slots[place_of(key)];
        return slot.used ? &slot.value : nullptr;
    }
    [[nodiscard]] bool contains(std::uint64_t key) const noexcept { return find(key) != nullptr; }
    [[nodiscard]] bool empty() const noexcept { return m_count == 0; }

private:
    struct Slot {
        std::uint64_t key = 0;
        Value value{};
        bool used = false;
    };

    /// The slot that has the key, or the free one that would take it.
    [[nodiscard]] std::size_t place_of(std::uint64_t key) const noexcept {
        constexpr std::uint64_t golden = 0x9E37'79B9'7F4A'7C15U; // Knuth's multiplicative hashing: the high bits are the good ones
        const auto mask = m_slots.size() - 1;
        auto place = static_cast<std::size_t>((key * golden) >> 32U) & mask;
        while (m_slots[place].used && m_slots[place].key != key) place = (place + 1) & mask;
        return place;
    }
    void grow() {
        const auto old = std::exchange(m_slots, std::vector<Slot>(m_slots.empty() ? 64 : 2 * m_slots.size()));
        for (const auto& slot : old) {
            if (slot.used) m_slots[place_of(slot.key)] = slot;
        }
    }

    std::vector<Slot> m_slots; ///< a power of two
    std::size_t m_count = 0;
};

} // namespace dateline
