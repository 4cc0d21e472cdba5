// SPDX-License-Identifier: MIT
//
// What the neighbours of a line or block say about it. Shared by the text dump and the markup of a page.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "text_shape.hpp"

namespace dateline {

/// The first classifier looks at pieces one by one, the second also at what the first thought of those around.
enum class Look : std::uint8_t { first, second };

/// One piece of a page in its order, as the context needs it.
struct Piece {
    std::span<const Word> words;
    const TextShape* shape = nullptr;
    float repeats = 0;
};

/// Adds the numbers that place a piece among the others, in the order of `context_names`, to its row. Linear in the number of pieces.
void add_context(std::span<const Piece> pieces, std::optional<std::size_t> title, std::vector<std::vector<float>>& rows);
[[nodiscard]] const std::vector<std::string>& context_names();

/// A second look: what the first classifier thought of the neighbours; `context_names`' counterpart is `opinion_names`.
void add_opinions(std::span<const Piece> pieces, std::span<const float> first, std::vector<std::vector<float>>& rows);
[[nodiscard]] const std::vector<std::string>& opinion_names();

} // namespace dateline
