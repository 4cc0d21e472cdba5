// SPDX-License-Identifier: MIT
#include "string_pool.hpp"

#include <algorithm>

#include <dateline/text/hash.hpp>

namespace dateline {
namespace {

constexpr std::size_t block_bytes = 1U << 20U;

} // namespace

StringPool::StringPool() : m_slots(64) { intern({}); }

StringPool::StringPool(const StringPool& other) : StringPool{} {
    for (const auto view : other.m_views) intern(view);
}

StringPool::Number StringPool::intern(std::string_view text) {
    auto slot = slot_of(text);
    if (m_slots[slot] != 0) return m_slots[slot] - 1;
    if ((m_views.size() + 1) * 3 > m_slots.size() * 2) {
        grow();
        slot = slot_of(text);
    }
    const auto number = static_cast<Number>(m_views.size());
    m_views.push_back(keep(text));
    m_slots[slot] = number + 1;
    return number;
}

std::size_t StringPool::slot_of(std::string_view text) const noexcept {
    const auto mask = m_slots.size() - 1;
    auto slot = mix(stable_hash(text)) & mask;
    while (m_slots[slot] != 0 && m_views[m_slots[slot] - 1] != text) slot = (slot + 1) & mask;
    return slot;
}

std::string_view StringPool::keep(std::string_view text) {
    if (text.empty()) return {};
    if (text.size() > m_free) {
        m_free = std::max(block_bytes, text.size());
        m_blocks.push_back(std::make_unique<char[]>(m_free));
        m_next = m_blocks.back().get();
    }
    const auto* const start = m_next;
    m_next = std::ranges::copy(text, m_next).out;
    m_free -= text.size();
    return {start, text.size()};
}

void StringPool::grow() {
    m_slots.assign(m_slots.size() * 2, 0);
    for (std::uint32_t number = 0; number < m_views.size(); ++number) m_slots[slot_of(m_views[number])] = number + 1;
}

} // namespace dateline
