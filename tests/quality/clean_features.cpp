// SPDX-License-Identifier: MIT
//
// What the classifiers of `clean` see, for training: clean_features lines|blocks < pages.jsonl
// One row a line or block, fields separated by tabs: id, text, the words in the classes around it, the numbers. The first row names them.
#include <iostream>
#include <string>
#include <string_view>
#include <vector>

#include <fmt/format.h>

#include <dateline/read/reader.hpp>

#include "html_blocks.hpp"
#include "html_tree.hpp"
#include "lines.hpp"
#include "page_meta.hpp"

namespace {

using namespace dateline; // NOLINT: a tool of its own

void print_header(const std::vector<std::string_view>& names) { std::cout << fmt::format("id\ttext\tclasses\t{}\n", fmt::join(names, "\t")); }

void print_row(const std::string& id, const std::string& text, const std::vector<float>& numbers) {
    std::cout << fmt::format("{}\t{}\t{:.5g}\n", id, text, fmt::join(numbers, "\t"));
}

void print_lines(const Page& page) {
    const auto lines = split_lines(page.content);
    const auto rows = line_features(lines, find_title(lines, {}));
    for (std::size_t i = 0; i < rows.size(); ++i) print_row(page.given.id, lines[i].text + '\t', rows[i]);
}

void print_blocks(const Page& page) {
    const HtmlTree tree{page.content};
    const auto meta = read_meta(tree);
    const auto blocks = find_blocks(tree);
    const auto rows = block_features(tree, blocks, title_block(tree, blocks, meta.titles), meta.body);
    for (std::size_t i = 0; i < rows.size(); ++i) {
        std::string words;
        for (auto element = blocks[i].element; element != HtmlTree::none; element = tree.nodes()[element].parent) {
            for (const auto& word : class_words(tree, element)) words += word + ' ';
        }
        print_row(page.given.id, blocks[i].text + '\t' + words, rows[i]);
    }
}

} // namespace

int main(int argc, char** argv) {
    const std::string_view what = argc == 2 ? argv[1] : "";
    if (what != "lines" && what != "blocks") {
        std::cerr << "usage: clean_features lines|blocks < pages.jsonl\n";
        return 2;
    }
    const bool lines = what == "lines";
    print_header(lines ? line_feature_names() : block_feature_names());
    read_stream(
        std::cin, "-", {.format = InputFormat::jsonl}, [lines](Page&& page) { lines ? print_lines(page) : print_blocks(page); },
        [](const Error& error) { std::cerr << error.what() << '\n'; });
    return 0;
}
