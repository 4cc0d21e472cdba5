// SPDX-License-Identifier: MIT
#include <sstream>

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include <dateline/write/json.hpp>

#include "event_literal.hpp"

using namespace dateline; // NOLINT: a test file

namespace {

Event visit() {
    auto event = test::event_literal("CONSULT visit/visit planned | 2025-11 | person:marco-rubio@USA > country:KAZ | Rubio will visit. | Herald #a1 2025-11-03");
    event.id = "e1";
    event.cameo = "042";
    event.goldstein = 1.9;
    event.contexts = {"economic"};
    event.confidence = 0.1 + 0.2;
    event.location = Place{.name = "Astana", .country = "KAZ", .latitude = 51.125, .longitude = 71.5};
    return event;
}

} // namespace

TEST_CASE("an event as the schema writes it, keys in its order") {
    std::ostringstream out;
    write_event_line(out, visit());
    CHECK(out.str() ==
          R"({"id":"e1","type":"CONSULT","mode":"visit","cameo":"042","goldstein":1.9,"predicate":"visit","title":"Rubio will visit",)"
          R"("status":"planned","date":{"earliest":"2025-11-01","latest":"2025-11-30","edtf":"2025-11","precision":"month","basis":"explicit","text":null},)"
          R"("actors":[{"id":"person:marco-rubio","name":"Marco Rubio","kind":"person","role":"source","country":"USA","office":null,"wikidata":null},)"
          R"({"id":"country:KAZ","name":"KAZ","kind":"country","role":"target","country":"KAZ","office":null,"wikidata":null}],)"
          R"("location":{"name":"Astana","country":"KAZ","lat":51.125,"lon":71.5},"contexts":["economic"],)"
          R"("evidence":[{"article":"a1","url":null,"publisher":"Herald","published":"2025-11-03","sentence":0,"text":"Rubio will visit.",)"
          R"("trigger":"visit","attribution":null}],"confidence":0.30000000000000004})"
          "\n");
}

TEST_CASE("bytes that are not UTF-8 come out as U+FFFD, and a line stays a line") {
    auto event = visit();
    event.title = "a\xFF\n\"\\\x01";
    std::ostringstream out;
    write_event_line(out, event);
    const auto line = out.str();
    CHECK(std::count(line.begin(), line.end(), '\n') == 1);
    CHECK(nlohmann::json::parse(line)["title"] == "a\uFFFD\n\"\\\x01");
}

TEST_CASE("an article says null for what is not known") {
    std::ostringstream out;
    write_article_line(out, {.id = "a1", .title = "T", .text = "B"});
    CHECK(out.str() == R"({"id":"a1","url":null,"title":"T","published":null,"byline":null,"dateline":null,"publisher":null,"language":null,"text":"B"})" "\n");
}

TEST_CASE("the timeline adds what many reports tell") {
    Reports reports;
    reports.add(visit());
    const TimelineGraph graph{std::move(reports)};
    std::ostringstream array;
    write_timeline_json(array, graph, graph.select({}));
    const auto json = nlohmann::json::parse(array.str());
    REQUIRE(json.size() == 1);
    CHECK(json[0]["publishers"] == 1);
    CHECK(json[0]["reported"] == "2025-11-03");
    CHECK(json[0]["outcome"].is_null());
    CHECK(json[0]["reports"] == nlohmann::json{"e1"});
    std::ostringstream empty;
    write_timeline_json(empty, graph, {});
    CHECK(nlohmann::json::parse(empty.str()).empty());
}

TEST_CASE("node-link JSON names what it links") {
    Reports reports;
    reports.add(visit());
    const auto network = make_network(TimelineGraph{std::move(reports)}, {});
    std::ostringstream out;
    write_node_link(out, network);
    const auto json = nlohmann::json::parse(out.str());
    CHECK(json["multigraph"] == true);
    CHECK(json["nodes"].size() == 2);
    CHECK(json["nodes"][0]["id"] == "country:KAZ");
    CHECK(json["links"][0]["source"] == "person:marco-rubio");
    CHECK(json["links"][0]["target"] == "country:KAZ");
    CHECK(json["links"][0]["key"] == "e1");
    CHECK(json["links"][0]["kind"] == "event");
    CHECK(json["links"][0]["edtf"] == "2025-11");
}

TEST_CASE("node-link JSON tells tenures with their days, and what is part of what") {
    auto event = visit();
    event.actors.front().actor.office = "secretary of state";
    event.actors.push_back({{.id = "organisation:kazmunaygas", .name = "KazMunayGas", .kind = ActorKind::organisation, .country = "KAZ"}, Role::target});
    Reports reports;
    reports.add(event);
    std::ostringstream out;
    write_node_link(out, make_network(TimelineGraph{std::move(reports)}, {}, {.affiliations = true}));
    const auto json = nlohmann::json::parse(out.str());
    CHECK(json["nodes"][1]["id"] == "country:USA");
    CHECK(json["nodes"][1]["events"] == 0);
    const auto& links = json["links"];
    REQUIRE(links.size() == 4);
    CHECK(links[2].dump() == R"({"directed":true,"key":"part of","kind":"part of","source":"organisation:kazmunaygas","target":"country:KAZ"})");
    CHECK(links[3].dump() == R"({"directed":true,"first":"2025-11-03","from":"2025-01-21","key":"secretary of state 2025-01-21","kind":"tenure","last":"2025-11-03",)"
                             R"("office":"secretary of state","source":"person:marco-rubio","target":"country:USA","until":null})");
}
