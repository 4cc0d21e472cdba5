// SPDX-License-Identifier: MIT
#include <iostream>
#include <memory>
#include <string>

#include <fmt/format.h>

#include <dateline/core/error.hpp>

#include "command.hpp"

namespace dateline::cli {

Run declare_help(CLI::App& app) {
    const auto topic = std::make_shared<std::string>();
    app.add_option("COMMAND", *topic, "The command; without it, all of them");
    return [topic, &program = *app.get_parent()](Context&) -> int {
        if (topic->empty()) {
            std::cout << program.help();
            return exit_done;
        }
        const auto known = program.get_subcommands([&](const CLI::App* command) { return command->get_name() == *topic; });
        if (known.empty()) throw Error{Error::Kind::usage, "", fmt::format("there is no command '{}'; see dateline help", *topic)};
        std::cout << known.front()->help();
        return exit_done;
    };
}

} // namespace dateline::cli
