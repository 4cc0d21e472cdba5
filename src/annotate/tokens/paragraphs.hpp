// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>
#include <vector>

#include <dateline/core/span.hpp>

namespace dateline {

/// The paragraphs of `text[part]` without the white space around them: parted by lines that are empty or hold only white space, and
/// by the end of every line where most lines end with a sentence, so that none is broken at a margin.
[[nodiscard]] std::vector<Span> paragraphs_of(std::string_view text, Span part);

/// Whether a paragraph ends as sentences do: with a full stop, a mark or a colon, quotation marks and brackets behind it allowed.
[[nodiscard]] bool ends_sentence(std::string_view paragraph) noexcept;

} // namespace dateline
