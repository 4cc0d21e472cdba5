// SPDX-License-Identifier: MIT
#pragma once

#include <cerrno>
#include <filesystem>
#include <string>
#include <system_error>

#include <unistd.h>

namespace dateline::test {

/// A directory of its own that goes with it.
class ScratchDirectory {
public:
    ScratchDirectory() {
        auto pattern = (std::filesystem::temp_directory_path() / "dateline-XXXXXX").string();
        if (mkdtemp(pattern.data()) == nullptr) throw std::filesystem::filesystem_error{"no scratch directory", std::error_code{errno, std::generic_category()}};
        m_path = pattern;
    }
    ~ScratchDirectory() {
        std::error_code ignored;
        std::filesystem::remove_all(m_path, ignored);
    }
    ScratchDirectory(const ScratchDirectory&) = delete;
    ScratchDirectory& operator=(const ScratchDirectory&) = delete;

    [[nodiscard]] std::filesystem::path operator/(const char* name) const { return m_path / name; }

private:
    std::filesystem::path m_path;
};

} // namespace dateline::test
