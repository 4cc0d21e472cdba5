// SPDX-License-Identifier: MIT
#include "block_features.hpp"

#include <algorithm>

#include "text_shape.hpp"

namespace dateline {
namespace {

std::vector<Piece> pieces_of(const std::vector<HtmlBlock>& blocks) {
    std::vector<Piece> pieces;
    pieces.reserve(blocks.size());
    for (const auto& block : blocks) pieces.push_back({.text = block.text, .shape = &block.shape, .repeats = static_cast<float>(block.repeats)});
    return pieces;
}

} // namespace

std::vector<std::string_view> block_feature_names(Look look) {
    std::vector<std::string_view> names{shape_names.begin(), shape_names.end()};
    const auto add = [&](const auto& more) { names.insert(names.end(), more.begin(), more.end()); };
    add(Markup::names());
    add(context_names());
    if (look == Look::first) return names;
    add(opinion_names());
    add(Markup::opinion_names());
    return names;
}

BlockFeatures::BlockFeatures(const HtmlTree& tree, const std::vector<HtmlBlock>& blocks, std::optional<std::size_t> title, std::string_view declared_body)
    : m_pieces{pieces_of(blocks)}, m_markup{tree, blocks, declared_body}, m_rows(blocks.size()) {
    const auto context = context_features(m_pieces, title);
    for (std::size_t i = 0; i < blocks.size(); ++i) {
        append_numbers(blocks[i].shape, m_rows[i]);
        m_markup.append(i, m_rows[i]);
        m_rows[i].insert(m_rows[i].end(), context[i].begin(), context[i].end());
    }
}

void BlockFeatures::add_opinions(std::span<const float> first) {
    const auto near = opinion_features(m_pieces, first);
    const auto around = m_markup.opinions(first);
    for (std::size_t i = 0; i < m_rows.size(); ++i) {
        m_rows[i].insert(m_rows[i].end(), near[i].begin(), near[i].end());
        m_rows[i].insert(m_rows[i].end(), around[i].begin(), around[i].end());
    }
}

} // namespace dateline
