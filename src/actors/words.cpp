// SPDX-License-Identifier: MIT
#include "words.hpp"

#include <dateline/text/fold.hpp>
#include <dateline/text/utf8.hpp>

namespace dateline::actors {

Words::Words(const Document& document) {
    m_keys.reserve(document.text.size());
    m_key.reserve(document.token.size());
    m_shape.reserve(document.token.size());
    for (std::uint32_t t = 0; t < document.token_count(); ++t) read_token(document.form(t));
    for (const auto& sentence : document.sentences) mark_sentence(sentence);
}

void Words::read_token(std::string_view form) {
    const auto begin = static_cast<std::uint32_t>(m_keys.size());
    std::uint8_t shape = only_upper;
    bool ascii = true;
    std::uint32_t letters = 0;
    for (std::size_t i = 0; i < form.size();) {
        const auto [c, length] = decode(form, i);
        ascii = ascii && c < 0x80;
        if (c == U'.') shape |= has_dot;
        if (is_letter(c)) {
            if (letters++ == 0 && is_upper(c)) shape |= first_upper;
            if (!is_upper(c)) shape &= static_cast<std::uint8_t>(~only_upper);
        }
        if (ascii && (is_letter(c) || is_digit(c))) m_keys += static_cast<char>(is_upper(c) ? c + 32 : c);
        i += length;
    }
    if (!ascii) { // the long way, which news in English seldom goes
        m_keys.resize(begin);
        const auto folded = fold(form);
        for (std::size_t i = 0; i < folded.size();) {
            const auto [c, length] = decode(folded, i);
            if (is_letter(c) || is_digit(c)) m_keys.append(folded, i, length);
            i += length;
        }
    }
    if (letters > 0) shape |= letter;
    if (m_keys.size() == begin && (form == "-" || form == "–" || form == "'" || form == "’" || form == "/" || form == ".")) shape |= joins;
    if (form == "'s" || form == "’s" || form == "'S" || form == "’S" || form == "'" || form == "’") shape |= owns;
    if (letters < 2) shape &= static_cast<std::uint8_t>(~only_upper);
    m_shape.push_back(shape);
    m_key.push_back({begin, static_cast<std::uint32_t>(m_keys.size())});
}

void Words::mark_sentence(const Sentence& sentence) {
    const auto tokens = sentence.tokens;
    std::uint32_t words = 0, long_words = 0, shouting = 0, capitals = 0;
    for (auto t = tokens.begin; t < tokens.end; ++t) {
        if (!has_letter(t)) continue;
        ++words;
        shouting += all_capitals(t) ? 1U : 0U;
        if (m_key[t].size() < 4) continue;
        ++long_words;
        capitals += capital(t) ? 1U : 0U;
    }
    std::uint8_t mark = 0;
    if (words >= 3 && shouting * 10 >= words * 7) mark |= in_capitals;
    if (sentence.headline && long_words >= 3 && capitals * 10 >= long_words * 8) mark |= in_title;
    if (mark == 0) return;
    for (auto t = tokens.begin; t < tokens.end; ++t) m_shape[t] |= mark;
}

} // namespace dateline::actors
