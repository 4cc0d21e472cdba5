// SPDX-License-Identifier: MIT
#include "tokens/boundary.hpp"

#include <algorithm>
#include <bit>

#include <dateline/text/hash.hpp>
#include <dateline/text/utf8.hpp>

namespace dateline {
namespace {

constexpr bool contains(std::string_view set, std::string_view form) noexcept {
    return form.size() == 1 && set.find(form[0]) != std::string_view::npos;
}

std::uint32_t word_hash(std::string_view form) noexcept {
    std::uint32_t h = 0x811C'9DC5U;
    for (const char c : form) {
        const auto lower = c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c;
        h = (h ^ static_cast<std::uint8_t>(lower)) * 0x0100'0193U;
    }
    return h;
}

/// "J.", "R.E."
bool is_initials(std::string_view form) noexcept {
    for (std::size_t i = 0; i < form.size(); ++i) {
        if (i % 2 == 0 ? form[i] < 'A' || form[i] > 'Z' : form[i] != '.') return false;
    }
    return true;
}

/// Puts features of numbered kinds together.
class Collector {
public:
    template <class... Values>
    void add(Values... values) noexcept {
        std::uint64_t h = ++m_kind;
        ((h = (h ^ static_cast<std::uint64_t>(values)) * 0x9E37'79B9'7F4A'7C15U, h ^= h >> 29U), ...);
        m_features.hashes[m_features.count++] = static_cast<std::uint32_t>(mix(h));
    }
    [[nodiscard]] const BoundaryFeatures& features() const noexcept { return m_features; }

private:
    BoundaryFeatures m_features;
    std::uint64_t m_kind = 0;
};

/// 0 1 2 3 4-5 6-8 9-14 15-30 31-…
std::uint32_t bucket(std::uint32_t n) noexcept { return n < 4 ? n : 2U + static_cast<std::uint32_t>(std::bit_width(n + n / 3)) - 1U; }

} // namespace

BoundaryReader::BoundaryReader(std::string_view text, const std::vector<Span>& tokens, TokenRange part, const Abbreviations& abbreviations)
    : m_part{part}, m_tokens(part.size()) {
    for (auto t = part.begin; t < part.end; ++t) {
        const auto form = slice(text, tokens[t]);
        m_tokens[t - part.begin] = {.word = word_hash(form),
                                    .shape = shape_of(form, abbreviations),
                                    .length = static_cast<std::uint8_t>(std::min<std::size_t>(form.size(), 255)),
                                    .open = 0,
                                    .space_before = t > part.begin && tokens[t - 1].end < tokens[t].begin};
        const bool after_abbreviation = t > part.begin && text[tokens[t - 1].end - 1] == '.' && tokens[t - 1].size() > 1;
        m_tokens[t - part.begin].opens = after_abbreviation && abbreviations.opens_sentence(form);
    }
    read_layout();
    find_dateline();
}

BoundaryReader::Shape BoundaryReader::shape_of(std::string_view form, const Abbreviations& abbreviations) noexcept {
    const auto first = decode(form, 0);
    if (is_letter(first.value)) {
        if (form.ends_with('.')) {
            const auto kind = abbreviations.find(form.substr(0, form.size() - 1));
            if (!kind && is_initials(form)) return Shape::initial;
            return kind == Abbreviation::title || kind == Abbreviation::inner ? Shape::title : Shape::abbreviation;
        }
        if (form.find("://") != std::string_view::npos || form.find('@') != std::string_view::npos || form.starts_with("www.")) return Shape::address;
        if (!is_upper(first.value)) return std::ranges::any_of(form, [](char c) { return c >= 'A' && c <= 'Z'; }) ? Shape::mixed : Shape::lower;
        if (form.size() == first.length) return Shape::initial;
        return std::ranges::any_of(form.substr(first.length), [](char c) { return c >= 'a' && c <= 'z'; }) ? Shape::capital : Shape::upper;
    }
    if (is_digit(first.value)) return Shape::number;
    if (form == ".") return Shape::period;
    if (form.find_first_not_of(".!?") == std::string_view::npos) return form.starts_with('.') ? Shape::ellipsis : Shape::question;
    if (form == "…") return Shape::ellipsis;
    if (form == ",") return Shape::comma;
    if (form == ":") return Shape::colon;
    if (form == ";") return Shape::semicolon;
    if (form.find_first_not_of('-') == std::string_view::npos || form == "–" || form == "—") return Shape::dash;
    if (contains("([{<", form) || form == "“" || form == "‘" || form == "``") return Shape::opening;
    if (contains(")]}>", form) || form == "”") return Shape::closing;
    if (contains("\"'`", form) || form == "''" || form == "’") return Shape::quote;
    return Shape::symbol;
}

/// What is open after each token, and how much of the paragraph is in capitals (headlines, forms).
void BoundaryReader::read_layout() noexcept {
    std::uint32_t words = 0;
    std::uint32_t capitals = 0;
    std::uint8_t brackets = 0;
    bool quoted = false;
    for (auto& token : m_tokens) {
        if (token.shape == Shape::opening && brackets < 3) ++brackets;
        if (token.shape == Shape::closing && brackets > 0) --brackets;
        if (token.shape == Shape::quote && token.length == 1) quoted = !quoted;
        token.open = static_cast<std::uint8_t>(2 * brackets + (quoted ? 1 : 0));
        words += token.shape == Shape::lower ? 1 : 0;
        capitals += token.shape == Shape::capital || token.shape == Shape::upper ? 1 : 0;
    }
    m_capitals = 10 * capitals / std::max(1U, words + capitals);
}

/// A dateline begins with a place in capitals, has no other words than names and numbers, and ends with a dash; the first sentence
/// goes on after it. The treebanks have next to none to learn from.
void BoundaryReader::find_dateline() noexcept {
    constexpr std::size_t longest = 20;
    if (m_tokens.front().shape != Shape::upper) return;
    for (std::size_t i = 1; i < std::min(longest, m_tokens.size()); ++i) {
        const auto shape = m_tokens[i].shape;
        if (shape == Shape::dash) {
            m_dateline_dash = m_part.begin + static_cast<std::uint32_t>(i);
            return;
        }
        if (shape == Shape::lower || shape == Shape::period || shape == Shape::question || shape == Shape::colon) return;
    }
}

const BoundaryReader::Token& BoundaryReader::at(std::int64_t t) const noexcept {
    static constexpr Token outside{};
    const auto index = t - static_cast<std::int64_t>(m_part.begin);
    return index < 0 || index >= static_cast<std::int64_t>(m_tokens.size()) ? outside : m_tokens[static_cast<std::size_t>(index)];
}

BoundaryReader::Ending BoundaryReader::ending(std::uint32_t t) const noexcept {
    switch (at(t).shape) {
    case Shape::period:
    case Shape::question:
    case Shape::ellipsis:
    case Shape::closing:
    case Shape::quote: return Ending::stop;
    case Shape::initial: return at(t + 1).opens ? Ending::abbreviation_before_opener : Ending::word;
    case Shape::abbreviation: return at(t + 1).opens ? Ending::abbreviation_before_opener : Ending::abbreviation;
    default: return Ending::word;
    }
}

bool BoundaryReader::is_candidate(std::uint32_t t) const noexcept {
    if (m_dateline_dash > 0 && t <= m_dateline_dash) return false;
    return ending(t) == Ending::stop || (at(t + 1).shape != Shape::lower && at(t + 1).space_before);
}

/// Whether a period, a mark or an abbreviation stands there: what begins a sentence after the one, does so after the other.
bool BoundaryReader::stops(Shape shape) noexcept {
    return shape == Shape::period || shape == Shape::question || shape == Shape::ellipsis || shape == Shape::abbreviation;
}

BoundaryFeatures BoundaryReader::features(std::uint32_t t, std::uint32_t sentence_begin) const noexcept {
    const std::int64_t i = t;
    const auto& a2 = at(i - 2);
    const auto& a1 = at(i - 1);
    const auto& a = at(i);
    const auto& b = at(i + 1);
    const auto& b1 = at(i + 2);
    const auto& b2 = at(i + 3);
    const auto since = bucket(t + 1 - sentence_begin);
    const auto left = bucket(m_part.end - t - 1);
    const auto space = b.space_before;

    Collector f;
    f.add(a.word);
    f.add(b.word, space);
    f.add(a.word, b.word);
    f.add(a1.word, a.shape);
    f.add(a1.word, a.word, b.shape);
    f.add(b.word, b1.word);
    f.add(b.word, a.shape);
    f.add(b.word, b1.shape, a.shape);
    f.add(b1.word, b.shape, a.shape);
    f.add(a2.word, a1.shape, a.shape);
    f.add(a.shape, b.shape, space);
    f.add(a1.shape, a.shape, b.shape, space);
    f.add(a.shape, b.shape, b1.shape);
    f.add(a1.shape, a.shape, b.shape, b1.shape);
    f.add(a2.shape, a1.shape, a.shape, b.shape, b1.shape);
    f.add(a1.shape, a.shape, b.shape, b1.shape, b2.shape);
    f.add(a.word, b.shape);
    f.add(a.shape, b.shape, since);
    f.add(a.shape, b.shape, left);
    f.add(a.shape, b.shape, a.open);
    f.add(a.shape, b.shape, m_capitals);
    f.add(a.shape, b.shape, since, m_capitals / 3);
    f.add(a1.shape, a1.length, a.shape, b.shape);
    f.add(a.shape, b.shape, b.length);
    f.add(at(sentence_begin).shape, at(sentence_begin).word, a.shape, b.shape);
    f.add(a1.shape, a.shape, b.word);
    f.add(b.word, stops(a.shape));
    f.add(b.word, b1.shape, stops(a.shape));
    return f.features();
}

} // namespace dateline
