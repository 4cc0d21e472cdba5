// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "words.hpp"

namespace dateline {

/// What the look of a piece of text says about its being prose or furniture; no word of it is understood.
struct TextShape {
    float words = 0;
    float characters = 0;
    float stop_words = 0;      ///< share of the words that are function words
    float capitalised = 0;     ///< share of the words that start with a capital
    float shouted = 0;         ///< share of the words that are capitals alone
    float digits = 0;          ///< share of the characters
    float marks = 0;           ///< commas, stops and the like inside, a word
    float separators = 0;      ///< bars, bullets, arrows, slashes between words
    float word_length = 0;     ///< mean, in characters
    float glued = 0;           ///< words run together: "HomeAbout"
    float second_person = 0;   ///< share of "you", "your", "we", "our", "us"
    bool ends_sentence = false;
    bool ends_colon = false;
    bool ends_ellipsis = false;
    bool ends_question = false;
    bool starts_lower = false;
    bool starts_digit = false;
    bool has_quote = false;
    bool has_address = false;  ///< a URL or an e-mail address
    bool has_copyright = false;
    bool has_clock = false;    ///< 05:47
    bool has_year = false;     ///< 1900 to 2099
    bool starts_by = false;    ///< "By …"
    float furniture = 0;       ///< how much its words are those of furniture; from the table `furniture_words`
    std::uint8_t heading = 0;  ///< 1: a heading over furniture ("Trending", "Related stories"), from the table `furniture_headings`

    /// Prose beyond doubt: long, with function words, closed like a sentence.
    [[nodiscard]] bool is_prose() const noexcept { return words >= 12 && stop_words >= 0.25F && ends_sentence; }
};

[[nodiscard]] TextShape measure(std::string_view text);
/// The same; `words` become those of the text.
[[nodiscard]] TextShape measure(std::string_view text, std::vector<Word>& words);

/// The numbers of a shape in the order of `shape_names`, for the classifier.
inline constexpr std::array<std::string_view, 25> shape_names{
    "words",          "characters",    "stop_words",   "capitalised",  "shouted",      "digits",     "marks",       "separators",    "word_length",
    "glued",          "second_person", "ends_sentence", "ends_colon",  "ends_ellipsis", "ends_question", "starts_lower", "starts_digit", "has_quote",
    "has_address",    "has_copyright", "has_clock",    "has_year",     "starts_by",    "furniture",  "heading"};
void append_numbers(const TextShape& shape, std::vector<float>& to);

} // namespace dateline
