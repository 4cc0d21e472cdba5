// SPDX-License-Identifier: MIT
//
// Universal and Penn tags are scored apart but chosen together: of the pairs that go together (tag_pairs.tsv) the one with the largest
// weighted sum of scores.
#pragma once

#include <utility>
#include <vector>

#include <dateline/core/document.hpp>

namespace dateline::network {

class TagPairs {
public:
    using Pair = std::pair<Upos, std::uint8_t>;

    static const TagPairs& built_in();

    /// The best pair by scores of all universal and all Penn tags.
    [[nodiscard]] Pair best(const float* upos, const float* xpos) const noexcept;

private:
    std::vector<Pair> m_pairs;
};

} // namespace dateline::network
