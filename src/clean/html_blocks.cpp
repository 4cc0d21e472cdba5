// SPDX-License-Identifier: MIT
#include "html_blocks.hpp"

#include <algorithm>
#include <unordered_set>

#include <dateline/knowledge/table.hpp>
#include <dateline/knowledge/tree_model.hpp>

#include "block_features.hpp"

namespace dateline {
namespace {

const TreeModel& first_model() {
    static const TreeModel model{Knowledge::built_in().table("block_trees_first"), block_feature_names()};
    return model;
}

const TreeModel& second_model() {
    static const TreeModel model{Knowledge::built_in().table("block_trees_second"), block_feature_names(Look::second)};
    return model;
}

bool is_heading(Tag tag) { return tag == Tag::h1 || tag == Tag::h2; }

} // namespace

double likeness(std::string_view a, std::string_view b) {
    const auto words = words_of(a);
    const auto list = words_of(b);
    const std::unordered_set<std::string> others{list.begin(), list.end()};
    if (words.empty()) return 0;
    const auto common = std::ranges::count_if(words, [&](const std::string& word) { return others.contains(word); });
    return static_cast<double>(common) / static_cast<double>(std::max(words.size(), others.size()));
}

std::optional<std::size_t> title_block(const std::vector<HtmlBlock>& blocks, const std::vector<std::string>& titles) {
    std::optional<std::size_t> best;
    double best_score = 0.3;
    for (std::size_t i = 0; i < blocks.size(); ++i) {
        const auto tag = blocks[i].tag;
        if (!is_heading(tag) && blocks[i].shape.words > 30) continue;
        double score = 0;
        for (const auto& title : titles) score = std::max(score, likeness(blocks[i].text, title));
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
    std::vector<float> first;
    first.reserve(blocks.size());
    for (const auto& row : features.rows()) first.push_back(first_model().probability(row));
    features.add_opinions(first);
    for (std::size_t i = 0; i < blocks.size(); ++i) {
        blocks[i].body = second_model().probability(features.rows()[i]);
        const bool furniture = (blocks[i].tag == Tag::nav || blocks[i].tag == Tag::footer) && !blocks[i].shape.is_prose();
        blocks[i].kept = blocks[i].body >= 0.5F && !furniture;
    }
}

} // namespace dateline
