// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

#include "text_shape.hpp"

namespace dateline {

/// The dateline that a news text starts with, without its dash: "TOKYO, March 3 (Reuters)" of "TOKYO, March 3 (Reuters) - Japan …".
/// Empty when the text starts otherwise.
[[nodiscard]] std::string_view find_dateline(std::string_view text);

/// A byline without what surrounds the names: "By Jane Doe | Updated 5 May 2024" gives "Jane Doe". Empty when it is none.
[[nodiscard]] std::string tidy_byline(std::string_view line);

/// "30 April 2024 13:05 GMT", "Tuesday, May 5, 2009": nothing but a date.
[[nodiscard]] bool is_date_alone(std::string_view text, const TextShape& shape);

/// "By a correspondent", "By Jane Doe, River Post, 5 May 2024 at 6:12 PM": a line of its own that starts as bylines do.
[[nodiscard]] bool is_byline(const TextShape& shape) noexcept;

} // namespace dateline
