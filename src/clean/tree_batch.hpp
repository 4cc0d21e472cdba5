// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include <dateline/knowledge/tree_model.hpp>

namespace dateline {

/// A TreeModel for many rows of numbers at a time, as a page's blocks are.
class TreeBatch {
public:
    /// Throws Error{internal} for a tree with more than 32 leaves.
    explicit TreeBatch(const TreeModel& model);

    /// TreeModel::probability of each row, to the last bit.
    [[nodiscard]] std::vector<float> probabilities(std::span<const std::vector<float>> rows) const;

private:
    /// An inner node. The leaves of a tree are numbered from the left, the side of "yes", and each is a bit.
    struct Split {
        float threshold = 0;
        std::uint32_t feature = 0;
        std::int32_t left_by_no = 0; ///< the leaves that can still be reached after a "no": all but those below its "yes"
    };
    struct Tree {
        std::uint32_t first_split = 0;
        std::uint32_t last_split = 0; ///< one past it
        std::uint32_t first_leaf = 0;
    };

    void add(const TreeModel& model, std::uint32_t node, std::uint32_t first_leaf);
    [[nodiscard]] std::uint32_t leaves_since(std::uint32_t first_leaf) const noexcept;

    std::vector<Split> m_splits;
    std::vector<float> m_leaves; ///< what each adds
    std::vector<Tree> m_trees;
    float m_base = 0;
};

} // namespace dateline
