// SPDX-License-Identifier: MIT
#include "html_blocks.hpp"

#include <algorithm>

#include <dateline/knowledge/table.hpp>

#include "block_features.hpp"
#include "tree_batch.hpp"

namespace dateline {
namespace {

const TreeBatch& first_model() {
    static const TreeBatch model{TreeModel{Knowledge::built_in().table("block_trees_first"), block_feature_names()}};
    return model;
}

const TreeBatch& second_model() {
    static const TreeBatch model{TreeModel{Knowledge::built_in().table("block_trees_second"), block_feature_names(Look::second)}};
    return model;
}

bool is_heading(Tag tag) { return tag == Tag::h1 || tag == Tag::h2; }

} // namespace

double likeness(std::span<const Word> a, std::span<const Word> b) {
    if (a.empty()) return 0;
    std::vector<std::uint64_t> others;
    others.reserve(b.size());
    for (const auto word : b) others.push_back(word.hash);
    std::ranges::sort(others);
    others.erase(std::ranges::unique(others).begin(), others.end());
    const auto common = std::ranges::count_if(a, [&](Word word) { return std::ranges::binary_search(others, word.hash); });
    return static_cast<double>(common) / static_cast<double>(std::max(a.size(), others.size()));
}

std::optional<std::size_t> title_block(const std::vector<HtmlBlock>& blocks, const std::vector<std::string>& titles) {
    std::vector<std::vector<Word>> wanted;
    for (const auto& title : titles) wanted.push_back(words_of(title));
    std::optional<std::size_t> best;
    double best_score = 0.3;
    for (std::size_t i = 0; i < blocks.size(); ++i) {
        const auto tag = blocks[i].tag;
        if (!is_heading(tag) && blocks[i].shape.words > 30) continue;
        double score = 0;
        for (const auto& title : wanted) score = std::max(score, likeness(blocks[i].words, title));
        if (!is_heading(tag)) score -= 0.35;
        if (tag == Tag::h1) score += 0.25;
        if (score > best_score) {
            best_score = score;
            best = i;
        }
    }
    if (best) return best;
    const auto found = std::ranges::find_if(blocks, [](const HtmlBlock& block) { return block.tag == Tag::h1; });
    return found == blocks.end() ? std::nullopt : std::optional{static_cast<std::size_t>(found - blocks.begin())};
}

void judge_blocks(const HtmlTree& tree, std::vector<HtmlBlock>& blocks, std::optional<std::size_t> title, std::string_view declared_body) {
    BlockFeatures features{tree, blocks, title, declared_body};
    features.add_opinions(first_model().probabilities(features.rows()));
    const auto body = second_model().probabilities(features.rows());
    for (std::size_t i = 0; i < blocks.size(); ++i) {
        blocks[i].body = body[i];
        const bool furniture = (blocks[i].tag == Tag::nav || blocks[i].tag == Tag::footer) && !blocks[i].shape.is_prose();
        blocks[i].kept = blocks[i].body >= 0.5F && !furniture;
    }
}

} // namespace dateline
