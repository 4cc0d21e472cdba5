// SPDX-License-Identifier: MIT
#include <atomic>
#include <chrono>
#include <stdexcept>
#include <thread>

#include <catch2/catch.hpp>

#include <dateline/pipeline/ordered_pool.hpp>

using dateline::OrderedPool;

TEST_CASE("results come in the order of the items, whatever the number of threads") {
    const auto threads = GENERATE(0U, 1U, 2U, 4U);
    std::vector<int> results;
    OrderedPool<int, int> pool{threads,
                               [](int n) {
                                   std::this_thread::sleep_for(std::chrono::microseconds{(n % 7) * 10}); // uneven work
                                   return n * n;
                               },
                               [&](int square) { results.push_back(square); }};
    for (int n = 0; n < 1000; ++n) pool.push(n);
    pool.finish();
    REQUIRE(results.size() == 1000);
    for (int n = 0; n < 1000; ++n) CHECK(results[static_cast<std::size_t>(n)] == n * n);
}

TEST_CASE("an exception of the work reaches the producer, and the pool ends cleanly") {
    const auto threads = GENERATE(1U, 3U);
    std::vector<int> results;
    OrderedPool<int, int> pool{threads,
                               [](int n) {
                                   if (n == 5) throw std::runtime_error{"five"};
                                   return n;
                               },
                               [&](int n) { results.push_back(n); }};
    const auto run = [&] {
        for (int n = 0; n < 10; ++n) pool.push(n);
        pool.finish();
    };
    CHECK_THROWS_WITH(run(), "five");
    CHECK(results == std::vector<int>{0, 1, 2, 3, 4});
}

TEST_CASE("work that is no longer wanted does not keep the pool from ending") {
    std::atomic<int> done = 0;
    {
        OrderedPool<int, int> pool{2, [&](int n) { return ++done, n; }, [](int) {}};
        for (int n = 0; n < 40; ++n) pool.push(n);
    }
    CHECK(done <= 40);
}
