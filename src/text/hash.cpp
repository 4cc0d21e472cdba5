// SPDX-License-Identifier: MIT
#include <dateline/text/hash.hpp>

#include <fmt/format.h>

namespace dateline {

std::string hex(std::uint64_t value) { return fmt::format("{:016x}", value); }

} // namespace dateline
