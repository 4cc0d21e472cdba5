// SPDX-License-Identifier: MIT
#include "quotes.hpp"

#include <algorithm>

namespace dateline::actors {
namespace {

constexpr int most_nested = 8;             ///< mentions that may begin between a mention's first word and its head
constexpr std::uint32_t silent_sentences = 2; ///< that a quotation may go on without a reporting verb

} // namespace

Quotes::Quotes(const Document& document, const Lexicon& lexicon) : m_document{document}, m_quoted(document.token_count()) {
    bool open = false;
    std::uint32_t paragraph = 0;
    for (const auto& sentence : document.sentences) {
        if (sentence.paragraph != paragraph) open = false; // a quotation that goes on opens anew
        paragraph = sentence.paragraph;
        for (auto t = sentence.tokens.begin; t < sentence.tokens.end; ++t) {
            const auto form = document.form(t);
            if (form == "“" || form == "``") open = true;
            else if (form == "”" || form == "''") open = false;
            else if (form == "\"") open = !open;
            else m_quoted[t] = open;
        }
    }
    for (const auto& sentence : document.sentences) {
        m_reporter.emplace_back();
        if (document.head.empty()) continue;
        for (auto t = sentence.tokens.begin; t < sentence.tokens.end; ++t) {
            const auto verb = document.head[t];
            if (m_quoted[t] || document.deprel[t] != Deprel::nsubj || verb == Document::root || m_quoted[verb]) continue;
            if (!lexicon.reports(document.lemma_of(verb))) continue;
            m_reporter.back() = t;
            break;
        }
    }
}

const Mention* Quotes::speaker(std::uint32_t token, std::span<const Mention> mentions) const {
    const auto here = m_document.sentence_of(token).value;
    for (std::uint32_t back = 0; back <= silent_sentences && back <= here; ++back) {
        const auto& subject = m_reporter[here - back];
        if (!subject) continue;
        auto mention = std::ranges::upper_bound(mentions, *subject, {}, [](const Mention& m) { return m.tokens.begin; });
        for (int step = 0; step < most_nested && mention != mentions.begin(); ++step) {
            --mention;
            if (mention->tokens.contains(*subject) && !mention->actors.empty()) return &*mention;
        }
        return nullptr;
    }
    return nullptr;
}

} // namespace dateline::actors
