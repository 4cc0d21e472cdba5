// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

#include "page_meta.hpp"

namespace dateline {

/// Does the page's metadata list entries with their text and time stamps? One alone is the announcement of a ticker.
[[nodiscard]] bool is_ticker(const PageMeta& meta);

/// Text or markup as markup in which every line is a paragraph.
[[nodiscard]] std::string lines_as_paragraphs(std::string_view body);

} // namespace dateline
