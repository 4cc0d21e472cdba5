// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string>

#include <dateline/core/article.hpp>

namespace dateline {

/// What `read` takes out of a file, a container or a stream: one page, not yet cleaned. UTF-8.
struct Page {
    enum class Kind : std::uint8_t {
        html,   ///< markup with furniture
        text,   ///< a plain text, or the text dump of a page with furniture
        record, ///< the body as its producer gave it (JSONL "text", NITF, …): nothing to clean away
    };

    std::string where;   ///< file, and record where the file holds several: "crawl.jsonl:17", "a.warc.gz#412"
    Kind kind = Kind::text;
    std::string content; ///< in Article::text's place until cleaned
    Article given;       ///< what the container said about it (id, url, published, …); wins over what the page says
};

} // namespace dateline
