// SPDX-License-Identifier: MIT
#include "holders.hpp"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include <dateline/text/fold.hpp>
#include <dateline/text/hash.hpp>

namespace dateline::actors {
namespace {

/// A surname alone may still be a former leader's for so long.
constexpr int recent_years = 2;

/// Columns of office_holders.tsv.
namespace column {
constexpr std::uint32_t key = 0, name = 1, office = 2, of = 3, from = 4, until = 5, sector = 6, wikidata = 7;
} // namespace column

std::uint64_t office_key(std::string_view office, std::string_view of) { return stable_hash(of, stable_hash(office)); }

/// The same day so many years earlier, as text; 29 February stays what it is, which compares well enough.
std::string years_before(std::string_view day, int years) {
    if (day.size() < 10) return {};
    int year = 0;
    for (const char c : day.substr(0, 4)) year = year * 10 + (c - '0');
    return fmt::format("{:04}{}", year - years, day.substr(4));
}

/// Every word of the title is one of the office: "Secretary Rubio", "Minister Lavrov".
bool shortens(std::string_view title, std::string_view office) noexcept {
    for (std::size_t at = 0; at < title.size();) {
        const auto end = std::min(title.find(' ', at), title.size());
        if (fmt::format(" {} ", office).find(fmt::format(" {} ", title.substr(at, end - at))) == std::string::npos) return false;
        at = end + 1;
    }
    return !title.empty();
}

} // namespace

std::string Holding::person_id() const { return id.empty() ? fmt::format("person:{}", slug(name)) : std::string{id}; }

Holders::Holders(const Knowledge& knowledge, const Knowledge* user) : m_classes{knowledge.table("office_classes")} {
    if (user) add_users(user->table("people"));
    add_ours(knowledge.table("office_holders"));
    const auto by_key = [](const Place& a, const Place& b) { return std::pair{a.key, a.holding} < std::pair{b.key, b.holding}; };
    std::ranges::sort(m_by_name, by_key);
    std::ranges::sort(m_by_office, by_key);
}

void Holders::add(std::string_view key, const Holding& holding) {
    m_by_name.push_back({stable_hash(key), static_cast<std::uint32_t>(m_holdings.size())});
    const auto same = [](const Holding& a, const Holding& b) { return a.name == b.name && a.office == b.office && a.of == b.of && a.from == b.from; };
    const bool new_tenure = m_holdings.empty() || !same(m_holdings.back(), holding);
    if (new_tenure && !holding.office.empty()) {
        m_by_office.push_back({office_key(common_office(holding.office), holding.of), static_cast<std::uint32_t>(m_holdings.size())});
    }
    m_holdings.push_back(holding);
}

void Holders::add_ours(const Table& table) {
    const auto rows = m_holdings.size() + table.rows();
    m_holdings.reserve(rows);
    m_by_name.reserve(rows);
    m_by_office.reserve(rows);
    for (std::uint32_t row = 0; row < table.rows(); ++row) {
        const auto cell = [&](std::uint32_t column) { return table.cell(row, column); };
        add(cell(column::key), {.name = cell(column::name),
                                .id = {},
                                .office = cell(column::office),
                                .of = cell(column::of),
                                .from = cell(column::from),
                                .until = cell(column::until),
                                .sector = cell(column::sector),
                                .wikidata = cell(column::wikidata)});
    }
}

void Holders::add_users(const Table& people) {
    for (std::uint32_t row = 0; row < people.rows(); ++row) {
        const auto cell = [&](std::uint32_t column) { return people.cell(row, column); };
        add(cell(0), {.name = cell(1), .id = cell(2), .office = cell(3), .of = cell(4), .from = cell(5), .until = cell(6), .sector = cell(7), .wikidata = cell(8)});
    }
}

std::span<const Holders::Place> Holders::find(const std::vector<Place>& places, std::uint64_t key) {
    const auto range = std::ranges::equal_range(places, key, {}, &Place::key);
    return {range.begin(), range.end()};
}

std::string_view Holders::common_office(std::string_view office) const {
    const auto rows = m_classes.find(office);
    return rows.empty() ? office : m_classes.cell(rows.front(), 1);
}

bool Holders::heads_state(std::string_view office) noexcept {
    return office == "president" || office == "prime minister" || office == "supreme leader" || office == "leader";
}

Tenure Holders::tenure(const Holding& holding, std::string_view day) noexcept {
    if (day.empty()) return holding.until.empty() ? Tenure::now : Tenure::past;
    if (holding.from > day) return Tenure::future;
    return holding.until.empty() || day < holding.until ? Tenure::now : Tenure::past;
}

const Holding* Holders::by_name(std::string_view name, const Question& question) const {
    const Holding* best = nullptr;
    const auto better = [&](const Holding& one, const Holding& other) {
        if (one.id.empty() != other.id.empty()) return !one.id.empty(); // a user's word
        const auto a = tenure(one, question.day), b = tenure(other, question.day);
        if (a != b) return a == Tenure::now || (a == Tenure::past && b == Tenure::future);
        return a == Tenure::future ? one.from < other.from : one.from > other.from;
    };
    for (const auto& place : find(m_by_name, stable_hash(name))) {
        const auto& holding = m_holdings[place.holding];
        if (!question.of.empty() && !holding.of.empty() && question.of != holding.of) continue;
        if (!best || better(holding, *best)) best = &holding;
    }
    return best;
}

const Holding* Holders::by_surname(std::string_view surname, const Question& question) const {
    const auto lately = years_before(question.day, recent_years);
    const auto office = common_office(question.office);
    const Holding* best = nullptr;
    const auto bears = [&](const Holding& holding) { // the title
        return office == common_office(holding.office) || (shortens(question.office, holding.office) && !shortens("deputy", holding.office)) ||
               question.office == holding.office;
    };
    for (const auto& place : find(m_by_name, stable_hash(surname))) {
        const auto& holding = m_holdings[place.holding];
        const auto held = common_office(holding.office);
        if (office.empty() ? !heads_state(held) && holding.id.empty() : !bears(holding)) continue;
        const auto when = tenure(holding, question.day);
        const bool just_left = when == Tenure::past && !lately.empty() && holding.until >= lately && (office.empty() || question.former);
        if (when != Tenure::now && !just_left) continue;
        if (!question.of.empty() && !holding.of.empty() && question.of != holding.of) continue;
        if (best && best->name != holding.name) {
            if (tenure(*best, question.day) == when) return nullptr; // two could be meant
            if (tenure(*best, question.day) == Tenure::now) continue;
        }
        if (!best || tenure(*best, question.day) != Tenure::now) best = &holding;
    }
    return best;
}

const Holding* Holders::by_office(std::string_view office, std::string_view of, std::string_view day) const {
    if (office.empty() || of.empty() || day.empty()) return nullptr;
    const Holding* best = nullptr;
    for (const auto& place : find(m_by_office, office_key(common_office(office), of))) {
        const auto& holding = m_holdings[place.holding];
        if (tenure(holding, day) != Tenure::now) continue;
        const bool exact = holding.office == office; // Germany's chancellor is its prime minister only where it has none
        const bool user_knows = best && !best->id.empty() && holding.id.empty();
        if (user_knows) continue;
        if (best && best->name != holding.name && exact == (best->office == office)) return nullptr;
        if (!best || exact) best = &holding;
    }
    return best;
}

} // namespace dateline::actors
