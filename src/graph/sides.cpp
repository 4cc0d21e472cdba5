// SPDX-License-Identifier: MIT
#include "sides.hpp"

#include <algorithm>
#include <string>
#include <unordered_map>

#include <dateline/text/fold.hpp>

namespace dateline {
namespace {

/// Likeness of actors, in tenths (sums of whole numbers do not depend on their order).
namespace tenths {
constexpr unsigned same = 10;
constexpr unsigned same_name = 9;   ///< "Rubio", "Marco Rubio"
constexpr unsigned same_office = 9; ///< the minister by office and by name
constexpr unsigned same_state = 6;  ///< "Washington", the Secretary of State
constexpr unsigned unknown = 5;     ///< nothing speaks for or against: another kind of actor, or a vague group
constexpr unsigned other = 0;
} // namespace tenths

/// Sides that agree less are others. An act without direction has both sides in one list: two that share one of two actors are not
/// the same meeting.
constexpr double same_enough = 0.5;
constexpr double same_enough_together = 0.6;

void sort_unique(std::vector<std::uint32_t>& numbers) {
    std::ranges::sort(numbers);
    numbers.erase(std::unique(numbers.begin(), numbers.end()), numbers.end());
}

void unite(std::vector<std::uint32_t>& into, const std::vector<std::uint32_t>& from) {
    into.insert(into.end(), from.begin(), from.end());
    sort_unique(into);
}

} // namespace

std::vector<std::uint32_t> Sides::together() const {
    auto all = sources;
    unite(all, targets);
    return all;
}

void Sides::add(const Sides& other) {
    unite(sources, other.sources);
    unite(targets, other.targets);
    directed &= other.directed;
}

Acquaintance::Acquaintance(const ReportTable& table) : m_table{table}, m_names(table.actors.size()) {
    std::unordered_map<std::string, std::uint32_t> words;
    for (std::uint32_t actor = 0; actor < m_names.size(); ++actor) {
        const auto name = slug(table.strings[table.actors[actor].name]);
        for (std::size_t begin = 0; begin < name.size();) {
            const auto end = std::min(name.find('-', begin), name.size());
            if (end - begin > 1) m_names[actor].push_back(words.try_emplace(name.substr(begin, end - begin), static_cast<std::uint32_t>(words.size())).first->second);
            begin = end + 1;
        }
        sort_unique(m_names[actor]);
    }
}

Sides Acquaintance::sides_of(const EventRow& row, bool directed) const {
    Sides sides;
    sides.directed = directed;
    for (const auto& [actor, role] : m_table.participants_of(row)) {
        (role == Role::target ? sides.targets : sides.sources).push_back(actor);
        if (role == Role::participant) sides.directed = false;
    }
    sort_unique(sides.sources);
    sort_unique(sides.targets);
    return sides;
}

bool Acquaintance::names_contained(std::uint32_t a, std::uint32_t b) const {
    const auto& fewer = m_names[a].size() <= m_names[b].size() ? m_names[a] : m_names[b];
    const auto& more = m_names[a].size() <= m_names[b].size() ? m_names[b] : m_names[a];
    const bool enough = m_table.actors[a].kind == ActorKind::person ? !fewer.empty() : fewer.size() > 1;
    return enough && std::ranges::includes(more, fewer);
}

unsigned Acquaintance::likeness(std::uint32_t a, std::uint32_t b) const {
    const auto& one = m_table.actors[a];
    const auto& two = m_table.actors[b];
    if (one.id == two.id || (one.wikidata != StringPool::empty && one.wikidata == two.wikidata)) return tenths::same;
    const bool both_placed = one.country != StringPool::empty && two.country != StringPool::empty;
    if (both_placed && one.country != two.country) return tenths::other;
    if (one.kind == two.kind) {
        if (names_contained(a, b)) return tenths::same_name;
        return one.kind == ActorKind::place ? tenths::unknown : tenths::other;
    }
    if (!both_placed) return tenths::unknown;
    if (one.office != StringPool::empty && two.office != StringPool::empty) return one.office == two.office ? tenths::same_office : tenths::other;
    const auto stands_for_state = [](ActorKind kind) { return kind == ActorKind::country || kind == ActorKind::office; };
    return stands_for_state(one.kind) || stands_for_state(two.kind) ? tenths::same_state : tenths::unknown;
}

bool Acquaintance::share_person(const std::vector<std::uint32_t>& a, const std::vector<std::uint32_t>& b) const {
    const auto is_person = [&](std::uint32_t actor) { return m_table.actors[actor].kind == ActorKind::person; };
    return std::ranges::any_of(a, [&](auto one) {
        return is_person(one) && std::ranges::any_of(b, [&](auto other) { return is_person(other) && likeness(one, other) >= tenths::same_name; });
    });
}

/// The share of the fewer that is found among the more, both not empty.
double Acquaintance::shared(const std::vector<std::uint32_t>& a, const std::vector<std::uint32_t>& b) const {
    const auto& fewer = a.size() <= b.size() ? a : b;
    const auto& more = a.size() <= b.size() ? b : a;
    unsigned sum = 0;
    for (const auto one : fewer) {
        unsigned best = 0;
        for (const auto other : more) best = std::max(best, likeness(one, other));
        sum += best;
    }
    return sum / (10.0 * static_cast<double>(fewer.size()));
}

std::optional<double> Acquaintance::agreement(const Sides& a, const Sides& b) const {
    const auto known = [](double share) { return std::max(0.0, 2 * (share - 0.5)); };
    if (!a.directed || !b.directed) {
        const auto all = a.together();
        const auto others = b.together();
        if (all.empty() || others.empty()) return 0;
        const auto share = shared(all, others);
        const auto sides = std::min({all.size(), others.size(), std::size_t{2}});
        if (share < (sides > 1 ? same_enough_together : same_enough)) return std::nullopt;
        return known(share) * static_cast<double>(sides);
    }
    double sum = 0;
    for (const auto side : {&Sides::sources, &Sides::targets}) {
        if ((a.*side).empty() || (b.*side).empty()) continue;
        const auto share = shared(a.*side, b.*side);
        if (share < same_enough) return std::nullopt;
        sum += known(share);
    }
    return sum;
}

} // namespace dateline
