// SPDX-License-Identifier: MIT
#include "extract.hpp"

#include <algorithm>
#include <map>
#include <optional>

#include <dateline/text/fold.hpp>

#include "dateline_line.hpp"
#include "lines.hpp"
#include "site.hpp"

namespace dateline {
namespace {

constexpr std::size_t head_reach = 12; // lines around the title in which date and byline stand

/// A text as an author types it, rather than the dump of a page: next to no line that is not prose.
bool is_plain(const std::vector<Line>& lines) {
    const auto loose = std::ranges::count_if(lines, [](const Line& line) {
        return line.shape.words < 9 && !line.shape.ends_sentence && !line.shape.ends_colon && !line.shape.has_quote;
    });
    const bool furnished = std::ranges::any_of(lines, [](const Line& line) {
        return line.shape.heading != 0 || line.shape.has_copyright || line.shape.glued >= 2;
    });
    return !furnished && loose <= 2 + static_cast<std::ptrdiff_t>(lines.size() / 8);
}

/// Paragraphs broken over several lines by a typewriter's right margin.
bool is_wrapped(const std::vector<Line>& lines) {
    std::size_t full = 0;
    std::size_t ends = 0;
    float longest = 0;
    for (const auto& line : lines) longest = std::max(longest, line.shape.characters);
    for (const auto& line : lines) {
        if (line.blank_after) ++ends;
        else if (line.shape.characters >= 0.7F * longest) ++full;
    }
    return longest <= 100 && full >= 3 && full * 10 >= 8 * (lines.size() - ends);
}

std::vector<Line> unwrap(std::vector<Line> lines) {
    std::vector<Line> joined;
    for (auto& line : lines) {
        if (joined.empty() || line.blank_before) {
            joined.push_back(std::move(line));
            continue;
        }
        joined.back().text += ' ' + line.text;
        joined.back().blank_after = line.blank_after;
    }
    for (auto& line : joined) line.shape = measure(line.text, line.words);
    return joined;
}

/// A headline on its own: first, followed by an empty line, and no sentence of the text.
std::optional<std::size_t> plain_title(const std::vector<Line>& lines) {
    if (lines.size() < 2 || !lines.front().blank_after || lines.front().shape.words > 35) return std::nullopt;
    return lines.front().shape.is_prose() ? std::nullopt : std::optional{std::size_t{0}};
}

/// "The Daily Desk | Updated: 06-11-2025 05:47 IST": about the article, not of it.
bool is_date_line(const Line& line) {
    if (line.shape.is_prose() || !line.shape.has_year || line.shape.words > 25) return false;
    const auto dates = find_page_dates(line.text, {});
    return !dates.empty() && what_label_says(std::string_view{line.text}.substr(0, dates.front().span.begin)) != DateClaim::What::unclear;
}

/// Where the prose starts; before it stand headline, byline and date.
std::size_t start_of_prose(const std::vector<Line>& lines) {
    const auto prose = std::ranges::find_if(lines, [](const Line& line) { return line.kept && line.shape.is_prose(); });
    return static_cast<std::size_t>(prose - lines.begin());
}

float trust_in_line(const Line& line, std::size_t i, std::optional<std::size_t> title, std::size_t body) {
    if (line.kept && line.shape.is_prose()) return 0;
    const bool head = i < body && (!title || i + 3 >= *title) && i + head_reach >= body;
    float trust = head ? 0.6F : i < body ? 0.3F : 0.1F;
    if (line.shape.words > 25) trust *= 0.5F; // a date among many words is about something else
    return trust;
}

std::vector<DateClaim> find_claims(const std::vector<Line>& lines, std::optional<std::size_t> title, const DateHabits& habits) {
    const auto body = static_cast<std::size_t>(std::ranges::find_if(lines, &Line::kept) - lines.begin());
    std::vector<DateClaim> claims;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const auto trust = trust_in_line(lines[i], i, title, body);
        if (trust <= 0) continue;
        std::size_t behind = 0;
        for (const auto& date : find_page_dates(lines[i].text, habits)) {
            auto what = what_label_says(std::string_view{lines[i].text}.substr(behind, date.span.begin - behind));
            const bool starts_line = date.span.begin == 0;
            if (what == DateClaim::What::unclear && starts_line && i > 0 && lines[i - 1].shape.words <= 3) what = what_label_says(lines[i - 1].text);
            behind = date.span.end;
            const float clock = date.instant.has_time ? 0.15F : 0.0F;
            claims.push_back({.instant = date.instant, .what = what, .source = "visible text", .trust = trust + clock});
        }
    }
    return claims;
}

std::string find_byline(const std::vector<Line>& lines, std::optional<std::size_t> title) {
    const auto body = start_of_prose(lines);
    const auto from = title ? *title + 1 : body - std::min(body, head_reach);
    std::string signature; // "The Daily Desk | Updated: …"
    for (std::size_t i = from; i < std::min(lines.size(), body + 2); ++i) {
        const auto& line = lines[i];
        if (line.kept && line.shape.is_prose()) continue;
        if (lower(line.text).starts_with("written by ") || line.shape.starts_by) {
            if (line.text.size() <= 4) return i + 1 < lines.size() ? tidy_byline(lines[i + 1].text) : std::string{};
            if (auto byline = tidy_byline(line.text); !byline.empty()) return byline;
        }
        const auto bar = line.text.find(" | ");
        if (signature.empty() && bar != std::string::npos && !find_page_dates(line.text, {}).empty() && measure(line.text.substr(0, bar)).digits == 0) {
            signature = tidy_byline(line.text.substr(0, bar));
            if (what_label_says(signature) != DateClaim::What::unclear) signature.clear();
        }
    }
    return signature;
}

/// The host that addresses on the page speak of most: a page names its own more often than others.
std::string host_on_page(const std::vector<Line>& lines) {
    std::map<std::string, int> counts;
    for (const auto& line : lines) {
        if (!line.shape.has_address || (line.kept && line.shape.is_prose())) continue;
        for (std::size_t begin = 0; begin < line.text.size();) {
            const auto end = std::min(line.text.find_first_of(" ,;()<>\"'", begin), line.text.size());
            const auto word = line.text.substr(begin, end - begin);
            begin = end + 1;
            if (word.find('@') == std::string::npos && word.find("://") == std::string::npos && !word.starts_with("www.")) continue;
            if (auto host = host_of(word); !host.empty()) ++counts[host];
        }
    }
    const auto best = std::ranges::max_element(counts, {}, [](const auto& entry) { return entry.second; });
    return best == counts.end() ? std::string{} : best->first;
}

/// "© 2024 The Citizen. All rights reserved" -> "The Citizen"
std::string name_in_copyright(const std::vector<Line>& lines) {
    for (const auto& line : lines) {
        const auto sign = line.text.find("\u00A9");
        if (sign == std::string::npos || line.kept) continue;
        auto rest = line.text.substr(sign + std::string_view{"\u00A9"}.size());
        std::erase_if(rest, [](char c) { return (c >= '0' && c <= '9') || c == '|'; });
        if (const auto end = rest.find_first_of(".,"); end != std::string::npos) rest.resize(end);
        for (const std::string_view word : {"Copyright", "copyright", "All Rights Reserved", "All rights reserved", "- ", "\u2013"}) {
            if (const auto at = rest.find(word); at != std::string::npos) rest.erase(at, word.size());
        }
        auto name = tidy(rest);
        const auto shape = measure(name);
        if (shape.words >= 1 && shape.words <= 6 && shape.capitalised >= 0.6F) return name;
    }
    return {};
}

std::string find_publisher(const std::vector<Line>& lines, const std::string& host) {
    std::vector<std::string> texts;
    for (const auto& line : lines) texts.push_back(line.text);
    if (auto name = publisher_of_host(host, texts); !name.empty()) return name;
    return name_in_copyright(lines);
}

/// The dates of the lines, with day and month in the page's own order.
std::vector<DateClaim> find_dates(const std::vector<Line>& lines, std::optional<std::size_t> title, std::string_view country, const std::string& url) {
    std::vector<PageDate> all;
    std::vector<Day> certain;
    for (const auto& line : lines) {
        for (const auto& date : find_page_dates(line.text, {})) {
            if (date.order == FieldOrder::unknown) certain.push_back(date.instant.day());
            all.push_back(date);
        }
    }
    const auto in_url = find_url_date(url);
    if (in_url) certain.push_back(*in_url);
    auto claims = find_claims(lines, title, {.order = learn_order(all, certain), .country = country});
    if (in_url) {
        claims.push_back({.instant = {.local = date::local_seconds{in_url->time_since_epoch()}}, .what = DateClaim::What::published, .source = "url", .trust = 0.7F});
    }
    return claims;
}

} // namespace

