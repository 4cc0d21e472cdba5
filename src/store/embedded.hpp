// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <span>

namespace dateline {

/// schema.sql, followed by a zero byte.
[[nodiscard]] std::span<const std::byte> embedded_schema() noexcept;

} // namespace dateline
