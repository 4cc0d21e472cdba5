// SPDX-License-Identifier: MIT
#pragma once

#include <compare>
#include <cstdint>
#include <string_view>

namespace dateline {

/// A half-open range of byte offsets into a text that somebody else owns.
/// 32 bits: an article is never larger than 4 GiB (`read` refuses far smaller ones).
struct Span {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;

    [[nodiscard]] constexpr std::uint32_t size() const noexcept { return end - begin; }
    [[nodiscard]] constexpr bool empty() const noexcept { return begin == end; }
    [[nodiscard]] constexpr bool contains(Span other) const noexcept { return begin <= other.begin && other.end <= end; }
    [[nodiscard]] constexpr bool overlaps(Span other) const noexcept { return begin < other.end && other.begin < end; }

    friend constexpr auto operator<=>(const Span&, const Span&) = default;
};

/// The bytes of `text` that `span` covers; requires span.end <= text.size().
[[nodiscard]] constexpr std::string_view slice(std::string_view text, Span span) noexcept {
    return {text.data() + span.begin, span.size()};
}

} // namespace dateline
