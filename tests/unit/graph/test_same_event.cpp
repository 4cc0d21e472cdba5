// SPDX-License-Identifier: MIT
//
// tests/corpus/graph/*.txt: two or more reports each, and how many events they are.
#include <catch2/catch.hpp>

#include <dateline/graph/timeline_graph.hpp>

#include "corpus.hpp"
#include "event_literal.hpp"

using namespace dateline; // NOLINT: a test file

TEST_CASE("twins are one event, near-twins are not") {
    test::check_corpus(std::filesystem::path{DATELINE_TESTS} / "corpus" / "graph", [](const test::Case& c) {
        Reports reports;
        for (const auto& event : test::event_literals(c.input)) reports.add(event);
        return std::to_string(TimelineGraph{std::move(reports)}.event_count()) + '\n';
    });
}
