// SPDX-License-Identifier: MIT
//
// Everything a command says to its user: standard error and, where asked, a log file. Data never goes here.
#pragma once

#include <chrono>
#include <cstddef>
#include <fstream>
#include <string>
#include <string_view>

namespace dateline::cli {

enum class Verbosity { quiet, normal, verbose };

class Report {
public:
    /// `log` empty: no log file. Throws Error{io} when it cannot be opened.
    Report(Verbosity verbosity, const std::string& log);

    void error(std::string_view message);   ///< always shown
    void warning(std::string_view message); ///< not with -q
    void note(std::string_view message);    ///< only with -v; always in the log
    void summary(std::string_view message); ///< one closing line; not with -q

    /// Progress on a terminal: how many articles, how fast. Nothing elsewhere, and nothing with -q.
    void progress(std::size_t done);

private:
    void say(std::string_view kind, std::string_view message, bool shown);
    void clear_progress();

    Verbosity m_verbosity;
    std::ofstream m_log;
    bool m_terminal;
    bool m_progress_shown = false;
    std::chrono::steady_clock::time_point m_start = std::chrono::steady_clock::now();
    std::chrono::steady_clock::time_point m_last_progress = m_start;
};

} // namespace dateline::cli
