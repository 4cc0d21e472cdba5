// SPDX-License-Identifier: MIT
//
// What the tables of names (data/knowledge) say of a single word: evidence for the network, which weighs it against the context.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace dateline::network {

enum class WordList : std::uint8_t { country, people, city, part_of_city, given_name, organisation, organisation_word, office_holder };
inline constexpr std::size_t word_list_count = 8;

/// Immutable; one instance serves all threads.
class WordLists {
public:
    /// Of the tables built into the program.
    static const WordLists& built_in();

    /// The lists that have the word, a bit each; `key` is in lower case. No allocation.
    [[nodiscard]] std::uint32_t find(std::string_view key) const noexcept;

private:
    void add(std::string_view word, WordList list);
    void grow();
    [[nodiscard]] std::uint64_t& place(std::uint64_t tag) noexcept;

    /// Open addressing; a place holds a tag of 56 bits, the word's hash, over its lists, and is 0 where it is free.
    /// Two words of one tag would share their lists: among 10^5 words that has a chance of 10^-7, and costs a piece of evidence.
    std::vector<std::uint64_t> m_places;
    std::size_t m_words = 0;
};

} // namespace dateline::network
