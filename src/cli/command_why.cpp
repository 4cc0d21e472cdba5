// SPDX-License-Identifier: MIT
#include <memory>
#include <ostream>
#include <string>

#include <fmt/format.h>
#include <fmt/ostream.h>

#include <dateline/core/error.hpp>
#include <dateline/store/case_file.hpp>
#include <dateline/text/printable.hpp>
#include <dateline/write/timeline_text.hpp>

#include "command.hpp"
#include "output_options.hpp"

namespace dateline::cli {
namespace {

struct Options {
    std::string case_file;
    std::string id;
    OutputOptions output;
};

void write_date(std::ostream& out, const EventDate& date) {
    fmt::print(out, "date     {}: {}", in_words(date), name_of(date.basis));
    if (!date.text.empty()) fmt::print(out, ", by the words \"{}\"", printable(date.text));
    if (!date.rule.empty()) fmt::print(out, ", rule {}", printable(date.rule));
    out << '\n';
}

void write_actors(std::ostream& out, const Event& event) {
    for (const auto& [actor, role] : event.actors) {
        fmt::print(out, "actor    {} as {}: {}, {}", printable(actor.name), name_of(role), name_of(actor.kind), actor.id);
        if (!actor.office.empty()) fmt::print(out, ", office {}", printable(actor.office));
        if (!actor.country.empty()) fmt::print(out, ", of {}", actor.country);
        if (!actor.wikidata.empty()) fmt::print(out, ", {}", actor.wikidata);
        out << '\n';
    }
}

void write_merging(std::ostream& out, const TimelineEvent& told) {
    if (told.reports.size() == 1) out << "merging  told once\n";
    for (const auto& [report, same_as, points] : told.reasons) {
        fmt::print(out, "merging  {} is the same as {}:", told.reports[report], told.reports[same_as]);
        for (const auto& [what, value] : points.named()) {
            if (value != 0) fmt::print(out, " {} {:+.2f}", what, value);
        }
        fmt::print(out, " = {:.2f}, enough from {:.2f}\n", points.sum(), enough_for_sameness);
    }
}

int run(const Options& options) {
    Output output{options.output.path, options.output.mode()};
    const auto graph = CaseFile{options.case_file}.graph_around(options.id);
    const auto id = graph.find_event(options.id);
    if (!id) throw Error{Error::Kind::usage, options.case_file, fmt::format("there is no event '{}'", options.id)};
    const auto told = graph.event(*id);
    auto& out = output.stream();
    fmt::print(out, "event    {}: {}\ntype     {} by the word \"{}\"\n", told.event.id, printable(told.event.title), name_of(told.event.type),
               printable(told.event.evidence.front().trigger));
    write_date(out, told.event.date);
    write_actors(out, told.event);
    if (told.outcome != Outcome::none) fmt::print(out, "outcome  {}\n", name_of(told.outcome));
    write_merging(out, told);
    output.commit();
    return exit_done;
}

} // namespace

Run declare_why(CLI::App& app) {
    const auto options = std::make_shared<Options>();
    app.add_option("CASE", options->case_file, "A case file")->required();
    app.add_option("ID", options->id, "Of an event, or of any report of it")->required();
    add_output_options(app, options->output);
    app.footer("Tells by which words and rules an event has its date, its actors and its sources.\n\n"
               "Examples:\n"
               "  dateline why case.dateline 64e186c1f69fa6a5");
    return [options](Context&) { return run(*options); };
}

} // namespace dateline::cli
