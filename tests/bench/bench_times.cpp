// SPDX-License-Identifier: MIT
//
// bench_times TEXT.jsonl [RUNS]: speed of find_times on one thread, as CSV.
#include <cstdlib>
#include <iostream>

#include <dateline/time/resolver.hpp>

#include "records.hpp"

int main(int argc, char** argv) {
    if (argc < 2) return 2;
    const auto records = dateline::bench::read_records(argv[1]);
    const int runs = argc > 2 ? std::atoi(argv[2]) : 5;
    const auto bytes = dateline::bench::count_bytes(records);
    const auto words = dateline::bench::count_words(records);
    std::vector<dateline::Document> documents;
    for (const auto& record : records) {
        dateline::Document document;
        document.text = record.text;
        if (!record.dct.empty()) document.article.published = dateline::parse_instant(record.dct);
        documents.push_back(std::move(document));
    }
    std::cout << "name,run,cpu_seconds,bytes,words,timexes\n";
    for (int run = 0; run <= runs; ++run) { // the first is the warm-up
        std::size_t found = 0;
        const auto start = dateline::bench::cpu_seconds();
        for (const auto& document : documents) found += dateline::find_times(document).size();
        const auto seconds = dateline::bench::cpu_seconds() - start;
        if (run > 0) std::cout << "dateline," << run << ',' << seconds << ',' << bytes << ',' << words << ',' << found << '\n';
    }
    return 0;
}
