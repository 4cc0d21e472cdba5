// SPDX-License-Identifier: MIT
//
// The little that must be known of a page's markup before it is parsed.
#pragma once

#include <string>
#include <string_view>

namespace dateline {

/// The start of what stands in <title>.
[[nodiscard]] std::string_view title_in(std::string_view html);

/// The address that the browser noted when it saved the page, or the page's canonical link; empty when there is neither.
[[nodiscard]] std::string address_in(std::string_view html);

} // namespace dateline
