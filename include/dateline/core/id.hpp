// SPDX-License-Identifier: MIT
#pragma once

#include <compare>
#include <cstddef>
#include <cstdint>
#include <functional>

namespace dateline {

/// A 32-bit index that cannot be mistaken for an index of another kind.
/// Ids count from 0 in order of first appearance; `none` marks "no such thing".
template <class Tag>
struct Id {
    static constexpr std::uint32_t none_value = 0xFFFF'FFFFU;

    std::uint32_t value = none_value;

    [[nodiscard]] constexpr bool ok() const noexcept { return value != none_value; }
    friend constexpr auto operator<=>(const Id&, const Id&) = default;
};

using TokenId = Id<struct TokenTag>;       ///< index into Document's token arrays
using SentenceId = Id<struct SentenceTag>; ///< index into Document::sentences
using ActorId = Id<struct ActorTag>;       ///< index into the actors of one document or graph
using EventId = Id<struct EventTag>;       ///< index into the events of one document or graph

} // namespace dateline

template <class Tag>
struct std::hash<dateline::Id<Tag>> {
    std::size_t operator()(dateline::Id<Tag> id) const noexcept { return id.value; }
};
