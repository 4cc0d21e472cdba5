// SPDX-License-Identifier: MIT
#include "wording.hpp"

#include <algorithm>
#include <cmath>

#include <dateline/knowledge/table.hpp>
#include <dateline/text/fold.hpp>
#include <dateline/text/utf8.hpp>

namespace dateline {
namespace {

constexpr float other_articles = 1000;

bool is_function_word(std::string_view word) {
    static const auto table = Knowledge::built_in().table("stop_words");
    return !table.find(word).empty();
}

template <class Use>
void for_each_word(std::string_view sentence, const Use& use) {
    const auto text = fold(sentence);
    std::string word;
    std::size_t letters = 0;
    const auto flush = [&] {
        const bool number = !word.empty() && word.front() >= '0' && word.front() <= '9';
        if (number || (letters >= 3 && !is_function_word(word))) use(word);
        word.clear();
        letters = 0;
    };
    for (std::size_t at = 0; at < text.size();) {
        const auto [c, length] = decode(text, at);
        if (is_letter(c) || is_digit(c)) {
            word.append(text, at, length);
            ++letters;
        } else {
            flush();
        }
        at += length;
    }
    flush();
}

} // namespace

std::vector<WordNumber> Vocabulary::words_of(std::string_view text) {
    std::vector<WordNumber> words;
    for_each_word(text, [&](const std::string& word) {
        const auto [it, added] = m_number.try_emplace(word, static_cast<WordNumber>(m_articles.size()));
        if (added) m_articles.push_back(0);
        words.push_back(it->second);
    });
    std::ranges::sort(words);
    words.erase(std::unique(words.begin(), words.end()), words.end());
    return words;
}

void Vocabulary::count(std::span<const WordNumber> words) {
    ++m_counted;
    for (const auto word : words) ++m_articles[word];
}

float Vocabulary::weight(WordNumber word) const noexcept {
    return std::log((other_articles + static_cast<float>(m_counted)) / static_cast<float>(std::max(1U, m_articles[word])));
}

Wording::Wording(std::span<const WordNumber> words, const Vocabulary& vocabulary) {
    m_weights.reserve(words.size());
    float squares = 0;
    for (const auto word : words) {
        const auto weight = vocabulary.weight(word);
        m_weights.emplace_back(word, weight);
        squares += weight * weight;
    }
    for (auto& [word, weight] : m_weights) weight /= std::sqrt(squares);
}

double Wording::likeness(const Wording& other) const noexcept {
    double sum = 0;
    for (auto i = m_weights.begin(), j = other.m_weights.begin(); i != m_weights.end() && j != other.m_weights.end();) {
        if (i->first == j->first) {
            sum += double{i->second} * double{j->second};
            ++i;
            ++j;
        } else if (i->first < j->first) {
            ++i;
        } else {
            ++j;
        }
    }
    return sum;
}

std::vector<WordNumber> Wording::telling(std::size_t count, const Vocabulary& vocabulary) const {
    std::vector<std::pair<std::uint32_t, WordNumber>> shared;
    for (const auto& [word, weight] : m_weights) {
        if (const auto articles = vocabulary.articles_with(word); articles > 1) shared.emplace_back(articles, word);
    }
    const auto end = shared.begin() + static_cast<std::ptrdiff_t>(std::min(count, shared.size()));
    std::partial_sort(shared.begin(), end, shared.end());
    std::vector<WordNumber> words;
    std::transform(shared.begin(), end, std::back_inserter(words), [](const auto& entry) { return entry.second; });
    return words;
}

} // namespace dateline
