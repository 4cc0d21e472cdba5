// SPDX-License-Identifier: MIT
#include <catch2/catch.hpp>

#include <dateline/graph/timeline_graph.hpp>

#include "event_literal.hpp"

using namespace dateline; // NOLINT: a test file

namespace {

TimelineGraph graph_of(std::string_view lines) {
    Reports reports;
    for (const auto& event : test::event_literals(lines)) reports.add(event);
    return TimelineGraph{std::move(reports)};
}

std::vector<std::string> titles(const TimelineGraph& graph, const View& view = {}) {
    std::vector<std::string> all;
    for (const auto id : graph.select(view)) all.push_back(graph.event(id).event.title);
    return all;
}

/// Three papers on one visit, and a fourth on another.
constexpr auto visits = R"(
    CONSULT visit/visit | 2025-11-01/2025-11-30 | person:marco-rubio@USA > country:KAZ | Rubio will visit Kazakhstan in November. | Herald 2025-11-03
    CONSULT visit/visit | 2025-11-06 | person:marco-rubio@USA > country:KAZ | Rubio visited Kazakhstan on Thursday. | Courier 2025-11-07
    CONSULT visit/visit | ~2025-11-05/2025-11-08 | person:marco-rubio@USA > country:KAZ | Marco Rubio visited Kazakhstan and its capital. | Gazette 2025-11-08
    CONSULT visit/visit | 2025-11-06 | person:marco-rubio@USA > country:UZB | On the same day Rubio visited Uzbekistan. | Courier 2025-11-07
)";

} // namespace

TEST_CASE("an imprecise event stands at the end of its period, one without an end at the end of all") {
    const auto graph = graph_of(R"(
        PROTEST march | - | group:g1 > | Undated | A
        PROTEST march | 2025 | group:g2 > | Some day of 2025 | A
        PROTEST march | 2025-11-03/.. | group:g3 > | From 3 November on | A
        PROTEST march | 2025-11-30 | group:g4 > | The last day of November | A
        PROTEST march | 2025-11 | group:g5 > | Some day of November | A
        PROTEST march | 2025-11-30/2025-12-01 | group:g6 > | November to December | A
        PROTEST march | ../2025-11-30 | group:g7 > | By the end of November | A
        PROTEST march | 2025-10-31 | group:g8 > | The last day of October | A
    )");
    CHECK(titles(graph) == std::vector<std::string>{"The last day of October", "The last day of November", "Some day of November",
                                                    "By the end of November", "November to December", "Some day of 2025",
                                                    "From 3 November on", "Undated"});
}

TEST_CASE("one event told by three articles is one event with three proofs") {
    const auto graph = graph_of(visits);
    REQUIRE(graph.event_count() == 2);
    const auto told = graph.event({0});
    CHECK(told.publishers == 3);
    CHECK(told.reports.size() == 3);
    CHECK(told.event.id == told.reports.front());
    REQUIRE(told.event.evidence.size() == 3);
    CHECK(told.event.evidence.front().publisher == "Herald");
    CHECK(told.reported == parse_day("2025-11-03"));
    CHECK(format_edtf(told.event.date) == "2025-11-06");
    CHECK(told.event.date.precision == Precision::day);
    CHECK(told.event.confidence == Approx(0.875));
    for (const auto& report : told.reports) CHECK(graph.find_event(report) == EventId{0});
    CHECK_FALSE(graph.find_event("no such event"));
}

TEST_CASE("two stated stretches narrow each other") {
    const auto graph = graph_of(R"(
        TRADE export | 2025-11-01/2025-11-20 | country:BRA > country:CHN | Brazil exported soya to China in early November. | A 2025-12-01
        TRADE export | 2025-11-15/2025-11-30 | country:BRA > country:CHN | Brazil exported soya to China in late November. | B 2025-12-01
    )");
    REQUIRE(graph.event_count() == 1);
    const auto date = graph.event({0}).event.date;
    CHECK(format_edtf(date) == "2025-11-15/2025-11-20");
    CHECK(date.precision == Precision::week);
}

