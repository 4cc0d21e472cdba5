// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <fstream>
#include <ostream>
#include <string>

namespace dateline::cli {

enum class Overwrite { no, yes };

/// Where the data of a command goes: standard output, or a file that is written whole or not at all. The file takes its name
/// at `commit()`; until then, and after an error, what stood there before stands there still.
class Output {
public:
    /// `path` empty or "-" is standard output. Throws Error{usage} when the file exists and `overwrite` is no, Error{io} when
    /// its folder cannot be written to. Devices and pipes are written to directly.
    Output(const std::string& path, Overwrite overwrite);
    ~Output();
    Output(const Output&) = delete;
    Output& operator=(const Output&) = delete;

    [[nodiscard]] std::ostream& stream() noexcept;

    /// Throws Error{io} when not all could be written (a full disk).
    void commit();

private:
    std::filesystem::path m_path;
    std::filesystem::path m_temporary; ///< empty when written to directly
    std::ofstream m_file;
};

} // namespace dateline::cli
