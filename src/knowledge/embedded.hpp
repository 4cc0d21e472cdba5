// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <span>

namespace dateline {

/// The bytes of knowledge.bin, linked in by embedded.cpp.in.
[[nodiscard]] std::span<const std::byte> embedded_knowledge() noexcept;

} // namespace dateline
