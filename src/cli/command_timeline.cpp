// SPDX-License-Identifier: MIT
#include <algorithm>
#include <array>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include <dateline/write/json.hpp>
#include <dateline/write/timeline_formats.hpp>
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

struct Format {
    std::string_view name;
    void (*write)(std::ostream&, const TimelineGraph&, std::span<const EventId>);
};
constexpr std::array<Format, 8> formats{{{"text", write_timeline_text},
                                         {"md", write_timeline_markdown},
                                         {"html", write_timeline_html},
                                         {"json", write_timeline_json},
                                         {"jsonl", write_timeline_lines},
                                         {"csv", write_timeline_csv},
                                         {"ics", write_timeline_icalendar},
                                         {"timelinejs", write_timeline_js}}};

std::vector<std::string> format_names() {
    std::vector<std::string> names;
    for (const auto& format : formats) names.emplace_back(format.name);
    return names;
}

int run(const Options& options, Context& context) {
    const auto view = make_view(options.graph);
    Output output{options.output.path, options.output.mode()};
    const auto [graph, tally] = load_graph(options.graph, view, context);
    std::ranges::find(formats, options.format, &Format::name)->write(output.stream(), graph, graph.select(view));
    return finish(output, tally);
}

} // namespace

Run declare_timeline(CLI::App& app) {
    const auto options = std::make_shared<Options>();
    add_graph_options(app, options->graph);
    add_output_options(app, options->output);
    app.add_option("-f,--format", options->format, "text, md, html, json, jsonl, csv, ics (iCalendar) or timelinejs")
        ->type_name("FORMAT")
        ->capture_default_str()
        ->check(CLI::IsMember(format_names()));
    app.footer("Examples:\n"
               "  dateline timeline case.dateline --from 2025-11-01 --actor country:KAZ\n"
               "  dateline timeline pages/ -f md -o timeline.md\n"
               "  dateline timeline case.dateline --status planned --type CONSULT -f jsonl");
    return [options](Context& context) { return run(*options, context); };
}

} // namespace dateline::cli
