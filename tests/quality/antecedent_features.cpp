// SPDX-License-Identifier: MIT
//
// What the ranker of antecedents sees, for training:
//   antecedent_features [TREES] < articles.jsonl
// TREES: a table of trees in place of the built-in ones. One row a candidate and one for nobody, fields separated by tabs: article, where
// the pronoun begins, where the candidate's mentions have their heads (characters, the nearest mention first), the numbers. The first row
// names them.
#include <fstream>
#include <iostream>
#include <sstream>
#include <string>
#include <vector>

#include <fmt/format.h>

#include <dateline/annotate/annotator.hpp>
#include <dateline/clean/cleaner.hpp>
#include <dateline/read/reader.hpp>
#include <dateline/text/utf8.hpp>

#include "find.hpp"

namespace {

using namespace dateline; // NOLINT: a tool of its own

/// Characters before each token.
std::vector<std::size_t> offsets(const Document& document) {
    CodePointCounter characters{document.text};
    std::vector<std::size_t> found;
    for (const auto& span : document.token) found.push_back(characters.count_to(span.begin));
    return found;
}

TreeModel read_trees(const char* path) {
    std::ifstream in{path};
    std::ostringstream text;
    text << in.rdbuf();
    const auto bytes = compile_knowledge({{.name = "antecedent_trees", .where = path, .text = text.str()}});
    return TreeModel{Knowledge{bytes}.table("antecedent_trees"), actors::feature_names()};
}

void print(const Document& document, const actors::Resources& resources) {
    const auto characters = offsets(document);
    const actors::AntecedentWatch watch = [&](std::uint32_t pronoun, std::span<const actors::Candidate> candidates, std::span<const actors::FeatureRow> rows) {
        for (std::size_t i = 0; i < rows.size(); ++i) {
            std::vector<std::size_t> heads;
            if (i < candidates.size()) {
                for (const auto* const side : {&candidates[i].before, &candidates[i].ahead}) {
                    for (const auto* const mention : *side) heads.push_back(characters[mention->head]);
                }
            }
            std::cout << fmt::format("{}\t{}\t{}\t{:.5g}\n", document.article.id, characters[pronoun], fmt::join(heads, ","), fmt::join(rows[i], "\t"));
        }
    };
    static_cast<void>(actors::find(document, resources, watch));
}

} // namespace

int main(int argc, char** argv) {
    if (argc > 2) {
        std::cerr << "usage: antecedent_features [TREES] < articles.jsonl\n";
        return 2;
    }
    const Annotator annotator;
    actors::Resources resources{ActorDictionary{}, Knowledge::built_in()};
    if (argc == 2) resources.ranker = read_trees(argv[1]);
    std::cout << fmt::format("article\tpronoun\theads\t{}\n", fmt::join(actors::feature_names(), "\t"));
    read_stream(
        std::cin, "-", {.format = InputFormat::jsonl},
        [&](Page&& page) { print(annotator.annotate(clean(std::move(page)).article), resources); },
        [](const Error& error) { std::cerr << error.what() << '\n'; });
    return 0;
}
