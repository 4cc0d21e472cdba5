// SPDX-License-Identifier: MIT
#include <string>
#include <utility>
#include <vector>

#include <catch2/catch.hpp>

#include <dateline/time/resolver.hpp>

namespace {

using namespace std::string_literals;

std::vector<dateline::Timex> times_of(std::string text, std::string_view published, std::string url = {}) {
    dateline::Document document;
    document.text = std::move(text);
    document.article.url = std::move(url);
    document.article.published = dateline::parse_instant(published);
    return dateline::find_times(document);
}

std::string values_of(std::string text, std::string_view published, std::string url = {}) {
    std::string values;
    for (const auto& timex : times_of(std::move(text), published, std::move(url))) values += (values.empty() ? "" : " ") + timex.value;
    return values;
}

/// The EDTF of each expression.
std::string edtf_of(std::string text, std::string_view published) {
    std::string all;
    for (const auto& timex : times_of(std::move(text), published)) all += (all.empty() ? "" : " ") + format_edtf(timex);
    return all;
}

} // namespace

TEST_CASE("a weekday without a future cue is the same day or one of the six before") {
    CHECK(values_of("The minister resigned on Tuesday.", "2024-03-06") == "2024-03-05");
    CHECK(values_of("The minister resigned on Wednesday.", "2024-03-06") == "2024-03-06");
    CHECK(values_of("The minister will resign on Thursday.", "2024-03-06") == "2024-03-07");
}

TEST_CASE("a document without a date of publication keeps what is absolute") {
    CHECK(values_of("On 5 May 2020 and yesterday.", "") == "2020-05-05");
}

TEST_CASE("a day that no calendar has is no date, and says so") {
    for (const auto* text : {"On 30 February 2020.", "On February 29, 2023.", "On 2023-02-29.", "At noon on April 31."}) {
        const auto times = times_of(text, "2024-03-06");
        REQUIRE(times.size() == 1);
        CHECK(times[0].value.empty());
        CHECK_FALSE(times[0].interval.earliest);
        CHECK(times[0].rule == "no such day in the calendar");
    }
    CHECK(values_of("On February 29, 2024.", "2024-03-06") == "2024-02-29");
}

TEST_CASE("a time keeps its zone, with summer time where the zone has it") {
    CHECK(edtf_of("The quake struck at 05:47 IST on 6 November 2025.", "2025-11-07") == "2025-11-06T05:47:00+05:30");
    CHECK(edtf_of("It opens at 3 p.m. ET.", "2024-07-01") == "2024-07-01T15:00:00-04:00");
    CHECK(edtf_of("It opens at 3 p.m. ET.", "2024-01-02") == "2024-01-02T15:00:00-05:00");
    CHECK(edtf_of("It opens at 3 p.m. EST.", "2024-07-01") == "2024-07-01T15:00:00-05:00");
    CHECK(edtf_of("It opens at 9:30 Eastern time on May 3, 2024.", "2024-07-01") == "2024-05-03T09:30:00-04:00");
    CHECK(edtf_of("It fell at 0735 GMT.", "2024-07-01") == "2024-07-01T07:35:00Z");
    CHECK(edtf_of("Logged 2023-11-06T05:47:10+02:00.", "2024-07-01") == "2023-11-06T05:47:10+02:00");
    CHECK(edtf_of("It opens at 15:30.", "2024-07-01") == "2024-07-01T15:30:00");
}

TEST_CASE("the ends of a range know the whole") {
    CHECK(edtf_of("It ran from 3 to 5 May 2023.", "2024-07-01") == "2023-05-03/2023-05-05 2023-05-03/2023-05-05");
    CHECK(edtf_of("It ran Oct. 27 \xE2\x80\x93 Nov. 2, 2023.", "2024-07-01") == "2023-10-27/2023-11-02 2023-10-27/2023-11-02");
    CHECK(edtf_of("In 2014-15 it grew.", "2024-07-01") == "2014-01-01/2015-12-31 2014-01-01/2015-12-31");
    CHECK(edtf_of("It lay between May 2020 and July 2021.", "2024-07-01") == "2020-05-01/2021-07-31 2020-05-01/2021-07-31");
    CHECK(edtf_of("It falls on May 6 - this year.", "2024-05-01") == "2024-05-06 2024");
    CHECK(edtf_of("It fell in May 2020 and July 2021.", "2024-07-01") == "2020-05 2021-07");
}

TEST_CASE("clock units are counted from a known time of day; else they are a length") {
    CHECK(values_of("They left at 22:30 on May 3, 2024. Three hours later they landed.", "2024-07-01") == "2024-05-03T22:30 2024-05-04T01:30");
    CHECK(values_of("It began two hours ago.", "2024-07-01T01:15:00") == "2024-06-30T23:15");
    CHECK(values_of("It began two hours ago.", "2024-07-01") == "PT2H");
    CHECK(values_of("They met half an hour after midnight on May 3, 2024.", "2024-07-01") == "2024-05-04T00:30");
}

TEST_CASE("days are counted from the day of writing in the report's first line") {
    CHECK(values_of("GENEVA, March 4 (Agency) - Talks failed yesterday.", "2024-03-06") == "2024-03-04 2024-03-03");
    CHECK(values_of("KABUL, May 2, 2019 \xE2\x80\x94 Talks failed yesterday.", "") == "2019-05-02 2019-05-01");
    CHECK(values_of("Talks failed on March 4 - yesterday was calm.", "2024-03-06") == "2024-03-04 2024-03-05");
    CHECK(times_of("GENEVA, March 4 (Agency) - Talks failed yesterday.", "2024-03-06")[1].reference == "dateline 2024-03-04");
}

TEST_CASE("the order of day and month: the text's, the publisher's country's, or both are kept") {
    CHECK(values_of("Due 05/06/2024, not 25/06/2024.", "2024-01-01") == "2024-06-05 2024-06-25");
    CHECK(values_of("Due 05/06/2024.", "2024-01-01", "https://news.example.co.uk/a?b=c") == "2024-06-05");
    CHECK(values_of("Due 05/06/2024.", "2024-01-01", "https://example.com/uk") == "2024-05-06");
    CHECK(times_of("Due 05/06/2024.", "2024-01-01")[0].alternative == "2024-06-05");
    CHECK(times_of("Due 05/06/2024.", "2024-01-01", "https://example.ie")[0].alternative.empty());
}

TEST_CASE("a value tells its operators") {
    const auto operators = [](std::string text) { return times_of(std::move(text), "2024-03-06").at(0).operators; };
    CHECK(operators("It fell two weeks ago.") == "shift(-2 week, now)");
    CHECK(operators("He left last May.") == "last(XXXX-05)");
    CHECK(operators("On Friday morning he left.") == "at(TMO, XXXX-WXX-5)");
    CHECK(operators("The first week of May 2023.") == "nth(1 week, 2023-05)");
}
