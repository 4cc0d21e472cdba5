// SPDX-License-Identifier: MIT
#include <cstdint>
#include <ctime>
#include <random>
#include <string>
#include <vector>

#include <catch2/catch.hpp>

#include <dateline/time/resolver.hpp>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace {

void replay(const std::string& text) { LLVMFuzzerTestOneInput(reinterpret_cast<const std::uint8_t*>(text.data()), text.size()); }

/// Pieces from which time expressions are made, and what breaks them.
const std::vector<std::string> pieces{
    "the ", "last ", "next ", "week ", "day ", "of ", "before ", "after ", "May ", "5 ", "30 ", "February ", "9999 ", "0 ", "999999999 ", "1 ",
    "2024-02-30 ", "Friday ", "every ", "two ", "hundred ", "thousand ", "years ", "ago ", "later ", "early ", "mid-", "'90s ", "BC ", "century ",
    "quarter ", "'s ", "half ", "a ", "from ", "to ", "- ", ", ", ". ", "\n\n", "3 p.m. ", "12:61 ", "Easter ", "millennia ", "first ", "31st ",
    "year-ago ", "more than ", "\xC3", "\xE2\x80\x93", "\xE2\x80\x99s ", "\xFF", "(", ")", "/", "1/1/1 ", "10000 ", "winter ", "that ", "and "};

double seconds_for(const std::string& bait, int times) {
    dateline::Document document;
    for (int i = 0; i < times; ++i) document.text += bait;
    document.article.published = dateline::parse_instant("2024-03-06");
    const auto start = std::clock(); // CPU time: a busy machine does not count
    static_cast<void>(dateline::find_times(document));
    return static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
}

} // namespace

TEST_CASE("random strings of date words and broken bytes keep the contract") {
    std::mt19937 random{20261124}; // the engine is fixed by the standard: the same inputs everywhere
    for (int round = 0; round < 4000; ++round) {
        std::string text;
        for (auto length = random() % 24; length > 0; --length) text += pieces[random() % pieces.size()];
        replay(text);
    }
}

TEST_CASE("random bytes keep the contract") {
    std::mt19937 random{42};
    for (int round = 0; round < 2000; ++round) {
        std::string text(random() % 200, '\0');
        for (auto& c : text) c = static_cast<char>(random() % 256);
        replay(text);
    }
}

TEST_CASE("bait for patterns takes time that grows with its length only") {
    const auto bait = GENERATE(as<std::string>{}, "the day before ", "the first week of ", "last May ", "twenty thousand ", "1,000,", "more than ",
                               "May 5 - ", "Friday, ", "'s year", "1 1/2 ", "every ", "((((", "3:3", "a.m.", "the end of the ", "two weeks after ",
                               "Tuesday of next week ", "days or ", "3/May/", "5 to ", "half past ", "from 2:00 to ", "2023 Q3 - ", "+05:30");
    constexpr int times = 1000;
    static_cast<void>(seconds_for(bait, times)); // warm
    const auto small = seconds_for(bait, times);
    const auto large = seconds_for(bait, 8 * times);
    INFO(bait << ": " << small << " s, eight times as much " << large << " s");
    CHECK(large < 40 * small + 0.05); // quadratic would be 64 times
}
