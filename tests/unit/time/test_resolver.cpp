// SPDX-License-Identifier: MIT
#include <catch2/catch.hpp>

#include <dateline/time/resolver.hpp>

namespace {

using namespace std::string_literals;

std::string values_of(std::string text, std::string_view published) {
    dateline::Document document;
    document.text = std::move(text);
    document.article.published = dateline::parse_instant(published);
    std::string values;
    for (const auto& timex : dateline::find_times(document)) values += (values.empty() ? "" : " ") + timex.value;
    return values;
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

TEST_CASE("a day that does not exist is no date") { CHECK(values_of("On 30 February 2020.", "2024-03-06").empty()); }
