// SPDX-License-Identifier: MIT
//
// "may", "march", "sun", "second", "fall": words that are time expressions only in some company.
#pragma once

#include <span>
#include <string_view>

#include <dateline/core/document.hpp>

#include "expression.hpp"
#include "lexer.hpp"

namespace dateline::time {

/// Is the match made of ordinary words in their ordinary sense ("he may", "a march", "the second man", "2,000")?
[[nodiscard]] bool is_ordinary(const Match& match, const Node& node, std::span<const Atom> atoms, std::string_view text);

} // namespace dateline::time
