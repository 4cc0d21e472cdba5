// SPDX-License-Identifier: MIT
//
// A sentence as units: names, role words, the small words that tie them, and all the rest.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include <dateline/core/day.hpp>
#include <dateline/core/document.hpp>

#include "lexicon.hpp"
#include "words.hpp"

namespace dateline::actors {

enum class UnitKind : std::uint8_t {
    known,        ///< a name of the tables, see entry
    person,       ///< a name, by the learnt names or a given name
    organisation, ///< a name, by the learnt names or its shape
    place,        ///< a name that the tables lack, by the learnt names
    capitalised,  ///< words that look like a name; whose, the context must say
    role,         ///< a role word, see entry
    word,         ///< a small word, a portfolio or an organisation word, see entry
    possessive,
    comma,
    other
};

struct Unit {
    UnitKind kind = UnitKind::other;
    TokenRange tokens;
    const Entry* entry = nullptr;

    [[nodiscard]] bool is(Use use) const noexcept { return entry && entry->use == use; }
};

/// The units of one sentence, covering its tokens without gaps. `day`: when the article was written, for names with dates.
[[nodiscard]] std::vector<Unit> segment(const Lexicon& lexicon, const Document& document, const Words& words, TokenRange sentence,
                                        std::optional<Day> day);

} // namespace dateline::actors
