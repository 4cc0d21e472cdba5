// SPDX-License-Identifier: MIT
//
// bench_times TEXT.jsonl [RUNS]: speed of find_times on one thread, as CSV name,run,cpu_seconds,bytes,tokens,timexes. Tokens are words
// between white space. Records: {text, dct}.
#include <cstdlib>
#include <ctime>
#include <fstream>
#include <iostream>
#include <sstream>
#include <string>
#include <vector>

#include <nlohmann/json.hpp>

#include <dateline/time/resolver.hpp>

namespace {

std::vector<dateline::Document> read_documents(const char* file) {
    std::ifstream in{file};
    std::vector<dateline::Document> documents;
    for (std::string line; std::getline(in, line);) {
        const auto record = nlohmann::json::parse(line);
        dateline::Document document;
        document.text = record.at("text").get<std::string>();
        if (record.contains("dct") && record["dct"].is_string()) document.article.published = dateline::parse_instant(record["dct"].get<std::string>());
        documents.push_back(std::move(document));
    }
    return documents;
}

std::size_t count_words(const std::string& text) {
    std::istringstream in{text};
    std::size_t words = 0;
    for (std::string word; in >> word;) ++words;
    return words;
}

} // namespace

int main(int argc, char** argv) {
    if (argc < 2) return 2;
    const auto documents = read_documents(argv[1]);
    const int runs = argc > 2 ? std::atoi(argv[2]) : 5;
    std::size_t bytes = 0;
    std::size_t words = 0;
    for (const auto& document : documents) {
        bytes += document.text.size();
        words += count_words(document.text);
    }
    std::cout << "name,run,cpu_seconds,bytes,tokens,timexes\n";
    for (int run = 0; run <= runs; ++run) { // the first is the warm-up
        std::size_t found = 0;
        const auto start = std::clock();
        for (const auto& document : documents) found += dateline::find_times(document).size();
        const auto seconds = static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
        if (run > 0) std::cout << "dateline," << run << ',' << seconds << ',' << bytes << ',' << words << ',' << found << '\n';
    }
    return 0;
}
