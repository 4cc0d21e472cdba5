// SPDX-License-Identifier: MIT
#include "tokens/agency_line.hpp"

#include <algorithm>

namespace dateline {
namespace {

constexpr std::uint32_t longest = 16; ///< tokens before the dash

bool is_dash(std::string_view word) { return word == "-" || word == "--" || word == "\u2013" || word == "\u2014"; }
bool is_lower(char c) { return c >= 'a' && c <= 'z'; }
bool is_capital(char c) { return c >= 'A' && c <= 'Z'; }

bool is_in_capitals(std::string_view word) {
    return word.size() > 1 && std::ranges::count_if(word, is_capital) > 1 && std::ranges::none_of(word, is_lower);
}

/// The place that the sentence opens with is all in capitals: "UNITED NATIONS:", "KABUL (Agency):".
bool opens_in_capitals(std::string_view text, const std::vector<Span>& tokens, std::uint32_t begin, std::uint32_t end) {
    for (auto t = begin; t < end; ++t) {
        const auto word = slice(text, tokens[t]);
        if (word == "(" || word == ",") return t > begin;
        if (!is_in_capitals(word)) return false;
    }
    return true;
}

} // namespace

std::uint32_t end_of_dateline(std::string_view text, const std::vector<Span>& tokens, TokenRange sentence) {
    const auto last = std::min(sentence.end, sentence.begin + longest + 1);
    for (auto t = sentence.begin; t < last; ++t) {
        const auto word = slice(text, tokens[t]);
        if (is_dash(word)) {
            const auto spaced = t > sentence.begin && t + 1 < sentence.end && tokens[t - 1].end < tokens[t].begin && tokens[t].end < tokens[t + 1].begin;
            const auto opens = is_in_capitals(slice(text, tokens[sentence.begin])) || (t > sentence.begin && slice(text, tokens[t - 1]) == ")");
            return spaced && opens ? t + 1 : sentence.begin;
        }
        if (word == ":" && t > sentence.begin && t + 1 < sentence.end) return opens_in_capitals(text, tokens, sentence.begin, t) ? t + 1 : sentence.begin;
        if (is_lower(word.front())) return sentence.begin;
    }
    return sentence.begin;
}

} // namespace dateline