Extract extract_text(std::string_view text, const Article& given) {
    auto lines = split_lines(text);
    if (is_wrapped(lines)) lines = unwrap(std::move(lines));
    const bool plain = is_plain(lines);
    const auto title = plain ? plain_title(lines) : find_title(lines, given.title);
    if (plain) {
        for (auto& line : lines) line.kept = true;
    } else {
        judge_lines(lines, title);
    }
    Extract extract;
    const auto prose = start_of_prose(lines);
    for (std::size_t i = 0; i < lines.size(); ++i) {
        auto& line = lines[i];
        const bool heading = title && line.text == lines[*title].text;
        const bool head = i < prose && prose < lines.size();
        const bool day = head && is_date_alone(line.text, line.shape);
        if (day && extract.dateline.empty()) extract.dateline = line.text;
        line.kept = line.kept && !heading && !day && !(head && is_byline(line.shape)) && (plain || !is_date_line(line));
    }
    if (title) extract.title = lines[*title].text;
    const auto host = given.url.empty() ? host_on_page(lines) : host_of(given.url);
    extract.dates = find_dates(lines, title, country_of_host(host), given.url);
    extract.byline = find_byline(lines, title);
    extract.publisher = find_publisher(lines, host);
    for (auto& line : lines) {
        extract.blocks.push_back({.text = line.text, .score = static_cast<double>(plain ? 1.0F : line.body), .kept = line.kept, .why = plain ? "plain text" : "line classifier"});
        if (line.kept) extract.paragraphs.push_back(std::move(line.text));
    }
    return extract;
}

} // namespace dateline
