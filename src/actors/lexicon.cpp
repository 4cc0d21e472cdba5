// SPDX-License-Identifier: MIT
#include "lexicon.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <numeric>
#include <optional>
#include <ranges>
#include <tuple>
#include <utility>

#include <dateline/text/fold.hpp>
#include <dateline/text/hash.hpp>

namespace dateline::actors {
namespace {

constexpr std::size_t usual_entries = std::size_t{1} << 16U; // somewhat more than our tables give: one allocation

using UseNames = std::span<const std::pair<std::string_view, Use>>;

constexpr std::array country_uses{
    std::pair{std::string_view{"name"}, Use::country},    std::pair{std::string_view{"acronym"}, Use::country},
    std::pair{std::string_view{"word"}, Use::country},
    std::pair{std::string_view{"demonym"}, Use::demonym}, std::pair{std::string_view{"person"}, Use::person_of},
    std::pair{std::string_view{"people"}, Use::people_of}, std::pair{std::string_view{"capital"}, Use::capital},
    std::pair{std::string_view{"seat"}, Use::seat}};
constexpr std::array role_uses{
    std::pair{std::string_view{"office"}, Use::office},   std::pair{std::string_view{"rank"}, Use::rank},
    std::pair{std::string_view{"honorific"}, Use::honorific}, std::pair{std::string_view{"person"}, Use::person},
    std::pair{std::string_view{"force"}, Use::force},     std::pair{std::string_view{"body"}, Use::body},
    std::pair{std::string_view{"organ"}, Use::organ},     std::pair{std::string_view{"land"}, Use::land}};
constexpr std::array word_uses{
    std::pair{std::string_view{"sector"}, Use::sector},
    std::pair{std::string_view{"locative"}, Use::locative}, std::pair{std::string_view{"directional"}, Use::directional},
    std::pair{std::string_view{"link"}, Use::link},         std::pair{std::string_view{"count"}, Use::count},
    std::pair{std::string_view{"article"}, Use::article},   std::pair{std::string_view{"and"}, Use::conjunction},
    std::pair{std::string_view{"former"}, Use::former},     std::pair{std::string_view{"acting"}, Use::acting},
    std::pair{std::string_view{"particle"}, Use::particle}, std::pair{std::string_view{"suffix"}, Use::suffix},
    std::pair{std::string_view{"pronoun"}, Use::pronoun},   std::pair{std::string_view{"weekday"}, Use::weekday}};

std::optional<Use> use_named(UseNames names, std::string_view name) noexcept {
    for (const auto& [known, use] : names) {
        if (known == name) return use;
    }
    return std::nullopt;
}

} // namespace

std::uint64_t extend(std::uint64_t hash, std::string_view letters) noexcept { return stable_hash(letters, hash); }

/// Columns of event_operators.tsv.
namespace operators {
constexpr std::uint32_t pos = 1;
constexpr std::uint32_t effect = 2;
} // namespace operators

bool Lexicon::reports(std::string_view verb) const {
    return std::ranges::any_of(m_operators.find(verb), [&](std::uint32_t row) {
        return m_operators.cell(row, operators::pos) == "v" && m_operators.cell(row, operators::effect) == "report";
    });
}

std::string_view Lexicon::country_of_place(std::string_view name) const {
    auto key = empty_key;
    for (const char c : slug(name)) { // folded words with hyphens between
        if (c != '-') key = extend(key, std::string_view{&c, 1});
    }
    for (const auto& entry : find(key)) {
        if (entry.use == Use::city) return cell(entry, column::city_iso3);
        if (entry.use == Use::country || entry.use == Use::capital) return cell(entry, column::country_iso3);
    }
    return {};
}

std::string_view Lexicon::country_of_town(std::string_view key) const {
    const auto rows = m_towns.find(key);
    return rows.empty() ? std::string_view{} : m_towns.cell(rows.front(), 1);
}

const Entry* Lexicon::with_letters_swapped(std::string_view key) const {
    constexpr std::size_t shortest = 5; // shorter words are too often another
    if (key.size() < shortest) return nullptr;
    auto before = extend(empty_key, key.substr(0, 1)); // the first letter stays: it is seldom wrong
    for (std::size_t i = 1; i + 1 < key.size(); ++i) {
        if (key[i] != key[i + 1]) {
            const auto swapped = extend(extend(before, key.substr(i + 1, 1)), key.substr(i, 1));
            for (const auto& entry : find(extend(swapped, key.substr(i + 2)))) {
                if (entry.use <= Use::capital && !entry.acronym) return &entry;
            }
        }
        before = extend(before, key.substr(i, 1));
    }
    return nullptr;
}

bool Lexicon::is_deputy(std::string_view office) const {
    const auto first = office.substr(0, office.find(' '));
    return std::ranges::any_of(m_words.find(first), [&](std::uint32_t row) { return m_words.cell(row, 1) == "deputy"; });
}

bool Lexicon::held_by_one(std::string_view role, bool with_field) const {
    const auto rows = m_tenure_offices.find(role);
    return !rows.empty() && (with_field || m_tenure_offices.cell(rows.front(), 1) == "no");
}

void Lexicon::add_user(const Knowledge& user) {
    add_table(user.table("people"), [](std::uint32_t) { return Use::holder; });
    add_table(user.table("organisations"), [](std::uint32_t) { return Use::organisation; });
    add_table(user.table("country_names"), [](std::uint32_t) { return Use::country; });
    for (auto& entry : m_entries) entry.users = true;
}

Lexicon::Lexicon(const Knowledge& knowledge, const Knowledge* user)
    : m_operators{knowledge.table("event_operators")}, m_words{knowledge.table("actor_words")}, m_tenure_offices{knowledge.table("tenure_offices")},
      m_sole_organs{knowledge.table("sole_organs")}, m_towns{knowledge.table("towns")} {
    m_entries.reserve(usual_entries);
    if (user) add_user(*user);
    for (const auto name : {"country_aliases", "country_names"}) { // what held for a time comes before what holds
        const auto table = knowledge.table(name);
        const auto use = table.column("use");
        add_table(table, [&](std::uint32_t row) { return use_named(country_uses, table.cell(row, use)); }, "use");
    }
    for (const auto name : {"organisations", "state_bodies"}) {
        add_table(knowledge.table(name), [](std::uint32_t) { return Use::organisation; }, "form");
    }
    add_table(knowledge.table("regions"), [](std::uint32_t) { return Use::region; });
    const auto holders = knowledge.table("office_holders");
    const auto in_full = [&](std::uint32_t row) { // a surname alone is too often somebody else's: the cast decides
        return holders.cell(row, 0).find(' ') == std::string_view::npos ? std::nullopt : std::optional{Use::holder};
    };
    add_table(holders, in_full);
    for (const auto name : {"cities", "subdivisions"}) add_table(knowledge.table(name), [](std::uint32_t) { return Use::city; });
    add_table(knowledge.table("portfolios"), [](std::uint32_t) { return Use::portfolio; });
    add_table(knowledge.table("organisation_words"), [](std::uint32_t) { return Use::organisation_word; });
    const auto roles = knowledge.table("roles");
    add_table(roles, [&, kind = roles.column("kind")](std::uint32_t row) { return use_named(role_uses, roles.cell(row, kind)); });
    add_table(m_words, [&, use = m_words.column("use")](std::uint32_t row) { return use_named(word_uses, m_words.cell(row, use)); });
    index();
}

/// `form_column` tells acronyms from names; a table without one has none.
template <class UseOf>
void Lexicon::add_table(const Table& table, UseOf use_of, std::string_view form_column) {
    m_tables.push_back(table);
    const auto form = form_column.empty() ? 0 : table.column(form_column);
    for (std::uint32_t row = 0; row < table.rows(); ++row) {
        const std::optional<Use> use = use_of(row);
        if (!use) continue;
        auto hash = empty_key;
        const auto key = table.cell(row, 0);
        for (std::size_t at = 0; at < key.size();) {
            const auto space = std::min(key.find(' ', at), key.size());
            hash = extend(hash, key.substr(at, space - at));
            at = space + 1;
            if (at < key.size()) m_entries.push_back({.key = hash, .use = Use::beginning});
        }
        const auto written = form_column.empty() ? std::string_view{} : table.cell(row, form);
        const bool word = written == "word";
        m_entries.push_back({.key = hash, .row = row, .table = static_cast<std::uint8_t>(m_tables.size() - 1), .use = *use,
                             .acronym = word || written == "acronym", .word = word});
    }
}

/// Sorts by bucket in two passes, and only within the buckets, which are short, by comparing: it is done whenever the program starts.
void Lexicon::index() {
    m_buckets.assign(std::bit_ceil(m_entries.size() + 1) + 1, 0);
    for (const auto& entry : m_entries) ++m_buckets[bucket(entry.key)];
    std::partial_sum(m_buckets.begin(), m_buckets.end(), m_buckets.begin()); // where each ends; the filling makes it where it begins
    std::vector<Entry> placed(m_entries.size());
    for (const auto& entry : m_entries | std::views::reverse) placed[--m_buckets[bucket(entry.key)]] = entry;
    m_entries.clear();
    for (std::size_t b = 0; b + 1 < m_buckets.size(); ++b) {
        const std::span in_bucket{placed.data() + m_buckets[b], placed.data() + m_buckets[b + 1]};
        std::ranges::sort(in_bucket, {}, [](const Entry& e) { return std::tuple{e.key, !e.users, e.use, e.table, e.row}; });
        m_buckets[b] = static_cast<std::uint32_t>(m_entries.size());
        for (const auto& entry : in_bucket) { // that a phrase begins longer ones need not be said twice
            const bool said = m_entries.size() > m_buckets[b] && m_entries.back().key == entry.key;
            if (entry.use != Use::beginning || !said) m_entries.push_back(entry);
        }
    }
    m_buckets.back() = static_cast<std::uint32_t>(m_entries.size());
}

std::size_t Lexicon::bucket(std::uint64_t key) const noexcept { return mix(key) & (m_buckets.size() - 2); }

std::span<const Entry> Lexicon::find(std::uint64_t key) const noexcept {
    const auto b = bucket(key);
    const std::span in_bucket{m_entries.data() + m_buckets[b], m_entries.data() + m_buckets[b + 1]};
    const auto first = std::ranges::find(in_bucket, key, &Entry::key);
    return {first, std::ranges::find_if(first, in_bucket.end(), [key](const Entry& e) { return e.key != key; })};
}

} // namespace dateline::actors
