// SPDX-License-Identifier: MIT
//
// A program of somebody else: an article of its own in, a graph out.
#include <iostream>

#include <dateline/core/article.hpp>
#include <dateline/graph/reports.hpp>
#include <dateline/graph/timeline_graph.hpp>
#include <dateline/pipeline/pipeline.hpp>
#include <dateline/write/timeline_text.hpp>

int main() {
    dateline::Article article;
    article.id = "note-1";
    article.published = dateline::parse_instant("2024-03-13");
    article.text = "The presidents of Kenya and Ethiopia met in Nairobi on Tuesday.";

    const auto analysis = dateline::Pipeline{}.analyse(article);
    if (analysis.events.empty()) return 1;
    std::cout << dateline::in_words(analysis.events.front().date) << '\n';
    return analysis.events.front().date.earliest == dateline::parse_day("2024-03-12") ? 0 : 1;
}
