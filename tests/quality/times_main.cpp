// SPDX-License-Identifier: MIT
//
// times_of SET.jsonl: the time expressions of every record {doc_id, dct, text, …} as `dateline times` writes them, for the scorers.
#include <fstream>
#include <iostream>
#include <string>

#include <nlohmann/json.hpp>

#include <dateline/annotate/annotator.hpp>
#include <dateline/time/resolver.hpp>
#include <dateline/write/times_json.hpp>

int main(int argc, char** argv) {
    if (argc != 2) return 2;
    std::ifstream in{argv[1]};
    const dateline::Annotator annotator;
    for (std::string line; std::getline(in, line);) {
        const auto record = nlohmann::json::parse(line);
        dateline::Article article;
        article.id = record.contains("doc_id") ? record["doc_id"] : record["id"];
        const auto& dct = record.contains("dct") ? record["dct"] : record["reference_datetime"];
        if (dct.is_string()) article.published = dateline::parse_instant(dct.get<std::string>());
        article.text = record.contains("text") ? record["text"].get<std::string>() : record["input"].get<std::string>();
        const auto document = annotator.annotate(std::move(article));
        std::cout << dateline::times_json(document, dateline::find_times(document), dateline::Why::yes) << '\n';
    }
    return 0;
}
