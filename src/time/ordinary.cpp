// SPDX-License-Identifier: MIT
#include "ordinary.hpp"

#include <algorithm>

namespace dateline::time {
namespace {

const Atom* before(std::span<const Atom> atoms, std::uint32_t i) noexcept { return i > 0 ? &atoms[i - 1] : nullptr; }
const Atom* after(std::span<const Atom> atoms, std::uint32_t i) noexcept { return i < atoms.size() ? &atoms[i] : nullptr; }

/// A word that leads to a time: "in May", "last May", "early May", "since March".
bool has_cue(std::span<const Atom> atoms, std::uint32_t i) noexcept {
    const auto* const previous = before(atoms, i);
    if (previous == nullptr) return false;
    return previous->is_any({WordClass::preposition, WordClass::edge, WordClass::edge_adverb, WordClass::last, WordClass::next,
                             WordClass::this_, WordClass::following, WordClass::previous, WordClass::of, WordClass::and_, WordClass::every,
                             WordClass::month, WordClass::weekday});
}

/// A capital that is no sentence's first letter and stands in no line of capitals.
bool inner_capital(std::span<const Atom> atoms, std::uint32_t i, std::string_view text) noexcept {
    const auto word = slice(text, atoms[i].span);
    return atoms[i].capital && word.size() > 1 && word[1] >= 'a' && word[1] <= 'z' && i > 0 && atoms[i - 1].kind == Atom::Kind::word;
}

/// "This Week", "60 Minutes", "USA Today", "High Noon": names of papers, broadcasts, films.
bool is_title(const Match& match, const Node& node, std::span<const Atom> atoms, std::string_view text) {
    const bool deictic = atoms[match.begin].is_any({WordClass::day, WordClass::noon});
    if (match.end == match.begin + 1 && atoms[match.begin].is(WordClass::frequency)) return inner_capital(atoms, match.begin, text); // LA Weekly
    if (match.end == match.begin + 1 && deictic) return inner_capital(atoms, match.begin, text) && atoms[match.begin - 1].capital;
    if (node.op != Op::this_ && node.op != Op::last && node.op != Op::next && node.op != Op::duration) return false;
    const auto last = match.end - 1;
    if (!atoms[last].is_any({WordClass::unit, WordClass::units}) || last == match.begin) return false;
    const auto word = slice(text, atoms[last].span);
    return atoms[last].capital && word.size() > 1 && word[1] >= 'a' && word[1] <= 'z';
}

/// "Sun", "Sat", "Jan" without a dot.
bool is_bare_abbreviation(const Atom& atom) noexcept { return atom.is(WordClass::ordinary) && atom.is(WordClass::abbreviation) && atom.span.size() <= 3; }

/// "May" as a verb, "March", "Sun", "Jan": capitals need a cue, those of abbreviations without their dot a strict one ("on Sun").
bool ordinary_name(const Match& match, std::span<const Atom> atoms, std::string_view text) {
    const auto& atom = atoms[match.begin];
    if (!atom.is(WordClass::ordinary) || is_led_month(atoms, match.begin, text)) return false;
    if (!atom.capital) return true;
    if (!atom.is(WordClass::abbreviation)) return !has_cue(atoms, match.begin);
    if (atom.span.size() > 3) return false; // with its dot
    const auto* const previous = before(atoms, match.begin);
    const bool led = previous != nullptr && previous->is_any({WordClass::preposition, WordClass::last, WordClass::next, WordClass::every, WordClass::this_});
    if (!led || previous->is(WordClass::of)) return true;
    return atom.is(WordClass::weekday) && previous->is_any({WordClass::measure, WordClass::to}); // Sun had built it for Sun
}

bool leads_to_year(const Atom* previous) noexcept {
    return previous != nullptr &&
           previous->is_any({WordClass::preposition, WordClass::of, WordClass::and_, WordClass::edge, WordClass::approximately, WordClass::month});
}

/// A bare number is a year only in a plausible range and company.
bool ordinary_number(const Match& match, const Node& node, std::span<const Atom> atoms, const KnownYears& years) {
    const auto year = node.fields.year;
    const auto* const previous = before(atoms, match.begin);
    const auto* const next = after(atoms, match.end);
    if (node.fields.before_christ) return false;
    if (previous != nullptr && atoms[match.begin].glued && previous->kind == Atom::Kind::mark && !previous->is_mark('(') &&
        !previous->is_mark('-') && !previous->is_mark('\'') && !previous->is_mark('"') && !previous->is_mark('?') && !previous->is_mark('/')) {
        return true; // $1998, #1998, 3.1998
    }
    if (atoms[match.begin].glued && previous != nullptr && previous->kind != Atom::Kind::mark) return true;
    if (next != nullptr && next->glued && (next->kind != Atom::Kind::mark || next->is_mark('%') || next->is_mark('$'))) {
        if (!next->is(WordClass::possessive)) return true;
    }
    if (next != nullptr && next->glued && (next->is_mark('.') || next->is_mark(',') || next->is_mark(':')) && match.end + 1 < atoms.size() &&
        atoms[match.end + 1].glued && atoms[match.end + 1].kind == Atom::Kind::digits) {
        return true; // 1998.5
    }
    if (next != nullptr && next->glued && next->is_mark('-') && match.end + 1 < atoms.size() && atoms[match.end + 1].glued &&
        atoms[match.end + 1].kind == Atom::Kind::digits) {
        return true; // 2021-13-01, 1998-4567
    }
    if (previous != nullptr && (previous->is(WordClass::numbered) || (previous->is_mark('/') && atoms[match.begin].glued))) return true; // Room 1984
    const bool counted = next != nullptr && next->kind == Atom::Kind::word && !next->capital && !next->is_any({WordClass::preposition, WordClass::and_});
    if (previous != nullptr && previous->is(WordClass::approximately) && counted) return true; // about 1500 soldiers
    if (year >= 1900 && year < 2060) return false;
    if (year < 1000 || year >= last_bare_year) return true;
    return !leads_to_year(previous) && !years.near(year);
}

} // namespace

bool is_led_month(std::span<const Atom> atoms, std::uint32_t i, std::string_view text) noexcept {
    if (i == 0 || !atoms[i].is(WordClass::month) || !atoms[i].is(WordClass::ordinary)) return false;
    const auto& lead = atoms[i - 1];
    if (lead.is_any({WordClass::month_lead, WordClass::ordinal_suffix})) return true;
    const bool has_day = i + 1 < atoms.size() && (atoms[i + 1].kind == Atom::Kind::digits || atoms[i + 1].is(WordClass::ordinal)); // on march 5
    return has_day && (lead.is(WordClass::weekday) || slice(text, lead.span) == "on");
}

KnownYears::KnownYears(std::span<const Atom> atoms) {
    for (std::uint32_t i = 0; i < atoms.size(); ++i) {
        const auto& atom = atoms[i];
        if (!atom.is_digits(4) || atom.number < 1000 || static_cast<std::size_t>(atom.number) >= end_year) continue;
        const auto* const previous = before(atoms, i);
        const bool dated = previous != nullptr && previous->is_mark(',') && i > 2 && atoms[i - 3].is(WordClass::month);
        if (dated || leads_to_year(previous)) m_years.set(static_cast<std::size_t>(atom.number));
    }
}

bool KnownYears::near(int year) const {
    constexpr int reach = 12;
    for (int y = std::max(year - reach, 0); y <= year + reach && static_cast<std::size_t>(y) < end_year; ++y) {
        if (m_years.test(static_cast<std::size_t>(y))) return true;
    }
    return false;
}

bool is_ordinary(const Match& match, const Node& node, std::span<const Atom> atoms, const KnownYears& years, std::string_view text) {
    if (is_title(match, node, atoms, text)) return true;
    const auto size = match.end - match.begin;
    const auto& first = atoms[match.begin];
    const bool only_year = node.op == Op::fields && node.fields.year != 0 && node.fields.month == 0 && !node.fields.season && !node.fields.coarse &&
                           node.fields.holiday < 0 && node.fields.quarter == 0 && node.fields.half == 0;
    const bool quantified = size == 2 && first.is(WordClass::approximately);
    if (only_year && atoms[match.end - 1].kind == Atom::Kind::digits && (size == 1 || quantified)) {
        return ordinary_number({match.end - 1, match.end, match.node, match.rule}, node, atoms, years);
    }
    if (only_year && first.is(WordClass::number) && atoms[match.end - 1].kind == Atom::Kind::word && node.fields.year < 1900) { // twelve hundred students
        return !leads_to_year(before(atoms, match.begin));
    }
    if (size == 1) return ordinary_name(match, atoms, text);
    if (size == 2 && first.is(WordClass::that) && is_bare_abbreviation(atoms[match.begin + 1])) return true; // that Sun would profit
    if (node.fields.year != 0 || node.operand != no_node) return false;
    const auto& season = atoms[match.end - 1];
    if (node.fields.season && season.is(WordClass::ordinary)) { // the fall of Kabul
        const auto* const next = after(atoms, match.end);
        return !has_cue(atoms, match.begin) || (next != nullptr && next->is(WordClass::of));
    }
    return false;
}

} // namespace dateline::time
