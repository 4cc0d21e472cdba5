// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>
#include <vector>

#include <dateline/core/span.hpp>

namespace dateline {

/// The paragraphs of `text[part]` without the white space around them: parted by lines that are empty or hold only white space.
[[nodiscard]] std::vector<Span> paragraphs_of(std::string_view text, Span part);

} // namespace dateline
