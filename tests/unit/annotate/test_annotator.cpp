// SPDX-License-Identifier: MIT
#include <string>

#include <catch2/catch.hpp>

#include <dateline/annotate/annotator.hpp>

using namespace dateline; // NOLINT: a test file

TEST_CASE("the text is the headline, an empty line, the body") {
    const auto document = Annotator{}.annotate({.title = "Ministers meet", .text = "They met.\n\nThey left."});
    CHECK(document.text == "Ministers meet\n\nThey met.\n\nThey left.");
    CHECK(slice(document.text, document.body) == "They met.\n\nThey left.");
    REQUIRE(document.sentences.size() == 3);
    CHECK(document.sentences[0].headline);
    CHECK_FALSE(document.sentences[1].headline);
    CHECK(document.sentences[2].paragraph == 2);
    CHECK(document.article.text.empty());
}

TEST_CASE("a headline that the body says again stands once") {
    const auto document = Annotator{}.annotate({.title = "Ministers meet", .text = "Ministers meet\n\nThey met."});
    CHECK(document.text == "Ministers meet\n\nThey met.");
    CHECK(slice(document.text, document.body) == "They met.");
    REQUIRE(document.sentences.size() == 2);
    CHECK(document.sentences[0].headline);
}