TEST_CASE("copies of one text count as one publisher, and so does one publisher twice") {
    const auto graph = graph_of(R"(
        COERCE arrest | 2025-05-02 | organisation:police@FRA > person:jean-martin | Police arrested Jean Martin on Friday. | Agency 2025-05-02
        COERCE arrest | 2025-05-02 | organisation:police@FRA > person:jean-martin | Police arrested  Jean Martin on Friday. | Morning Post 2025-05-02
        COERCE arrest | 2025-05-02 | organisation:police@FRA > person:jean-martin | Jean Martin was arrested by French police. | Morning Post 2025-05-03
        COERCE arrest | 2025-05-02 | organisation:police@FRA > person:jean-martin | French police have arrested Jean Martin, a singer. | Evening Post 2025-05-03
    )");
    REQUIRE(graph.event_count() == 1);
    CHECK(graph.event({0}).event.evidence.size() == 4);
    CHECK(graph.event({0}).publishers == 2);
}

TEST_CASE("what became of a plan") {
    const auto graph = graph_of(R"(
        CONSULT visit/visit planned | 2025-11-06 | person:ann-lee@GBR > country:PER | Ann Lee will visit Peru on 6 November. | A 2025-11-01
        CONSULT visit/visit | 2025-11-06 | person:ann-lee@GBR > country:PER | Ann Lee visited Peru on Thursday. | B 2025-11-07
        CONSULT visit/visit planned | 2025-11-07 | person:bob-lee@GBR > country:CHL | Bob Lee will visit Chile on 7 November. | A 2025-11-01
        CONSULT visit/visit planned | 2025-11-08 | person:cleo-lee@GBR > country:BOL | Cleo Lee will visit Bolivia on 8 November. | A 2025-11-01
        CONSULT visit/visit negated | 2025-11-08 | person:cleo-lee@GBR > country:BOL | Cleo Lee will not visit Bolivia on 8 November. | B 2025-11-05
        CONSULT visit/visit planned | 2026-01-08 | person:dan-lee@GBR > country:ARG | Dan Lee will visit Argentina on 8 January. | A 2025-11-01
        ASSAULT shell | 2025-11-09 | country:RUS > country:UKR | Russia shelled Ukraine on Sunday. | A 2025-11-10
        ASSAULT shell negated | 2025-11-09 | country:RUS > country:UKR | Russia did not shell Ukraine on Sunday. | B 2025-11-10
    )");
    std::vector<std::string> outcomes;
    for (const auto id : graph.select({})) {
        const auto told = graph.event(id);
        outcomes.push_back(told.event.actors.front().actor.name + ' ' + std::string{name_of(told.event.status)} + ' ' + std::string{name_of(told.outcome)});
    }
    CHECK(outcomes == std::vector<std::string>{"Ann Lee occurred kept", "Bob Lee planned unconfirmed", "Cleo Lee planned cancelled",
                                               "Cleo Lee negated none", "RUS occurred disputed", "RUS negated disputed", "Dan Lee planned none"});
}

TEST_CASE("a view keeps what it asks for") {
    const auto graph = graph_of(visits);
    View view;
    view.actors = {"rubio"};
    CHECK(graph.select(view).size() == 2);
    view.actors = {"country:UZB", "country:KAZ"};
    CHECK(graph.select(view).size() == 2);
    view.actors = {"country:UZB"};
    CHECK(titles(graph, view) == std::vector<std::string>{"On the same day Rubio visited Uzbekistan"});
    view.actors = {"country:USA"}; // whoever acts for it
    CHECK(graph.select(view).size() == 2);
    view.actors = {"rub"};
    CHECK(graph.select(view).empty());
    view.actors = {""};
    CHECK(graph.select(view).empty());
    view = {};
    view.from = parse_day("2025-11-07");
    CHECK(graph.select(view).empty());
    view.from = parse_day("2025-11-06");
    view.to = view.from;
    CHECK(graph.select(view).size() == 2);
    view.to = parse_day("2025-11-05");
    CHECK(graph.select(view).empty());
    view = {};
    view.min_publishers = 2;
    CHECK(graph.select(view) == std::vector<EventId>{EventId{0}});
    view = {};
    view.types = {EventType::assault};
    CHECK(graph.select(view).empty());
    view.types = {EventType::assault, EventType::consult};
    view.statuses = {EventStatus::occurred};
    CHECK(graph.select(view).size() == 2);
}

