// SPDX-License-Identifier: MIT
#include "lexer.hpp"

#include <array>
#include <charconv>

#include <dateline/text/utf8.hpp>

namespace dateline::time {
namespace {

constexpr bool is_ascii_letter(char c) noexcept { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
constexpr bool is_ascii_digit(char c) noexcept { return c >= '0' && c <= '9'; }
constexpr bool is_ascii_upper(char c) noexcept { return c >= 'A' && c <= 'Z'; }
constexpr bool is_ascii_space(char c) noexcept { return c == ' ' || (c >= '\t' && c <= '\r'); }

/// One pass over the text; never looks back, and ahead by a few bytes only.
class Lexer {
public:
    Lexer(std::string_view text, const Lexicon& lexicon) : m_text{text}, m_lexicon{lexicon} { m_atoms.reserve(text.size() / 5 + 8); }

    std::vector<Atom> run() && {
        while (m_at < m_text.size()) step();
        return std::move(m_atoms);
    }

private:
    void step() {
        const char c = m_text[m_at];
        if (is_ascii_letter(c)) return word();
        if (is_ascii_digit(c)) return digits();
        if (is_ascii_space(c)) return space();
        if (static_cast<unsigned char>(c) < 0x80) return c == '\'' ? apostrophe(1) : mark(c, 1);
        foreign();
    }

    [[nodiscard]] char peek(std::size_t ahead) const noexcept { return m_at + ahead < m_text.size() ? m_text[m_at + ahead] : '\0'; }

    void space() {
        int line_ends = 0;
        for (; m_at < m_text.size() && is_ascii_space(m_text[m_at]); ++m_at) line_ends += m_text[m_at] == '\n' ? 1 : 0;
        m_glued = false;
        if (line_ends < 2) return;
        push(m_at, m_at, Atom::Kind::mark).mark = '\n';
        m_glued = false;
    }

    /// Not ASCII: typographic dashes, quotes and spaces count as their plain forms, letters as part of a word.
    void foreign() {
        const auto [c, length] = decode(m_text, m_at);
        if (is_space(c)) {
            m_at += length;
            m_glued = false;
        } else if ((c >= 0x2010 && c <= 0x2015) || c == 0x2212) {
            mark('-', length);
        } else if (c == 0x2018 || c == 0x2019 || c == 0x02BC) {
            apostrophe(length);
        } else if (is_letter(c)) {
            word();
        } else {
            mark('?', length);
        }
    }

    [[nodiscard]] std::size_t letters_from(std::size_t at) const {
        while (at < m_text.size()) {
            if (is_ascii_letter(m_text[at])) {
                ++at;
                continue;
            }
            if (static_cast<unsigned char>(m_text[at]) < 0x80) break;
            const auto [c, length] = decode(m_text, at);
            if (!is_letter(c)) break;
            at += length;
        }
        return at;
    }

    void word() {
        auto end = letters_from(m_at);
        if (end == m_at + 1) end = dotted(end);
        auto* const found = &look_up(m_at, end);
        if (found->is(WordClass::abbreviation) && end < m_text.size() && m_text[end] == '.') ++end;
        const bool capital = is_ascii_upper(m_text[m_at]);
        auto& atom = push(m_at, end, Atom::Kind::word);
        atom.word = found;
        atom.capital = capital;
    }

    /// "a.m.", "B.C.E", "U.S.": single letters with dots, when the table knows them; else the letter alone.
    [[nodiscard]] std::size_t dotted(std::size_t end) const {
        auto stop = end;
        while (stop + 1 < m_text.size() && m_text[stop] == '.' && is_ascii_letter(m_text[stop + 1]) &&
               letters_from(stop + 1) == stop + 2 && stop - m_at < 8) {
            stop += 2;
        }
        if (stop == end || !look_up(m_at, stop).known()) return end;
        return stop < m_text.size() && m_text[stop] == '.' ? stop + 1 : stop;
    }

    const Word& look_up(std::size_t begin, std::size_t end) const {
        std::array<char, 24> lower{};
        const auto size = end - begin;
        if (size > lower.size() || size > m_lexicon.longest()) return m_lexicon.find({});
        for (std::size_t i = 0; i < size; ++i) {
            const char c = m_text[begin + i];
            lower[i] = is_ascii_upper(c) ? static_cast<char>(c + ('a' - 'A')) : c;
        }
        return m_lexicon.find({lower.data(), size});
    }

    void digits() {
        auto end = m_at;
        while (end < m_text.size() && is_ascii_digit(m_text[end])) ++end;
        std::int32_t number = -1;
        if (end - m_at <= 9) std::from_chars(m_text.data() + m_at, m_text.data() + end, number);
        push(m_at, end, Atom::Kind::digits).number = number;
    }

    /// "'s", "'ll", "'clock" are atoms of their own; before digits the apostrophe stands alone ("'90s").
    void apostrophe(std::uint32_t length) {
        const auto end = letters_from(m_at + length);
        if (end == m_at + length || !m_glued) return mark('\'', length);
        std::array<char, 8> lower{'\''};
        const auto size = end - m_at - length;
        const Word* found = &m_lexicon.find({});
        if (size < lower.size()) {
            for (std::size_t i = 0; i < size; ++i) lower[i + 1] = static_cast<char>(m_text[m_at + length + i] | 0x20);
            found = &m_lexicon.find({lower.data(), size + 1});
        }
        push(m_at, end, Atom::Kind::word).word = found;
    }

    void mark(char c, std::uint32_t length) { push(m_at, m_at + length, Atom::Kind::mark).mark = c; }

    Atom& push(std::size_t begin, std::size_t end, Atom::Kind kind) {
        m_atoms.push_back({.span = {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)},
                           .word = &m_lexicon.find({}), .kind = kind, .glued = m_glued});
        m_at = end;
        m_glued = true;
        return m_atoms.back();
    }

    std::string_view m_text;
    const Lexicon& m_lexicon;
    std::vector<Atom> m_atoms;
    std::size_t m_at = 0;
    bool m_glued = false;
};

} // namespace

std::vector<Atom> lex(std::string_view text, const Lexicon& lexicon) { return Lexer{text, lexicon}.run(); }

} // namespace dateline::time
