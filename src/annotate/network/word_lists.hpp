// SPDX-License-Identifier: MIT
//
// What the tables of names (data/knowledge) say of a single word: evidence for the network, which weighs it against the context.
#pragma once

#include <cstdint>
#include <string_view>
#include <unordered_map>

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

    std::unordered_map<std::string_view, std::uint8_t> m_lists; ///< words are views into the tables
};

} // namespace dateline::network
