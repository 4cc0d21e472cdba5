// SPDX-License-Identifier: MIT
//
// Which way an incomplete date looks: "will meet on Friday" ahead, "met on Friday" back.
#pragma once

#include <span>

#include <dateline/core/document.hpp>

#include "evaluate.hpp"
#include "lexer.hpp"

namespace dateline::time {

/// From the tense of the verb that governs the date in the tree; in a document without trees, from the words around it.
/// `tokens` are those of the match; linear in nothing but a small window.
[[nodiscard]] Direction direction_at(const Match& match, TokenRange tokens, std::span<const Atom> atoms, const Document& document);

} // namespace dateline::time
