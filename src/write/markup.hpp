// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

namespace dateline {

/// Text for HTML, also within quoted attributes: nothing in it is markup, no control characters, always UTF-8.
[[nodiscard]] std::string html_escaped(std::string_view text);

} // namespace dateline
