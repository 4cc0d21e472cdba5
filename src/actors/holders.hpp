// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <dateline/core/day.hpp>
#include <dateline/knowledge/table.hpp>

namespace dateline::actors {

/// Who held which office when, one row of office_holders.tsv or of a user's dictionary.
struct Holding {
    std::string_view name;
    std::string_view id;       ///< "person:…" where a dictionary says it; else made of the name
    std::string_view office;   ///< empty: a person without one
    std::string_view of;       ///< ISO 3166-1 alpha-3, or the id of an organisation
    std::string_view from;     ///< first and last day, YYYY-MM-DD; empty: not known, still held
    std::string_view until;
    std::string_view sector;
    std::string_view wikidata;

    /// The country, where the office is a country's.
    [[nodiscard]] std::string_view country() const noexcept { return of.size() == 3 && of.front() < 'a' ? of : std::string_view{}; }
    [[nodiscard]] std::string person_id() const;
};

/// When an office is held, seen from an article's day.
enum class Tenure : std::uint8_t { past, now, future };

/// What is asked of a person's name: the office and country that the text gives it, and the day of the text.
struct Question {
    std::string_view office;
    std::string_view of;
    std::string_view day; ///< YYYY-MM-DD; empty when not known
    bool former = false;
};

/// The office holders that we know, found by name and by office. A user's rows win over ours.
class Holders {
public:
    /// `user`: the tables of a dictionary, or nothing.
    Holders(const Knowledge& knowledge, const Knowledge* user);

    [[nodiscard]] static Tenure tenure(const Holding& holding, std::string_view day) noexcept;

    /// By two or more words, as keys: in office on the day, else the last one before it, else the next.
    [[nodiscard]] const Holding* by_name(std::string_view name, const Question& question) const;
    /// A surname alone is only who heads a state, or did so lately, or who bears the title that stands before it.
    [[nodiscard]] const Holding* by_surname(std::string_view surname, const Question& question) const;
    /// Who holds the office on the day; nothing where the tables do not agree.
    [[nodiscard]] const Holding* by_office(std::string_view office, std::string_view of, std::string_view day) const;
    /// An office under its common name: "foreign secretary" gives "foreign minister".
    [[nodiscard]] std::string_view common_office(std::string_view office) const;
    /// Whether the office, under its common name, is one at the head of a state.
    [[nodiscard]] static bool heads_state(std::string_view office) noexcept;

private:
    struct Place {
        std::uint64_t key = 0;
        std::uint32_t holding = 0;
    };
    void add(std::string_view key, const Holding& holding);
    void add_ours(const Table& table);
    void add_users(const Table& people);
    [[nodiscard]] static std::span<const Place> find(const std::vector<Place>& places, std::uint64_t key);

    Table m_classes;
    std::vector<Holding> m_holdings; ///< the user's, then ours
    std::vector<Place> m_by_name;    ///< sorted by key
    std::vector<Place> m_by_office;  ///< sorted by key
};

} // namespace dateline::actors
