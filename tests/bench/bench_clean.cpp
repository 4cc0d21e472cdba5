// SPDX-License-Identifier: MIT
//
// bench_clean PAGES.jsonl [RUNS]: pages ({"html": …} a line) to articles, on one core. Prints CSV: name,run,cpu_seconds,bytes,pages,articles.
#include <cstdlib>
#include <fstream>
#include <iostream>
#include <vector>

#include <dateline/clean/cleaner.hpp>
#include <dateline/read/reader.hpp>

#include "records.hpp"

int main(int argc, char** argv) {
    if (argc < 2) return 2;
    const int runs = argc > 2 ? std::atoi(argv[2]) : 5;
    std::ifstream in{argv[1], std::ios::binary};
    std::vector<dateline::Page> pages;
    std::size_t bytes = 0;
    dateline::read_stream(
        in, argv[1], {.format = dateline::InputFormat::jsonl},
        [&](dateline::Page&& page) {
            bytes += page.content.size();
            pages.push_back(std::move(page));
        },
        [](const dateline::Error& error) { std::cerr << error.what() << '\n'; });
    std::cout << "name,run,cpu_seconds,bytes,pages,articles\n";
    for (int run = 0; run <= runs; ++run) { // the first is the warm-up
        std::size_t articles = 0;
        const auto start = dateline::bench::cpu_seconds();
        for (const auto& page : pages) articles += dateline::clean(page).verdict == dateline::Verdict::article ? 1U : 0U;
        const auto seconds = dateline::bench::cpu_seconds() - start;
        if (run > 0) std::cout << "dateline," << run << ',' << seconds << ',' << bytes << ',' << pages.size() << ',' << articles << '\n';
    }
    return 0;
}
