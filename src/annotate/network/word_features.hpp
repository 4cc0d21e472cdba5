// SPDX-License-Identifier: MIT
//
// What the network sees of a word: the key of its word vector and the buckets of its pieces (affixes, character n-grams, shape,
// and the lists of names that have it).
// Training and running share this file.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

#include "vocabulary.hpp"

namespace dateline::network {

inline constexpr std::uint32_t unknown_word = 0; ///< row of the word vectors
inline constexpr std::uint32_t root_word = 1;
inline constexpr std::uint32_t first_word = 2;

inline constexpr std::size_t max_pieces = 34;

struct WordFeatures {
    std::uint32_t word = unknown_word;
    std::uint32_t piece_count = 0;
    std::uint32_t list_count = 0; ///< of the pieces: the last ones, for the lists that have the word
    std::array<std::uint32_t, max_pieces> pieces{}; ///< below piece_buckets
};

/// The form as the vocabulary has it: lower case, typographic quotes as ASCII. Written to `key`.
void form_key(std::string_view form, std::string& key);
/// "2,017" and "1,853" share a vector where they have none of their own: every digit of the key becomes 0. False without digits.
[[nodiscard]] bool mask_digits(std::string& key);

/// `scratch` keeps its storage from call to call.
[[nodiscard]] WordFeatures word_features(std::string_view form, const Vocabulary& vocabulary, std::string& scratch);
/// Of the pseudo token that stands before a sentence and heads its root.
[[nodiscard]] WordFeatures root_features();

} // namespace dateline::network
