// SPDX-License-Identifier: MIT
#include <string>

#include <catch2/catch.hpp>

#include <dateline/text/utf8.hpp>

using namespace dateline; // NOLINT: a test file

TEST_CASE("every code point is encoded and decoded back") {
    for (char32_t c = 0; c <= 0x10FFFF; ++c) {
        if (c >= 0xD800 && c <= 0xDFFF) continue;
        std::string bytes;
        append_utf8(bytes, c);
        const auto decoded = decode(bytes, 0);
        if (decoded.value != c || decoded.length != bytes.size()) FAIL(static_cast<unsigned>(c));
    }
    SUCCEED();
}

TEST_CASE("bytes that are not UTF-8 become U+FFFD one by one") {
    CHECK(repair_utf8("a\xFF" "b") == "a\uFFFD" "b");
    CHECK(repair_utf8("\xC3") == "\uFFFD");
    CHECK(is_utf8("é\uFFFD"));
    CHECK_FALSE(is_utf8("\xED\xA0\x80")); // a surrogate
    CHECK_FALSE(is_utf8("\xC0\x80"));     // overlong
}

TEST_CASE("offsets are counted in code points") {
    const std::string text = "aé€😀b";
    CodePointCounter counter{text};
    CHECK(counter.count_to(0) == 0);
    CHECK(counter.count_to(3) == 2);
    CHECK(counter.count_to(6) == 3);
    CHECK(counter.count_to(text.size()) == 5);
}
