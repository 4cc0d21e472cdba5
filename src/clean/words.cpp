// SPDX-License-Identifier: MIT
#include "words.hpp"

#include <dateline/text/fold.hpp>
#include <dateline/text/utf8.hpp>

#include "word_scan.hpp"

namespace dateline {
namespace {

/// Soft hyphens, joiners, direction marks, byte order marks: nothing that a reader sees.
bool is_invisible(char32_t c) noexcept {
    return c == 0xAD || (c >= 0x200B && c <= 0x200F) || (c >= 0x202A && c <= 0x202E) || (c >= 0x2060 && c <= 0x2064) || c == 0xFEFF ||
           (c < 0x20 && !is_space(c)) || c == 0x7F;
}

std::uint8_t kinds_of(char32_t c) noexcept {
    constexpr std::u32string_view separators = U"\u2022\u00B7\u203A\u00BB\u2192\u2190\u25BA\u00D7"; // bullets, arrows, the cross that closes a box
    const auto bit = [](bool set, Character::Kind kind) { return set ? static_cast<unsigned>(kind) : 0U; };
    return static_cast<std::uint8_t>(bit(is_letter(c), Character::letter) | bit(is_upper(c), Character::upper) | bit(is_lower(c), Character::lower) |
                                     bit(is_digit(c), Character::digit) | bit(c == 0x2019, Character::apostrophe) |
                                     bit(separators.find(c) != std::u32string_view::npos, Character::separator));
}

} // namespace

Character character_beyond_ascii(std::string_view text, std::size_t at) noexcept {
    const auto [c, length] = decode(text, at);
    return {length, kinds_of(c)};
}

void add_beyond_ascii(std::string_view character, Word& word) {
    std::string lowered;
    append_lower(lowered, character);
    word.hash = stable_hash(lowered, word.hash);
    word.size += static_cast<std::uint32_t>(lowered.size());
}

std::vector<Word> words_of(std::string_view text) {
    std::vector<Word> words;
    scan_words(text, [&](Word word) { words.push_back(word); }, [](Character) {});
    return words;
}

std::vector<std::string> spelt_words_of(std::string_view text) {
    std::vector<std::string> words;
    std::size_t begin = 0; // of the word, or of what stands where one may start
    std::size_t at = 0;
    const auto finish = [&] {
        if (begin < at) words.push_back(lower(text.substr(begin, at - begin)));
    };
    scan_words(text, [](Word) {}, [&](Character c) {
        if (!c.is_of_word()) {
            finish();
            begin = at + c.length;
        }
        at += c.length;
    });
    finish();
    return words;
}

std::string tidy(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    bool space = false;
    for (std::size_t i = 0; i < text.size();) {
        auto end = i; // of a run of visible ASCII
        while (end < text.size() && text[end] > ' ' && text[end] < 0x7F) ++end;
        if (end > i) {
            if (space && !out.empty()) out += ' ';
            space = false;
            out.append(text, i, end - i);
            i = end;
            continue;
        }
        const auto [c, length] = decode(text, i);
        if (is_space(c)) {
            space = true;
        } else if (!is_invisible(c)) {
            if (space && !out.empty()) out += ' ';
            space = false;
            out.append(text, i, length);
        }
        i += length;
    }
    return out;
}

} // namespace dateline
