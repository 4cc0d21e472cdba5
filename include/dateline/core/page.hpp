// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include <dateline/core/article.hpp>

namespace dateline {

/// What `read` takes out of a file, a container or a stream: one page, not yet cleaned. UTF-8.
struct Page {
    enum class Kind : std::uint8_t {
        html,     ///< markup with furniture
        text,     ///< a plain text, or the text dump of a page with furniture
        fragment, ///< markup of the body alone (the content of a feed's entry): nothing to clean away
        record,   ///< the text of the body alone (JSONL "text", NITF, …): nothing to clean away
    };

    std::string where;   ///< file, and record where the file holds several: "crawl.jsonl:17", "a.warc.gz#412"
    Kind kind = Kind::text;
    std::string content; ///< in Article::text's place until cleaned
    Article given;       ///< what the container said about it (id, url, title, …); wins over what the page says
    std::string published_text; ///< publication as the container wrote it, in any notation; `clean` reads it into given.published
    std::vector<std::string> parts{}; ///< of an article that goes on under further addresses: the contents of those, in their order
};

} // namespace dateline
