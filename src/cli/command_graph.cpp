// SPDX-License-Identifier: MIT
#include <memory>

#include <dateline/graph/network.hpp>
#include <dateline/write/dot.hpp>
#include <dateline/write/json.hpp>

#include "command.hpp"
#include "graph_source.hpp"
#include "output_options.hpp"

namespace dateline::cli {
namespace {

struct Options {
    GraphOptions graph;
    OutputOptions output;
    std::string format = "dot";
    std::string level = "person";
    std::size_t top = 0;
    bool affiliations = false;
};

int run(const Options& options, Context& context) {
    const auto view = make_view(options.graph);
    Output output{options.output.path, options.output.mode()};
    const bool drawing = options.format == "dot"; // which is to be looked at; data are given whole
    const NetworkOptions wanted{.level = options.level == "country" ? Level::country : Level::person,
                                .top = options.top,
                                .affiliations = options.affiliations || !drawing};
    const auto [graph, tally] = load_graph(options.graph, view, context, Detail::outline, wanted);
    const auto network = make_network(graph, view, wanted);
    if (drawing) {
        write_dot(output.stream(), network);
    } else {
        write_node_link(output.stream(), network);
    }
    return finish(output, tally);
}

} // namespace

Run declare_graph(CLI::App& app) {
    const auto options = std::make_shared<Options>();
    add_graph_options(app, options->graph);
    add_output_options(app, options->output);
    app.add_option("-f,--format", options->format, "dot (Graphviz) or json (node-link)")
        ->type_name("FORMAT")
        ->capture_default_str()
        ->check(CLI::IsMember({"dot", "json"}));
    app.add_option("--level", options->level, "person: actors as they are; country: every actor as its country")
        ->type_name("LEVEL")
        ->capture_default_str()
        ->check(CLI::IsMember({"person", "country"}));
    app.add_option("--top", options->top, "Only the N actors with the most events")->type_name("N");
    app.add_flag("--affiliations", options->affiliations, "In DOT too: who serves which country or organisation since when, and what is part of what");
    app.footer("Examples:\n"
               "  dateline graph case.dateline | dot -Tsvg -o graph.svg\n"
               "  dateline graph case.dateline --level country --top 20 -f json -o graph.json\n"
               "  dateline graph pages/ --from 2025-11-01 --type CONSULT -o visits.dot");
    return [options](Context& context) { return run(*options, context); };
}

} // namespace dateline::cli
