// SPDX-License-Identifier: MIT
#include <dateline/clean/cleaner.hpp>

#include <algorithm>
#include <iterator>
#include <unordered_set>
#include <utility>

#include <fmt/format.h>

#include <dateline/text/hash.hpp>
#include <dateline/text/utf8.hpp>

#include "dateline_line.hpp"
#include "extract.hpp"
#include "language.hpp"
#include "page_date.hpp"
#include "publication.hpp"
#include "site.hpp"
#include "text_shape.hpp"

namespace dateline {
namespace {

constexpr float shortest_body = 12; // words; what is shorter is a caption or a notice

Extract extract_record(std::string text) {
    Extract extract;
    extract.paragraphs.push_back(std::move(text));
    return extract;
}

/// The first part, and of the others what is not furniture that all of them carry: a standfirst, a note on the writer.
Extract extract_parts(std::string_view first, Page& page) {
    auto extract = extract_html(first, page.given);
    std::unordered_set<std::string> told{extract.paragraphs.begin(), extract.paragraphs.end()};
    for (auto& part : page.parts) {
        auto more = extract_html(repair_utf8(std::move(part)), page.given);
        for (auto& paragraph : more.paragraphs) {
            if (paragraph != extract.title && told.insert(paragraph).second) extract.paragraphs.push_back(std::move(paragraph));
        }
        std::ranges::move(more.blocks, std::back_inserter(extract.blocks));
    }
    return extract;
}

Extract extract_page(Page& page) {
    auto content = repair_utf8(std::move(page.content));
    switch (page.kind) {
    case Page::Kind::record: return extract_record(std::move(content));
    case Page::Kind::text: return extract_text(content, page.given);
    case Page::Kind::fragment: return extract_fragment(content);
    case Page::Kind::html: return extract_parts(content, page);
    }
    return {};
}

std::string join_paragraphs(const std::vector<std::string>& paragraphs) {
    std::string text;
    for (const auto& paragraph : paragraphs) {
        if (!text.empty()) text += "\n\n";
        text += paragraph;
    }
    return text;
}

/// What the input says wins over what the page says.
void fill(std::string& given, std::string found) {
    if (given.empty()) given = std::move(found);
}

void set_publication(Cleaned& cleaned, const Page& page, Extract& extract, const CleanOptions& options) {
    auto& article = cleaned.article;
    if (options.published) {
        article.published = options.published;
        article.published_source = "option";
        return;
    }
    if (!article.published && !page.published_text.empty()) {
        const auto country = country_of_host(host_of(article.url));
        article.published = read_page_date(page.published_text, {.country = country});
        if (!article.published) cleaned.notes.push_back(fmt::format("publication date '{}' is no date", page.published_text));
    }
    if (article.published) {
        std::vector<DateClaim> record{{.instant = *article.published, .what = DateClaim::What::published, .source = "record", .trust = 1}};
        const auto chosen = choose_publication(std::move(record), options.today, cleaned.notes);
        article.published = chosen ? std::optional{chosen->instant} : std::nullopt;
        if (chosen) article.published_source = chosen->source;
    }
    if (article.published) return;
    // The day of writing is not that of publication, but next to it, and better than none.
    const auto written = read_page_date(article.dateline, {.country = country_of_host(host_of(article.url))});
    if (extract.dates.empty() && written) {
        extract.dates.push_back({.instant = *written, .what = DateClaim::What::published, .source = "dateline", .trust = 1});
    }
    if (const auto chosen = choose_publication(std::move(extract.dates), options.today, cleaned.notes)) {
        article.published = chosen->instant;
        article.published_source = chosen->source;
    }
}

std::vector<DateSource> explain_dates(const std::vector<DateClaim>& claims) {
    std::vector<DateSource> dates;
    for (const auto& claim : claims) {
        dates.push_back({.instant = claim.instant, .source = claim.source, .what = std::string{name_of(claim.what)}, .trust = static_cast<double>(claim.trust)});
    }
    return dates;
}

void set_language(Article& article, std::string found) {
    fill(article.language, std::move(found));
    article.language = article.language.substr(0, article.language.find_first_of("-_"));
    const auto detected = detect_language(article.text);
    if (detected.certain || article.language.empty()) article.language = detected.code;
    if (article.language.empty()) article.language = "en";
}

Verdict judge(const Article& article, Page::Kind kind) {
    if (article.text.find_first_not_of(" \t\r\n") == std::string::npos) return article.title.empty() ? Verdict::empty : Verdict::not_article;
    if (article.language != "en") return Verdict::not_english;
    const bool page = kind == Page::Kind::html || kind == Page::Kind::text;
    return page && measure(article.text).words < shortest_body ? Verdict::not_article : Verdict::article;
}

/// The same content has the same id, wherever it was found.
std::string content_id(const Article& article) {
    return hex(mix(stable_hash(article.text, stable_hash(article.title))));
}

} // namespace

std::string_view name_of(Verdict verdict) noexcept {
    switch (verdict) {
    case Verdict::article: return "article";
    case Verdict::empty: return "empty";
    case Verdict::not_article: return "not an article";
    case Verdict::not_english: return "not English";
    }
    return {};
}

Cleaned clean(Page page, const CleanOptions& options) {
    auto extract = extract_page(page);
    Cleaned cleaned{.article = std::move(page.given)};
    auto& article = cleaned.article;
    article.text = join_paragraphs(extract.paragraphs);
    fill(article.title, std::move(extract.title));
    fill(article.url, std::move(extract.url));
    fill(article.byline, std::move(extract.byline));
    fill(article.publisher, std::move(extract.publisher));
    fill(article.publisher, publisher_of_host(host_of(article.url), {}));
    fill(article.dateline, std::string{find_dateline(article.text)});
    fill(article.dateline, std::move(extract.dateline));
    if (options.explain) cleaned.dates = explain_dates(extract.dates);
    set_publication(cleaned, page, extract, options);
    set_language(article, std::move(extract.language));
    fill(article.id, content_id(article));
    cleaned.verdict = judge(article, page.kind);
    if (cleaned.verdict == Verdict::not_english) cleaned.notes.push_back(fmt::format("the text is not English ('{}')", article.language));
    if (options.explain) cleaned.blocks = std::move(extract.blocks);
    return cleaned;
}

} // namespace dateline
