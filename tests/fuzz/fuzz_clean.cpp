// SPDX-License-Identifier: MIT
//
// Any bytes give an article or a verdict against it, as a page of every kind: valid UTF-8 throughout, paragraphs without empty ones.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>

#include <dateline/clean/cleaner.hpp>
#include <dateline/clean/duplicates.hpp>
#include <dateline/text/utf8.hpp>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using dateline::Page;
    const std::string bytes{reinterpret_cast<const char*>(data), size};
    for (const auto kind : {Page::Kind::html, Page::Kind::text, Page::Kind::fragment, Page::Kind::record}) {
        Page page{.where = "any", .kind = kind, .content = bytes, .given = {}, .published_text = bytes};
        const auto cleaned = dateline::clean(std::move(page), {.explain = true});
        const auto& article = cleaned.article;
        for (const auto* text : {&article.text, &article.title, &article.byline, &article.dateline, &article.publisher}) {
            if (!dateline::is_utf8(*text)) std::abort();
        }
        if (kind != Page::Kind::record && article.text.find("\n\n\n") != std::string::npos) std::abort();
        (void)dateline::fingerprint(article);
    }
    return 0;
}
