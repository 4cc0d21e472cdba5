// SPDX-License-Identifier: MIT
#include <catch2/catch.hpp>

#include <fmt/format.h>

#include <dateline/graph/network.hpp>

#include "event_literal.hpp"

using namespace dateline; // NOLINT: a test file

namespace {

struct Telling {
    const char* published;
    const char* id;
    const char* name;
    const char* office;
    const char* country;
};

/// A person who does something, as an article of that day describes him.
Event event_of(const Telling& telling) {
    auto event = test::event_literal(fmt::format("CONSULT speak | - | person:x > | Somebody spoke. | Herald {} #{}{}", telling.published, telling.id, telling.published));
    event.actors = {{{.id = telling.id, .name = telling.name, .kind = ActorKind::person, .country = telling.country, .office = telling.office}, Role::source}};
    return event;
}

TimelineGraph graph_of(const std::vector<Telling>& tellings) {
    Reports reports;
    for (const auto& telling : tellings) reports.add(event_of(telling));
    return TimelineGraph{std::move(reports)};
}

std::string text_of(const TimelineGraph& graph, const Affiliation& what) {
    const auto day = [](const std::optional<Day>& value) { return value ? format_day(*value) : std::string{"?"}; };
    auto text = fmt::format("{} {} {}", graph.actor(what.member).id, name_of(what.kind), graph.actor(what.whole).id);
    if (what.kind == Affiliation::Kind::tenure) text += fmt::format(" {} {}/{} {}/{}", what.office, day(what.from), day(what.until), day(what.first), day(what.last));
    return text;
}

std::vector<std::string> affiliations(const TimelineGraph& graph) {
    std::vector<std::string> all;
    for (const auto& what : graph.affiliations()) all.push_back(text_of(graph, what));
    return all;
}

using Texts = std::vector<std::string>;

} // namespace

TEST_CASE("the day of the article chooses the tenure, and the table says when it began and ended") {
    const auto graph = graph_of({{"2013-05-02", "person:john-kerry", "John Kerry", "secretary of state", "USA"},
                                 {"2014-07-15", "person:john-kerry", "John Kerry", "secretary of state", "USA"},
                                 {"2009-03-01", "person:john-kerry", "John Kerry", "senator", "USA"}});
    CHECK(affiliations(graph) == Texts{"person:john-kerry tenure country:USA secretary of state 2013-02-01/2017-01-20 2013-05-02/2014-07-15",
                                       "person:john-kerry tenure country:USA senator ?/? 2009-03-01/2009-03-01"});
    CHECK(graph.actor(*graph.find_actor("country:USA")).name == "United States");
    CHECK(graph.events_of(*graph.find_actor("country:USA")).empty());
    CHECK(graph.events_of(*graph.find_actor("person:john-kerry")).size() == 3);
}

TEST_CASE("an office by another country's name for it is the same office") {
    const auto graph = graph_of({{"2015-03-01", "person:philip-hammond", "Philip Hammond", "foreign minister", "GBR"}});
    CHECK(affiliations(graph) == Texts{"person:philip-hammond tenure country:GBR foreign secretary 2014-07-15/2016-07-13 2015-03-01/2015-03-01"});
}

TEST_CASE("who serves an organisation is of it, and it of its country") {
    const auto graph = graph_of({{"1990-03-01", "person:alan-greenspan", "Alan Greenspan", "chairman", ""}});
    CHECK(affiliations(graph) == Texts{"organisation:federal-reserve part of country:USA",
                                       "person:alan-greenspan tenure organisation:federal-reserve chairman 1987-08-11/2006-01-31 1990-03-01/1990-03-01"});
}

TEST_CASE("a tenure that no table knows is known for the days of its articles; without a day it is undated") {
    CHECK(affiliations(graph_of({{"2031-02-01", "person:ada-lind", "Ada Lind", "minister of sport", "SWE"},
                                 {"2030-01-09", "person:ada-lind", "Ada Lind", "minister of sport", "SWE"}})) ==
          Texts{"person:ada-lind tenure country:SWE minister of sport ?/? 2030-01-09/2031-02-01"});
    CHECK(affiliations(graph_of({{"", "person:ada-lind", "Ada Lind", "minister of sport", "SWE"}})) ==
          Texts{"person:ada-lind tenure country:SWE minister of sport ?/? ?/?"});
    CHECK(affiliations(graph_of({{"2030-01-09", "person:ada-lind", "Ada Lind", "minister of sport", ""}})).empty());
}

TEST_CASE("organisations, offices, places, groups and persons without office are part of their country") {
    Reports reports;
    for (const auto& event : test::event_literals(R"(
        ASSAULT attack | 2025-03-01 | group:rebels@SYR > organisation:army@SYR | Rebels attacked the army. | A 2025-03-01
        CONSULT meet | 2025-03-02 | office:foreign-minister@KAZ, person:ann-lee@GBR, place:astana@KAZ | They met. | A 2025-03-03
        CONSULT meet | 2025-03-02 | office:secretary-general@nato, country:GBR, organisation:nato | They met. | A 2025-03-03
    )")) {
        reports.add(event);
    }
    const TimelineGraph graph{std::move(reports)};
    CHECK(affiliations(graph) == Texts{"group:rebels part of country:SYR", "office:foreign-minister@KAZ part of country:KAZ",
                                       "office:secretary-general@nato part of organisation:nato", "organisation:army part of country:SYR",
                                       "person:ann-lee part of country:GBR", "place:astana part of country:KAZ"});
    const auto of = graph.affiliations_of(*graph.find_actor("country:KAZ"));
    REQUIRE(of.size() == 2);
    CHECK(text_of(graph, of.front()) == "office:foreign-minister@KAZ part of country:KAZ");
}

TEST_CASE("a window shows the tenures that may have run in it") {
    const auto graph = graph_of({{"2013-05-02", "person:john-kerry", "John Kerry", "secretary of state", "USA"},
                                 {"2031-02-01", "person:ada-lind", "Ada Lind", "minister of sport", "SWE"}});
    const auto shown = [&](const char* from, const char* to) {
        Texts all;
        for (const auto& [member, whole, what] : make_network(graph, {.from = parse_day(from), .to = parse_day(to)}, {.affiliations = true}).affiliations) {
            all.push_back(graph.actor(what.member).name);
        }
        return all;
    };
    CHECK(shown("2016-01-01", "2031-12-31") == Texts{"Ada Lind", "John Kerry"});
    CHECK(shown("2018-01-01", "2031-12-31") == Texts{"Ada Lind"});
    CHECK(shown("2000-01-01", "2013-01-01").empty());
}
