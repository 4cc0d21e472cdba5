// SPDX-License-Identifier: MIT
//
// What a page says about itself: JSON-LD, OpenGraph, meta, microdata, <time>, <link>.
#pragma once

#include <string>
#include <vector>

#include "html_tree.hpp"
#include "publication.hpp"

namespace dateline {

struct MetaDate {
    std::string text;
    DateClaim::What what = DateClaim::What::unclear;
    std::string source; ///< "json-ld", "opengraph", "meta", "microdata", "time"
    float trust = 0;
};

/// One entry of a live ticker.
struct TickerEntry {
    std::string title;
    std::string published; ///< its time stamp, as written
    std::string url;
    std::string body;      ///< as PageMeta::body
};

struct PageMeta {
    std::vector<std::string> titles;  ///< best first
    std::vector<std::string> authors;
    std::string site;                 ///< the publisher's name
    std::string url;
    std::string language;
    std::string body;                 ///< JSON-LD articleBody as it stands there: text or markup, whole or cut
    std::vector<MetaDate> dates;
    std::vector<TickerEntry> ticker;  ///< of a live ticker; empty for all other pages
};

[[nodiscard]] PageMeta read_meta(const HtmlTree& tree);

} // namespace dateline
