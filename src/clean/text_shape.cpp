// SPDX-License-Identifier: MIT
#include "text_shape.hpp"

#include <algorithm>
#include <charconv>

#include <dateline/knowledge/table.hpp>
#include <dateline/text/fold.hpp>
#include <dateline/text/utf8.hpp>

namespace dateline {
namespace {

constexpr std::size_t longest_heading = 60; // bytes; a longer line is no heading of a box

/// Soft hyphens, joiners, direction marks, byte order marks: nothing that a reader sees.
bool is_invisible(char32_t c) noexcept {
    return c == 0xAD || (c >= 0x200B && c <= 0x200F) || (c >= 0x202A && c <= 0x202E) || (c >= 0x2060 && c <= 0x2064) || c == 0xFEFF ||
           (c < 0x20 && !is_space(c)) || c == 0x7F;
}

bool is_word_character(char32_t c) noexcept { return is_letter(c) || is_digit(c) || c == '\'' || c == 0x2019; }

bool is_separator(char32_t c) noexcept {
    return c == '|' || c == 0x2022 || c == 0xB7 || c == 0x203A || c == 0xBB || c == '>' || c == 0x2192 || c == 0x2190 || c == 0x25BA || c == '/' ||
           c == 0xD7 || c == '+';
}

bool is_mark(char32_t c) noexcept { return c == ',' || c == '.' || c == ';' || c == ':' || c == '?' || c == '!'; }

bool is_closing(char32_t c) noexcept { return c == '"' || c == '\'' || c == ')' || c == ']' || c == 0x201D || c == 0x2019 || c == 0xBB; }

/// Calls `on_word` for every maximal run of letters, digits and apostrophes, and `on_character` for every character.
template <class OnWord, class OnCharacter>
void scan_words(std::string_view text, const OnWord& on_word, const OnCharacter& on_character) {
    std::size_t begin = 0;
    bool inside = false;
    for (std::size_t i = 0; i < text.size();) {
        const auto [c, length] = decode(text, i);
        const bool word = is_word_character(c);
        if (word && !inside) begin = i;
        if (!word && inside) on_word(text.substr(begin, i - begin));
        inside = word;
        on_character(c);
        i += length;
    }
    if (inside) on_word(text.substr(begin));
}

/// The weight of a word or of two in a row, from the table `furniture_words`.
float furniture_weight(const Table& table, std::string_view words) {
    const auto rows = table.find(words);
    if (rows.empty()) return 0;
    const auto cell = table.cell(rows.front(), 1);
    float weight = 0;
    std::from_chars(cell.data(), cell.data() + cell.size(), weight);
    return weight;
}

/// Counts over the words of a text while it is read once.
struct Counts {
    std::size_t words = 0;
    std::size_t letters = 0;
    std::size_t characters = 0;
    std::size_t stop = 0;
    std::size_t reader = 0;
    std::size_t capital = 0;
    std::size_t shouted = 0;
    std::size_t digits = 0;
    std::size_t marks = 0;
    std::size_t separators = 0;
    std::size_t glued = 0;
    float furniture = 0;
};

class WordCounter {
public:
    explicit WordCounter(Counts& counts) : m_counts{counts} {}

    void count(std::string_view word) {
        static const Table stop_words = Knowledge::built_in().table("stop_words");
        static const Table furniture = Knowledge::built_in().table("furniture_words");
        ++m_counts.words;
        count_letters(word);
        const auto folded = lower(word);
        if (const auto rows = stop_words.find(folded); !rows.empty()) {
            ++m_counts.stop;
            if (stop_words.cell(rows.front(), 1) == "reader") ++m_counts.reader;
        }
        m_counts.furniture += furniture_weight(furniture, folded);
        if (!m_pair.empty()) {
            m_pair += ' ';
            m_pair += folded;
            m_counts.furniture += furniture_weight(furniture, m_pair);
        }
        m_pair = folded;
    }

private:
    void count_letters(std::string_view word) {
        std::size_t upper = 0;
        std::size_t letters = 0;
        bool lower_before = false;
        for (std::size_t i = 0; i < word.size();) {
            const auto [c, length] = decode(word, i);
            i += length;
            ++m_counts.letters;
            letters += is_letter(c) ? 1U : 0U;
            const bool is_capital = is_upper(c);
            upper += is_capital ? 1U : 0U;
            if (lower_before && is_capital) ++m_counts.glued;
            lower_before = is_lower(c);
        }
        if (is_upper(decode(word, 0).value)) ++m_counts.capital;
        if (letters > 1 && upper == letters) ++m_counts.shouted;
    }

