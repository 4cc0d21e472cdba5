// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <span>

namespace dateline {

/// The bytes of data/models/language.bin, linked in by dateline_embed.
[[nodiscard]] std::span<const std::byte> embedded_language_model() noexcept;

} // namespace dateline
