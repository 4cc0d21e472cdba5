// SPDX-License-Identifier: MIT
#include "word_lists.hpp"

#include <algorithm>

#include <dateline/knowledge/table.hpp>

namespace dateline::network {
namespace {

constexpr std::size_t shortest_part = 3; // of a city's name: "el" and "la" say nothing

/// Calls `use(key, row)` for each row.
template <class Use>
void for_each_row(const Table& table, const Use& use) {
    for (std::uint32_t row = 0; row < table.rows(); ++row) use(table.cell(row, 0), row);
}

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
        made.m_lists.reserve(std::size_t{1} << 16U);
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
    m_lists[word] |= static_cast<std::uint8_t>(1U << static_cast<unsigned>(list));
}

std::uint32_t WordLists::find(std::string_view key) const noexcept {
    const auto found = m_lists.find(key);
    return found == m_lists.end() ? 0U : found->second;
}

} // namespace dateline::network
