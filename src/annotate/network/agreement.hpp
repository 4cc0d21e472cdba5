// SPDX-License-Identifier: MIT
//
// One article uses a name in one sense: what is called the same is of the same type, and a lone word that ends the name of a person
// of the article is that person. Each mention's evidence, what the network scores each type with (log probabilities but for a constant),
// is summed over all mentions of the name; the type with the largest sum holds for all. A sure mention thus decides for doubtful ones.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include <dateline/core/document.hpp>

#include "shape.hpp"

namespace dateline::network {

using KindScores = std::array<float, name_kinds>;

struct Mention {
    TokenRange tokens;
    KindScores scores{};

    [[nodiscard]] std::size_t best_kind() const noexcept; ///< a NameType or other_kind
};

class Agreement {
public:
    /// Replaces the document's names by the mentions, which are in order and inside sentences; mentions of no type of ours are left out.
    void settle(Document& document, std::span<const Mention> mentions);

private:
    /// A name as it is written; its mentions stand together in m_order.
    struct Group {
        std::uint64_t name;
        std::uint64_t last_word; ///< 0 for a name of one word
        std::uint32_t begin;
        std::uint32_t end;
        KindScores scores;
    };
    void make_groups(const Document& document, std::span<const Mention> mentions);
    void support_lone_words();

    std::vector<std::uint64_t> m_names; ///< of each mention, its words' hash
    std::vector<std::uint32_t> m_order;
    std::vector<Group> m_groups;
    std::vector<KindScores> m_support;
    std::vector<std::uint8_t> m_kinds; ///< of each mention
};

} // namespace dateline::network
