// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace dateline {

/// Keeps each different string once and gives it a number. Views stay valid as long as the pool.
class StringPool {
public:
    using Number = std::uint32_t;
    static constexpr Number empty = 0; ///< the number of the empty string

    StringPool();
    StringPool(const StringPool& other);
    StringPool& operator=(const StringPool&) = delete;

    Number intern(std::string_view text);
    [[nodiscard]] std::string_view operator[](Number number) const noexcept { return m_views[number]; }
    [[nodiscard]] std::string str(Number number) const { return std::string{m_views[number]}; }
    [[nodiscard]] std::size_t size() const noexcept { return m_views.size(); }

private:
    [[nodiscard]] std::size_t slot_of(std::string_view text) const noexcept;
    [[nodiscard]] std::string_view keep(std::string_view text);
    void grow();

    std::vector<std::unique_ptr<char[]>> m_blocks;
    std::size_t m_free = 0;             ///< bytes left in the last block
    char* m_next = nullptr;
    std::vector<std::string_view> m_views;
    std::vector<std::uint32_t> m_slots; ///< open addressing, linear probing; number + 1, or 0
};

} // namespace dateline
