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

/// How far an auxiliary may stand before its participle ("will probably be paid").
constexpr std::uint32_t auxiliary_reach = 3;

bool has_auxiliary(std::span<const Atom> atoms, std::uint32_t i, WordClass auxiliary) noexcept {
    for (std::uint32_t d = 1; d <= auxiliary_reach && d <= i; ++d) {
        if (atoms[i - d].is(auxiliary)) return true;
    }
    return false;
}

/// Which way the word points, if it governs time at all: "will", "is scheduled", "to be paid"; "was", "resigned".
std::optional<Direction> cue_at(std::span<const Atom> atoms, std::uint32_t i, std::string_view text) noexcept {
    const auto& atom = atoms[i];
    if (atom.is(WordClass::future_cue)) return Direction::future;
    if (atom.is(WordClass::expectation)) { // what had been scheduled need not lie ahead now
        return has_auxiliary(atoms, i, WordClass::past_cue) ? Direction::nearest : Direction::future;
    }
    if (atom.is(WordClass::past_cue)) return Direction::past;
    const auto word = slice(text, atom.span);
    if (atom.kind != Atom::Kind::word || atom.capital || word.size() <= 4 || !word.ends_with("ed")) return std::nullopt;
    return has_auxiliary(atoms, i, WordClass::bare_be) ? Direction::future : Direction::past;
}

/// A story names at least so many bygone years, and so many times more of them than days of the week and the like.
constexpr int fewest_bygone_years = 5;
constexpr int fewest_ancient_years = 3;
constexpr int bygone_years_per_deictic = 4;

/// by Friday; until Nov. 6; as soon as Tuesday.
bool leads_ahead(const Match& match, std::span<const Atom> atoms, std::string_view text) noexcept {
    if (match.begin == 0) return false;
    if (atoms[match.begin - 1].is(WordClass::deadline)) return true;
    if (atoms[match.begin - 1].is(WordClass::to) && atoms[match.begin].is(WordClass::month)) return true; // extended to Nov. 16
    if (match.begin < 3) return false;
    const auto word = [&](std::uint32_t back) { return slice(text, atoms[match.begin - back].span); };
    return word(1) == "as" && (word(2) == "early" || word(2) == "soon") && word(3) == "as";
}

} // namespace

Direction direction_at(const Match& match, std::span<const Atom> atoms, std::string_view text) {
    if (match.end < atoms.size() && atoms[match.end].is(WordClass::possessive)) return Direction::nearest; // Wednesday's ruling
    if (leads_ahead(match, atoms, text)) return Direction::future;
    for (std::uint32_t d = 1; d <= match.begin && d <= clause_reach; ++d) {
        if (ends_sentence(atoms, match.begin - d)) break;
        if (const auto cue = cue_at(atoms, match.begin - d, text)) return *cue;
    }
    for (std::uint32_t d = 0; match.end + d < atoms.size() && d <= clause_reach; ++d) {
        if (ends_sentence(atoms, match.end + d)) break;
        if (const auto cue = cue_at(atoms, match.end + d, text)) return *cue;
    }
    return Direction::nearest;
}

Style style_of(std::span<const Atom> atoms, const Article& article) {
    int day_first = 0;
    int month_first = 0;
    int before_christ = 0;
    for (std::size_t i = 0; i + 4 < atoms.size(); ++i) {
        const auto& first = atoms[i];
        const auto& second = atoms[i + 2];
        if (first.is(WordClass::era) && first.word->code == "BC") ++before_christ;
        if (first.kind != Atom::Kind::digits || !atoms[i + 1].is_mark('/') || second.kind != Atom::Kind::digits || !atoms[i + 3].is_mark('/')) continue;
        if (first.number > 12 && first.number <= 31 && second.number <= 12) ++day_first;
        if (second.number > 12 && second.number <= 31 && first.number <= 12) ++month_first;
    }
    static_cast<void>(article);
    return {.order = day_first > month_first ? DateOrder::day_first : DateOrder::month_first, .ancient = before_christ >= fewest_ancient_years};
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
