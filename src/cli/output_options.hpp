// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include <CLI/CLI.hpp>

#include "output.hpp"

namespace dateline::cli {

struct OutputOptions {
    std::string path;
    bool overwrite = false;

    [[nodiscard]] Overwrite mode() const noexcept { return overwrite ? Overwrite::yes : Overwrite::no; }
};

inline void add_output_options(CLI::App& app, OutputOptions& options) {
    app.add_option("-o,--output", options.path, "Write to FILE instead of standard output, whole or not at all")->type_name("FILE");
    app.add_flag("-O,--overwrite", options.overwrite, "Overwrite FILE when it exists");
}

} // namespace dateline::cli
