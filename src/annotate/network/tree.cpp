// SPDX-License-Identifier: MIT
#include "tree.hpp"

#include <algorithm>
#include <cmath>

namespace dateline::network {
namespace {

constexpr std::uint32_t nobody = 0xFFFF'FFFFU;

/// A token on the first cycle of `heads`, or nothing. Every token is walked over once: `mark` holds the walk that met it first.
std::uint32_t find_cycle(std::span<const std::uint32_t> heads, std::vector<std::uint32_t>& mark) {
    mark.assign(heads.size(), 0);
    for (std::uint32_t start = 1; start < heads.size(); ++start) {
        auto at = start;
        while (at != 0 && at != nobody && mark[at] == 0) {
            mark[at] = start;
            at = heads[at];
        }
        if (at != 0 && at != nobody && mark[at] == start) return at;
    }
    return nobody;
}

/// Chu-Liu-Edmonds over a dense matrix: contract one cycle after the other into its first member, then open them in reverse order.
/// Cubic in the worst case, which max_piece_tokens bounds; a sentence in twenty needs it at all, mostly for one cycle.
class Contraction {
public:
    explicit Contraction(const ArcScores& scores) : m_size{scores.tokens() + 1}, m_score(m_size * m_size), m_from(m_size * m_size),
                                                    m_to(m_size * m_size), m_alive(m_size, true), m_best(m_size, nobody), m_contains(m_size) {
        for (std::uint32_t d = 1; d < m_size; ++d) m_contains[d] = {d};
        // One root: every root arc costs more than any other choice could gain, so the best tree has as few as it can, one.
        double largest = 1;
        for (std::size_t d = 1; d < m_size; ++d) {
            for (std::size_t h = 0; h < m_size; ++h) largest = std::max(largest, std::abs(value(scores, d, h)));
        }
        const double penalty = 4 * largest * static_cast<double>(m_size);
        for (std::size_t d = 1; d < m_size; ++d) {
            for (std::size_t h = 0; h < m_size; ++h) {
                score(d, h) = value(scores, d, h) - (h == 0 ? penalty : 0);
                from(d, h) = static_cast<std::uint32_t>(h);
                to(d, h) = static_cast<std::uint32_t>(d);
            }
            choose(d);
        }
    }

    void solve(std::vector<std::uint32_t>& heads) {
        std::vector<std::uint32_t> mark;
        for (auto on = find_cycle(m_best, mark); on != nobody; on = find_cycle(m_best, mark)) contract(on);
        heads.assign(m_size, 0);
        std::vector<Arc> chosen(m_size);
        for (std::uint32_t d = 1; d < m_size; ++d) {
            if (m_alive[d]) chosen[d] = {from(d, m_best[d]), to(d, m_best[d])};
        }
        for (auto cycle = m_cycles.rbegin(); cycle != m_cycles.rend(); ++cycle) open(*cycle, chosen);
        for (const auto& arc : chosen) {
            if (arc.dependent != nobody) heads[arc.dependent] = arc.head;
        }
    }

private:
    struct Arc {
        std::uint32_t head = nobody;
        std::uint32_t dependent = nobody;
    };
    struct Member {
        std::uint32_t node;
        Arc arc;                             ///< its arc on the cycle, in tokens
        std::vector<std::uint32_t> contains; ///< its tokens: itself and what had been contracted into it
    };
    struct Cycle {
        std::uint32_t node; ///< what it was contracted into: its first member
        std::vector<Member> members;
    };

    static double value(const ArcScores& scores, std::size_t d, std::size_t h) {
        const double v = static_cast<double>(scores.row(d)[h]);
        return std::isfinite(v) ? v : -1e6;
    }
    double& score(std::size_t d, std::size_t h) { return m_score[d * m_size + h]; }
    std::uint32_t& from(std::size_t d, std::size_t h) { return m_from[d * m_size + h]; }
    std::uint32_t& to(std::size_t d, std::size_t h) { return m_to[d * m_size + h]; }

    void choose(std::size_t d) {
        auto best = nobody;
        for (std::uint32_t h = 0; h < m_size; ++h) {
            if (h != d && (h == 0 || m_alive[h]) && (best == nobody || score(d, h) > score(d, best))) best = h;
        }
        m_best[d] = best;
    }

