// SPDX-License-Identifier: MIT
//
// The table tests/corpus/time/cases.tsv, line by line.
#include <fstream>
#include <string>
#include <vector>

#include <catch2/catch.hpp>
#include <fmt/format.h>

#include <dateline/time/resolver.hpp>

namespace {

/// "next Friday = DATE 2024-03-08 [2024-03-08]; …", "-" when nothing was found: the form of the table's third field.
std::string found_in(const std::string& text, const std::string& published) {
    dateline::Document document;
    document.text = text;
    document.article.published = dateline::parse_instant(published);
    std::string found;
    for (const auto& timex : dateline::find_times(document)) {
        if (timex.value.empty()) continue; // a day that no calendar has
        const auto days = dateline::format_edtf(timex.interval);
        found += fmt::format("{}{} = {} {}{}{}", found.empty() ? "" : "; ", dateline::slice(text, timex.span), name_of(timex.type), timex.value,
                             timex.mod.empty() ? "" : " " + timex.mod, days.empty() ? "" : " [" + days + "]");
    }
    return found.empty() ? "-" : found;
}

} // namespace

TEST_CASE("every case of the table is read as it says") {
    std::ifstream table{DATELINE_TESTS "/corpus/time/cases.tsv"};
    REQUIRE(table);
    int cases = -1; // the first line that is no comment names the columns
    for (std::string line; std::getline(table, line);) {
        if (line.starts_with('#') || cases++ < 0) continue;
        const auto first = line.find('\t');
        const auto second = line.find('\t', first + 1);
        REQUIRE(second != std::string::npos);
        INFO(line);
        CHECK(found_in(line.substr(first + 1, second - first - 1), line.substr(0, first)) == line.substr(second + 1));
    }
    CHECK(cases >= 600);
}
