// SPDX-License-Identifier: MIT
#include <memory>

#include <dateline/write/json.hpp>
#include <dateline/write/timeline_text.hpp>

#include "command.hpp"
#include "graph_source.hpp"
#include "output_options.hpp"

namespace dateline::cli {
namespace {

struct Options {
    GraphOptions graph;
    OutputOptions output;
    std::string format = "text";
};

void write(std::ostream& out, const std::string& format, const TimelineGraph& graph, std::span<const EventId> events) {
    if (format == "md") return write_timeline_markdown(out, graph, events);
    if (format == "json") return write_timeline_json(out, graph, events);
    if (format == "jsonl") return write_timeline_lines(out, graph, events);
    write_timeline_text(out, graph, events);
}

int run(const Options& options, Context& context) {
    const auto view = make_view(options.graph);
    Output output{options.output.path, options.output.mode()};
    const auto [graph, tally] = load_graph(options.graph, context);
    write(output.stream(), options.format, graph, graph.select(view));
    return finish(output, tally);
}

} // namespace

Run declare_timeline(CLI::App& app) {
    const auto options = std::make_shared<Options>();
    add_graph_options(app, options->graph);
    add_output_options(app, options->output);
    app.add_option("-f,--format", options->format, "text, md, json or jsonl")
        ->type_name("FORMAT")
        ->capture_default_str()
        ->check(CLI::IsMember({"text", "md", "json", "jsonl"}));
    app.footer("Examples:\n"
               "  dateline timeline case.dateline --from 2025-11-01 --actor country:KAZ\n"
               "  dateline timeline pages/ -f md -o timeline.md\n"
               "  dateline timeline case.dateline --status planned --type CONSULT -f jsonl");
    return [options](Context& context) { return run(*options, context); };
}

} // namespace dateline::cli
