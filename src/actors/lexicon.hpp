// SPDX-License-Identifier: MIT
//
// All names and words of the tables under one roof: from a token on, the longest phrase that a table knows.
//
// A key is folded letters and digits only, run together ("cotedivoire"), so that "Cote d'Ivoire", "COTE D'IVOIRE" and
// "Côte-d’Ivoire" meet however they were cut into tokens. Keys are kept as 64-bit hashes that grow token by token (FNV-1a can be
// carried on), and every beginning of a key that ends at a word is kept as well: a look-up stops at the first token that no key goes
// on with, and most tokens stop at once. Two phrases of one hash would be one entry; among 10^5 keys that has a chance of 10^-9, and
// an article made to hit it gains a wrong name in itself.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include <dateline/knowledge/table.hpp>

#include "words.hpp"

namespace dateline::actors {

/// What a phrase of a table is used as; where it is several, the first that fits wins.
enum class Use : std::uint8_t {
    country, demonym, person_of, people_of, capital, seat, region, organisation, holder, city, // names; city: subdivisions too
    office, rank, honorific, person, force, body, organ, land,                                 // roles.tsv
    portfolio, organisation_word,                                                              // tables of their own
    locative, directional, link, count, article, conjunction, former, acting, particle, suffix, pronoun, weekday, sector, // actor_words.tsv
    beginning // of longer phrases only: no use of its own
};
[[nodiscard]] constexpr bool is_name(Use use) noexcept { return use <= Use::city; }
[[nodiscard]] constexpr bool is_role(Use use) noexcept { return use >= Use::office && use <= Use::land; }

struct Entry {
    std::uint64_t key = 0;
    std::uint32_t row = 0; ///< of the table it comes from
    std::uint8_t table = 0;
    Use use = Use::country;
    bool acronym : 1 = false; ///< counts only when written in capitals
    bool word : 1 = false;    ///< an acronym that is a word too: counts only among words that are not in capitals
    bool users : 1 = false;   ///< from a user's dictionary: wins
};

/// A phrase of the tables in the text.
struct Match {
    const Entry* entry = nullptr; ///< null where there is none
    std::uint32_t end = 0;        ///< token after the phrase
};

/// The columns of the tables, in their order.
namespace column {
inline constexpr std::uint32_t country_iso3 = 1, country_from = 3, country_to = 4;
inline constexpr std::uint32_t organisation_id = 1, organisation_name = 2, organisation_country = 3, organisation_sector = 4;
inline constexpr std::uint32_t region_name = 1, region_members = 2;
inline constexpr std::uint32_t city_name = 1, city_iso3 = 2;
inline constexpr std::uint32_t role_name = 1, role_sector = 3, role_gender = 4, role_number = 5;
inline constexpr std::uint32_t portfolio_name = 1;
inline constexpr std::uint32_t organisation_word_side = 1, organisation_word_sector = 2;
inline constexpr std::uint32_t word_value = 2;
} // namespace column

class Lexicon {
public:
    /// `user`: the tables of a dictionary, or nothing.
    Lexicon(const Knowledge& knowledge, const Knowledge* user);

    /// The longest phrase from `t` on, not beyond `end`, of which `accept(entry, phrase_end)` takes an entry.
    template <class Accept>
    [[nodiscard]] Match longest(const Words& words, std::uint32_t t, std::uint32_t end, Accept accept) const;

    /// The country that a name as it stands is or lies in, by alpha-3; empty where no table has it.
    [[nodiscard]] std::string_view country_of_place(std::string_view name) const;

    /// The country of a name that the text shows to be a place's, by its key; empty where no table has it.
    [[nodiscard]] std::string_view country_of_town(std::string_view key) const;

    /// The country, people or capital whose name has two letters the other way round: "Isreal", "Kazahks".
    [[nodiscard]] const Entry* with_letters_swapped(std::string_view key) const;

    /// Whether a country has one such organ: "parliament".
    [[nodiscard]] bool is_sole(std::string_view organ) const { return !m_sole_organs.find(organ).empty(); }

    /// Whether a verb reports what its subject says ("said", "indicated"), by its lemma.
    [[nodiscard]] bool reports(std::string_view verb) const;

    /// Whether an office only stands in for another: "deputy prime minister".
    [[nodiscard]] bool is_deputy(std::string_view office) const;

    /// Whether one person at a time holds the office that a role is, with its field or without.
    [[nodiscard]] bool held_by_one(std::string_view role, bool with_field) const;

    [[nodiscard]] std::string_view cell(const Entry& entry, std::uint32_t column) const { return m_tables[entry.table].cell(entry.row, column); }

private:
    [[nodiscard]] std::span<const Entry> find(std::uint64_t key) const noexcept;
    [[nodiscard]] std::size_t bucket(std::uint64_t key) const noexcept;
    template <class UseOf>
    void add_table(const Table& table, UseOf use_of, std::string_view form_column = {});
    void index();

    void add_user(const Knowledge& user);
    std::vector<Table> m_tables;
    Table m_operators;
    Table m_words;
    Table m_tenure_offices;
    Table m_sole_organs;
    Table m_towns;
    std::vector<Entry> m_entries;         ///< by bucket, key, then use
    std::vector<std::uint32_t> m_buckets; ///< where each begins, and where the last ends; a power of two and one
};

/// The hash of a key's letters and digits, carried on from `hash`.
[[nodiscard]] std::uint64_t extend(std::uint64_t hash, std::string_view letters) noexcept;
inline constexpr std::uint64_t empty_key = 0xCBF2'9CE4'8422'2325U;

template <class Accept>
Match Lexicon::longest(const Words& words, std::uint32_t t, std::uint32_t end, Accept accept) const {
    Match best;
    auto key = empty_key;
    for (auto last = t; last < end; ++last) {
        if (words.key(last).empty()) {
            if (last == t || !words.joint(last)) break;
            continue;
        }
        key = extend(key, words.key(last));
        const auto found = find(key);
        if (found.empty()) break;
        const bool owns = words.possessive(last) && last != t; // "the Shah's loan" is not of shahs, but "McDonald's" is a name
        for (const auto& entry : found) {
            if (entry.use == Use::beginning) break;
            if ((owns && entry.use != Use::organisation) || !accept(entry, last + 1)) continue;
            best = {&entry, last + 1};
            break;
        }
    }
    return best;
}

} // namespace dateline::actors
