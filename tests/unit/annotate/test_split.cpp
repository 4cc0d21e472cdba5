// SPDX-License-Identifier: MIT
#include <string>

#include <catch2/catch.hpp>

#include <dateline/annotate/annotator.hpp>

#include "corpus.hpp"

using namespace dateline; // NOLINT: a test file

namespace {

bool continues_word(const Document& document, std::uint32_t token) {
    for (const auto& multiword : document.multiwords) {
        if (multiword.begin < token && token < multiword.end) return true;
    }
    return false;
}

std::string show(const Document& document) {
    std::string out;
    std::uint32_t paragraph = 0;
    for (const auto& sentence : document.sentences) {
        if (sentence.paragraph != paragraph) out += '\n';
        paragraph = sentence.paragraph;
        for (auto t = sentence.tokens.begin; t < sentence.tokens.end; ++t) {
            if (t > sentence.tokens.begin) out += continues_word(document, t) ? '~' : ' ';
            out += document.form(t);
        }
        out += '\n';
    }
    return out;
}

} // namespace

TEST_CASE("text is split into sentences and tokens") {
    const Annotator annotator;
    test::check_corpus(DATELINE_TESTS "/corpus/annotate", [&](const test::Case& c) {
        Article article;
        article.text = c.input;
        return show(annotator.tokenise(std::move(article)));
    });
}
