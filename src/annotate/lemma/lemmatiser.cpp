// SPDX-License-Identifier: MIT
#include "lemma/lemmatiser.hpp"

#include <algorithm>
#include <charconv>
#include <iterator>
#include <string>

#include <dateline/text/fold.hpp>

#include "tokens/word_key.hpp"

namespace dateline {
namespace {

/// The class of inflection in lemma_rules that a Penn tag stands for; empty where words do not inflect.
std::string_view inflection_of(std::string_view tag) noexcept {
    if (tag == "NNS" || tag == "NNPS") return "plural";
    if (tag == "VBZ") return "present";
    if (tag == "VBD" || tag == "VBN") return "past";
    if (tag == "VBG") return "participle";
    if (tag == "JJR" || tag == "RBR") return "comparative";
    if (tag == "JJS" || tag == "RBS") return "superlative";
    return {};
}

bool is_upper(char c) noexcept { return c >= 'A' && c <= 'Z'; }
bool is_lower(char c) noexcept { return c >= 'a' && c <= 'z'; }
bool is_digit(char c) noexcept { return c >= '0' && c <= '9'; }

char to_upper(char c) noexcept { return is_lower(c) ? static_cast<char>(c - 'a' + 'A') : c; }

bool is_capitals(std::string_view form) noexcept { return form.size() > 1 && std::ranges::all_of(form, is_upper); }

/// Whether a name in capitals is written so for its looks (PUTIN) and not as an acronym (NATO): it is long, or its neighbours are
/// in capitals as well.
bool shouts(const Document& document, std::uint32_t token) noexcept {
    const auto form = document.form(token);
    if (!is_capitals(form)) return false;
    if (form.size() >= 6) return true;
    const auto loud = [&](std::uint32_t t) { return document.form(t).size() > 2 && is_capitals(document.form(t)); };
    return form.size() >= 4 && ((token > 0 && loud(token - 1)) || (token + 1 < document.token_count() && loud(token + 1)));
}

/// A name is its own lemma, with a capital where it lacks one and without those that only shout.
void append_name(Document& document, std::uint32_t token) {
    const auto form = document.form(token);
    auto& out = document.lemma_text;
    const auto begin = out.size();
    if (shouts(document, token)) {
        append_lower(out, form);
    } else {
        out += form;
        if (form.size() <= 2 || !std::ranges::all_of(form, is_lower)) return;
    }
    out[begin] = to_upper(out[begin]);
}

/// 's is a form of "be" and of "have"; it is "have" where it helps a past participle that is not passive.
bool helps_perfect(const Document& document, std::uint32_t token) noexcept {
    const auto head = document.head[token];
    return document.deprel[token] == Deprel::aux && head != Document::root && xpos_name(document.xpos[head]) == "VBN";
}

} // namespace

Lemmatiser::Lemmatiser(const Knowledge& knowledge) : m_words{knowledge.table("lemmas")}, m_rules{knowledge.table("lemma_rules")} {}

void Lemmatiser::lemmatise(Document& document) const {
    document.lemma.clear();
    document.lemma_text.clear();
    document.lemma.reserve(document.token.size());
    document.lemma_text.reserve(document.text.size() + document.token.size());
    for (std::uint32_t t = 0; t < document.token_count(); ++t) {
        const auto begin = static_cast<std::uint32_t>(document.lemma_text.size());
        append_lemma(document, t);
        document.lemma.push_back({begin, static_cast<std::uint32_t>(document.lemma_text.size())});
    }
}

void Lemmatiser::append_lemma(Document& document, std::uint32_t token) const {
    const auto form = document.form(token);
    const auto tag = xpos_name(document.xpos[token]);
    auto& out = document.lemma_text;
    if (tag == "VBZ" && (form == "'s" || form == "’s") && helps_perfect(document, token)) {
        out += "have";
    } else if (append_listed(out, form, tag)) {
        // the form as it is written is known
    } else if (tag == "NNP") {
        append_name(document, token);
    } else if (tag == "ADD") {
        out += form;
    } else if (tag == "CD" && is_digit(form.front())) {
        std::ranges::copy_if(form, std::back_inserter(out), [](char c) { return c != ','; });
    } else {
        append_word(out, form, tag);
    }
}

/// The lemma of a word that may be written with a capital only because a sentence or a headline is.
void Lemmatiser::append_word(std::string& out, std::string_view form, std::string_view tag) const {
    const auto begin = out.size();
    const WordKey key{form};
    const auto inflection = inflection_of(tag);
    if (!append_listed(out, key.view(), tag) && !append_listed(out, key.view(), inflection)) {
        append_lower(out, form);
        if (!inflection.empty() && !is_digit(form.front())) cut_ending(out, begin, inflection);
    }
    if (tag == "NNPS" && out.size() > begin) out[begin] = to_upper(out[begin]);
}

bool Lemmatiser::append_listed(std::string& out, std::string_view form, std::string_view tag) const {
    for (const auto row : m_words.find(form)) {
        if (m_words.cell(row, 1) != tag) continue;
        out += m_words.cell(row, 2);
        return true;
    }
    return false;
}

/// Rewrites the word that `text` ends with, from `begin` on, by the longest ending that has a rule.
void Lemmatiser::cut_ending(std::string& text, std::size_t begin, std::string_view inflection) const {
    constexpr std::size_t longest = 6;
    const auto word = std::string_view{text}.substr(begin);
    for (auto size = std::min(longest, word.size());; --size) {
        for (const auto row : m_rules.find(size == 0 ? "*" : word.substr(word.size() - size))) {
            if (m_rules.cell(row, 1) != inflection) continue;
            std::size_t cut = 0;
            const auto digits = m_rules.cell(row, 2);
            std::from_chars(digits.data(), digits.data() + digits.size(), cut);
            if (cut >= word.size()) return;
            text.resize(text.size() - cut);
            text += m_rules.cell(row, 3);
            return;
        }
        if (size == 0) return;
    }
}

} // namespace dateline
