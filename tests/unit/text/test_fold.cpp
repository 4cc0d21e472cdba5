// SPDX-License-Identifier: MIT
#include <catch2/catch.hpp>

#include <dateline/text/fold.hpp>
#include <dateline/text/hash.hpp>

using namespace dateline; // NOLINT: a test file

TEST_CASE("names are folded to the form in which they are compared") {
    CHECK(fold("Müller’s \u00A0 Büro") == "muller's buro");
    CHECK(fold("  Recep Tayyip ERDOĞAN ") == "recep tayyip erdogan");
    CHECK(fold("Łódź – Kraków") == "lodz - krakow");
    CHECK(fold("Владимир Путин") == "владимир путин");
    CHECK(lower("ÉTÉ 2025") == "été 2025");
}

TEST_CASE("a slug is safe in an id") {
    CHECK(slug("Marco A. Rubio") == "marco-a-rubio");
    CHECK(slug("O’Brien & Sons (Ltd.)") == "obrien-sons-ltd");
    CHECK(slug("../../etc/passwd") == "etc-passwd");
    CHECK(slug("\"<script>\"") == "script");
    CHECK(slug("...").empty());
}

TEST_CASE("the stable hash is the published FNV-1a") {
    CHECK(stable_hash("") == 0xCBF29CE484222325U);
    CHECK(stable_hash("a") == 0xAF63DC4C8601EC8CU);
    CHECK(hex(0xABC) == "0000000000000abc");
}
