// SPDX-License-Identifier: MIT
//
// Text as the words that it is made of: maximal runs of letters, digits and apostrophes. A page has thousands of them, and each is looked
// up and compared many times; so a word is a number, worked out while the text is read once, and not a string.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <dateline/text/hash.hpp>

namespace dateline {

/// A word in lower case, without its letters.
struct Word {
    std::uint64_t hash = stable_hash({}); ///< of its bytes
    std::uint32_t size = 0;               ///< in bytes
};

/// The number of a row of words to which one more is added.
[[nodiscard]] constexpr std::uint64_t row_hash(std::uint64_t row, Word next) noexcept { return mix(row * 31 + next.hash); }

[[nodiscard]] std::vector<Word> words_of(std::string_view text);

/// The words themselves, in lower case.
[[nodiscard]] std::vector<std::string> spelt_words_of(std::string_view text);

/// `text` without white space around it and with every run of it as one space; invisible characters dropped.
[[nodiscard]] std::string tidy(std::string_view text);

} // namespace dateline
