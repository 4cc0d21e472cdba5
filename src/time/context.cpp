// SPDX-License-Identifier: MIT
#include "context.hpp"

namespace dateline::time {
namespace {

/// How far a governing word may stand from its date, in atoms: about a clause.
constexpr std::uint32_t clause_reach = 12;

bool ends_sentence(std::span<const Atom> atoms, std::uint32_t i) noexcept {
    const auto& atom = atoms[i];
    if (atom.is_mark('\n') || atom.is_mark('!') || atom.is_mark('?')) return true;
    return atom.is_mark('.') && (i + 1 == atoms.size() || !atoms[i + 1].glued);
}

/// A story names at least so many bygone years, and so many times more of them than days of the week and the like.
constexpr int fewest_bygone_years = 5;
constexpr int bygone_years_per_deictic = 4;

} // namespace

Direction direction_at(const Match& match, std::span<const Atom> atoms) {
    const auto reach = [&](std::uint32_t distance, std::uint32_t i) { return distance <= clause_reach && !ends_sentence(atoms, i); };
    for (std::uint32_t d = 1; d <= match.begin && reach(d, match.begin - d); ++d) {
        if (atoms[match.begin - d].is(WordClass::future_cue)) return Direction::future;
        if (atoms[match.begin - d].is(WordClass::past_cue)) return Direction::past;
    }
    for (std::uint32_t d = 0; match.end + d < atoms.size() && reach(d, match.end + d); ++d) {
        if (atoms[match.end + d].is(WordClass::future_cue)) return Direction::future;
        if (atoms[match.end + d].is(WordClass::past_cue)) return Direction::past;
    }
    return Direction::nearest;
}

DateOrder date_order(std::span<const Atom> atoms, const Article& article) {
    int day_first = 0;
    int month_first = 0;
    for (std::size_t i = 0; i + 4 < atoms.size(); ++i) {
        const auto& first = atoms[i];
        const auto& second = atoms[i + 2];
        if (first.kind != Atom::Kind::digits || !atoms[i + 1].is_mark('/') || second.kind != Atom::Kind::digits || !atoms[i + 3].is_mark('/')) continue;
        if (first.number > 12 && first.number <= 31 && second.number <= 12) ++day_first;
        if (second.number > 12 && second.number <= 31 && first.number <= 12) ++month_first;
    }
    if (day_first != month_first) return day_first > month_first ? DateOrder::day_first : DateOrder::month_first;
    static_cast<void>(article);
    return DateOrder::month_first;
}

bool is_narrative(std::span<const Atom> atoms, const std::optional<Instant>& publication) {
    if (!publication) return true;
    const auto now = year_of(publication->day());
    int bygone = 0;
    int deictic = 0;
    for (std::size_t i = 0; i < atoms.size(); ++i) {
        const auto& atom = atoms[i];
        if (atom.is_digits(4) && atom.number >= 1000 && atom.number < now) ++bygone;
        else if (atom.is(WordClass::era) && i > 0 && atoms[i - 1].kind == Atom::Kind::digits) ++bygone;
        else if (atom.is_any({WordClass::day, WordClass::weekday, WordClass::tonight}) && !(atom.is(WordClass::ordinary))) ++deictic;
    }
    return bygone >= fewest_bygone_years && bygone > deictic * bygone_years_per_deictic;
}

} // namespace dateline::time
