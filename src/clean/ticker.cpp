// SPDX-License-Identifier: MIT
#include "ticker.hpp"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include <dateline/clean/split_ticker.hpp>
#include <dateline/text/utf8.hpp>

#include "extract.hpp"
#include "ticker_marks.hpp"

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
    const bool may_be = page.content.find("liveBlogUpdate") != std::string::npos || calls_itself_live(page.content, page.given.url);
    if (page.kind != Page::Kind::html || !may_be) return {};
    auto extract = extract_html(repair_utf8(page.content), page.given);
    std::vector<Page> entries;
    for (const auto& entry : extract.ticker) {
        if (!is_dated(entry)) continue;
        const auto number = entries.size() + 1;
        Page own{.where = fmt::format("{} entry {}", page.where, number), .kind = Page::Kind::fragment, .content = lines_as_paragraphs(entry.body), .given = page.given,
                 .published_text = entry.published};
        if (!own.given.id.empty()) own.given.id += fmt::format("/{}", number);
        own.given.published.reset();
        own.given.title = entry.title;
        own.given.url = entry.url.empty() ? extract.url : entry.url;
        if (own.given.publisher.empty()) own.given.publisher = extract.publisher;
        entries.push_back(std::move(own));
    }
    return entries;
}

} // namespace dateline
