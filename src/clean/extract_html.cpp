// SPDX-License-Identifier: MIT
#include "extract.hpp"

#include <algorithm>
#include <optional>
#include <string>
#include <unordered_set>
#include <utility>

#include <dateline/text/fold.hpp>

#include "dateline_line.hpp"
#include "html_blocks.hpp"
#include "html_tree.hpp"
#include "page_meta.hpp"
#include "site.hpp"
#include "ticker.hpp"
#include "ticker_marks.hpp"

namespace dateline {
namespace {

/// "Headline - The Daily" -> "Headline", where what follows the last bar or dash is the site's name.
std::string without_site(const std::string& title, std::string_view site, std::string_view host) {
    for (const std::string_view bar : {" | ", " - ", " \u2013 ", " \u2014 ", " :: ", " \u00B7 ", " \u00AB "}) {
        const auto at = title.rfind(bar);
        if (at == std::string::npos || at == 0) continue;
        const auto head = title.substr(0, at);
        auto tail = slug(title.substr(at + bar.size()));
        std::erase(tail, '-');
        auto name = slug(site);
        std::erase(name, '-');
        std::string plain_host{host};
        std::erase(plain_host, '-');
        const bool is_site = !tail.empty() && (tail == name || plain_host.find(tail) != std::string::npos || (!name.empty() && tail.find(name) != std::string::npos));
        if (is_site || (words_of(head).size() >= 4 && words_of(title.substr(at)).size() <= 4 && bar != " - ")) return head;
    }
    return title;
}

std::string choose_title(const std::vector<HtmlBlock>& blocks, std::optional<std::size_t> block, const PageMeta& meta, std::string_view host) {
    std::vector<std::string> titles;
    for (const auto& title : meta.titles) titles.push_back(without_site(title, meta.site, host));
    if (block) {
        const auto& heading = blocks[*block];
        const bool backed = titles.empty() || std::ranges::any_of(titles, [&](const std::string& t) { return likeness(heading.words, words_of(t)) >= 0.6; });
        if (backed) return heading.text;
    }
    return titles.empty() ? std::string{} : titles.front();
}

/// What is said of a date in `text`: by the words before it, else by those before the block; German and Dutch put the participle behind it
/// ("Dieser Artikel wurde am … veröffentlicht"), which counts for the last date of a block.
DateClaim::What what_is_said(std::string_view text, std::size_t behind_last, Span date, std::string_view block_before, bool is_last) {
    constexpr std::size_t near = 80; // bytes
    auto what = what_label_says(text.substr(behind_last, date.begin - behind_last));
    if (what == DateClaim::What::unclear && date.begin == 0) what = what_label_says(block_before);
    if (what == DateClaim::What::unclear && is_last) what = what_label_says(text.substr(date.end, near));
    return what;
}

/// Dates in the visible text around the headline, with what the words around them say.
void add_visible_dates(const std::vector<HtmlBlock>& blocks, std::optional<std::size_t> title, const DateHabits& habits, std::vector<DateClaim>& claims) {
    const auto first_body = static_cast<std::size_t>(
        std::ranges::find_if(blocks, [](const HtmlBlock& b) { return b.kept && b.shape.is_prose(); }) - blocks.begin());
    constexpr std::size_t reach = 12;
    constexpr std::size_t longest_opening = 40; // bytes
    constexpr float for_want_of_better = 0.012F;
    constexpr float longest_note = 100;         // words: "This entry was posted on … and is filed under …"
    for (std::size_t i = 0; i < blocks.size(); ++i) {
        const auto& block = blocks[i];
        const bool prose = block.shape.words > 30 || block.shape.is_prose();
        const bool body = prose && block.kept; // a date that opens it is its own: "01.02.2022 The labour market …"
        if (prose && !body && block.shape.words > longest_note) continue;
        const bool near_title = title && i + 4 >= *title && i <= *title + reach;
        const bool near_body = i <= first_body && i + reach >= first_body;
        const bool linked = block.linked > 0 && block.linked + 12 > block.text.size(); // the date of another page
        const auto steps = near_title ? (i > *title ? i - *title : *title - i) : std::size_t{0};
        float trust = near_title ? 0.5F - 0.02F * static_cast<float>(steps) : near_body ? 0.3F : 0.06F;
        if (linked) trust *= 0.3F;
        if (prose && i != first_body) trust = for_want_of_better;
        const std::string_view text = body ? std::string_view{block.text}.substr(0, longest_opening) : block.text;
        const auto dates = find_page_dates(text, habits);
        std::size_t behind = 0;
        for (const auto& date : dates) {
            if (body && date.span.begin > 0) break;
            const auto before = i > 0 && blocks[i - 1].shape.words <= 3 ? std::string_view{blocks[i - 1].text} : std::string_view{};
            const auto what = what_is_said(text, behind, date.span, before, prose && &date == &dates.back());
            behind = date.span.end;
            if (prose && !body && what == DateClaim::What::unclear) continue; // it speaks of something else
            claims.push_back({.instant = date.instant, .what = what, .source = "visible text", .trust = trust});
        }
    }
}

std::vector<DateClaim> find_dates(const PageMeta& meta, const std::vector<HtmlBlock>& blocks, std::optional<std::size_t> title, const std::string& url,
                                  std::string_view country) {
    std::vector<PageDate> all;
    std::vector<Day> certain;
    const auto note = [&](std::string_view text) {
        for (const auto& date : find_page_dates(text, {})) {
            if (date.order == FieldOrder::unknown) certain.push_back(date.instant.day());
            all.push_back(date);
        }
    };
    for (const auto& date : meta.dates) note(date.text);
    for (const auto& block : blocks) {
        if (block.shape.words <= 30) note(block.text);
    }
    const auto in_url = find_url_date(url);
    if (in_url) certain.push_back(*in_url);
    const DateHabits habits{.order = learn_order(all, certain), .country = country};

    std::vector<DateClaim> claims;
    for (const auto& date : meta.dates) {
        if (const auto instant = read_page_date(date.text, habits)) {
            claims.push_back({.instant = *instant, .what = date.what, .source = date.source, .trust = date.trust});
        }
    }
    if (in_url) {
        claims.push_back({.instant = {.local = date::local_seconds{in_url->time_since_epoch()}}, .what = DateClaim::What::published, .source = "url", .trust = 0.75F});
    }
    add_visible_dates(blocks, title, habits, claims);
    if (const auto month = find_url_month(url); month && !in_url) {
        constexpr float backed = 1.6F;
        for (auto& claim : claims) {
            const date::year_month_day day{claim.instant.day()};
            if (day.year() / day.month() == *month) claim.trust *= backed;
        }
    }
    return claims;
}

/// "gb" of "en-GB".
std::string country_of_language(std::string_view language) {
    const auto dash = language.find_first_of("-_");
    return dash != std::string_view::npos && language.size() == dash + 3 ? lower(language.substr(dash + 1)) : std::string{};
}

/// "en-gb" of https://news.example/en-gb/world/…, where an edition has its own tree.
std::string_view first_step(std::string_view url) {
    const auto scheme = url.find("://");
    const auto slash = url.find('/', scheme == std::string_view::npos ? 0 : scheme + 3);
    if (slash == std::string_view::npos) return {};
    const auto path = url.substr(slash + 1);
    const auto step = path.substr(0, path.find('/'));
    return step.size() == 5 ? step : std::string_view{};
}

std::string find_byline(const PageMeta& meta, const std::vector<HtmlBlock>& blocks, std::optional<std::size_t> title) {
    std::string byline;
    std::vector<std::string> seen;
    for (const auto& author : meta.authors) {
        auto name = tidy_byline(author);
        if (name.empty() || std::ranges::find(seen, name) != seen.end()) continue;
        byline += (byline.empty() ? "" : ", ") + name;
        seen.push_back(std::move(name));
    }
    if (!byline.empty()) return byline;
    constexpr std::size_t reach = 15;
    const auto from = title.value_or(0);
    for (auto i = from; i < std::min(blocks.size(), from + reach); ++i) {
        if (!blocks[i].shape.starts_by || blocks[i].shape.words > 25) continue;
        if (auto name = tidy_byline(blocks[i].text); !name.empty()) return name;
    }
    return {};
}

std::string_view name_of_box(Tag tag) {
    switch (tag) {
    case Tag::nav: return "navigation";
    case Tag::aside: return "aside";
    case Tag::footer: return "footer";
    case Tag::form: return "form";
    case Tag::figure: case Tag::figcaption: return "figure";
    default: return {};
    }
}

/// The most telling thing about a block, for who asks why it stayed or went.
std::string_view why(const HtmlTree& tree, const HtmlBlock& block) {
    if (block.kept) return {};
    if (block.hidden) return "hidden";
    if (const auto box = name_of_box(block.tag); !box.empty()) return box;
    for (auto element = block.element; element != HtmlTree::none; element = tree.nodes()[element].parent) {
        if (const auto box = name_of_box(tree.nodes()[element].tag); !box.empty()) return box;
    }
    if (block.shape.heading != 0) return "heading over furniture";
    if (block.linked * 2 > block.text.size()) return "links";
    if (block.repeats > 0) return "repeated";
    return block.shape.furniture >= 1 ? "words of furniture" : "unlike the article around it";
}

float words_in(const std::vector<HtmlBlock>& blocks) {
    float words = 0;
    for (const auto& block : blocks) words += block.kept ? block.shape.words : 0;
    return words;
}

/// The body as the metadata gives it, where the page itself shows much less: the rest waits for a script, or for a subscription.
std::vector<std::string> declared_paragraphs(const std::string& body, float words_shown) {
    constexpr float shortest = 100;  // words; less is a summary
    constexpr float much_less = 0.75F;
    std::vector<std::string> paragraphs;
    float words = 0;
    for (auto& block : find_blocks(HtmlTree{lines_as_paragraphs(body)})) {
        words += block.shape.words;
        paragraphs.push_back(std::move(block.text));
    }
    if (words < shortest || words_shown >= much_less * words) paragraphs.clear();
    return paragraphs;
}

void leave_out_entries(const std::vector<TickerEntry>& ticker, std::vector<HtmlBlock>& blocks) {
    std::unordered_set<std::string> told;
    for (const auto& entry : ticker) {
        told.insert(entry.title);
        for (auto& block : find_blocks(HtmlTree{lines_as_paragraphs(entry.body)})) told.insert(std::move(block.text));
    }
    for (auto& block : blocks) block.kept = block.kept && !told.contains(block.text);
}

/// "Page 2 of 3", "2 of 3"
bool counts_pages(const HtmlBlock& block) {
    if (block.shape.words > 4 || block.shape.digits == 0) return false;
    auto words = spelt_words_of(block.text);
    const bool named = !words.empty() && words.front() == "page";
    if (named) words.erase(words.begin());
    const auto is_number = [](const std::string& word) { return word.find_first_not_of("0123456789") == std::string::npos; };
    if (named && words.size() == 1) return is_number(words.front());
    return words.size() == 3 && is_number(words[0]) && words[1] == "of" && is_number(words[2]);
}

/// A print view that was saved with its page breaks has the running head and the page's number at each.
void leave_out_page_breaks(std::vector<HtmlBlock>& blocks) {
    if (std::ranges::count_if(blocks, counts_pages) < 2) return;
    for (auto& block : blocks) {
        const bool running_head = block.repeats > 0 && !block.shape.is_prose();
        if (running_head || counts_pages(block)) block.kept = false;
    }
}

/// The entries of a live ticker are articles of their own (split_ticker); what is kept of the page is its head.
std::vector<TickerEntry> take_ticker(std::string_view html, const Article& given, const HtmlTree& tree, const PageMeta& meta, std::vector<HtmlBlock>& blocks,
                                     const DateHabits& habits, const std::vector<DateClaim>& dates) {
    if (is_ticker(meta)) {
        leave_out_entries(meta.ticker, blocks);
        return meta.ticker;
    }
    if (!calls_itself_live(html, given.url)) return {};
    std::vector<std::string> refused;
    const auto published = choose_publication(dates, std::nullopt, refused);
    return take_marked_entries(tree, blocks, habits, given.published ? given.published : published ? std::optional{published->instant} : std::nullopt);
}

} // namespace

Extract extract_html(std::string_view html, const Article& given) {
    const HtmlTree tree{html};
    const auto meta = read_meta(tree);
    auto blocks = find_blocks(tree);

    Extract extract;
    extract.url = given.url.empty() ? meta.url : given.url;
    const auto host = host_of(extract.url);
    std::vector<std::string> titles = meta.titles;
    if (!given.title.empty()) titles.insert(titles.begin(), given.title);
    const auto title = title_block(blocks, titles);
    judge_blocks(tree, blocks, title, meta.body);
    extract.title = choose_title(blocks, title, meta, host);
    extract.byline = find_byline(meta, blocks, title);
    extract.language = meta.language;
    extract.publisher = publisher_of_host(host, {});
    if (extract.publisher.empty()) extract.publisher = meta.site;
    auto country = country_of_host(host);
    if (country.empty()) country = country_of_language(first_step(extract.url));
    if (country.empty()) country = country_of_language(meta.language);
    extract.dates = find_dates(meta, blocks, title, extract.url, country);
    leave_out_page_breaks(blocks);
    extract.ticker = take_ticker(html, given, tree, meta, blocks, {.country = country}, extract.dates);
    const auto prose = std::ranges::find_if(blocks, [](const HtmlBlock& block) { return block.kept && block.shape.is_prose(); });
    for (auto block = blocks.begin(); block != prose; ++block) {
        const bool about = is_byline(block->shape) || is_date_alone(block->text, block->shape) || block->text == extract.byline;
        if (about && prose != blocks.end()) block->kept = false;
    }
    for (auto& block : blocks) {
        const bool is_title = block.text == extract.title;
        if (is_title) block.kept = false;
        extract.blocks.push_back({.text = block.text, .score = static_cast<double>(block.body), .kept = block.kept,
                                  .why = std::string{is_title ? "the title" : why(tree, block)}});
    }
    extract.paragraphs = declared_paragraphs(meta.body, words_in(blocks));
    if (!extract.paragraphs.empty()) return extract;
    for (auto& block : blocks) {
        if (block.kept) extract.paragraphs.push_back(std::move(block.text));
    }
    return extract;
}

Extract extract_fragment(std::string_view html) {
    Extract extract;
    for (auto& block : find_blocks(HtmlTree{html})) extract.paragraphs.push_back(std::move(block.text));
    return extract;
}

} // namespace dateline
