// SPDX-License-Identifier: MIT
#include <catch2/catch.hpp>

#include <fstream>
#include <string>
#include <vector>

#include <dateline/actors/finder.hpp>
#include <dateline/annotate/annotator.hpp>

namespace {

struct Row {
    std::string day, phrase, name;
};

std::vector<Row> rows(const std::string& path) {
    std::ifstream in{path};
    std::vector<Row> out;
    for (std::string line; std::getline(in, line);) {
        if (line.empty() || line.front() == '#') continue;
        const auto first = line.find('\t'), second = line.find('\t', first + 1);
        out.push_back({line.substr(0, first), line.substr(first + 1, second - first - 1), line.substr(second + 1)});
    }
    return out;
}

} // namespace

TEST_CASE("an office without a name is its holder on the article's day") {
    const dateline::Annotator annotator;
    const dateline::ActorFinder finder;
    const auto cases = rows(DATELINE_TESTS "/corpus/actors_dated/offices.tsv");
    REQUIRE(cases.size() >= 150);
    for (const auto& row : cases) {
        CAPTURE(row.day, row.phrase);
        auto text = row.phrase + " spoke to reporters after the meeting.";
        if (text.front() == 't') text.front() = 'T';
        const auto document = annotator.annotate({.published = dateline::parse_instant(row.day), .text = text});
        const auto layer = finder.find(document);
        REQUIRE_FALSE(layer.actors.empty());
        CHECK(layer.actors.front().name == row.name);
    }
}
