// SPDX-License-Identifier: MIT
//
// Who speaks: quotations and the subject of the verb that reports them, for "I" and "we" inside. A quotation without a reporting verb
// in its sentence goes on being the last speaker's ("He paused. "We will see."").
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include <dateline/core/actor.hpp>
#include <dateline/core/document.hpp>

#include "lexicon.hpp"

namespace dateline::actors {

class Quotes {
public:
    Quotes(const Document& document, const Lexicon& lexicon);

    [[nodiscard]] bool quoted(std::uint32_t token) const noexcept { return m_quoted[token]; }
    /// The mention that is the speaker of what is quoted at `token`; `mentions` in order of their tokens.
    [[nodiscard]] const Mention* speaker(std::uint32_t token, std::span<const Mention> mentions) const;

private:
    const Document& m_document;
    std::vector<bool> m_quoted;                               ///< by token
    std::vector<std::optional<std::uint32_t>> m_reporter;     ///< by sentence: the token that is the reporting verb's subject
};

} // namespace dateline::actors
