// SPDX-License-Identifier: MIT
//
// What is taken out of one page, before anything is decided about it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <dateline/clean/cleaner.hpp>

#include "page_meta.hpp"
#include "publication.hpp"

namespace dateline {

struct Extract {
    std::vector<std::string> paragraphs;
    std::string title;
    std::string byline;
    std::string dateline;  ///< the line with the day alone that some texts start with
    std::string publisher;
    std::string url;
    std::string language; ///< as the page says
    std::vector<DateClaim> dates;
    std::vector<TickerEntry> ticker; ///< of a live ticker; `paragraphs` are its head then
    std::vector<Block> blocks; ///< all of them, for Cleaned::blocks
};

/// Of plain text, or of the text dump of a page. `given`: what is known already.
[[nodiscard]] Extract extract_text(std::string_view text, const Article& given);

/// Of a page's markup.
[[nodiscard]] Extract extract_html(std::string_view html, const Article& given);

/// Of markup that is all body.
[[nodiscard]] Extract extract_fragment(std::string_view html);

} // namespace dateline
