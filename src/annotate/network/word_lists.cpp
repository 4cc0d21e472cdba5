// SPDX-License-Identifier: MIT
#include "word_lists.hpp"

#include <algorithm>
#include <utility>

#include <dateline/knowledge/table.hpp>
#include <dateline/text/hash.hpp>

namespace dateline::network {
namespace {

constexpr std::size_t shortest_part = 3; // of a city's name: "el" and "la" say nothing

/// Calls `use(key, row)` for each row.
template <class Use>
void for_each_row(const Table& table, const Use& use) {
    for (std::uint32_t row = 0; row < table.rows(); ++row) use(table.cell(row, 0), row);
}

/// Room for the words of our tables, so that it need not grow; a power of two.
constexpr std::size_t least_places = std::size_t{1} << 17U;

std::uint64_t tag_of(std::string_view word) noexcept { return mix(stable_hash(word)) >> word_list_count; }

bool is_one_word(std::string_view key) noexcept { return key.find(' ') == std::string_view::npos; }

} // namespace

const WordLists& WordLists::built_in() {
    static const WordLists lists = [] {
        WordLists made;
        const auto& knowledge = Knowledge::built_in();
        const auto add_words = [&](const char* name, WordList list) {
            for_each_row(knowledge.table(name), [&](std::string_view key, std::uint32_t) {
                if (is_one_word(key)) made.add(key, list);
            });
        };
        add_words("given_names", WordList::given_name);
        add_words("organisations", WordList::organisation);
        add_words("organisation_words", WordList::organisation_word);
        const auto countries = knowledge.table("country_names");
        const auto use = countries.column("use");
        for_each_row(countries, [&](std::string_view key, std::uint32_t row) {
            if (!is_one_word(key)) return;
            const auto kind = countries.cell(row, use);
            made.add(key, kind == "name" ? WordList::country : kind == "capital" ? WordList::city : WordList::people);
        });
        for_each_row(knowledge.table("cities"), [&](std::string_view key, std::uint32_t) {
            if (is_one_word(key)) return made.add(key, WordList::city);
            for (auto rest = key; !rest.empty();) {
                const auto part = rest.substr(0, rest.find(' '));
                if (part.size() >= shortest_part) made.add(part, WordList::part_of_city);
                rest.remove_prefix(std::min(rest.size(), part.size() + 1));
            }
        });
        for_each_row(knowledge.table("office_holders"), [&](std::string_view key, std::uint32_t) {
            made.add(key.substr(key.rfind(' ') + 1), WordList::office_holder);
        });
        return made;
    }();
    return lists;
}

void WordLists::add(std::string_view word, WordList list) {
    if (2 * (m_words + 1) > m_places.size()) grow();
    auto& found = place(tag_of(word));
    if (found == 0) ++m_words;
    found |= tag_of(word) << word_list_count | std::uint64_t{1} << static_cast<unsigned>(list);
}

void WordLists::grow() {
    const auto before = std::exchange(m_places, std::vector<std::uint64_t>(std::max(least_places, 2 * m_places.size())));
    for (const auto entry : before) {
        if (entry != 0) place(entry >> word_list_count) = entry;
    }
}

std::uint64_t& WordLists::place(std::uint64_t tag) noexcept {
    auto at = tag & (m_places.size() - 1);
    while (m_places[at] != 0 && m_places[at] >> word_list_count != tag) at = (at + 1) & (m_places.size() - 1);
    return m_places[at];
}

std::uint32_t WordLists::find(std::string_view key) const noexcept {
    const auto tag = tag_of(key);
    for (auto at = tag & (m_places.size() - 1); m_places[at] != 0; at = (at + 1) & (m_places.size() - 1)) {
        if (m_places[at] >> word_list_count == tag) return m_places[at] & ((1U << word_list_count) - 1);
    }
    return 0;
}

} // namespace dateline::network
