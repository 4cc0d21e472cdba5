// SPDX-License-Identifier: MIT
//
// Cases as plain text, so that one can be added without C++:
//
//     === weekday before the publication date
//     published: 2024-03-06
//     The minister resigned on Tuesday.
//     ---
//     2024-03-05
//
// "key: value" lines under the name are optional. With DATELINE_BLESS=1 in the environment the expected blocks are rewritten
// with what the code gives now; review the difference before it is committed.
#pragma once

#include <filesystem>
#include <functional>
#include <map>
#include <string>
#include <vector>

namespace dateline::test {

struct Case {
    std::string name;
    std::map<std::string, std::string> headers;
    std::string input;    ///< lines up to "---"
    std::string expected; ///< lines after it
    int line = 0;         ///< of the name, in the file
};

/// The cases of one file; lines before the first are prose. Throws std::runtime_error when it cannot be read or has no case.
std::vector<Case> read_corpus(const std::filesystem::path& file);

/// Checks `actual(case) == case.expected` for every case of every .txt file under `directory`, one Catch2 section each.
void check_corpus(const std::filesystem::path& directory, const std::function<std::string(const Case&)>& actual);

} // namespace dateline::test
