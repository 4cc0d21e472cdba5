// SPDX-License-Identifier: MIT
//
// A command is one file command_<name>.cpp with one function that declares its options on a CLI11 subcommand and returns what
// is to be run after they were parsed. Declaring opens nothing.
#pragma once

#include <atomic>
#include <functional>
#include <span>
#include <string_view>

#include <CLI/CLI.hpp>

#include "report.hpp"

namespace dateline::cli {

/// Exit codes, DESIGN §3.
enum ExitCode : int { exit_done = 0, exit_usage = 2, exit_some_rejected = 3, exit_io = 4, exit_interrupted = 130 };

struct Context {
    Report& report;
    const std::atomic<bool>& interrupted; ///< set by Ctrl-C: stop at the next article, leave nothing half written
};

using Run = std::function<int(Context&)>;

struct Command {
    std::string_view name;
    std::string_view summary;
    Run (*declare)(CLI::App&);
};

/// All commands, in the order of the way of the data.
[[nodiscard]] std::span<const Command> commands();

Run declare_build(CLI::App& app);
Run declare_extract(CLI::App& app);
Run declare_clean(CLI::App& app);
Run declare_annotate(CLI::App& app);
Run declare_times(CLI::App& app);
Run declare_actors(CLI::App& app);
Run declare_timeline(CLI::App& app);
Run declare_graph(CLI::App& app);
Run declare_show(CLI::App& app);
Run declare_why(CLI::App& app);
Run declare_merge(CLI::App& app);
Run declare_diff(CLI::App& app);
Run declare_check(CLI::App& app);
Run declare_stats(CLI::App& app);
Run declare_train(CLI::App& app);
Run declare_help(CLI::App& app);

} // namespace dateline::cli
