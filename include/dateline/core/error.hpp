// SPDX-License-Identifier: MIT
#pragma once

#include <stdexcept>
#include <string>

namespace dateline {

/// The one exception type that Dateline throws.
///
/// Text is never an error: `clean`, `annotate`, `time`, `actors` and `events` take any bytes and give a
/// (perhaps empty) result. Reading, storing, writing and argument parsing throw this type.
class Error : public std::runtime_error {
public:
    enum class Kind {
        usage,    ///< the call is wrong; exit code 2
        format,   ///< an input was understood to be broken; skipped among other inputs (exit code 3), else exit code 4
        io,       ///< the system could not read or write; exit code 4
        internal, ///< our own data is damaged
    };

    /// `where` is a file or URL, with line, record or byte where known; `what` says what was expected,
    /// what was found and, where there is one, the way out.
    Error(Kind kind, std::string where, const std::string& what);
    ~Error() override;

    [[nodiscard]] Kind kind() const noexcept { return m_kind; }
    [[nodiscard]] const std::string& where() const noexcept { return m_where; }

private:
    Kind m_kind;
    std::string m_where;
};

} // namespace dateline
