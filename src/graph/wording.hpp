// SPDX-License-Identifier: MIT
//
// What texts are about, as weighted words: how alike two sentences are, and whether two articles tell the same story.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

namespace dateline {

using WordNumber = std::uint32_t;

/// Words numbered by first appearance, with the number of articles that have them.
class Vocabulary {
public:
    /// The words of a text that carry its matter, sorted, each once: folded, no function words, three letters or more, or a number.
    [[nodiscard]] std::vector<WordNumber> words_of(std::string_view text);
    /// Notes that one article has these words.
    void count(std::span<const WordNumber> words);

    [[nodiscard]] std::uint32_t articles_with(WordNumber word) const noexcept { return m_articles[word]; }
    /// How much a word tells: little when most articles have it. Some hundred articles of other matter are taken to stand beside those
    /// counted, so that what all of a few articles speak of is their theme and no commonplace.
    [[nodiscard]] float weight(WordNumber word) const noexcept;

private:
    std::unordered_map<std::string, WordNumber> m_number;
    std::vector<std::uint32_t> m_articles; ///< by word
    std::uint32_t m_counted = 0;
};

/// Words with their weights, of length 1; by word.
class Wording {
public:
    Wording() = default;
    Wording(std::span<const WordNumber> words, const Vocabulary& vocabulary);

    /// Cosine: 0 nothing in common, 1 the same words.
    [[nodiscard]] double likeness(const Wording& other) const noexcept;
    /// The most telling words that at least one other article has, at most `count`.
    [[nodiscard]] std::vector<WordNumber> telling(std::size_t count, const Vocabulary& vocabulary) const;

private:
    std::vector<std::pair<WordNumber, float>> m_weights;
};

} // namespace dateline
