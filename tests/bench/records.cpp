// SPDX-License-Identifier: MIT
#include "records.hpp"

#include <chrono>
#include <ctime>
#include <fstream>
#include <sstream>
#include <stdexcept>

#include <nlohmann/json.hpp>

namespace dateline::bench {

std::vector<Record> read_records(const std::string& file) {
    std::ifstream in{file};
    if (!in) throw std::runtime_error{"cannot read " + file};
    std::vector<Record> records;
    for (std::string line; std::getline(in, line);) {
        const auto json = nlohmann::json::parse(line);
        records.push_back({json.at("text").get<std::string>(), json.contains("dct") && json["dct"].is_string() ? json["dct"].get<std::string>() : ""});
    }
    return records;
}

std::size_t count_words(const std::vector<Record>& records) {
    std::size_t words = 0;
    for (const auto& record : records) {
        std::istringstream in{record.text};
        for (std::string word; in >> word;) ++words;
    }
    return words;
}

std::size_t count_bytes(const std::vector<Record>& records) {
    std::size_t bytes = 0;
    for (const auto& record : records) bytes += record.text.size();
    return bytes;
}

double cpu_seconds() { return static_cast<double>(std::clock()) / CLOCKS_PER_SEC; }

double wall_seconds() { return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count(); }

} // namespace dateline::bench
