// SPDX-License-Identifier: MIT
#include "ticker.hpp"

#include <algorithm>

#include <fmt/format.h>

#include <dateline/clean/split_ticker.hpp>
#include <dateline/text/utf8.hpp>

namespace dateline {
namespace {

bool is_dated(const TickerEntry& entry) { return !entry.published.empty() && !entry.body.empty(); }

} // namespace

bool is_ticker(const PageMeta& meta) { return std::ranges::count_if(meta.ticker, is_dated) >= 2; }

std::string lines_as_paragraphs(std::string_view body) {
    std::string markup;
    for (const char c : body) {
        if (c == '\n') markup += "<p>";
        else markup += c;
    }
    return markup;
}

std::vector<Page> split_ticker(const Page& page) {
    if (page.kind != Page::Kind::html || page.content.find("liveBlogUpdate") == std::string::npos) return {};
    const auto meta = read_meta(HtmlTree{repair_utf8(page.content)});
    std::vector<Page> entries;
    if (!is_ticker(meta)) return entries;
    for (const auto& entry : meta.ticker) {
        if (!is_dated(entry)) continue;
        const auto number = entries.size() + 1;
        Page own{.where = fmt::format("{} entry {}", page.where, number), .kind = Page::Kind::fragment, .content = lines_as_paragraphs(entry.body), .given = page.given,
                 .published_text = entry.published};
        if (!own.given.id.empty()) own.given.id += fmt::format("/{}", number);
        own.given.published.reset();
        own.given.title = entry.title;
        if (!entry.url.empty()) own.given.url = entry.url;
        else if (own.given.url.empty()) own.given.url = meta.url;
        if (own.given.publisher.empty()) own.given.publisher = meta.site;
        entries.push_back(std::move(own));
    }
    return entries;
}

} // namespace dateline
