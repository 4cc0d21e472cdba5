// SPDX-License-Identifier: MIT
#include <memory>
#include <ostream>
#include <string>

#include <dateline/graph/difference.hpp>
#include <dateline/store/case_file.hpp>
#include <dateline/text/printable.hpp>
#include <dateline/write/timeline_text.hpp>

#include "command.hpp"
#include "output_options.hpp"

namespace dateline::cli {
namespace {

struct Options {
    std::string before;
    std::string after;
    OutputOptions output;
};

std::string one_line(const TimelineEvent& told) {
    return in_words(told.event.date) + ": " + printable(told.event.title) + " [" + std::string{name_of(told.event.status)} + "] " + told.event.id;
}

void write(std::ostream& out, const Difference& difference, const TimelineGraph& before, const TimelineGraph& after) {
    if (!difference.before) {
        out << "new        " << one_line(after.event(*difference.after)) << '\n';
    } else if (!difference.after) {
        out << "withdrawn  " << one_line(before.event(*difference.before)) << '\n';
    } else {
        out << "changed    " << one_line(after.event(*difference.after)) << "\n           ";
        const char* separator = "";
        for (const auto& what : difference.what) {
            out << separator << what;
            separator = ", ";
        }
        out << "; before: " << one_line(before.event(*difference.before)) << '\n';
    }
}

int run(const Options& options) {
    Output output{options.output.path, options.output.mode()};
    const auto before = CaseFile{options.before}.graph();
    const auto after = CaseFile{options.after}.graph();
    for (const auto& difference : compare(before, after)) write(output.stream(), difference, before, after);
    output.commit();
    return exit_done;
}

} // namespace

Run declare_diff(CLI::App& app) {
    const auto options = std::make_shared<Options>();
    app.add_option("BEFORE", options->before, "A case file")->required();
    app.add_option("AFTER", options->after, "Another")->required();
    add_output_options(app, options->output);
    app.footer("Lists the events that are new, changed or withdrawn in AFTER; nothing when both tell the same.\n\n"
               "Examples:\n"
               "  dateline diff monday.dateline tuesday.dateline");
    return [options](Context&) { return run(*options); };
}

} // namespace dateline::cli
