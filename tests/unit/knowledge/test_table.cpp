// SPDX-License-Identifier: MIT
#include <random>

#include <catch2/catch.hpp>

#include <dateline/core/error.hpp>
#include <dateline/knowledge/table.hpp>

#include "embedded.hpp"

using namespace dateline; // NOLINT: a test file

namespace {

std::vector<std::byte> sample() {
    return compile_knowledge({{"capitals", "capitals.tsv", "# a comment\ncity\tiso3\n\nParis\tFRA\nBern\tCHE\nParis\tUSA\n"},
                              {"empty", "empty.tsv", "only\n"}});
}

} // namespace

TEST_CASE("a compiled table gives its rows by key, in the order of the file") {
    const auto bytes = sample();
    const Knowledge knowledge{bytes};
    const auto capitals = knowledge.table("capitals");
    CHECK(capitals.rows() == 3);
    CHECK(capitals.column("iso3") == 1);
    const auto paris = capitals.find("Paris");
    REQUIRE(paris.size() == 2);
    CHECK(capitals.cell(paris[0], 1) == "FRA");
    CHECK(capitals.cell(paris[1], 1) == "USA");
    CHECK(capitals.find("Rome").empty());
    CHECK(knowledge.table("empty").rows() == 0);
    CHECK(knowledge.table("empty").find("x").empty());
    CHECK_THROWS_AS(knowledge.table("rivers"), Error);
    CHECK_THROWS_AS(capitals.column("mayor"), Error);
}

TEST_CASE("a row with a missing field is named with file and line") {
    CHECK_THROWS_WITH(compile_knowledge({{"t", "t.tsv", "a\tb\nx\ty\nz\n"}}), Catch::Contains("t.tsv:3"));
    CHECK_THROWS_WITH(compile_knowledge({{"t", "t.tsv", "a\n\xFF\n"}}), Catch::Contains("t.tsv:2"));
    CHECK_THROWS_AS(compile_knowledge({{"t", "t.tsv", "# nothing\n"}}), Error);
}

TEST_CASE("damage anywhere is a clear error, never a crash") {
    const auto good = sample();
    for (std::size_t cut = 0; cut < good.size(); ++cut) {
        const std::vector<std::byte> shorter{good.begin(), good.begin() + static_cast<std::ptrdiff_t>(cut)};
        CHECK_THROWS_AS(Knowledge{shorter}, Error);
    }
    std::mt19937 random{7};
    for (int round = 0; round < 2000; ++round) {
        auto bad = good;
        const auto at = random() % bad.size();
        const auto flip = static_cast<std::byte>(1 + random() % 255);
        bad[at] ^= flip;
        CHECK_THROWS_AS(Knowledge{bad}, Error);
    }
}

TEST_CASE("the built-in tables load") { CHECK(Knowledge::built_in().table("countries").rows() > 0); }

TEST_CASE("the tables built into the program are whole") {
    const Knowledge knowledge{embedded_knowledge()};
    CHECK(knowledge.table("countries").rows() > 200);
}
