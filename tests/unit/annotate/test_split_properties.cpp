// SPDX-License-Identifier: MIT
#include <random>
#include <string>

#include <catch2/catch.hpp>

#include <dateline/annotate/annotator.hpp>
#include <dateline/text/utf8.hpp>

using namespace dateline; // NOLINT: a test file

namespace {

/// Tokens in order, none empty or overlapping, inside their sentences; every byte that is no white space is in one.
bool is_sound(const Document& document) {
    std::size_t at = 0;
    const auto only_space = [&](std::size_t end) {
        for (; at < end; at += decode(document.text, at).length) {
            if (!is_space(decode(document.text, at).value)) return false;
        }
        return true;
    };
    for (const auto token : document.token) {
        if (token.empty() || token.begin < at || token.end > document.text.size() || !only_space(token.begin)) return false;
        at = token.end;
    }
    std::uint32_t next = 0;
    for (const auto& sentence : document.sentences) {
        if (sentence.tokens.begin != next || sentence.tokens.empty()) return false;
        next = sentence.tokens.end;
    }
    return next == document.token_count() && only_space(document.text.size());
}

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
        REQUIRE(is_sound(split(annotator, text)));
    }
}

TEST_CASE("a megabyte without a pause is split in one pass") {
    const Annotator annotator;
    for (const std::string unit : {"a", ".", "'", "\"", "(", "-", "a-", "a.", "1:", "1-", "1,", "@", "a'", "n't", "A&", "\xCC\x81", "\xFF", "a. ", "' "}) {
        std::string text;
        while (text.size() < 1'000'000) text += unit;
        INFO(unit);
        REQUIRE(is_sound(split(annotator, text)));
    }
}
