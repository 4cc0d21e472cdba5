// SPDX-License-Identifier: MIT
#include "lemma/lemmatiser.hpp"

#include <dateline/text/fold.hpp>

namespace dateline {

Lemmatiser::Lemmatiser(const Knowledge& /*knowledge*/) {}

void Lemmatiser::lemmatise(Document& document) const {
    document.lemma.clear();
    document.lemma_text.clear();
    document.lemma.reserve(document.token.size());
    document.lemma_text.reserve(document.text.size());
    for (std::uint32_t t = 0; t < document.token_count(); ++t) {
        const auto begin = static_cast<std::uint32_t>(document.lemma_text.size());
        if (document.upos[t] == Upos::propn) {
            document.lemma_text += document.form(t);
        } else {
            append_lower(document.lemma_text, document.form(t));
        }
        document.lemma.push_back({begin, static_cast<std::uint32_t>(document.lemma_text.size())});
    }
}

} // namespace dateline
