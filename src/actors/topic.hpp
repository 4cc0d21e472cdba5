// SPDX-License-Identifier: MIT
//
// Whose government is "the government"? The country that is spoken of most around there: every mention of a country counts, the less the
// farther back it is, little if it is still to come; so do, a little, persons and organisations of a country, and the place of writing.
// The weights are those that give a country back best where it was cut out of "the French government" (tests/quality/actors.md).
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include <dateline/core/actor.hpp>
#include <dateline/core/document.hpp>

#include "cast.hpp"
#include "lexicon.hpp"

namespace dateline::actors {

/// The countries that a place of the text may be about, the likeliest first.
struct Topic {
    std::vector<std::string> countries; ///< ISO 3166-1 alpha-3
    TokenRange because;                 ///< the nearest words that name the first
};

class Topics {
public:
    Topics(const Document& document, const Lexicon& lexicon, const Cast& cast);

    /// `said`: all mentions before the token, `ahead`: those after it, both in order of their first token.
    [[nodiscard]] Topic at(std::uint32_t token, std::span<const Mention> said, std::span<const Mention> ahead) const;

private:
    [[nodiscard]] double weight(const Mention& mention, const Actor& actor) const noexcept;

    const Document& m_document;
    const Cast& m_cast;
    std::string m_written_in; ///< country of the article's dateline; empty when not known
};

} // namespace dateline::actors