    Counts& m_counts;
    std::string m_pair; ///< the word before, and for a moment the two
};

void find_ends(std::string_view text, TextShape& shape) {
    if (text.empty()) return;
    const auto first = decode(text, 0).value;
    shape.starts_lower = is_lower(first);
    shape.starts_digit = is_digit(first);
    shape.starts_by = text.starts_with("By ") || text.starts_with("by ") || text.starts_with("BY ");
    // the last character that is not a closing quote or bracket
    std::size_t at = text.size();
    char32_t last = 0;
    for (int step = 0; step < 4 && at > 0; ++step) {
        do --at;
        while (at > 0 && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U);
        last = decode(text, at).value;
        if (!is_closing(last)) break;
    }
    shape.ends_ellipsis = last == 0x2026 || text.substr(0, at + 1).ends_with("...");
    shape.ends_sentence = !shape.ends_ellipsis && (last == '.' || last == '!' || last == '?');
    shape.ends_question = last == '?';
    shape.ends_colon = last == ':';
}

void find_signs(std::string_view text, TextShape& shape) {
    shape.has_quote = text.find('"') != std::string_view::npos || text.find("\u201C") != std::string_view::npos;
    shape.has_address = text.find("http") != std::string_view::npos || text.find("www.") != std::string_view::npos ||
                        (text.find('@') != std::string_view::npos && text.find('.', text.find('@')) != std::string_view::npos);
    shape.has_copyright = text.find("\u00A9") != std::string_view::npos;
    const auto digit = [&](std::size_t i) { return i < text.size() && text[i] >= '0' && text[i] <= '9'; };
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == ':' && i > 0 && digit(i - 1) && digit(i + 1) && digit(i + 2)) shape.has_clock = true;
        const bool century = text.substr(i).starts_with("19") || text.substr(i).starts_with("20");
        if (century && (i == 0 || !digit(i - 1)) && digit(i + 2) && digit(i + 3) && !digit(i + 4)) shape.has_year = true;
    }
}

std::uint8_t heading_of(std::string_view text) {
    static const Table headings = Knowledge::built_in().table("furniture_headings");
    if (text.size() > longest_heading) return 0;
    std::string key;
    for (const auto& word : words_of(text)) {
        if (!key.empty()) key += ' ';
        key += word;
        const auto rows = headings.find(key);
        if (rows.empty()) continue;
        const bool whole = headings.cell(rows.front(), 1) == "whole";
        if (!whole || key.size() + 3 >= text.size()) return 1;
    }
    return 0;
}

} // namespace

std::vector<std::string> words_of(std::string_view text) {
    std::vector<std::string> words;
    scan_words(text, [&](std::string_view word) { words.push_back(lower(word)); }, [](char32_t) {});
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

TextShape measure(std::string_view text) {
    Counts counts;
    WordCounter counter{counts};
    scan_words(
        text, [&](std::string_view word) { counter.count(word); },
        [&](char32_t c) {
            ++counts.characters;
            counts.digits += is_digit(c) ? 1U : 0U;
            counts.marks += is_mark(c) ? 1U : 0U;
            counts.separators += is_separator(c) ? 1U : 0U;
        });
    const auto share = [](std::size_t part, std::size_t whole) { return whole == 0 ? 0.0F : static_cast<float>(part) / static_cast<float>(whole); };
    TextShape shape{.words = static_cast<float>(counts.words),
                    .characters = static_cast<float>(counts.characters),
                    .stop_words = share(counts.stop, counts.words),
                    .capitalised = share(counts.capital, counts.words),
                    .shouted = share(counts.shouted, counts.words),
                    .digits = share(counts.digits, counts.characters),
                    .marks = share(counts.marks, counts.words),
                    .separators = static_cast<float>(counts.separators),
                    .word_length = share(counts.letters, counts.words),
                    .glued = static_cast<float>(counts.glued),
                    .second_person = share(counts.reader, counts.words),
                    .furniture = counts.furniture,
                    .heading = heading_of(text)};
    find_ends(text, shape);
    find_signs(text, shape);
    return shape;
}

void append_numbers(const TextShape& s, std::vector<float>& to) {
    const auto flag = [](bool set) { return set ? 1.0F : 0.0F; };
    const std::array<float, shape_names.size()> numbers{
        s.words, s.characters, s.stop_words, s.capitalised, s.shouted, s.digits, s.marks, s.separators, s.word_length, s.glued, s.second_person,
        flag(s.ends_sentence), flag(s.ends_colon), flag(s.ends_ellipsis), flag(s.ends_question), flag(s.starts_lower), flag(s.starts_digit),
        flag(s.has_quote), flag(s.has_address), flag(s.has_copyright), flag(s.has_clock), flag(s.has_year), flag(s.starts_by), s.furniture,
        static_cast<float>(s.heading)};
    to.insert(to.end(), numbers.begin(), numbers.end());
}

} // namespace dateline