TEST_CASE("what was known on a day is the graph of what was published by then") {
    const auto graph = graph_of(visits);
    const TimelineGraph then{graph.reports().known_on(*parse_day("2025-11-06"))};
    REQUIRE(then.event_count() == 1);
    CHECK(format_edtf(then.event({0}).event.date) == "2025-11");
    CHECK(TimelineGraph{graph.reports().known_on(*parse_day("2025-11-02"))}.event_count() == 0);
}

TEST_CASE("what is known of an event grows with the days; what bears no day is never known") {
    Reports reports;
    for (const auto& event : test::event_literals(R"(
        CONSULT visit planned | 2025-11-06 | person:ann-lee@GBR > country:KAZ | Ann Lee will visit Kazakhstan to talk about minerals. | A 2025-11-03
        CONSULT visit | 2025-11-06 | person:ann-lee@GBR > country:KAZ | Ann Lee visited Kazakhstan to talk about minerals. | B 2025-11-07
        PROTEST march | 2025-11-01 | group:students > | Students marched. | C)")) {
        reports.add(event);
    }
    const auto known = [&](const char* day) { return TimelineGraph{reports.known_on(*parse_day(day))}; };
    CHECK(known("2025-11-02").event_count() == 0);
    REQUIRE(known("2025-11-06").event_count() == 1);
    CHECK(known("2025-11-06").event({0}).event.status == EventStatus::planned);
    CHECK(known("2025-11-06").event({0}).outcome == Outcome::none);
    const auto last = known("2025-12-31");
    REQUIRE(last.event_count() == 1);
    CHECK(last.event({0}).outcome == Outcome::kept);
    CHECK(last.event({0}).publishers == 2);
    CHECK(last.reports().size() == 2);
}

TEST_CASE("actors stand once, with what all their descriptions tell") {
    auto one = test::event_literal("CONSULT meet/meet | 2025-11-06 | person:marco-rubio, country:KAZ | They met. | A 2025-11-07");
    auto two = test::event_literal("ACCUSE blame | 2025-11-08 | person:marco-rubio@USA > country:IRN | He blamed Iran. | B 2025-11-09");
    two.actors.front().actor.office = "Secretary of State";
    two.actors.front().actor.wikidata = "Q324546";
    Reports reports;
    reports.add(one);
    reports.add(two);
    const TimelineGraph graph{std::move(reports)};
    REQUIRE(graph.actor_count() == 4); // and country:USA, which he serves
    const auto rubio = graph.find_actor("person:marco-rubio");
    REQUIRE(rubio);
    CHECK(graph.actor(*rubio).country == "USA");
    CHECK(graph.actor(*rubio).wikidata == "Q324546");
    CHECK(graph.events_of(*rubio) == std::vector<EventId>{EventId{0}, EventId{1}});
    CHECK(graph.events_of(*graph.find_actor("country:IRN")) == std::vector<EventId>{EventId{1}});
    CHECK_FALSE(graph.find_actor("person:nobody"));
}

TEST_CASE("adding a report twice changes nothing, and a copy is a value of its own") {
    const auto events = test::event_literals(visits);
    Reports reports;
    for (const auto& event : events) reports.add(event);
    const auto copy = reports;
    for (const auto& event : events) reports.add(event);
    CHECK(reports.size() == 4);
    reports.add(copy);
    CHECK(reports.size() == 4);
    auto other = events.front();
    other.title = "Another account under the same id";
    reports.add(other);
    CHECK(reports.size() == 5);
    CHECK(copy.size() == 4);
}

TEST_CASE("an empty graph answers") {
    const TimelineGraph graph;
    CHECK(graph.event_count() == 0);
    CHECK(graph.select({}).empty());
    CHECK_FALSE(graph.find_actor(""));
    CHECK(merge(graph, TimelineGraph{}).event_count() == 0);
}
