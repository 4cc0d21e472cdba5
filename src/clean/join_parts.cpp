// SPDX-License-Identifier: MIT
#include <dateline/clean/join_parts.hpp>

#include <algorithm>
#include <charconv>
#include <optional>
#include <utility>

#include <dateline/knowledge/table.hpp>
#include <dateline/text/fold.hpp>

#include "html_blocks.hpp"
#include "page_head.hpp"
#include "site.hpp"
#include "words.hpp"

namespace dateline {
namespace {

constexpr unsigned most_parts = 60;
constexpr std::size_t most_waiting = 256U << 20U; // bytes
constexpr double same_title = 0.5;                // likeness; "Page 2" and a site's name come and go

struct Place {
    std::string address; ///< of the whole article
    unsigned number = 1;
};

std::optional<unsigned> part_number(std::string_view digits) {
    unsigned number = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
    const bool good = error == std::errc{} && end == digits.data() + digits.size() && number >= 1 && number <= most_parts;
    return good ? std::optional{number} : std::nullopt;
}

/// "page=2" of a query.
std::optional<unsigned> number_in_pair(std::string_view pair) {
    static const Table names = Knowledge::built_in().table("url_pages");
    const auto equals = pair.find('=');
    if (equals == std::string_view::npos || names.find(lower(pair.substr(0, equals))).empty()) return std::nullopt;
    return part_number(pair.substr(equals + 1));
}

/// "2", "page-2" as the last step of a path; behind "page", that goes with it.
std::optional<unsigned> take_last_step(std::string& path) {
    const auto slash = path.rfind('/');
    if (slash == std::string::npos) return std::nullopt;
    auto step = std::string_view{path}.substr(slash + 1);
    if (step.starts_with("page-")) step.remove_prefix(5);
    const auto number = part_number(step);
    if (!number) return std::nullopt;
    path.resize(slash);
    if (path.ends_with("/page")) path.resize(path.size() - 5);
    return number;
}

/// Of an address as `normal_address` gives it.
Place place_of(const std::string& address) {
    const auto question = address.find('?');
    Place place{.address = address.substr(0, question)};
    std::optional<unsigned> number;
    std::string query;
    for (auto at = question; at != std::string::npos;) {
        const auto next = address.find('&', at + 1);
        const auto pair = address.substr(at + 1, next == std::string::npos ? next : next - at - 1);
        at = next;
        if (const auto found = number ? std::nullopt : number_in_pair(pair)) number = found;
        else (query += query.empty() ? '?' : '&') += pair;
    }
    if (!number) number = take_last_step(place.address);
    place.address += query;
    place.number = number.value_or(1);
    return place;
}

/// The last step of an article's path, by which links name it: "story.html".
std::string last_step(const std::string& url, unsigned number) {
    auto path = url.substr(0, url.find_first_of("?#"));
    while (path.ends_with('/')) path.pop_back();
    if (number > 1) take_last_step(path);
    return path.substr(path.rfind('/') + 1);
}

/// The number of the part that a link names, given what stands in it behind the article's own address: "/2", "/page/2", "?page=2".
std::optional<unsigned> number_in_link(std::string_view behind) {
    constexpr std::size_t longest = 60; // bytes
    behind = behind.substr(0, std::min(behind.find_first_of("\"'<> #"), longest));
    if (behind.starts_with('/')) behind.remove_prefix(1);
    if (behind.starts_with('?')) {
        const auto pair = behind.substr(1);
        return number_in_pair(pair.substr(0, pair.find('&')));
    }
    if (behind.starts_with("page/") || behind.starts_with("page-")) behind.remove_prefix(5);
    while (behind.ends_with('/')) behind.remove_suffix(1);
    return part_number(behind);
}

/// The highest number of a part that the page has a link to; 1 when there is none.
unsigned last_part_named(std::string_view html, std::string_view step) {
    constexpr std::size_t shortest = 5; // bytes; what is shorter stands everywhere
    unsigned last = 1;
    if (step.size() < shortest) return last;
    for (auto at = html.find(step); at != std::string_view::npos; at = html.find(step, at + step.size())) {
        last = std::max(last, number_in_link(html.substr(at + step.size())).value_or(1));
    }
    return last;
}

bool is_complete(const std::map<unsigned, Page>& parts, unsigned last) { return parts.size() == last && parts.begin()->first == 1 && parts.rbegin()->first == last; }

} // namespace

void PartJoiner::add(Page&& page) {
    if (page.kind != Page::Kind::html) return m_use(std::move(page));
    const auto url = page.given.url.empty() ? address_in(page.content) : page.given.url;
    const auto place = place_of(normal_address(url));
    const auto last = last_part_named(page.content, last_step(url, place.number));
    if (url.empty() || (place.number == 1 && last == 1)) return m_use(std::move(page));

    const auto [found, added] = m_waiting.try_emplace(place.address);
    if (added) m_order.push_back(place.address);
    auto& series = found->second;
    series.last = std::max({series.last, last, place.number});
    if (series.parts.contains(place.number)) return m_use(std::move(page)); // the same once more
    m_bytes += page.content.size();
    series.parts.emplace(place.number, std::move(page));
    if (is_complete(series.parts, series.last)) {
        std::erase(m_order, place.address);
        auto whole = m_waiting.extract(found);
        hand_on(std::move(whole.mapped()));
    } else if (m_bytes > most_waiting) {
        finish();
    }
}

void PartJoiner::finish() {
    for (const auto& address : std::exchange(m_order, {})) {
        auto series = m_waiting.extract(address);
        hand_on(std::move(series.mapped()));
    }
}

/// The first part with all that follow it without a gap; the others as they are.
void PartJoiner::hand_on(Series&& series) {
    std::optional<Page> whole;
    std::vector<Word> title;
    unsigned next = 1;
    std::vector<Page> rest;
    for (auto& [number, page] : series.parts) {
        m_bytes -= page.content.size();
        const auto own_title = words_of(title_in(page.content));
        if (number != next || (whole && likeness(own_title, title) < same_title)) {
            rest.push_back(std::move(page));
            continue;
        }
        ++next;
        if (whole) whole->parts.push_back(std::move(page.content));
        else whole = std::move(page);
        if (number == 1) title = own_title;
    }
    if (whole) m_use(std::move(*whole));
    for (auto& page : rest) m_use(std::move(page));
}

} // namespace dateline
