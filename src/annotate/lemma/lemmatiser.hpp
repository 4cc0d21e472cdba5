// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include <dateline/core/document.hpp>
#include <dateline/knowledge/table.hpp>

namespace dateline {

/// Gives every token its lemma after its form and XPOS, as UD English does: irregular words from the table lemmas, the inflected
/// others by their ending (lemma_rules), names as they are written.
class Lemmatiser {
public:
    explicit Lemmatiser(const Knowledge& knowledge);

    /// Fills `lemma` and `lemma_text`; requires `token`, `upos`, `xpos`, `head` and `deprel`.
    void lemmatise(Document& document) const;

private:
    void append_lemma(Document& document, std::uint32_t token) const;
    void append_word(std::string& out, std::string_view form, std::string_view tag) const;
    bool append_listed(std::string& out, std::string_view form, std::string_view tag) const;
    void cut_ending(std::string& text, std::size_t begin, std::string_view inflection) const;

    Table m_words;
    Table m_rules;
};

} // namespace dateline
