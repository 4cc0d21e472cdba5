// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstddef>
#include <string_view>

namespace dateline {

/// A word in lower case (ASCII letters only) on the stack, for looking it up in a table without allocation.
/// Longer words than the buffer give the empty key: no table holds them.
class WordKey {
public:
    explicit WordKey(std::string_view word) noexcept {
        if (word.size() > m_bytes.size()) return;
        for (const char c : word) {
            const auto upper = c >= 'A' && c <= 'Z';
            m_bytes[m_size++] = upper ? static_cast<char>(c - 'A' + 'a') : c;
        }
    }

    [[nodiscard]] std::string_view view() const noexcept { return {m_bytes.data(), m_size}; }

    /// The same with an upper case first letter.
    [[nodiscard]] WordKey capitalised() const noexcept {
        auto copy = *this;
        if (m_size > 0 && m_bytes[0] >= 'a' && m_bytes[0] <= 'z') copy.m_bytes[0] = static_cast<char>(m_bytes[0] - 'a' + 'A');
        return copy;
    }

private:
    std::array<char, 32> m_bytes{};
    std::size_t m_size = 0;
};

} // namespace dateline
