// SPDX-License-Identifier: MIT
#include "context.hpp"

namespace dateline::time {
namespace {

/// A story names at least so many bygone years, and so many times more of them than days of the week and the like.
constexpr int fewest_bygone_years = 5;
constexpr int fewest_ancient_years = 3;
constexpr int bygone_years_per_deictic = 4;

} // namespace

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
