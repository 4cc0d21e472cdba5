// SPDX-License-Identifier: MIT
#include <ctime>
#include <random>
#include <string>

#include <catch2/catch.hpp>

#include <dateline/annotate/annotator.hpp>

#include "soundness.hpp"

using namespace dateline; // NOLINT: a test file

namespace {

Document split(const Annotator& annotator, std::string text) {
    Article article;
    article.text = std::move(text);
    return annotator.tokenise(std::move(article));
}

} // namespace

TEST_CASE("any bytes are split soundly") {
    const Annotator annotator;
    std::mt19937 random{7};
    const std::string signs = "aAbZ09 .,'\"-/:@&$%()[]!?\n\t_*`<>#+\xE2\x80\x99\xC3\xA9\xFF";
    for (int round = 0; round < 4000; ++round) {
        std::string text(random() % 60, ' ');
        for (auto& c : text) c = round % 2 == 0 ? signs[random() % signs.size()] : static_cast<char>(random() % 256);
        INFO(text);
        REQUIRE(test::unsoundness(split(annotator, text)) == "");
    }
}

TEST_CASE("a megabyte without a pause is split in one pass") {
    const Annotator annotator;
    for (const std::string unit : {"a", ".", "'", "\"", "(", "-", "a-", "a.", "1:", "1-", "1,", "@", "a'", "n't", "A&", "\xCC\x81", "\xFF", "a. ", "' "}) {
        std::string text;
        while (text.size() < 1'000'000) text += unit;
        INFO(unit);
        REQUIRE(test::unsoundness(split(annotator, text)) == "");
    }
}

TEST_CASE("the whole annotation takes time that grows with the text only") {
    const Annotator annotator;
    const auto seconds_for = [&](const std::string& unit, std::size_t bytes) {
        std::string text;
        while (text.size() < bytes) text += unit;
        const auto start = std::clock(); // CPU time: a busy machine does not count
        const auto document = annotator.annotate({.title = {}, .text = std::move(text)});
        const auto seconds = static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
        REQUIRE(test::unsoundness(document) == "");
        return seconds;
    };
    const auto unit = GENERATE(as<std::string>{}, "Ann met Bob. ", "and ", "the minister of ", "Oslo\n\n", "(", "a-", "\"Yes,\" ");
    static_cast<void>(seconds_for(unit, 10'000)); // warm
    const auto small = seconds_for(unit, 10'000);
    const auto large = seconds_for(unit, 80'000);
    INFO(unit << ": " << small << " s, eight times as much " << large << " s");
    CHECK(large < 30 * small + 0.05); // quadratic would be 64 times
}
