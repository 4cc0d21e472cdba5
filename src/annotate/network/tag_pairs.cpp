// SPDX-License-Identifier: MIT
#include "tag_pairs.hpp"

#include <algorithm>

#include <dateline/knowledge/table.hpp>

namespace dateline::network {
namespace {

constexpr float upos_weight = 3.0F; // fewer tags, and surer ones; of 1, 2 and 3 the best on EWT dev

} // namespace

const TagPairs& TagPairs::built_in() {
    static const TagPairs pairs = [] {
        TagPairs made;
        const auto table = Knowledge::built_in().table("tag_pairs");
        for (std::uint32_t row = 0; row < table.rows(); ++row) {
            const auto xpos = parse_xpos(table.cell(row, 0));
            const auto upos = parse_upos(table.cell(row, 1));
            if (xpos && upos) made.m_pairs.emplace_back(*upos, *xpos);
        }
        return made;
    }();
    return pairs;
}

TagPairs::Pair TagPairs::best(const float* upos, const float* xpos) const noexcept {
    const auto score = [&](const Pair& pair) { return upos_weight * upos[static_cast<std::size_t>(pair.first)] + xpos[pair.second]; };
    return *std::ranges::max_element(m_pairs, {}, score);
}

} // namespace dateline::network
