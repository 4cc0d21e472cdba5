// SPDX-License-Identifier: MIT
//
// What the commands that ask a graph have in common: a case file or articles as their source, and the filters.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include <dateline/graph/timeline_graph.hpp>
#include <dateline/graph/view.hpp>
#include <dateline/store/case_file.hpp>

#include "articles.hpp"
#include "command.hpp"

namespace dateline::cli {

struct GraphOptions {
    ArticleOptions articles; ///< `inputs`: one case file, or articles
    std::string dictionary;  ///< --actors
    std::string from;
    std::string to;
    std::string as_of;
    std::vector<std::string> actors;
    std::vector<std::string> types;
    std::vector<std::string> statuses;
    std::uint32_t min_publishers = 0;
};

void add_graph_options(CLI::App& app, GraphOptions& options);

/// Throws Error{usage} for a day, type or status that is none.
[[nodiscard]] View make_view(const GraphOptions& options);

struct GraphSource {
    TimelineGraph graph;
    Tally tally; ///< of the articles, when these were the source
};

/// A case file is known by the first bytes of every SQLite 3 database (https://sqlite.org/fileformat.html, 1.3), not by its name.
[[nodiscard]] bool is_case_file(const std::string& path);

/// The graph of a case file, at least what a view needs of it (see CaseFile::graph), or of articles read, extracted and merged on the way.
[[nodiscard]] GraphSource load_graph(const GraphOptions& options, const View& view, Context& context, Detail detail = Detail::whole,
                                     const NetworkOptions& network = {});

} // namespace dateline::cli
