// SPDX-License-Identifier: MIT
#include <sstream>
#include <string>

#include <catch2/catch.hpp>

#include "corpus.hpp"
#include "lemma/lemmatiser.hpp"

using namespace dateline; // NOLINT: a test file

namespace {

/// A document of one word with that tag.
Document word_document(const std::string& form, const std::string& tag) {
    Document document;
    document.text = form;
    document.token = {{0, static_cast<std::uint32_t>(form.size())}};
    document.sentences = {{.span = document.token[0], .tokens = {0, 1}, .paragraph = 0, .headline = false}};
    document.upos = {Upos::x};
    document.xpos = {parse_xpos(tag).value()};
    document.head = {Document::root};
    document.deprel = {Deprel::root};
    return document;
}

} // namespace

TEST_CASE("words get their lemmas by form and tag") {
    const Lemmatiser lemmatiser{Knowledge::built_in()};
    test::check_corpus(DATELINE_TESTS "/corpus/lemmas", [&](const test::Case& c) {
        std::istringstream in{c.input};
        std::string lemmas;
        for (std::string form, tag; in >> form >> tag;) {
            auto document = word_document(form, tag);
            lemmatiser.lemmatise(document);
            lemmas += document.lemma_of(0);
            lemmas += '\n';
        }
        return lemmas;
    });
}
