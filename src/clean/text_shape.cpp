// SPDX-License-Identifier: MIT
#include "text_shape.hpp"

#include <span>
#include <utility>

#include <dateline/knowledge/table.hpp>
#include <dateline/text/utf8.hpp>

#include "hash_map.hpp"
#include "word_scan.hpp"

namespace dateline {
namespace {

constexpr std::size_t longest_heading = 60; // bytes; a longer line is no heading of a box

bool is_closing(char32_t c) noexcept { return c == '"' || c == '\'' || c == ')' || c == ']' || c == 0x201D || c == 0x2019 || c == 0xBB; }

/// What the tables say of words, or of a few in a row, by their number.
class Vocabulary {
public:
    enum class Heading : std::uint8_t { none, start, whole };
    struct Entry {
        bool stop = false;
        bool reader = false;   ///< a stop word that speaks to the reader
        float furniture = 0;   ///< from the table `furniture_words`
        Heading heading = Heading::none;
    };

    Vocabulary() {
        const auto stop_words = Knowledge::built_in().table("stop_words");
        for (std::uint32_t row = 0; row < stop_words.rows(); ++row) {
            auto& entry = entry_of(stop_words.cell(row, 0));
            entry.stop = true;
            entry.reader = stop_words.cell(row, 1) == "reader";
        }
        const auto furniture = Knowledge::built_in().table("furniture_words");
        for (std::uint32_t row = 0; row < furniture.rows(); ++row) entry_of(furniture.cell(row, 0)).furniture = number_in<float>(furniture, row, 1);
        const auto headings = Knowledge::built_in().table("furniture_headings");
        for (std::uint32_t row = 0; row < headings.rows(); ++row) {
            entry_of(headings.cell(row, 0)).heading = headings.cell(row, 1) == "whole" ? Heading::whole : Heading::start;
        }
    }

    [[nodiscard]] Entry find(std::uint64_t row) const noexcept {
        const auto* const found = m_entries.find(row);
        return found == nullptr ? Entry{} : *found;
    }
    [[nodiscard]] static std::uint64_t number_of(Word word) noexcept { return row_hash(0, word); }

private:
    Entry& entry_of(std::string_view words) {
        std::uint64_t row = 0;
        for (const auto word : words_of(words)) row = row_hash(row, word);
        return m_entries[row];
    }

    HashMap<Entry> m_entries;
};

const Vocabulary& vocabulary() {
    static const Vocabulary words;
    return words;
}

/// Counts over a text while it is read once.
class Counter {
public:
    explicit Counter(std::vector<Word>& words) : m_words{words} {}

    void add(Character c) {
        ++m_characters;
        m_digits += c.is(Character::digit) ? 1U : 0U;
        m_marks += c.is(Character::mark) ? 1U : 0U;
        m_separators += c.is(Character::separator) ? 1U : 0U;
        const bool upper = c.is(Character::upper);
        if (c.is_of_word()) {
            if (upper && m_word_characters == 0) ++m_capital;
            ++m_word_characters;
            m_word_letters += c.is(Character::letter) ? 1U : 0U;
            m_word_upper += upper ? 1U : 0U;
            if (upper && m_lower_before) ++m_glued;
        }
        m_lower_before = c.is(Character::lower);
    }
    void close(Word word) {
        m_letters += std::exchange(m_word_characters, 0U);
        const auto letters = std::exchange(m_word_letters, 0U);
        const auto upper = std::exchange(m_word_upper, 0U);
        if (letters > 1 && letters == upper) ++m_shouted;
        const auto entry = m_vocabulary.find(Vocabulary::number_of(word));
        m_stop += entry.stop ? 1U : 0U;
        m_reader += entry.reader ? 1U : 0U;
        m_furniture += entry.furniture;
        if (!m_words.empty()) m_furniture += m_vocabulary.find(row_hash(Vocabulary::number_of(m_words.back()), word)).furniture;
        m_words.push_back(word);
    }
    [[nodiscard]] TextShape shape() const {
        const auto share = [](std::size_t part, std::size_t whole) { return whole == 0 ? 0.0F : static_cast<float>(part) / static_cast<float>(whole); };
        return {.words = static_cast<float>(m_words.size()),
                .characters = static_cast<float>(m_characters),
                .stop_words = share(m_stop, m_words.size()),
                .capitalised = share(m_capital, m_words.size()),
                .shouted = share(m_shouted, m_words.size()),
                .digits = share(m_digits, m_characters),
                .marks = share(m_marks, m_words.size()),
                .separators = static_cast<float>(m_separators),
                .word_length = share(m_letters, m_words.size()),
                .glued = static_cast<float>(m_glued),
                .second_person = share(m_reader, m_words.size()),
                .furniture = m_furniture};
    }

private:
    const Vocabulary& m_vocabulary = vocabulary();
    std::vector<Word>& m_words;
    std::size_t m_characters = 0;
    std::size_t m_digits = 0;
    std::size_t m_marks = 0;
    std::size_t m_separators = 0;
    std::size_t m_letters = 0; ///< characters of words
    std::size_t m_stop = 0;
    std::size_t m_reader = 0;
    std::size_t m_capital = 0;
    std::size_t m_shouted = 0;
    std::size_t m_glued = 0;
    float m_furniture = 0;
    std::size_t m_word_characters = 0; ///< of the word that is being read
    std::size_t m_word_letters = 0;
    std::size_t m_word_upper = 0;
    bool m_lower_before = false;
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

std::uint8_t heading_of(std::string_view text, std::span<const Word> words) {
    if (text.size() > longest_heading) return 0;
    std::uint64_t row = 0;
    std::size_t size = 0;
    for (const auto word : words) {
        row = row_hash(row, word);
        size += word.size + (size > 0 ? 1U : 0U);
        const auto heading = vocabulary().find(row).heading;
        if (heading == Vocabulary::Heading::none) continue;
        if (heading == Vocabulary::Heading::start || size + 3 >= text.size()) return 1;
    }
    return 0;
}

} // namespace

TextShape measure(std::string_view text) {
    std::vector<Word> words;
    return measure(text, words);
}

TextShape measure(std::string_view text, std::vector<Word>& words) {
    words.clear();
    Counter counter{words};
    scan_words(text, [&](Word word) { counter.close(word); }, [&](Character c) { counter.add(c); });
    auto shape = counter.shape();
    shape.heading = heading_of(text, words);
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
