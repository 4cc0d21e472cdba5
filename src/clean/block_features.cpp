// SPDX-License-Identifier: MIT
#include "block_features.hpp"

#include "text_shape.hpp"

namespace dateline {
namespace {

std::vector<Piece> pieces_of(const std::vector<HtmlBlock>& blocks) {
    std::vector<Piece> pieces;
    pieces.reserve(blocks.size());
    for (const auto& block : blocks) pieces.push_back({.words = block.words, .shape = &block.shape, .repeats = static_cast<float>(block.repeats)});
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
    const auto width = block_feature_names(Look::second).size();
    for (std::size_t i = 0; i < blocks.size(); ++i) {
        m_rows[i].reserve(width);
        append_numbers(blocks[i].shape, m_rows[i]);
        m_markup.append(i, m_rows[i]);
    }
    add_context(m_pieces, title, m_rows);
}

void BlockFeatures::add_opinions(std::span<const float> first) {
    dateline::add_opinions(m_pieces, first, m_rows);
    m_markup.add_opinions(first, m_rows);
}

} // namespace dateline
