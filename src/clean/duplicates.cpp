// SPDX-License-Identifier: MIT
#include <dateline/clean/duplicates.hpp>

#include <algorithm>
#include <limits>

#include <dateline/text/hash.hpp>

#include "site.hpp"
#include "words.hpp"

namespace dateline {
namespace {

constexpr std::size_t shingle = 4;       // words
constexpr std::size_t shortest = 30;     // words of a body that can be known again
constexpr std::size_t rows = 4;          // hashes of a band: bodies that share half of their shingles nearly always share a band
constexpr double alike = 0.75;           // share of equal hashes; papers cut the end of wire copy and add a line
constexpr double unlike = 0.1;           // share of equal hashes; an article that was changed keeps most of its text
constexpr std::size_t most_looked_at = 16; // bodies of one band, so that a flood of alike pages stays linear

std::array<std::uint32_t, 64> least_hashes(const std::vector<Word>& words) {
    std::array<std::uint32_t, 64> least{};
    least.fill(std::numeric_limits<std::uint32_t>::max());
    for (std::size_t i = 0; i + shingle <= words.size(); ++i) {
        std::uint64_t h = 0;
        for (std::size_t k = 0; k < shingle; ++k) h = mix(h ^ words[i + k].hash);
        // Kirsch and Mitzenmacher 2006: a + k·b behaves as so many hash functions
        auto value = static_cast<std::uint32_t>(h);
        const auto step = static_cast<std::uint32_t>(h >> 32U) | 1U;
        for (auto& smallest : least) {
            smallest = std::min(smallest, value);
            value += step;
        }
    }
    return least;
}

double share_of_equal(const std::array<std::uint32_t, 64>& a, const std::array<std::uint32_t, 64>& b) {
    std::size_t equal = 0;
    for (std::size_t i = 0; i < a.size(); ++i) equal += a[i] == b[i] ? 1U : 0U;
    return static_cast<double>(equal) / static_cast<double>(a.size());
}

std::uint64_t band(const std::array<std::uint32_t, 64>& body, std::size_t first) {
    std::uint64_t h = first;
    for (std::size_t k = 0; k < rows; ++k) h = mix(h ^ body[first + k]);
    return h;
}

} // namespace

Fingerprint fingerprint(const Article& article) {
    Fingerprint print{.address = normal_address(article.url), .body = std::nullopt};
    const auto words = words_of(article.text);
    if (words.size() >= shingle) print.body = least_hashes(words);
    print.is_telling = words.size() >= shortest;
    return print;
}

std::optional<std::uint32_t> Duplicates::find_address(const Fingerprint& print) const {
    const auto known = print.address.empty() ? m_addresses.end() : m_addresses.find(print.address);
    if (known == m_addresses.end()) return std::nullopt;
    const auto& there = m_seen[known->second].body;
    const bool other = print.body && there && share_of_equal(*print.body, *there) < unlike;
    return other ? std::nullopt : std::optional{known->second};
}

std::optional<std::uint32_t> Duplicates::find_body(const Fingerprint& print) const {
    std::optional<std::uint32_t> first;
    for (std::size_t at = 0; at < print.body->size(); at += rows) {
        auto [begin, end] = m_bands.equal_range(band(*print.body, at));
        for (std::size_t looked = 0; begin != end && looked < most_looked_at; ++begin, ++looked) {
            if (share_of_equal(*print.body, *m_seen[begin->second].body) < alike) continue;
            if (!first || begin->second < *first) first = begin->second;
        }
    }
    return first;
}

std::optional<std::string> Duplicates::add(const std::string& id, const Fingerprint& print) {
    auto same = find_address(print);
    if (!same && print.is_telling) same = find_body(print);
    if (same) return m_seen[*same].id;
    const auto place = static_cast<std::uint32_t>(m_seen.size());
    if (!print.address.empty()) m_addresses.emplace(print.address, place);
    if (print.is_telling) {
        for (std::size_t at = 0; at < print.body->size(); at += rows) m_bands.emplace(band(*print.body, at), place);
    }
    m_seen.push_back({.id = id, .body = print.body});
    return std::nullopt;
}

} // namespace dateline
