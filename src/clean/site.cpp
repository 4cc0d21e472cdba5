// SPDX-License-Identifier: MIT
#include "site.hpp"

#include <algorithm>

#include <dateline/knowledge/table.hpp>
#include <dateline/text/fold.hpp>
#include <dateline/text/utf8.hpp>

namespace dateline {
namespace {

constexpr std::size_t longest_name = 48; // bytes

/// Rows of the table for the host or, in turn, for what is left without its first label.
std::span<const std::uint32_t> rows_for(const Table& table, std::string_view host) {
    for (;;) {
        const auto rows = table.find(host);
        if (!rows.empty()) return rows;
        const auto dot = host.find('.');
        if (dot == std::string_view::npos || host.find('.', dot + 1) == std::string_view::npos) return {};
        host.remove_prefix(dot + 1);
    }
}

/// The label that a site goes by: "bbc" of news.bbc.co.uk, "thecitizen" of thecitizen.com.
std::string_view own_label(std::string_view host) {
    constexpr std::size_t shortest = 3; // of a label that is no "co" or "org" between the name and the country
    std::string_view own = host;
    for (int cut = 0; cut < 2; ++cut) {
        const auto dot = host.rfind('.');
        if (dot == std::string_view::npos) break;
        host = host.substr(0, dot);
        own = host.substr(host.rfind('.') + 1);
        if (own.size() > shortest || host.find('.') == std::string_view::npos) break;
    }
    return own;
}

/// Letters and digits alone, folded.
std::string squeeze(std::string_view text) {
    std::string out = slug(text);
    std::erase(out, '-');
    return out;
}

} // namespace

std::string normal_address(std::string_view url) {
    if (const auto scheme = url.find("://"); scheme != std::string_view::npos) url.remove_prefix(scheme + 3);
    url = url.substr(0, url.find('#'));
    const auto question = url.find('?');
    auto address = lower(url.substr(0, question));
    if (address.starts_with("www.")) address.erase(0, 4);
    while (address.ends_with('/')) address.pop_back();
    if (question == std::string_view::npos) return address;
    static const Table trackers = Knowledge::built_in().table("url_trackers");
    auto query = url.substr(question + 1);
    char joint = '?';
    while (!query.empty()) {
        const auto end = std::min(query.find('&'), query.size());
        const auto pair = query.substr(0, end);
        query.remove_prefix(std::min(end + 1, query.size()));
        const auto name = pair.substr(0, pair.find('='));
        if (pair.empty() || name.starts_with("utm_") || !trackers.find(name).empty()) continue;
        address += joint;
        address += pair;
        joint = '&';
    }
    return address;
}

std::string host_of(std::string_view url) {
    const auto scheme = url.find("://");
    if (scheme != std::string_view::npos) url.remove_prefix(scheme + 3);
    url = url.substr(0, url.find_first_of("/?#:"));
    if (const auto at = url.rfind('@'); at != std::string_view::npos) url.remove_prefix(at + 1);
    auto host = lower(url);
    if (host.starts_with("www.")) host.erase(0, 4);
    return host.find('.') == std::string::npos ? std::string{} : host;
}

std::string country_of_host(std::string_view host) {
    static const Table publishers = Knowledge::built_in().table("publishers");
    if (const auto rows = rows_for(publishers, host); !rows.empty()) return std::string{publishers.cell(rows.front(), 2)};
    const auto label = host.substr(host.rfind('.') + 1);
    if (label == "gov" || label == "mil") return "us";
    if (label.size() != 2) return {};
    return label == "uk" ? "gb" : std::string{label};
}

std::string publisher_of_host(std::string_view host, std::span<const std::string> texts) {
    static const Table publishers = Knowledge::built_in().table("publishers");
    if (const auto rows = rows_for(publishers, host); !rows.empty()) return std::string{publishers.cell(rows.front(), 1)};
    const auto wanted = squeeze(own_label(host));
    if (wanted.empty()) return {};
    const auto found = std::ranges::find_if(texts, [&](const std::string& text) { return text.size() <= longest_name && squeeze(text) == wanted; });
    return found == texts.end() ? std::string{} : *found;
}

} // namespace dateline
