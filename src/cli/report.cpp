// SPDX-License-Identifier: MIT
#include "report.hpp"

#include <cstdio>
#include <iostream>

#include <fmt/format.h>
#include <unistd.h>

#include <dateline/core/error.hpp>
#include <dateline/text/printable.hpp>

namespace dateline::cli {

using namespace std::chrono_literals;

Report::Report(Verbosity verbosity, const std::string& log) : m_verbosity{verbosity}, m_terminal{::isatty(STDERR_FILENO) == 1} {
    if (log.empty()) return;
    m_log.open(log, std::ios::app);
    if (!m_log) throw Error{Error::Kind::io, log, "cannot open the log file for writing"};
}

void Report::error(std::string_view message) { say("error: ", message, true); }
void Report::warning(std::string_view message) { say("warning: ", message, m_verbosity != Verbosity::quiet); }
void Report::note(std::string_view message) { say("", message, m_verbosity == Verbosity::verbose); }
void Report::summary(std::string_view message) { say("", message, m_verbosity != Verbosity::quiet); }

void Report::say(std::string_view kind, std::string_view message, bool shown) {
    const auto line = fmt::format("dateline: {}{}\n", kind, printable(message)); // file names and URLs are hostile text too
    if (shown) {
        clear_progress();
        std::cerr << line << std::flush;
    }
    if (m_log.is_open()) m_log << line << std::flush;
}

void Report::progress(std::size_t done) {
    if (!m_terminal || m_verbosity == Verbosity::quiet) return;
    const auto now = std::chrono::steady_clock::now();
    if (now - m_last_progress < 200ms) return;
    m_last_progress = now;
    m_progress_shown = true;
    const auto seconds = std::chrono::duration<double>(now - m_start).count();
    std::cerr << fmt::format("\r\033[Kdateline: {} articles, {:.0f}/s", done, static_cast<double>(done) / seconds) << std::flush;
}

void Report::clear_progress() {
    if (!m_progress_shown) return;
    std::cerr << "\r\033[K";
    m_progress_shown = false;
}

} // namespace dateline::cli
