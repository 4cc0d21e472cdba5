// SPDX-License-Identifier: MIT
//
// All that is read off the layers: tags, arcs, relations and names, and their losses.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

#include "encoder.hpp"
#include "pass.hpp"

namespace dateline::network {

class Heads {
public:
    Heads(const Corpus& corpus, Encoder& encoder, Pass& pass) : m_corpus{corpus}, m_encoder{encoder}, m_pass{pass} {}

    void forward(Random& random);
    /// Adds to the pass's loss; logits are replaced by their gradients.
    void score();
    /// Sets the gradient of the last layer.
    void last_layer_back();
    /// Adds to the gradient of the layer that tags are read off.
    void tags_back();

private:
    void combine_labels();
    void combine_labels_back();
    static void clear(Matrix& logits, const Piece& piece);
    void score_rows(const Piece& piece, std::span<const std::uint8_t> gold, std::size_t count, Matrix& logits);
    void score_names(const Piece& piece);
    void score_tags(const Piece& piece);
    void score_arcs(const Piece& piece);

    const Corpus& m_corpus;
    Encoder& m_encoder;
    Pass& m_pass;
    Matrix m_tag_hidden, m_tag_mask, m_tag_out, m_heads, m_heads_mask, m_arc_query, m_arc_distance, m_arcs, m_name_out, m_label_hidden, m_label_out;
    Matrix m_d_heads, m_d_arc_query, m_d_hidden;
};

} // namespace dateline::network
