// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <span>

namespace dateline {

/// schema_1.sql and so on, each followed by a zero byte.
[[nodiscard]] std::span<const std::byte> embedded_schema_1() noexcept;
[[nodiscard]] std::span<const std::byte> embedded_schema_2() noexcept;
[[nodiscard]] std::span<const std::byte> embedded_schema_3() noexcept;
[[nodiscard]] std::span<const std::byte> embedded_schema_4() noexcept;
[[nodiscard]] std::span<const std::byte> embedded_schema_5() noexcept;

} // namespace dateline
