// SPDX-License-Identifier: MIT
//
// What the classifiers of `clean` see, for training: clean_features lines|blocks < pages.jsonl
// One row a line or block, fields separated by tabs: id, text, the numbers. The first row names them.
#include <iostream>
#include <string>
#include <string_view>
#include <vector>

#include <fmt/format.h>

#include <dateline/read/reader.hpp>

#include "lines.hpp"

namespace {

using namespace dateline; // NOLINT: a tool of its own

void print_header(const std::vector<std::string_view>& names) { std::cout << fmt::format("id\ttext\t{}\n", fmt::join(names, "\t")); }

void print_row(const std::string& id, const std::string& text, const std::vector<float>& numbers) {
    std::cout << fmt::format("{}\t{}\t{:.5g}\n", id, text, fmt::join(numbers, "\t"));
}

void print_lines(const Page& page) {
    const auto lines = split_lines(page.content);
    const auto rows = line_features(lines, find_title(lines, {}));
    for (std::size_t i = 0; i < rows.size(); ++i) print_row(page.given.id, lines[i].text, rows[i]);
}

} // namespace

int main(int argc, char** argv) {
    const std::string_view what = argc == 2 ? argv[1] : "";
    if (what != "lines") {
        std::cerr << "usage: clean_features lines < pages.jsonl\n";
        return 2;
    }
    print_header(line_feature_names());
    read_stream(
        std::cin, "-", {.format = InputFormat::jsonl}, [](Page&& page) { print_lines(page); },
        [](const Error& error) { std::cerr << error.what() << '\n'; });
    return 0;
}
