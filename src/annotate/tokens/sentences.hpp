// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include <dateline/core/document.hpp>
#include <dateline/knowledge/table.hpp>

#include "tokens/abbreviations.hpp"
#include "tokens/sentence_model.hpp"

namespace dateline {

/// Finds where sentences end among the tokens of one paragraph.
class SentenceSplitter {
public:
    /// The model must outlive the object.
    SentenceSplitter(const Knowledge& knowledge, const SentenceModel& model);

    /// Appends the ends (token numbers, exclusive) of the sentences in `part`; the last is part.end. Requires a part that is not empty.
    void split(std::string_view text, const std::vector<Span>& tokens, TokenRange part, std::vector<std::uint32_t>& ends) const;

private:
    Abbreviations m_abbreviations;
    const SentenceModel* m_model;
};

} // namespace dateline
