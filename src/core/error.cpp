// SPDX-License-Identifier: MIT
#include <dateline/core/error.hpp>

#include <utility>

namespace dateline {

Error::Error(Kind kind, std::string where, const std::string& what)
    : std::runtime_error{where.empty() ? what : where + ": " + what}, m_kind{kind}, m_where{std::move(where)} {}

Error::~Error() = default;

} // namespace dateline
