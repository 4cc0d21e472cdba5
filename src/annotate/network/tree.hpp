// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace dateline::network {

/// Scores of arcs over one sentence of n tokens. Row 0 stands for the root and is no dependent; score(d, h) for d in 1..n, h in 0..n.
class ArcScores {
public:
    void reset(std::size_t tokens) {
        m_tokens = tokens;
        m_scores.resize((tokens + 1) * (tokens + 1));
    }
    [[nodiscard]] std::size_t tokens() const noexcept { return m_tokens; }
    [[nodiscard]] float* row(std::size_t dependent) noexcept { return m_scores.data() + dependent * (m_tokens + 1); }
    [[nodiscard]] const float* row(std::size_t dependent) const noexcept { return m_scores.data() + dependent * (m_tokens + 1); }

private:
    std::size_t m_tokens = 0;
    std::vector<float> m_scores;
};

/// The highest-scoring tree with exactly one token under the root. `heads` gets n + 1 entries; heads[0] is 0 and means nothing.
/// Takes the best head of each token where these make a tree, as they mostly do, else the algorithm of Chu-Liu and Edmonds.
/// Total: scores that are not numbers give some tree.
void best_tree(const ArcScores& scores, std::vector<std::uint32_t>& heads);

/// Whether heads[1..n] form a tree with exactly one token under 0.
[[nodiscard]] bool is_tree(std::span<const std::uint32_t> heads);

} // namespace dateline::network
