// SPDX-License-Identifier: MIT
#include <catch2/catch.hpp>

#include <dateline/graph/difference.hpp>
#include <dateline/graph/measures.hpp>
#include <dateline/graph/order.hpp>

#include "event_literal.hpp"

using namespace dateline; // NOLINT: a test file

namespace {

TimelineGraph graph_of(std::string_view lines) {
    Reports reports;
    for (const auto& event : test::event_literals(lines)) reports.add(event);
    return TimelineGraph{std::move(reports)};
}

/// Two circles of three, linked by one tie between C and D; G and H apart.
TimelineGraph two_circles() {
    return graph_of(R"(
        CONSULT meet/meet | 2025-01-01 | person:aa, person:bb | Aa met Bb. | A 2025-01-01
        CONSULT meet/meet | 2025-01-02 | person:aa, person:cc | Aa met Cc. | A 2025-01-02
        CONSULT meet/meet | 2025-01-03 | person:bb, person:cc | Bb met Cc. | A 2025-01-03
        ACCUSE blame | 2025-02-10 | person:cc > person:dd | Cc blamed Dd. | A 2025-02-10
        CONSULT meet/meet | 2025-03-01 | person:dd, person:ee | Dd met Ee. | A 2025-03-01
        CONSULT meet/meet | 2025-03-02 | person:dd, person:ff | Dd met Ff. | A 2025-03-02
        CONSULT meet/meet | 2025-03-03 | person:ee, person:ff | Ee met Ff. | A 2025-03-03
        CONSULT meet/meet | 2025-03-04 | person:gg, person:hh | Gg met Hh. | A 2025-03-04
    )");
}

const ActorMeasures& of(const std::vector<ActorMeasures>& all, const std::string& id) {
    for (const auto& one : all) {
        if (one.actor.id == id) return one;
    }
    throw std::runtime_error{id};
}

} // namespace

TEST_CASE("degree, PageRank and betweenness of two circles with one bridge") {
    const auto all = measure(two_circles(), {});
    REQUIRE(all.size() == 8);
    double sum = 0;
    for (const auto& one : all) sum += one.page_rank;
    CHECK(sum == Approx(1));
    CHECK(of(all, "person:cc").degree == 3);
    CHECK(of(all, "person:aa").degree == 2);
    CHECK(of(all, "person:aa").betweenness == Approx(0));
    // from a, b to d, e, f leads every way over c: 6 of the 7 * 6 / 2 pairs of others
    CHECK(of(all, "person:cc").betweenness == Approx(6.0 / 21));
    CHECK(of(all, "person:cc").page_rank == Approx(of(all, "person:dd").page_rank));
    CHECK(of(all, "person:cc").page_rank > of(all, "person:aa").page_rank);
    CHECK(all.front().page_rank >= all.back().page_rank);
}

TEST_CASE("components and communities, numbered from the largest") {
    const auto all = measure(two_circles(), {});
    for (const auto* id : {"person:aa", "person:bb", "person:cc", "person:dd", "person:ee", "person:ff"}) CHECK(of(all, id).component == 0);
    CHECK(of(all, "person:gg").component == 1);
    CHECK(of(all, "person:aa").community == of(all, "person:bb").community);
    CHECK(of(all, "person:ee").community == of(all, "person:ff").community);
    CHECK(of(all, "person:aa").community != of(all, "person:ee").community);
    CHECK(measure(TimelineGraph{}, {}).empty());
}

TEST_CASE("the shortest way between two actors comes with what proves it") {
    const auto graph = two_circles();
    const auto path = shortest_path(graph, {}, "person:aa", "person:ee");
    REQUIRE(path);
    REQUIRE(path->size() == 3);
    CHECK((*path)[0].from.id == "person:aa");
    CHECK((*path)[0].to.id == "person:cc");
    CHECK((*path)[2].to.id == "person:ee");
    REQUIRE((*path)[1].evidence.size() == 1);
    CHECK(graph.event((*path)[1].evidence.front()).event.title == "Cc blamed Dd");
    CHECK_FALSE(shortest_path(graph, {}, "person:aa", "person:gg"));
    CHECK_FALSE(shortest_path(graph, {}, "person:aa", "person:nobody"));
    View january;
    january.to = parse_day("2025-01-31");
    CHECK_FALSE(shortest_path(graph, january, "person:aa", "person:ee"));
}

