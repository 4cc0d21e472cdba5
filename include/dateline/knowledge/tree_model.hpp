// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include <dateline/knowledge/table.hpp>

namespace dateline {

/// Gradient-boosted decision trees, read from a table of the columns
///   feature, threshold, yes, no
/// one row a node: an inner node goes to row `yes` if feature <= threshold, else to row `no`; a leaf has the feature "leaf" and adds
/// its threshold; "tree" starts a tree at the next row; "base", once, is what the sum starts from. For a yes-or-no question the sum is
/// the log odds of "yes"; among several to choose from, the one with the largest sum is meant.
class TreeModel {
public:
    struct Node {
        std::uint32_t feature = 0; ///< `leaf` for a leaf
        float threshold = 0;
        std::uint32_t yes = 0;
        std::uint32_t no = 0;
    };
    static constexpr std::uint32_t leaf = 0xFFFF'FFFFU;

    /// Throws Error{internal} when the table asks for a feature that is not in `features`, or is no such table.
    TreeModel(const Table& table, std::span<const std::string_view> features);

    /// Requires as many numbers as there are features, in their order; so do the others.
    [[nodiscard]] float sum(std::span<const float> numbers) const noexcept;
    /// Of "yes", by the sum.
    [[nodiscard]] float probability(std::span<const float> numbers) const noexcept;
    /// Why `a` has another sum than `b`: adds each tree's difference to the feature on which the ways of the two first part.
    void compare(std::span<const float> a, std::span<const float> b, std::span<float> by_feature) const noexcept;

    /// For who asks the trees in a way of his own: children stand behind their parent.
    [[nodiscard]] std::span<const Node> nodes() const noexcept { return m_nodes; }
    [[nodiscard]] std::span<const std::uint32_t> roots() const noexcept { return m_roots; }
    [[nodiscard]] float base() const noexcept { return m_base; }

private:
    [[nodiscard]] std::uint32_t next(std::uint32_t at, std::span<const float> numbers) const noexcept;
    [[nodiscard]] float value(std::uint32_t at, std::span<const float> numbers) const noexcept;

    std::vector<Node> m_nodes;
    std::vector<std::uint32_t> m_roots;
    float m_base = 0;
};

} // namespace dateline
