// SPDX-License-Identifier: MIT
//
// What the text around an expression says about how to read it.
#pragma once

#include <span>
#include <string_view>

#include <dateline/core/document.hpp>

#include "evaluate.hpp"
#include "grammar.hpp"

namespace dateline::time {

/// Day or month first, by what the text itself shows ("25/12/2025" is day first); whether it tells of years before Christ.
[[nodiscard]] Style style_of(std::span<const Atom> atoms, const Article& article);

/// Is the date the day of writing in a report's first line: "GENEVA, March 4 (Agency) -"?
[[nodiscard]] bool opens_report(const Match& match, const Node& node, std::span<const Atom> atoms, const Document& document);

/// Does the text tell a story of years ago rather than news? Then incomplete dates continue it.
[[nodiscard]] bool is_narrative(std::span<const Atom> atoms, const std::optional<Instant>& publication);

} // namespace dateline::time