TEST_CASE("activity counts what certainly falls into a period") {
    const auto graph = graph_of(R"(
        PROTEST march | 2025-01-30 | group:g1 > | One. | A
        PROTEST march | 2025-01 | group:g2 > | Two. | A
        PROTEST march | 2025-01-31/2025-02-01 | group:g3 > | Three. | A
        PROTEST march | 2025-02-03 | group:g4 > | Four. | A
        PROTEST march | - | group:g5 > | Five. | A
    )");
    const auto months = activity(graph, {}, Period::month);
    REQUIRE(months.size() == 2);
    CHECK(months[0].first == parse_day("2025-01-01"));
    CHECK(months[0].events == 2);
    CHECK(months[1].events == 1);
    const auto weeks = activity(graph, {}, Period::week);
    REQUIRE(weeks.size() == 2);
    CHECK(weeks[0].first == parse_day("2025-01-27"));
    CHECK(weeks[0].events == 2); // Saturday 1 February is in the week of 27 January
    CHECK(activity(graph, {}, Period::year).front().events == 4);
}

TEST_CASE("ties that are new in a window and ties that broke off") {
    View march;
    march.from = parse_day("2025-02-15");
    march.to = parse_day("2025-04-15");
    const auto changes = tie_changes(two_circles(), march);
    CHECK(changes.made.size() == 4);
    REQUIRE(changes.broken.size() == 4);
    CHECK(changes.broken.front().source == "person:aa");
}

TEST_CASE("order as far as intervals tell") {
    const auto date = [](const char* text) { return test::event_literal(std::string{"PROTEST march | "} + text + " | group:g > | X. | A").date; };
    CHECK(precedence(date("2025-11-06"), date("2025-11-07")) == Precedence::before);
    CHECK(precedence(date("2025-12"), date("2025-11")) == Precedence::after);
    CHECK(precedence(date("2025-11"), date("2025-11-06")) == Precedence::overlaps);
    CHECK(precedence(date("2025-11-06"), date("2025-11-06")) == Precedence::overlaps);
    CHECK(precedence(date("2025-11-06/.."), date("2025-11-07")) == Precedence::unknown);
    CHECK(precedence(date("-"), date("2025-11-07")) == Precedence::unknown);
    CHECK(precedence(date("../2025-11-01"), date("2025-11-07")) == Precedence::before);
}

TEST_CASE("precedence is reduced: nothing that follows from the rest") {
    const auto graph = graph_of(R"(
        PROTEST march | 2025-11-01 | group:g1 > | One. | A
        PROTEST march | 2025-11-02 | group:g2 > | Two. | A
        PROTEST march | 2025-11-03 | group:g3 > | Three. | A
        PROTEST march | 2025-11 | group:g4 > | Some day of November. | A
        PROTEST march | 2025-12-01 | group:g5 > | Five. | A
        PROTEST march | - | group:g6 > | Undated. | A
    )");
    const auto all = graph.select({});
    std::vector<std::pair<EventId, EventId>> expected; // the slow way
    const auto before = [&](EventId a, EventId b) { return precedence(graph.event(a).event.date, graph.event(b).event.date) == Precedence::before; };
    for (const auto a : all) {
        for (const auto b : all) {
            const bool direct = before(a, b) && std::none_of(all.begin(), all.end(), [&](EventId c) { return before(a, c) && before(c, b); });
            if (direct) expected.emplace_back(a, b);
        }
    }
    CHECK(precedence_edges(graph, all) == expected);
    CHECK(expected.size() == 4); // 1–2, 2–3, 3–5, November–5
}

TEST_CASE("two graphs differ in what is new, changed and withdrawn") {
    const auto before = graph_of(R"(
        CONSULT visit/visit planned | 2025-11 | person:ann-lee@GBR > country:PER | Ann Lee will visit Peru in November. | A 2025-11-01
        PROTEST march | 2025-11-03 | group:teachers > | Teachers marched. | A 2025-11-03
    )");
    const auto after = graph_of(R"(
        CONSULT visit/visit planned | 2025-11 | person:ann-lee@GBR > country:PER | Ann Lee will visit Peru in November. | A 2025-11-01
        CONSULT visit/visit | 2025-11-06 | person:ann-lee@GBR > country:PER | Ann Lee visited Peru on Thursday. | B 2025-11-07
        INCIDENT sink | 2025-11-08 |  | A ferry sank. | A 2025-11-08
    )");
    const auto all = compare(before, after);
    REQUIRE(all.size() == 3);
    CHECK(all[0].what == std::vector<std::string>{"date", "status", "outcome", "sources"});
    CHECK_FALSE(all[1].before);
    CHECK_FALSE(all[2].after);
    CHECK(compare(after, after).empty());
}

TEST_CASE("merging says why") {
    const auto graph = graph_of(R"(
        INCIDENT die | 2025-04-18 | > person:esther-hill | The actress Esther Hill died on Friday. | A 2025-04-18
        INCIDENT death | 2025-04-18 | > person:esther-hill | The death of the actress Esther Hill was announced. | B 2025-04-19
    )");
    REQUIRE(graph.event_count() == 1);
    const auto reasons = graph.event({0}).reasons;
    REQUIRE(reasons.size() == 1);
    CHECK(reasons.front().report == 1);
    CHECK(reasons.front().same_as == 0);
    CHECK(reasons.front().points.sum() >= enough_for_sameness);
}
