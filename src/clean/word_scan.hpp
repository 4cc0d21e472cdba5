// SPDX-License-Identifier: MIT
//
// The loop over the characters and words of a text, for words.cpp and text_shape.cpp. ASCII, nearly all there is, goes by a table.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>
#include <utility>

#include "words.hpp"

namespace dateline {

/// One character and what it is.
struct Character {
    enum Kind : std::uint8_t { letter = 1, upper = 2, lower = 4, digit = 8, apostrophe = 16, mark = 32, separator = 64 };
    std::uint32_t length = 1; ///< bytes
    std::uint8_t kinds = 0;   ///< the bits of what it is

    [[nodiscard]] constexpr bool is(unsigned kind) const noexcept { return (kinds & kind) != 0; }
    [[nodiscard]] constexpr bool is_of_word() const noexcept { return is(letter | digit | apostrophe); }
};

constexpr std::uint8_t ascii_kinds(char c) noexcept {
    if (c >= 'a' && c <= 'z') return Character::letter | Character::lower;
    if (c >= 'A' && c <= 'Z') return Character::letter | Character::upper;
    if (c >= '0' && c <= '9') return Character::digit;
    if (c == '\'') return Character::apostrophe;
    if (std::string_view{",.;:?!"}.find(c) != std::string_view::npos) return Character::mark;
    return std::string_view{"|>/+"}.find(c) != std::string_view::npos ? Character::separator : 0;
}

inline constexpr auto ascii_table = [] {
    std::array<std::uint8_t, 128> table{};
    for (std::size_t c = 0; c < table.size(); ++c) table[c] = ascii_kinds(static_cast<char>(c));
    return table;
}();

[[nodiscard]] Character character_beyond_ascii(std::string_view text, std::size_t at) noexcept;
void add_beyond_ascii(std::string_view character, Word& word);

/// Reads `text` once: `on_character(Character)` for every character, `on_word(Word)` behind the last one of every word.
template <class OnWord, class OnCharacter>
void scan_words(std::string_view text, const OnWord& on_word, const OnCharacter& on_character) {
    Word word;
    for (std::size_t i = 0; i < text.size();) {
        const auto byte = static_cast<unsigned char>(text[i]);
        const auto c = byte < 0x80 ? Character{1, ascii_table[byte]} : character_beyond_ascii(text, i);
        if (!c.is_of_word()) {
            if (word.size > 0) on_word(std::exchange(word, {}));
        } else if (byte < 0x80) {
            const auto lower = static_cast<char>(c.is(Character::upper) ? byte | 0x20U : byte);
            word.hash = stable_hash({&lower, 1}, word.hash);
            ++word.size;
        } else {
            add_beyond_ascii(text.substr(i, c.length), word);
        }
        on_character(c);
        i += c.length;
    }
    if (word.size > 0) on_word(word);
}

} // namespace dateline
