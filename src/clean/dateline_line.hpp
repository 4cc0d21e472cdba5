// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

namespace dateline {

/// The dateline that a news text starts with, without its dash: "TOKYO, March 3 (Reuters)" of "TOKYO, March 3 (Reuters) - Japan …".
/// Empty when the text starts otherwise.
[[nodiscard]] std::string_view find_dateline(std::string_view text);

/// A byline without what surrounds the names: "By Jane Doe | Updated 5 May 2024" gives "Jane Doe". Empty when it is none.
[[nodiscard]] std::string tidy_byline(std::string_view line);

} // namespace dateline
