// SPDX-License-Identifier: MIT
#include <sstream>

#include <catch2/catch.hpp>

#include <dateline/write/timeline_text.hpp>

#include "event_literal.hpp"

using namespace dateline; // NOLINT: a test file

namespace {

TimelineGraph sample() {
    Reports reports;
    for (auto event : test::event_literals(R"(
        CONSULT visit/visit planned | 2025-11 | person:rubio@USA > country:KAZ | Rubio will *visit* [Kazakhstan]. | Herald 2025-11-03
        PROTEST march | - | group:students > | Students marched. | Courier)")) {
        if (event.predicate == "visit") event.evidence.front().url = "https://example.org/a(1) b";
        reports.add(event);
    }
    return TimelineGraph{std::move(reports)};
}

} // namespace

TEST_CASE("a date in words says no more than is known") {
    const auto [earliest, latest, words] = GENERATE(table<const char*, const char*, const char*>({
        {"2025-11-06", "2025-11-06", "6 Nov 2025"},
        {"2025-11-01", "2025-11-30", "Nov 2025, day unknown"},
        {"2024-02-01", "2024-02-29", "Feb 2024, day unknown"},
        {"2026-01-01", "2026-12-31", "2026, day unknown"},
        {"2026-04-01", "2026-06-30", "quarter 2 of 2026, day unknown"},
        {"2026-05-01", "2026-08-31", "May–Aug 2026, day unknown"},
        {"2025-11-03", "2025-11-09", "3–9 Nov 2025, day unknown"},
        {"2025-11-28", "2025-12-02", "28 Nov – 2 Dec 2025, day unknown"},
        {"2025-12-28", "2026-01-02", "28 Dec 2025 – 2 Jan 2026, day unknown"},
        {"2025-11-06", "", "from 6 Nov 2025, end unknown"},
        {"", "2025-11-06", "by 6 Nov 2025"},
        {"", "", "date unknown"},
    }));
    DateInterval date;
    date.earliest = parse_day(earliest);
    date.latest = parse_day(latest);
    CHECK(in_words(date) == words);
}

TEST_CASE("a timeline for the terminal") {
    const auto graph = sample();
    std::ostringstream out;
    write_timeline_text(out, graph, graph.select({}));
    CHECK(out.str() == "Nov 2025, day unknown  [planned] Rubio will *visit* [Kazakhstan]\n"
                       "    Rubio, KAZ\n"
                       "    CONSULT; 1 source\n"
                       "    \"Rubio will *visit* [Kazakhstan].\" (Herald, 3 Nov 2025)\n"
                       "date unknown  Students marched\n"
                       "    Students\n"
                       "    PROTEST; 1 source\n"
                       "    \"Students marched.\" (Courier)\n");
}

TEST_CASE("a timeline in Markdown, where what articles say is no markup") {
    const auto graph = sample();
    std::ostringstream out;
    write_timeline_markdown(out, graph, graph.select({}));
    CHECK(out.str() == "# Timeline\n\n"
                       "- **Nov 2025, day unknown** \\[planned\\] Rubio will \\*visit\\* \\[Kazakhstan\\]  \n"
                       "  Rubio, KAZ; 1 source  \n"
                       "  “Rubio will \\*visit\\* \\[Kazakhstan\\].” [Herald, 3 Nov 2025](https://example.org/a%281%29%20b)\n"
                       "- **date unknown** Students marched  \n"
                       "  Students; 1 source  \n"
                       "  “Students marched.” Courier\n");
}

TEST_CASE("escape sequences, changes of direction and scripts in a headline do not get through") {
    auto event = test::event_literal("PROTEST march | - | group:students > | x | Courier");
    event.title = "\x1B]0;owned\x07 \xC2\x9B" "31m\u202Egnp.exe\r\nnext\xFF";
    event.evidence.front().url = "javascript:alert(1)";
    Reports reports;
    reports.add(event);
    const TimelineGraph graph{std::move(reports)};
    std::ostringstream text;
    std::ostringstream markdown;
    write_timeline_text(text, graph, graph.select({}));
    write_timeline_markdown(markdown, graph, graph.select({}));
    CHECK(text.str().starts_with("date unknown  \uFFFD]0;owned\uFFFD \uFFFD31m\uFFFDgnp.exe next\uFFFD\n"));
    CHECK(markdown.str().find("javascript") == std::string::npos);
}