    void contract(std::uint32_t on) {
        Cycle cycle{on, {}};
        auto at = on;
        do {
            cycle.members.push_back({at, {from(at, m_best[at]), to(at, m_best[at])}, m_contains[at]});
            at = m_best[at];
        } while (at != on);
        std::vector<double> within;
        for (const auto& member : cycle.members) within.push_back(score(member.node, m_best[member.node]));
        for (const auto& member : cycle.members) m_alive[member.node] = false;
        for (std::uint32_t other = 0; other < m_size; ++other) {
            if (other == 0 || m_alive[other]) join(cycle, within, other);
        }
        m_alive[on] = true;
        for (const auto& member : cycle.members) {
            if (member.node != on) m_contains[on].insert(m_contains[on].end(), member.contains.begin(), member.contains.end());
        }
        choose(on);
        for (std::uint32_t d = 1; d < m_size; ++d) {
            if (!m_alive[d] || d == on) continue;
            if (std::ranges::any_of(cycle.members, [&](const Member& m) { return m.node == m_best[d]; })) m_best[d] = on;
        }
        m_cycles.push_back(std::move(cycle));
    }

    /// The arcs between `other` and the contracted cycle: into it, what is gained over the arc that would leave; out of it, the best.
    void join(const Cycle& cycle, const std::vector<double>& within, std::uint32_t other) {
        const auto node = cycle.node;
        std::size_t into = 0;
        std::size_t out = 0;
        const auto gain = [&](std::size_t i) { return score(cycle.members[i].node, other) - within[i]; };
        for (std::size_t i = 1; i < cycle.members.size(); ++i) {
            if (gain(i) > gain(into)) into = i;
            if (other != 0 && score(other, cycle.members[i].node) > score(other, cycle.members[out].node)) out = i;
        }
        const auto best_gain = gain(into);
        const auto into_node = cycle.members[into].node;
        const Arc enters{from(into_node, other), to(into_node, other)};
        score(node, other) = best_gain;
        from(node, other) = enters.head;
        to(node, other) = enters.dependent;
        if (other == 0) return;
        const auto out_node = cycle.members[out].node;
        const Arc leaves{from(other, out_node), to(other, out_node)};
        score(other, node) = score(other, out_node);
        from(other, node) = leaves.head;
        to(other, node) = leaves.dependent;
    }

    /// The arc chosen for the contracted cycle enters one of its members; the others keep their arcs on the cycle.
    static void open(const Cycle& cycle, std::vector<Arc>& chosen) {
        const auto entering = chosen[cycle.node];
        for (const auto& member : cycle.members) {
            const bool entered = std::ranges::find(member.contains, entering.dependent) != member.contains.end();
            chosen[member.node] = entered ? entering : member.arc;
        }
    }

    std::size_t m_size;
    std::vector<double> m_score; ///< changes as cycles are contracted
    std::vector<std::uint32_t> m_from, m_to; ///< which arc of tokens an arc of contracted nodes stands for
    std::vector<bool> m_alive;
    std::vector<std::uint32_t> m_best;
    std::vector<std::vector<std::uint32_t>> m_contains; ///< the tokens of each node
    std::vector<Cycle> m_cycles;
};

} // namespace

bool is_tree(std::span<const std::uint32_t> heads) {
    if (heads.size() < 2) return true;
    std::vector<std::uint32_t> mark;
    return std::ranges::count(heads.subspan(1), 0U) == 1 && find_cycle(heads, mark) == nobody;
}

void best_tree(const ArcScores& scores, std::vector<std::uint32_t>& heads) {
    const auto size = scores.tokens() + 1;
    heads.assign(size, 0);
    for (std::uint32_t d = 1; d < size; ++d) {
        const float* const row = scores.row(d);
        std::uint32_t best = 0;
        for (std::uint32_t h = 1; h < size; ++h) {
            if (h != d && row[h] > row[best]) best = h;
        }
        heads[d] = best;
    }
    if (!is_tree(heads)) Contraction{scores}.solve(heads);
}

} // namespace dateline::network
