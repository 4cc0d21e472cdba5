// SPDX-License-Identifier: MIT
#include "corpus.hpp"

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <optional>
#include <stdexcept>
#include <utility>

#include <catch2/catch.hpp>

namespace dateline::test {
namespace {

constexpr std::string_view name_mark = "=== ";
constexpr std::string_view divider = "---";

std::vector<std::string> read_lines(const std::filesystem::path& file) {
    std::ifstream in{file};
    if (!in) throw std::runtime_error{"cannot open " + file.string()};
    std::vector<std::string> lines;
    for (std::string line; std::getline(in, line);) lines.push_back(std::move(line));
    return lines;
}

/// "key: value" where the key is one word.
std::optional<std::pair<std::string, std::string>> parse_header(const std::string& line) {
    const auto colon = line.find(": ");
    if (colon == std::string::npos || line.find(' ') < colon) return std::nullopt;
    return std::pair{line.substr(0, colon), line.substr(colon + 2)};
}

void bless(const std::filesystem::path& file, const std::vector<Case>& cases, const std::function<std::string(const Case&)>& actual) {
    const auto lines = read_lines(file);
    std::ofstream out{file};
    std::size_t next = 0;
    bool in_expected = false;
    for (const auto& line : lines) {
        if (line.starts_with(name_mark)) {
            if (in_expected) out << '\n';
            in_expected = false;
        }
        if (in_expected) continue;
        out << line << '\n';
        if (line == divider) {
            in_expected = true;
            out << actual(cases.at(next++));
        }
    }
}

} // namespace

std::vector<Case> read_corpus(const std::filesystem::path& file) {
    enum class Part { headers, input, expected };
    std::vector<Case> cases;
    auto part = Part::headers;
    int number = 0;
    for (const auto& line : read_lines(file)) {
        ++number;
        if (line.starts_with(name_mark)) {
            cases.push_back({.name = line.substr(name_mark.size()), .headers = {}, .input = {}, .expected = {}, .line = number});
            part = Part::headers;
            continue;
        }
        if (cases.empty()) continue;
        auto& current = cases.back();
        if (line == divider) {
            part = Part::expected;
        } else if (const auto header = part == Part::headers ? parse_header(line) : std::nullopt) {
            current.headers.insert(*header);
        } else {
            if (part == Part::headers) part = Part::input;
            (part == Part::input ? current.input : current.expected) += line + '\n';
        }
    }
    if (cases.empty()) throw std::runtime_error{"no case in " + file.string()};
    for (auto& c : cases) { // empty lines before the next case are only there for the eye
        while (c.expected.ends_with("\n\n") || c.expected == "\n") c.expected.pop_back();
    }
    return cases;
}

void check_corpus(const std::filesystem::path& directory, const std::function<std::string(const Case&)>& actual) {
    std::vector<std::filesystem::path> files;
    for (const auto& entry : std::filesystem::recursive_directory_iterator{directory}) {
        if (entry.path().extension() == ".txt") files.push_back(entry.path());
    }
    std::ranges::sort(files);
    REQUIRE_FALSE(files.empty());
    const bool rewrite = std::getenv("DATELINE_BLESS") != nullptr;
    for (const auto& file : files) {
        const auto cases = read_corpus(file);
        if (rewrite) {
            bless(file, cases, actual);
            continue;
        }
        for (const auto& c : cases) {
            DYNAMIC_SECTION(file.filename().string() << ':' << c.line << ": " << c.name) { CHECK(actual(c) == c.expected); }
        }
    }
}

} // namespace dateline::test
