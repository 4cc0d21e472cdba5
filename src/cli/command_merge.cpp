// SPDX-License-Identifier: MIT
#include <memory>
#include <string>
#include <vector>

#include <fmt/format.h>

#include <dateline/store/case_file.hpp>

#include "command.hpp"

namespace dateline::cli {
namespace {

struct Options {
    std::vector<std::string> cases;
    std::string output;
};

int run(const Options& options, Context& context) {
    CaseFile merged{options.output, CaseFile::Access::write};
    std::size_t added = 0;
    for (const auto& name : options.cases) {
        if (context.interrupted) return exit_interrupted;
        added += merged.add(CaseFile{name});
    }
    merged.merge_reports();
    context.report.summary(fmt::format("{}: {} articles new to the case, {} in all", options.output, added, merged.stats().articles));
    return exit_done;
}

} // namespace

Run declare_merge(CLI::App& app) {
    const auto options = std::make_shared<Options>();
    app.add_option("CASE", options->cases, "Case files")->required();
    app.add_option("-o,--output", options->output, "The case file to add them to; created when it does not exist")->required()->type_name("CASE");
    app.footer("Articles that are in several cases are taken once. The result does not depend on the order of the cases.\n\n"
               "Examples:\n"
               "  dateline merge monday.dateline tuesday.dateline -o week.dateline");
    return [options](Context& context) { return run(*options, context); };
}

} // namespace dateline::cli
