// SPDX-License-Identifier: MIT
#include <catch2/catch.hpp>

#include <fmt/format.h>

#include <dateline/actors/finder.hpp>
#include <dateline/annotate/annotator.hpp>

#include "corpus.hpp"

namespace {

/// "words = id[, id…] (place)" a line, for every mention.
std::string written(const dateline::Document& document, const dateline::ActorLayer& layer) {
    std::string out;
    for (const auto& mention : layer.mentions) {
        out += fmt::format("{} =", document.words(mention.tokens));
        for (const auto actor : mention.actors) out += fmt::format(" {}", layer.actors[actor.value].id);
        out += mention.place_only ? " (place)\n" : "\n";
    }
    return out;
}

} // namespace

TEST_CASE("the cases of tests/corpus/actors") {
    const dateline::Annotator annotator;
    const dateline::ActorFinder finder;
    dateline::test::check_corpus(DATELINE_TESTS "/corpus/actors", [&](const dateline::test::Case& c) {
        dateline::Article article{.text = c.input};
        if (const auto at = c.headers.find("published"); at != c.headers.end()) article.published = dateline::parse_instant(at->second);
        if (const auto at = c.headers.find("title"); at != c.headers.end()) article.title = at->second;
        const auto document = annotator.annotate(std::move(article));
        return written(document, finder.find(document));
    });
}

TEST_CASE("no text gives no actors") {
    const dateline::ActorFinder finder;
    const auto layer = finder.find(dateline::Document{});
    CHECK(layer.actors.empty());
    CHECK(layer.mentions.empty());
}

TEST_CASE("an office is of the country of the person whose it is, however many are named after") {
    const dateline::Annotator annotator;
    const dateline::ActorFinder finder;
    for (const auto* const others : {"", "Berg, Lund, Holm and Dahl met Frank Moe, Olga Vik and Nils Aas. "}) {
        dateline::Article article{.text = std::string{"Ronald Reagan spoke. "} + others + "Reagan's chief of staff, Donald Regan, resigned."};
        article.published = dateline::parse_instant("1987-03-02");
        const auto layer = finder.find(annotator.annotate(std::move(article)));
        REQUIRE(layer.tenures.size() == 1);
        CHECK(layer.tenures.front().of == "USA");
    }
}
