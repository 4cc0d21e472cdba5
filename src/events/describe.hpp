// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "draft.hpp"
#include "lexicon.hpp"
#include "syntax.hpp"

namespace dateline {

/// One line of English for a reader: "Rubio to visit Kazakhstan, Kyrgyzstan and 3 others".
[[nodiscard]] std::string describe(const Syntax& syntax, const ActorLayer& actors, const Lexicon& lexicon, const Draft& draft);

} // namespace dateline
