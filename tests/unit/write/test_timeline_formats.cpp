// SPDX-License-Identifier: MIT
#include <sstream>

#include <catch2/catch.hpp>

#include <dateline/write/timeline_formats.hpp>

#include "event_literal.hpp"

using namespace dateline; // NOLINT: a test file

namespace {

using Writer = void (*)(std::ostream&, const TimelineGraph&, std::span<const EventId>);

std::string written(Writer write, std::string_view lines) {
    Reports reports;
    for (const auto& event : test::event_literals(lines)) reports.add(event);
    const TimelineGraph graph{std::move(reports)};
    std::ostringstream out;
    write(out, graph, graph.select({}));
    return out.str();
}

std::size_t count(const std::string& text, std::string_view part) {
    std::size_t n = 0;
    for (auto at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) ++n;
    return n;
}

constexpr auto hostile = R"(CONSULT visit/visit planned | 2025-11 | person:ann-lee@GBR > country:PER | =Ann <b>Lee</b>, "she"; will visit \ Peru & co. | A 2025-11-01
PROTEST march | - | group:g1 > | Undated march. | A 2025-11-01)";

} // namespace

TEST_CASE("CSV quotes, doubles quotes and defuses formulas") {
    const auto text = written(write_timeline_csv, hostile);
    CHECK(count(text, "\r\n") == 3);
    CHECK(text.find(R"("'=Ann <b>Lee</b>, ""she""; will visit \ Peru & co")") != std::string::npos);
    CHECK(text.find("\"Nov 2025, day unknown\"") != std::string::npos);
}

TEST_CASE("iCalendar escapes, folds, covers the period and leaves out what has no date") {
    const auto text = written(write_timeline_icalendar, hostile);
    CHECK(count(text, "BEGIN:VEVENT") == 1);
    CHECK(text.find("DTSTART;VALUE=DATE:20251101\r\n") != std::string::npos);
    CHECK(text.find("DTEND;VALUE=DATE:20251201\r\n") != std::string::npos);
    CHECK(text.find("STATUS:TENTATIVE") != std::string::npos);
    std::istringstream lines{text};
    for (std::string line; std::getline(lines, line);) {
        CHECK(line.size() <= 76); // 75 octets and the carriage return
        CHECK(line.back() == '\r');
    }
    std::string unfolded;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text.compare(i, 3, "\r\n ") == 0) i += 2;
        else unfolded += text[i];
    }
    CHECK(unfolded.find(R"(=Ann <b>Lee</b>\, "she"\; will visit \\ Peru & co (Nov 2025\, day unknown))") != std::string::npos);
}

TEST_CASE("TimelineJS gives a month without a day") {
    const auto text = written(write_timeline_js, hostile);
    CHECK(text.find(R"("start_date":{"year":2025,"month":11})") != std::string::npos);
    CHECK(text.find(R"("display_date":"Nov 2025, day unknown")") != std::string::npos);
    CHECK(text.find("<b>") == std::string::npos);
    CHECK(count(text, "unique_id") == 1);
}

TEST_CASE("HTML takes nothing from an article for markup") {
    const auto text = written(write_timeline_html, hostile);
    CHECK(text.find("<b>") == std::string::npos);
    CHECK(text.find("=Ann &lt;b&gt;Lee&lt;/b&gt;, &quot;she&quot;; will visit \\ Peru &amp; co") != std::string::npos);
    CHECK(count(text, "<li ") == 2);
    CHECK(count(text, "</li>") == 2);
}
