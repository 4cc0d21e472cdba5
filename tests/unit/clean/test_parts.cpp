// SPDX-License-Identifier: MIT
//
// The parts of `clean` that no page shows alone.
#include <array>
#include <string>
#include <string_view>
#include <vector>

#include <catch2/catch.hpp>

#include <dateline/knowledge/table.hpp>
#include <dateline/text/hash.hpp>

#include "html_tree.hpp"
#include "raw_text.hpp"
#include "tree_batch.hpp"
#include "words.hpp"

using namespace dateline; // NOLINT: a test file

namespace {

constexpr std::array<std::string_view, 2> features{"length", "links"};

} // namespace

TEST_CASE("trees asked for many rows at once say what they say of one") {
    // length <= 10 ? -1 : (links <= 0.5 ? 2 : -3), and links <= 0.1 ? 0.25 : -0.25, from 0.5
    const auto bytes = compile_knowledge({{.name = "trees", .where = "trees", .text = "feature\tthreshold\tyes\tno\nbase\t0.5\t0\t0\n"
        "tree\t0\t0\t0\nlength\t10\t3\t4\nleaf\t-1\t0\t0\nlinks\t0.5\t5\t6\nleaf\t2\t0\t0\nleaf\t-3\t0\t0\n"
        "tree\t0\t0\t0\nlinks\t0.1\t9\t10\nleaf\t0.25\t0\t0\nleaf\t-0.25\t0\t0\n"}});
    const TreeModel model{Knowledge{bytes}.table("trees"), features};
    const TreeBatch batch{model};
    std::vector<std::vector<float>> rows; // their number is no multiple of those that are asked at once
    for (const float length : {0.0F, 10.0F, 10.5F}) {
        for (const float links : {0.0F, 0.1F, 0.2F, 0.5F, 0.6F}) rows.push_back({length, links});
    }
    const auto found = batch.probabilities(rows);
    REQUIRE(found.size() == rows.size());
    for (std::size_t i = 0; i < rows.size(); ++i) CHECK(found[i] == model.probability(rows[i]));
    CHECK(found.front() < 0.5F);
    CHECK(found.back() < 0.1F);
    CHECK(found[10] > 0.9F);
    CHECK(batch.probabilities({}).empty());
}

TEST_CASE("a word's number is that of its letters in lower case") {
    const std::string_view text = "The Minister\u2019s \u00C9TAT, no-one; 3rd!";
    const auto words = words_of(text);
    const auto spelt = spelt_words_of(text);
    CHECK(spelt == std::vector<std::string>{"the", "minister\u2019s", "\u00E9tat", "no", "one", "3rd"});
    REQUIRE(words.size() == spelt.size());
    for (std::size_t i = 0; i < words.size(); ++i) {
        CHECK(words[i].hash == stable_hash(spelt[i]));
        CHECK(words[i].size == spelt[i].size());
    }
}

TEST_CASE("scripts, styles and comments are kept from the parser") {
    const std::string page = "<!-- <p>no</p> --><SCRIPT type='a>b'>if (a < b) x('<p>no</p>');</Script><style>p > a {}</style>"
                             "<p title=\"<script>\">yes</p><script> </script><!-->-->";
    const RawText raw{page};
    CHECK(raw.markup() == "<SCRIPT type='a>b'>@0</Script><style>@1</style><p title=\"<script>\">yes</p><script> </script>");
    CHECK(raw.behind("@0") == "if (a < b) x('<p>no</p>');");
    CHECK(raw.behind("@1") == "p > a {}");
    for (const auto* no_mark : {"@2", "@", "@0 ", "0", ""}) CHECK_FALSE(raw.behind(no_mark));
}

TEST_CASE("what is never closed is left to the parser") {
    for (const std::string page : {"<p>a<!-- b <script>c</script>", "<script>a<style>b</style>", "<p a='b><script>c</script>", "a<", "<script", "<p", "<style/>a</style>",
                                   "<styles>a</styles>"}) {
        CHECK(RawText{page}.markup() == page);
    }
}

TEST_CASE("a tree has the scripts that its parser did not see") {
    const HtmlTree tree{"<html><head><script type=\"application/ld+json\">{\"a\": \"</p>\"}</script></head><body><p>b</p></body></html>"};
    std::vector<std::string> texts;
    for (const auto& node : tree.nodes()) {
        if (node.tag == Tag::text) texts.emplace_back(tree.text_of(node));
    }
    CHECK(texts == std::vector<std::string>{"{\"a\": \"</p>\"}", "b"});
}
