// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>

#include "page_meta.hpp"

namespace dateline {

/// Adds what one <script type="application/ld+json"> says to `meta`. Bears the faults that pages have: comments around it, raw line
/// ends in strings, a comma too many. What is still no JSON adds nothing.
void read_json_ld(std::string_view script, PageMeta& meta);

} // namespace dateline
