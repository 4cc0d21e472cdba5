// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace dateline::bench {

/// One line of a JSONL file: {"text": …, "dct": …}; the title is part of the text.
struct Record {
    std::string text;
    std::string dct; ///< "" when there is none
};

/// Throws std::exception when the file is not there or not of that form.
std::vector<Record> read_records(const std::string& file);

/// What stands between white space: a measure that needs no tokeniser, so that tools can be compared.
std::size_t count_words(const std::vector<Record>& records);
std::size_t count_bytes(const std::vector<Record>& records);

/// Processor time of the whole process so far, all threads.
double cpu_seconds();
double wall_seconds();

} // namespace dateline::bench
