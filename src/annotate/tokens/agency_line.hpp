// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include <dateline/core/document.hpp>

namespace dateline {

/// Where the text behind an agency's dateline begins ("GENEVA, March 4 (Agency) - Talks resumed": at "Talks"), or `sentence.begin`
/// where the sentence opens with none. A dateline starts with a word in capitals or ends with a name in parentheses, has nothing in
/// lower case, and is closed by a dash between spaces. Looks at a bounded number of tokens.
[[nodiscard]] std::uint32_t end_of_dateline(std::string_view text, const std::vector<Span>& tokens, TokenRange sentence);

} // namespace dateline
