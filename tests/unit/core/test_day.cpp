// SPDX-License-Identifier: MIT
#include <catch2/catch.hpp>

#include <dateline/core/day.hpp>

using namespace dateline; // NOLINT: a test file

namespace {

DateInterval between(const char* earliest, const char* latest) {
    DateInterval interval;
    interval.earliest = parse_day(earliest);
    interval.latest = parse_day(latest);
    return interval;
}

} // namespace

TEST_CASE("every day from 1800 to 2200 is written and read back") {
    const auto last = *make_day(2200, 12, 31);
    for (auto day = *make_day(1800, 1, 1); day <= last; day += date::days{1}) {
        if (parse_day(format_day(day)) != day) FAIL(format_day(day));
    }
    SUCCEED();
}

TEST_CASE("what is no day is not read as one") {
    for (const auto* text : {"2025-02-30", "2025-13-01", "2025-00-10", "0000-01-01", "2025-1-1", "2025-01-01 ", "2025-01-01x", "+025-01-01",
                             "2025-01--1", "", "2023-02-29"}) {
        CAPTURE(text);
        CHECK_FALSE(parse_day(text));
    }
    CHECK(parse_day("2024-02-29"));
    CHECK_FALSE(make_day(10000, 1, 1));
}

TEST_CASE("instants keep the clock and the zone they were given in") {
    const auto [text, canonical] = GENERATE(table<const char*, const char*>({
        {"2025-11-06T05:47:00+05:30", "2025-11-06T05:47:00+05:30"},
        {"2025-11-06 05:47", "2025-11-06T05:47:00"},
        {"2025-11-06T05:47:12.345Z", "2025-11-06T05:47:12Z"},
        {"2025-11-06T05:47:12-0500", "2025-11-06T05:47:12-05:00"},
        {"2025-11-06T05:47+01", "2025-11-06T05:47:00+01:00"},
        {"2025-11-06", "2025-11-06"},
        {"2025-11-06T24:00:00", "2025-11-07T00:00:00"},
    }));
    const auto instant = parse_instant(text);
    REQUIRE(instant);
    CHECK(format_instant(*instant) == canonical);
    CHECK(parse_instant(canonical) == instant);
}

TEST_CASE("what is no instant is not read as one") {
    for (const auto* text : {"2025-11-06T", "2025-11-06T25:00", "2025-11-06T10:61", "2025-11-06T10:00+99:00", "2025-11-06T10:00Zulu", "today"}) {
        CAPTURE(text);
        CHECK_FALSE(parse_instant(text));
    }
}

TEST_CASE("EDTF says no more than is known") {
    CHECK(format_edtf(between("2026-01-01", "2026-12-31")) == "2026");
    CHECK(format_edtf(between("2024-02-01", "2024-02-29")) == "2024-02");
    CHECK(format_edtf(between("2023-02-01", "2023-02-27")) == "2023-02-01/2023-02-27");
    CHECK(format_edtf(between("2025-11-05", "2025-11-05")) == "2025-11-05");
    CHECK(format_edtf(between("2025-11-06", "2026-12-31")) == "2025-11-06/2026-12-31");
    CHECK(format_edtf(between("2025-11-06", "")) == "2025-11-06/..");
    CHECK(format_edtf(between("", "2025-11-06")) == "../2025-11-06");
    CHECK(format_edtf(DateInterval{}).empty());
}
