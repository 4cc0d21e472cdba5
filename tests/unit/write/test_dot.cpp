// SPDX-License-Identifier: MIT
#include <sstream>

#include <catch2/catch.hpp>

#include <dateline/write/dot.hpp>

#include "event_literal.hpp"

using namespace dateline; // NOLINT: a test file

TEST_CASE("a graph in DOT: dates on edges, plans dashed, denials dotted, what has one side as a point") {
    Reports reports;
    int number = 0;
    for (auto event : test::event_literals(R"(
        CONSULT visit/visit planned | 2025-11 | person:rubio@USA > country:KAZ | Rubio will visit. | Herald
        ASSAULT shell negated | 2025-12-01 | country:RUS > country:UKR | Russia did not shell "it". | Herald
        PROTEST march | - | group:students > | Students marched. | Herald)")) {
        event.id = "e" + std::to_string(++number);
        reports.add(event);
    }
    std::ostringstream out;
    write_dot(out, make_network(TimelineGraph{std::move(reports)}, {}));
    CHECK(out.str() == R"dot(digraph dateline {
  graph [charset="UTF-8" rankdir=LR];
  node [fontname="sans-serif"];
  edge [fontname="sans-serif" fontsize=10];
  "country:KAZ" [shape=box label="KAZ"];
  "country:RUS" [shape=box label="RUS"];
  "country:UKR" [shape=box label="UKR"];
  "group:students" [shape=octagon label="Students"];
  "person:rubio" [shape=ellipse label="Rubio"];
  "e3" [shape=point];
  "person:rubio" -> "country:KAZ" [ label="visit\n2025-11" tooltip="Rubio will visit" id="e1" class="CONSULT" date="2025-11" status="planned" style=dashed];
  "country:RUS" -> "country:UKR" [ label="shell\n2025-12-01" tooltip="Russia did not shell \"it\"" id="e2" class="ASSAULT" date="2025-12-01" status="negated" style=dotted color=gray50 fontcolor=gray50];
  "group:students" -> "e3" [ label="march" tooltip="Students marched" id="e3" class="PROTEST" date="" status="occurred"];
}
)dot");
}

TEST_CASE("who belongs to whom is drawn when the network has it") {
    auto event = test::event_literal("CONSULT speak | 2025-11-06 | person:marco-rubio@USA > | Rubio spoke. | Herald 2025-11-06");
    event.actors.front().actor.office = "secretary of state";
    Reports reports;
    reports.add(event);
    std::ostringstream out;
    write_dot(out, make_network(TimelineGraph{std::move(reports)}, {}, {.affiliations = true}));
    CHECK_THAT(out.str(), Catch::Contains(R"dot(  "person:marco-rubio" -> "country:USA" [ label="secretary of state\n2025-01-21/.." class="tenure" style=dashed color=gray50 fontcolor=gray50 penwidth=0.5 arrowhead=empty];
)dot"));
}
