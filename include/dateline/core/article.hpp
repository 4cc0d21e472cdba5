// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>

#include <dateline/core/day.hpp>

namespace dateline {

/// One clean article: what `clean` makes of a page and everything later starts from. UTF-8 throughout.
struct Article {
    std::string id;  ///< as given by the input, else made from the content: the same content has the same id
    std::string url; ///< empty when not known, like every string below
    std::string title;
    std::optional<Instant> published; ///< with the zone of the page; never the time of a file
    std::string published_source;     ///< where that was found: "record", "option", "json-ld", "meta", "visible text", "dateline", …
    std::string byline;
    std::string dateline; ///< "TOKYO, March 3 (Reuters)": place and day of writing, without the dash
    std::string publisher;
    std::string language; ///< ISO 639-1
    std::string text;     ///< the body; paragraphs are separated by one empty line

    friend bool operator==(const Article&, const Article&) = default;
};

} // namespace dateline
