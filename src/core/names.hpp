// SPDX-License-Identifier: MIT
//
// Enumerations and their spelling: one array of names a type, in the order of the enumerators.
#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string_view>

namespace dateline {

template <std::size_t N>
using Names = std::array<std::string_view, N>;

template <class Enum, std::size_t N>
constexpr std::string_view name_in(const Names<N>& names, Enum value) noexcept {
    const auto i = static_cast<std::size_t>(value);
    return i < N ? names[i] : std::string_view{};
}

template <class Enum, std::size_t N>
constexpr std::optional<Enum> find_in(const Names<N>& names, std::string_view name) noexcept {
    for (std::size_t i = 0; i < N; ++i) {
        if (names[i] == name) return static_cast<Enum>(i);
    }
    return std::nullopt;
}

} // namespace dateline
