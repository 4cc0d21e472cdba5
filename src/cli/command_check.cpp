// SPDX-License-Identifier: MIT
#include <iostream>
#include <memory>
#include <string>

#include <fmt/format.h>

#include <dateline/store/case_file.hpp>

#include "command.hpp"

namespace dateline::cli {
namespace {

int run(const std::string& name, Context& context) {
    const CaseFile file{name};
    const auto faults = file.check();
    for (const auto& fault : faults) std::cout << fault << '\n';
    if (!faults.empty()) {
        context.report.error(fmt::format("{}: {} fault{} found", name, faults.size(), faults.size() == 1 ? "" : "s"));
        return exit_io;
    }
    const auto stats = file.stats();
    context.report.summary(fmt::format("{}: sound; {} articles, {} reports of events", name, stats.articles, stats.events));
    return exit_done;
}

} // namespace

Run declare_check(CLI::App& app) {
    const auto name = std::make_shared<std::string>();
    app.add_option("CASE", *name, "A case file")->required();
    app.footer("Prints each fault on a line of its own; exit code 4 when there is one.\n\n"
               "Examples:\n"
               "  dateline check case.dateline");
    return [name](Context& context) { return run(*name, context); };
}

} // namespace dateline::cli
