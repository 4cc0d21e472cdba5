// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>
#include <vector>

#include <dateline/core/document.hpp>
#include <dateline/core/span.hpp>
#include <dateline/knowledge/table.hpp>

#include "tokens/abbreviations.hpp"

namespace dateline {

/// Splits text into the words of Universal Dependencies English (EWT and GUM): clitics apart ("do" "n't"), hyphens apart except
/// after prefixes ("15" "-" "year", "anti-war"), abbreviations with their period, addresses and numbers whole.
class Tokeniser {
public:
    explicit Tokeniser(const Knowledge& knowledge);

    /// Appends the tokens of `text[part]` to `tokens`, and to `multiwords` the ranges of tokens that are written as one word.
    /// Every byte of `part` that is no white space ends up in exactly one token.
    void tokenise(std::string_view text, Span part, std::vector<Span>& tokens, std::vector<TokenRange>& multiwords) const;

private:
    Table m_rules;
    Abbreviations m_abbreviations;
};

} // namespace dateline
