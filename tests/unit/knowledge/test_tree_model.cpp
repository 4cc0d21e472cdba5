// SPDX-License-Identifier: MIT
#include <array>
#include <string>

#include <catch2/catch.hpp>

#include <dateline/core/error.hpp>
#include <dateline/knowledge/tree_model.hpp>

using namespace dateline; // NOLINT: a test file

namespace {

constexpr std::array<std::string_view, 2> features{"near", "same"};

TreeModel model_of(const std::string& rows) {
    const auto bytes = compile_knowledge({{"trees", "trees.tsv", "feature\tthreshold\tyes\tno\n" + rows}});
    return TreeModel{Knowledge{bytes}.table("trees"), features};
}

/// near <= 2 ? (same <= 0 ? 1 : 3) : -1, and same <= 0 ? 0 : 0.5; from 0.25 on.
TreeModel sample() {
    return model_of("base\t0.25\t0\t0\ntree\t0\t0\t0\nnear\t2\t3\t6\nsame\t0\t4\t5\nleaf\t1\t0\t0\nleaf\t3\t0\t0\nleaf\t-1\t0\t0\n"
                    "tree\t0\t0\t0\nsame\t0\t9\t10\nleaf\t0\t0\t0\nleaf\t0.5\t0\t0\n");
}

} // namespace

TEST_CASE("trees add the leaves that numbers lead to") {
    const auto model = sample();
    CHECK(model.sum(std::array{2.0F, 0.0F}) == Approx(1.25));
    CHECK(model.sum(std::array{2.0F, 1.0F}) == Approx(3.75));
    CHECK(model.sum(std::array{2.5F, 1.0F}) == Approx(-0.25));
    CHECK(model.probability(std::array{2.0F, 0.0F}) == Approx(0.7773).margin(1e-4));
}

TEST_CASE("the parts of a difference are its features' and add up to it") {
    const auto model = sample();
    const std::array a{1.0F, 1.0F}, b{9.0F, 0.0F};
    std::array parts{0.0F, 0.0F};
    model.compare(a, b, parts);
    CHECK(parts[0] == Approx(4.0));
    CHECK(parts[1] == Approx(0.5));
    CHECK(parts[0] + parts[1] == Approx(model.sum(a) - model.sum(b)));
}

TEST_CASE("trees that ask for what is not there or lead back are refused") {
    CHECK_THROWS_AS(model_of("tree\t0\t0\t0\nfar\t1\t2\t3\nleaf\t0\t0\t0\nleaf\t0\t0\t0\n"), Error);
    CHECK_THROWS_AS(model_of("tree\t0\t0\t0\nnear\t1\t1\t2\nleaf\t0\t0\t0\n"), Error);
    CHECK_THROWS_AS(model_of("tree\t0\t0\t0\nnear\tx\t2\t2\nleaf\t0\t0\t0\n"), Error);
}
