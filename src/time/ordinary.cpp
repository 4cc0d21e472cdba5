// SPDX-License-Identifier: MIT
#include "ordinary.hpp"

namespace dateline::time {
namespace {

const Atom* before(std::span<const Atom> atoms, std::uint32_t i) noexcept { return i > 0 ? &atoms[i - 1] : nullptr; }
const Atom* after(std::span<const Atom> atoms, std::uint32_t i) noexcept { return i < atoms.size() ? &atoms[i] : nullptr; }

bool opens_sentence(std::span<const Atom> atoms, std::uint32_t i) noexcept {
    const auto* const previous = before(atoms, i);
    if (previous == nullptr || previous->kind != Atom::Kind::mark) return previous == nullptr;
    return !previous->is_mark(',') && !previous->is_mark('-') && !previous->is_mark('(');
}

/// A word that leads to a time: "in May", "last May", "early May", "since March".
bool has_cue(std::span<const Atom> atoms, std::uint32_t i) noexcept {
    const auto* const previous = before(atoms, i);
    if (previous == nullptr) return false;
    return previous->is_any({WordClass::preposition, WordClass::edge, WordClass::edge_adverb, WordClass::last, WordClass::next,
                             WordClass::this_, WordClass::following, WordClass::previous, WordClass::of, WordClass::and_, WordClass::every,
                             WordClass::month, WordClass::weekday});
}

/// "may" as a month, "march", "sun" …: written with a capital, and not only because a sentence begins, or led to by a cue.
bool ordinary_name(const Match& match, std::span<const Atom> atoms) {
    const auto& atom = atoms[match.begin];
    if (!atom.is(WordClass::ordinary)) return false;
    if (!atom.capital) return true;
    return !has_cue(atoms, match.begin);
}

/// A bare number is a year only in a plausible range and company.
bool ordinary_number(const Match& match, const Node& node, std::span<const Atom> atoms) {
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
    if (year >= 1900 && year < 2060) return false;
    return !(previous != nullptr && previous->is_any({WordClass::preposition, WordClass::of, WordClass::and_, WordClass::edge, WordClass::approximately}) &&
             year >= 1000 && year < 2100);
}

} // namespace

bool is_ordinary(const Match& match, const Node& node, std::span<const Atom> atoms, std::string_view text) {
    static_cast<void>(text);
    const auto size = match.end - match.begin;
    const auto& first = atoms[match.begin];
    if (node.op == Op::fields && node.fields.year != 0 && node.fields.month == 0 && !node.fields.season && !node.fields.coarse && size == 1 &&
        first.kind == Atom::Kind::digits) {
        return ordinary_number(match, node, atoms);
    }
    if (size == 1) return ordinary_name(match, atoms);
    if (size == 2 && first.is(WordClass::ordinary) && !first.capital) return true; // "may 5", "march 10" in lower case stay words
    if (size == 2 && opens_sentence(atoms, match.begin) && first.is(WordClass::ordinary) && first.is(WordClass::season)) return true;
    return false;
}

} // namespace dateline::time
