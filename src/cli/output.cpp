// SPDX-License-Identifier: MIT
#include "output.hpp"

#include <cerrno>
#include <iostream>
#include <system_error>

#include <sys/stat.h>
#include <unistd.h>

#include <dateline/core/error.hpp>

namespace dateline::cli {
namespace {

std::string reason() { return errno != 0 ? std::generic_category().message(errno) : "the system refused"; }

/// An empty file beside `path` that nobody else has, with the permissions of a file made the ordinary way.
std::filesystem::path make_temporary(const std::filesystem::path& path) {
    auto name = path.string() + ".XXXXXX";
    const int descriptor = ::mkstemp(name.data());
    if (descriptor < 0) throw Error{Error::Kind::io, path.string(), "cannot write there: " + reason()};
    const auto mask = ::umask(0);
    ::umask(mask);
    ::fchmod(descriptor, 0666 & ~mask);
    ::close(descriptor);
    return name;
}

} // namespace

Output::Output(const std::string& path, Overwrite overwrite) : m_path{path == "-" ? "" : path} {
    if (m_path.empty()) return;
    std::error_code ignored;
    const auto status = std::filesystem::status(m_path, ignored);
    const bool exists = std::filesystem::exists(status);
    if (exists && std::filesystem::is_directory(status)) throw Error{Error::Kind::usage, path, "is a folder; name a file"};
    if (exists && !std::filesystem::is_regular_file(status)) {
        m_file.open(m_path, std::ios::binary);
    } else {
        if (exists && overwrite == Overwrite::no) {
            throw Error{Error::Kind::usage, path, "exists already; name another file, or overwrite it with -O"};
        }
        m_temporary = make_temporary(m_path);
        m_file.open(m_temporary, std::ios::binary);
    }
    if (!m_file) throw Error{Error::Kind::io, path, "cannot open for writing: " + reason()};
}

Output::~Output() {
    if (m_temporary.empty()) return;
    std::error_code ignored;
    std::filesystem::remove(m_temporary, ignored);
}

std::ostream& Output::stream() noexcept { return m_path.empty() ? std::cout : static_cast<std::ostream&>(m_file); }

void Output::commit() {
    errno = 0;
    stream().flush();
    if (!stream()) {
        throw Error{Error::Kind::io, m_path.empty() ? "standard output" : m_path.string(), "cannot write all of it: " + reason()};
    }
    if (m_path.empty()) return;
    m_file.close();
    if (m_file.fail()) throw Error{Error::Kind::io, m_path.string(), "cannot write all of it: " + reason()};
    if (m_temporary.empty()) return;
    std::error_code error;
    std::filesystem::rename(m_temporary, m_path, error);
    if (error) throw Error{Error::Kind::io, m_path.string(), "cannot move the finished file there: " + error.message()};
    m_temporary.clear();
}

} // namespace dateline::cli
