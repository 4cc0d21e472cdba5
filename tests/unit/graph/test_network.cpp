// SPDX-License-Identifier: MIT
#include <catch2/catch.hpp>

#include <dateline/graph/network.hpp>

#include "event_literal.hpp"

using namespace dateline; // NOLINT: a test file

namespace {

TimelineGraph sample() {
    Reports reports;
    for (const auto& event : test::event_literals(R"(
        ASSAULT attack | 2025-03-01 | group:rebels@SYR > organisation:army@SYR | Rebels attacked the army. | A 2025-03-01
        CONSULT meet/meet | 2025-03-02 | person:ann-lee@GBR, person:jo-ito@JPN, person:eva-kuhn@DEU | They met. | A 2025-03-03
        SANCTION impose | 2025-03-05 | country:GBR > country:SYR | Britain imposed sanctions on Syria. | A 2025-03-06
        SANCTION impose | 2025-04-05 | person:ann-lee@GBR > group:rebels@SYR | Ann Lee imposed sanctions on the rebels. | A 2025-04-06
        PROTEST march | 2025-03-07 | group:students > | Students marched. | A 2025-03-08
        INCIDENT sink | 2025-03-08 |  | A ferry sank. | A 2025-03-08
    )")) {
        reports.add(event);
    }
    return TimelineGraph{std::move(reports)};
}

std::vector<std::string> edges(const Network& network) {
    std::vector<std::string> all;
    for (const auto& edge : network.edges) {
        const auto name = [&](std::uint32_t node) {
            return network.nodes[node].kind == NetworkNode::Kind::event ? std::string{"."} : network.nodes[node].id;
        };
        all.push_back(name(edge.source) + (edge.directed ? " > " : " - ") + name(edge.target) + " " + edge.predicate);
    }
    return all;
}

} // namespace

TEST_CASE("events link sources to targets, participants among each other, and stand alone where a side is missing") {
    CHECK(edges(make_network(sample(), {})) ==
          std::vector<std::string>{"group:rebels > organisation:army attack", "person:ann-lee - person:jo-ito meet",
                                   "person:ann-lee - person:eva-kuhn meet", "person:jo-ito - person:eva-kuhn meet",
                                   "country:GBR > country:SYR impose", "group:students > . march", "person:ann-lee > group:rebels impose"});
}

TEST_CASE("at country level everyone stands for the country, and what is among its own people an event of its own") {
    const auto network = make_network(sample(), {}, {.level = Level::country});
    CHECK(edges(network) == std::vector<std::string>{"country:SYR > . attack", ". > country:SYR attack", "country:GBR - country:JPN meet",
                                                     "country:GBR - country:DEU meet", "country:JPN - country:DEU meet", "country:GBR > country:SYR impose",
                                                     "group:students > . march", "country:GBR > country:SYR impose"});
    CHECK(network.nodes.front().id == "country:DEU");
    CHECK(network.nodes.front().actor.name == "Germany");
}

TEST_CASE("the busiest actors, and only what is between them") {
    const auto network = make_network(sample(), {}, {.top = 2});
    REQUIRE(network.nodes.size() == 2);
    CHECK(network.nodes[0].id == "group:rebels");
    CHECK(network.nodes[1].id == "person:ann-lee");
    CHECK(network.nodes[1].events == 2);
    CHECK(edges(network) == std::vector<std::string>{"person:ann-lee > group:rebels impose"});
}

TEST_CASE("ties sum up what is between two actors") {
    const auto ties = make_ties(sample(), {}, Level::country);
    REQUIRE(ties.size() == 4);
    const auto& tie = ties[3];
    CHECK(tie.source == "country:GBR");
    CHECK(tie.target == "country:SYR");
    CHECK(tie.directed);
    CHECK(tie.events == 2);
    CHECK(tie.count[static_cast<std::size_t>(EventType::sanction)] == 2);
    CHECK(tie.first == parse_day("2025-03-05"));
    CHECK(tie.last == parse_day("2025-04-05"));
    CHECK(tie.evidence.size() == 2);
}

TEST_CASE("with affiliations, what those shown belong to has nodes too, and nothing is added to the busiest") {
    const auto all = make_network(sample(), {}, {.affiliations = true});
    std::vector<std::string> told;
    for (const auto& [member, whole, what] : all.affiliations) told.push_back(all.nodes[member].id + ' ' + std::string{name_of(what.kind)} + ' ' + all.nodes[whole].id);
    CHECK(told == std::vector<std::string>{"group:rebels part of country:SYR", "organisation:army part of country:SYR", "person:ann-lee part of country:GBR",
                                           "person:eva-kuhn part of country:DEU", "person:jo-ito part of country:JPN"});
    CHECK(all.nodes.front().id == "country:DEU");
    CHECK(all.nodes.front().events == 0);
    CHECK(edges(all) == edges(make_network(sample(), {})));
    CHECK(make_network(sample(), {}, {.top = 2, .affiliations = true}).affiliations.empty());
    CHECK(make_network(sample(), {}, {.level = Level::country, .affiliations = true}).affiliations.empty());
}
