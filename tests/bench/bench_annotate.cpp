// SPDX-License-Identifier: MIT
//
// bench_annotate TEXT.jsonl [RUNS [THREADS]]: speed of splitting and of the whole annotation, on one thread and on more, as CSV.
#include <atomic>
#include <cstdlib>
#include <iostream>
#include <string>
#include <thread>
#include <vector>

#include <dateline/annotate/annotator.hpp>

#include "records.hpp"

namespace {

using dateline::bench::Record;

/// Calls `use` for every record, on so many threads; each takes the next record as it is ready.
template <class Use>
void for_each_record(const std::vector<Record>& records, unsigned threads, const Use& use) {
    std::atomic<std::size_t> next = 0;
    const auto work = [&] {
        for (auto i = next++; i < records.size(); i = next++) use(records[i]);
    };
    std::vector<std::thread> others;
    for (unsigned i = 1; i < threads; ++i) others.emplace_back(work);
    work();
    for (auto& other : others) other.join();
}

} // namespace

int main(int argc, char** argv) {
    if (argc < 2) return 2;
    const auto records = dateline::bench::read_records(argv[1]);
    const int runs = argc > 2 ? std::atoi(argv[2]) : 3;
    const auto most_threads = argc > 3 ? static_cast<unsigned>(std::atoi(argv[3])) : 2U;
    const auto bytes = dateline::bench::count_bytes(records);
    const auto words = dateline::bench::count_words(records);
    const dateline::Annotator annotator;
    std::cout << "name,run,threads,cpu_seconds,wall_seconds,bytes,words,tokens\n";
    const auto measure = [&](const std::string& name, unsigned threads, const auto& stage) {
        for (int run = 0; run <= runs; ++run) { // the first is the warm-up
            std::atomic<std::size_t> tokens = 0;
            const auto cpu = dateline::bench::cpu_seconds();
            const auto wall = dateline::bench::wall_seconds();
            for_each_record(records, threads, [&](const Record& record) { tokens += stage({.title = {}, .text = record.text}).token.size(); });
            if (run == 0) continue;
            std::cout << name << ',' << run << ',' << threads << ',' << dateline::bench::cpu_seconds() - cpu << ',' << dateline::bench::wall_seconds() - wall << ','
                      << bytes << ',' << words << ',' << tokens << '\n';
        }
    };
    measure("split", 1, [&](dateline::Article article) { return annotator.tokenise(std::move(article)); });
    for (unsigned threads = 1; threads <= most_threads; ++threads) {
        measure("annotate", threads, [&](dateline::Article article) { return annotator.annotate(std::move(article)); });
    }
    return 0;
}
