// SPDX-License-Identifier: MIT
//
// What the classifiers of `clean` see, for training:
//   clean_features lines|blocks < pages.jsonl            what the first classifier sees
//   clean_features lines|blocks OPINIONS < pages.jsonl   what the second sees more; OPINIONS: the first one's verdicts, one a row
// One row a line or block, fields separated by tabs: id, text, the words in the classes around it, the numbers. The first row names them.
#include <fstream>
#include <iostream>
#include <string>
#include <string_view>
#include <vector>

#include <fmt/format.h>

#include <dateline/read/reader.hpp>

#include "block_features.hpp"
#include "html_tree.hpp"
#include "lines.hpp"
#include "page_meta.hpp"

namespace {

using namespace dateline; // NOLINT: a tool of its own

class Printer {
public:
    Printer(bool lines, std::istream* opinions) : m_lines{lines}, m_opinions{opinions} {
        const auto look = opinions == nullptr ? Look::first : Look::second;
        auto names = lines ? line_feature_names(look) : block_feature_names(look);
        if (opinions != nullptr) {
            m_known = (lines ? line_feature_names() : block_feature_names()).size();
            names.erase(names.begin(), names.begin() + static_cast<std::ptrdiff_t>(m_known));
        }
        std::cout << fmt::format("id\ttext\tclasses\t{}\n", fmt::join(names, "\t"));
    }

    void print(const Page& page) { m_lines ? print_lines(page) : print_blocks(page); }

private:
    void print_row(const std::string& id, const std::string& text, const std::string& classes, const std::vector<float>& numbers) const {
        const std::vector<float> shown{numbers.begin() + static_cast<std::ptrdiff_t>(m_known), numbers.end()};
        if (m_opinions != nullptr) std::cout << fmt::format("{:.5g}\n", fmt::join(shown, "\t"));
        else std::cout << fmt::format("{}\t{}\t{}\t{:.5g}\n", id, text, classes, fmt::join(shown, "\t"));
    }
    [[nodiscard]] std::vector<float> read_opinions(std::size_t count) const {
        std::vector<float> opinions(count);
        for (auto& opinion : opinions) *m_opinions >> opinion;
        return opinions;
    }
    void print_lines(const Page& page) const {
        const auto lines = split_lines(page.content);
        auto rows = line_features(lines, find_title(lines, {}));
        if (m_opinions != nullptr) add_line_opinions(lines, read_opinions(lines.size()), rows);
        for (std::size_t i = 0; i < rows.size(); ++i) print_row(page.given.id, lines[i].text, {}, rows[i]);
    }
    void print_blocks(const Page& page) const {
        const HtmlTree tree{page.content};
        const auto meta = read_meta(tree);
        const auto blocks = find_blocks(tree);
        BlockFeatures features{tree, blocks, title_block(blocks, meta.titles), meta.body};
        if (m_opinions != nullptr) features.add_opinions(read_opinions(blocks.size()));
        for (std::size_t i = 0; i < blocks.size(); ++i) {
            std::string words;
            for (auto element = blocks[i].element; element != HtmlTree::none; element = tree.nodes()[element].parent) {
                scan_class_words(tree, element, [&](std::string_view word) { (words += word) += ' '; });
            }
            print_row(page.given.id, blocks[i].text, words, features.rows()[i]);
        }
    }

    bool m_lines;
    std::istream* m_opinions;
    std::size_t m_known = 0; ///< numbers of a row that the first look has printed
};

} // namespace

int main(int argc, char** argv) {
    const std::string_view what = argc >= 2 ? argv[1] : "";
    if (argc > 3 || (what != "lines" && what != "blocks")) {
        std::cerr << "usage: clean_features lines|blocks [OPINIONS] < pages.jsonl\n";
        return 2;
    }
    std::ifstream opinions;
    if (argc == 3) opinions.open(argv[2]);
    Printer printer{what == "lines", argc == 3 ? &opinions : nullptr};
    read_stream(
        std::cin, "-", {.format = InputFormat::jsonl}, [&](Page&& page) { printer.print(page); },
        [](const Error& error) { std::cerr << error.what() << '\n'; });
    return 0;
}
