// SPDX-License-Identifier: MIT
//
// The graph is a function of the set of reports: no order of adding, no way of splitting and joining shows in a single byte.
#include <algorithm>
#include <random>
#include <set>
#include <span>
#include <string>

#include <catch2/catch.hpp>

#include <dateline/graph/timeline_graph.hpp>

#include "exports.hpp"
#include "random_events.hpp"

using namespace dateline; // NOLINT: a test file
using test::exports;

namespace {

TimelineGraph graph_of(std::span<const Event> events) {
    Reports reports;
    for (const auto& event : events) reports.add(event);
    return TimelineGraph{std::move(reports)};
}

void shuffle(std::vector<Event>& events, std::mt19937& random) {
    for (auto i = events.size(); i > 1; --i) std::swap(events[i - 1], events[random() % i]);
}

constexpr std::uint32_t worlds = 12;
constexpr std::size_t size = 150;

} // namespace

TEST_CASE("any order of adding gives the same bytes") {
    for (std::uint32_t seed = 1; seed <= worlds; ++seed) {
        auto events = test::random_events(seed, size);
        const auto expected = exports(graph_of(events));
        std::mt19937 random{seed};
        for (int round = 0; round < 4; ++round) {
            shuffle(events, random);
            if (exports(graph_of(events)) != expected) FAIL("seed " << seed << ", round " << round);
        }
    }
    SUCCEED();
}

TEST_CASE("merging is associative, commutative and idempotent") {
    for (std::uint32_t seed = 1; seed <= worlds; ++seed) {
        const auto events = test::random_events(seed, size);
        const std::span all{events};
        const auto a = graph_of(all.subspan(0, size / 3));
        const auto b = graph_of(all.subspan(size / 3, size / 3));
        const auto c = graph_of(all.subspan(2 * (size / 3)));
        CAPTURE(seed);
        const auto expected = exports(graph_of(all));
        CHECK(exports(merge(merge(a, b), c)) == expected);
        CHECK(exports(merge(a, merge(b, c))) == expected);
        CHECK(exports(merge(merge(c, a), b)) == expected);
        const auto whole = merge(merge(a, b), c);
        CHECK(exports(merge(whole, a)) == expected);
    }
}

TEST_CASE("worlds like these do merge events, and no report is lost or doubled") {
    for (std::uint32_t seed = 1; seed <= worlds; ++seed) {
        const auto events = test::random_events(seed, size);
        const auto graph = graph_of(events);
        CHECK(graph.event_count() < graph.reports().size());
        std::multiset<std::string> told;
        std::multiset<std::string> given;
        for (const auto id : graph.select({})) {
            const auto event = graph.event(id);
            told.insert(event.reports.begin(), event.reports.end());
            CHECK(event.event.evidence.size() <= event.reports.size());
            CHECK(event.publishers >= 1);
        }
        for (const auto& event : events) given.insert(event.id);
        CHECK(std::set(told.begin(), told.end()) == std::set(given.begin(), given.end()));
        CHECK(told.size() == graph.reports().size());
    }
}

TEST_CASE("a window is what a scan of all events finds in it") {
    const auto graph = graph_of(test::random_events(3, 300));
    for (int first = 0; first < 25; first += 3) {
        for (int length = 0; length < 12; length += 4) {
            View view;
            view.from = *make_day(2025, 10, 28) + date::days{first};
            view.to = *view.from + date::days{length};
            std::vector<EventId> expected;
            for (const auto id : graph.select({})) {
                const auto date = graph.event(id).event.date;
                if ((!date.latest || *date.latest >= *view.from) && (!date.earliest || *date.earliest <= *view.to)) expected.push_back(id);
            }
            CHECK(graph.select(view) == expected);
        }
    }
}

TEST_CASE("a view is what a scan of all events finds by its actors, types, statuses and publishers") {
    const auto graph = graph_of(test::random_events(5, 300));
    for (int round = 0; round < 48; ++round) {
        View view;
        if (round % 2 != 0) view.types = {EventType::consult, EventType::assault};
        if (round % 3 != 0) view.statuses = {static_cast<EventStatus>(round % 5), EventStatus::occurred};
        if (round % 4 > 1) view.actors = {round % 8 > 3 ? "person:p1" : "country:KAZ", "person:p2"};
        view.min_publishers = static_cast<std::uint32_t>(round) / 16;
        if (round > 40) view.from = *make_day(2025, 11, 9);
        const auto wanted = [&](EventId id) {
            const auto told = graph.event(id);
            const auto among = [](const auto& values, const auto& value) { return values.empty() || std::ranges::find(values, value) != values.end(); };
            const bool acts = view.actors.empty() || std::ranges::any_of(told.event.actors, [&](const Participant& participant) {
                const auto actor = graph.actor(*graph.find_actor(participant.actor.id)); // as all reports describe it
                return among(view.actors, actor.id) || (among(view.actors, "country:KAZ") && actor.country == "KAZ");
            });
            return acts && among(view.types, told.event.type) && among(view.statuses, told.event.status) && told.publishers >= view.min_publishers &&
                   (!view.from || !told.event.date.latest || *told.event.date.latest >= *view.from);
        };
        std::vector<EventId> expected;
        for (const auto id : graph.select({})) {
            if (wanted(id)) expected.push_back(id);
        }
        CAPTURE(round);
        CHECK(graph.select(view) == expected);
    }
}
