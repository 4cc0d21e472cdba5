// SPDX-License-Identifier: MIT
#include <atomic>
#include <csignal>
#include <exception>
#include <iostream>
#include <string>
#include <vector>

#include <fmt/format.h>

#include <dateline/core/error.hpp>
#include <dateline/text/printable.hpp>

#include "command.hpp"
#include "version.hpp"

namespace dateline::cli {
namespace {

std::atomic<bool> interrupted = false;
static_assert(std::atomic<bool>::is_always_lock_free, "set in a signal handler");

void on_interrupt(int) {
    interrupted = true;
    std::signal(SIGINT, SIG_DFL); // a second Ctrl-C ends at once
}

/// Of an error that ended the command. Broken inputs do not: they are reckoned up, and 3 is the command's own word.
int exit_code(Error::Kind kind) { return kind == Error::Kind::usage ? exit_usage : exit_io; }

/// The one place besides the pipeline's callers where exceptions end.
int run_reporting(const Run& run, Report& report) try {
    Context context{report, interrupted};
    return run(context);
} catch (const Error& error) {
    report.error(error.what());
    return exit_code(error.kind());
} catch (const std::bad_alloc&) {
    report.error("out of memory");
    return exit_io;
} catch (const std::exception& error) {
    report.error(fmt::format("internal: {}", error.what()));
    return exit_io;
}

int run(int argc, char** argv) {
    CLI::App app{"Dateline turns news articles into a dated actor graph and a chronological list of events, offline.\n", "dateline"};
    app.set_version_flag("--version", std::string{"dateline "} + version);
    app.require_subcommand(1);
    app.fallthrough();
    app.footer("'dateline COMMAND --help' tells the options of a command, with examples.\n"
               "Exit codes: 0 done; 2 usage; 3 some inputs were rejected (the rest was written); 4 cannot read or write; 130 interrupted.");

    bool quiet = false;
    bool verbose = false;
    std::string log;
    auto* const quiet_flag = app.add_flag("-q,--quiet", quiet, "Say nothing but errors");
    app.add_flag("-v,--verbose", verbose, "Say more: notes on single articles")->excludes(quiet_flag);
    app.add_option("--log", log, "Append everything that is said to FILE as well")->type_name("FILE");

    std::vector<std::pair<CLI::App*, Run>> declared;
    for (const auto& command : commands()) {
        auto* const sub = app.add_subcommand(std::string{command.name}, std::string{command.summary});
        declared.emplace_back(sub, command.declare(*sub));
    }

    // CLI11 would only say that a command is required.
    if (argc > 1 && argv[1][0] != '-' && app.get_subcommands([&](const CLI::App* sub) { return sub->get_name() == argv[1]; }).empty()) {
        std::cerr << fmt::format("dateline: error: there is no command '{}'; see dateline help\n", printable(argv[1]));
        return exit_usage;
    }
    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
        return app.exit(error) == 0 ? exit_done : exit_usage;
    }

    std::signal(SIGINT, on_interrupt);
    try {
        Report report{quiet ? Verbosity::quiet : verbose ? Verbosity::verbose : Verbosity::normal, log};
        for (const auto& [sub, run_command] : declared) {
            if (sub->parsed()) return run_reporting(run_command, report);
        }
    } catch (const Error& error) { // the log file
        std::cerr << "dateline: error: " << error.what() << '\n';
        return exit_code(error.kind());
    }
    return exit_usage;
}

} // namespace
} // namespace dateline::cli

int main(int argc, char** argv) {
    std::ios::sync_with_stdio(false);
    return dateline::cli::run(argc, argv);
}
