// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

namespace dateline {

/// `text` safe for a terminal and for one line of a report: control characters (escape sequences, line ends, C1), marks that turn
/// the writing direction and bytes that are not UTF-8 become U+FFFD; tabs and line ends become spaces.
[[nodiscard]] std::string printable(std::string_view text);

} // namespace dateline
