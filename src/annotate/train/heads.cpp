// SPDX-License-Identifier: MIT
#include "heads.hpp"

#include <algorithm>

#include "losses.hpp"

namespace dateline::network {
namespace {

constexpr float hidden_dropout = 0.3F;
constexpr float morph_weight = 0.5F;

} // namespace

void Heads::forward(Random& random) {
    m_pass.affine(m_encoder.encoded(tag_layer).view(), MatrixId::tag_hidden, m_tag_hidden);
    leak_below_zero(m_pass.rows * tag_width, m_tag_hidden.data.data());
    m_pass.drop(m_tag_mask, hidden_dropout, m_tag_hidden, random);
    m_pass.affine(m_tag_hidden.view(), MatrixId::tag_out, m_tag_out);

    m_pass.affine(m_encoder.encoded(layer_count - 1).view(), MatrixId::heads, m_heads);
    for (std::size_t i = 0; i < m_pass.rows; ++i) { // label halves are added up before they leak
        leak_below_zero(heads_label_dependent, m_heads.row(i));
        leak_below_zero(name_width, m_heads.row(i) + heads_name);
    }
    m_pass.drop(m_heads_mask, hidden_dropout, m_heads, random);
    m_pass.affine(m_heads.view(0, heads_arc_dependent), MatrixId::arc_bilinear, m_arc_query);
    m_pass.affine(m_arc_query.view(), MatrixId::arc_distance, m_arc_distance);
    m_pass.affine(m_heads.view(0, heads_name), MatrixId::name_out, m_name_out);
    combine_labels();
    m_pass.affine(m_label_hidden.view(), MatrixId::label_out, m_label_out);
}

void Heads::combine_labels() {
    m_label_hidden.zero(m_pass.rows, label_width);
    for (const auto& piece : m_pass.pieces) {
        if (!piece.example->has_tree()) continue;
        for (std::size_t i = 1; i < piece.rows(); ++i) {
            const std::size_t head = piece.example->head[i];
            const float* const distance = m_pass.value(m_pass.layout.label_distances) + distance_class(i, head) * label_width;
            float* const hidden = m_label_hidden.row(piece.begin + i);
            add_row(label_width, m_heads.row(piece.begin + i) + heads_label_dependent, hidden);
            add_row(label_width, m_heads.row(piece.begin + head) + heads_label_head, hidden);
            add_row(label_width, distance, hidden);
        }
    }
    leak_below_zero(m_pass.rows * label_width, m_label_hidden.data.data());
}

void Heads::score() {
    m_d_arc_query.zero(m_pass.rows, arc_width);
    m_d_heads.zero(m_pass.rows, heads_width);
    for (const auto& piece : m_pass.pieces) {
        if (piece.example->has_tree()) {
            score_tags(piece);
            score_arcs(piece);
            score_rows(piece, piece.example->deprel, deprel_count, m_label_out);
        } else {
            clear(m_tag_out, piece);
            clear(m_label_out, piece);
            clear(m_arc_distance, piece);
        }
        if (piece.example->has_names()) {
            score_names(piece);
        } else {
            clear(m_name_out, piece);
        }
    }
}

void Heads::clear(Matrix& logits, const Piece& piece) { std::fill_n(logits.row(piece.begin), piece.rows() * logits.columns, 0.0F); }

void Heads::score_rows(const Piece& piece, std::span<const std::uint8_t> gold, std::size_t count, Matrix& logits) {
    std::fill_n(logits.row(piece.begin), logits.columns, 0.0F);
    for (std::size_t i = 1; i < piece.rows(); ++i) m_pass.loss += cross_entropy(count, gold[i], m_pass.weight, logits.row(piece.begin + i));
}

void Heads::score_names(const Piece& piece) {
    std::fill_n(m_name_out.row(piece.begin), m_name_out.columns, 0.0F);
    for (std::size_t i = 1; i < piece.rows(); ++i) {
        const auto gold = piece.example->name[i];
        float* const logits = m_name_out.row(piece.begin + i);
        const bool told = gold < name_labels;
        m_pass.loss += told ? cross_entropy(name_labels, gold, m_pass.weight, logits)
                     : untold_cross_entropy(gold == any_begin ? begin_label(0) : inside_label(0), m_pass.weight, logits);
    }
}

void Heads::score_tags(const Piece& piece) {
    std::fill_n(m_tag_out.row(piece.begin), m_tag_out.columns, 0.0F);
    for (std::size_t i = 1; i < piece.rows(); ++i) {
        float* const logits = m_tag_out.row(piece.begin + i);
        m_pass.loss += cross_entropy(upos_count, piece.example->upos[i], m_pass.weight, logits);
        m_pass.loss += cross_entropy(xpos_count, piece.example->xpos[i], m_pass.weight, logits + upos_count);
        m_pass.loss += cross_entropy(m_corpus.morphs.size(), piece.example->morph[i], morph_weight * m_pass.weight, logits + upos_count + xpos_count);
    }
}

void Heads::score_arcs(const Piece& piece) {
    const auto n = piece.rows();
    m_arcs.resize(n, n);
    const auto heads_view = m_heads.view(piece.begin, heads_arc_head);
    multiply(n, n, arc_width, m_arc_query.view(piece.begin), heads_view.transposed(), m_arcs.data.data(), n, Into::set, m_pass.scratch);
    std::fill_n(m_arcs.row(0), n, 0.0F);
    for (std::size_t d = 1; d < n; ++d) {
        float* const scores = m_arcs.row(d);
        float* const by_distance = m_arc_distance.row(piece.begin + d);
        for (std::size_t h = 0; h < n; ++h) scores[h] += by_distance[distance_class(d, h)];
        scores[d] = -1e4F;
        m_pass.loss += cross_entropy(n, piece.example->head[d], m_pass.weight, scores);
        std::fill_n(by_distance, distance_classes, 0.0F);
        for (std::size_t h = 0; h < n; ++h) by_distance[distance_class(d, h)] += scores[h];
    }
    std::fill_n(m_arc_distance.row(piece.begin), distance_classes, 0.0F);
    multiply(n, arc_width, n, m_arcs.view(), heads_view, m_d_arc_query.row(piece.begin), arc_width, Into::set, m_pass.scratch);
    multiply(n, arc_width, n, m_arcs.view().transposed(), m_arc_query.view(piece.begin), m_d_heads.row(piece.begin) + heads_arc_head, heads_width,
             Into::set, m_pass.scratch);
}

void Heads::last_layer_back() {
    m_d_hidden.resize(m_pass.rows, label_width);
    m_pass.affine_back(m_label_hidden.view(), MatrixId::label_out, m_label_out, m_d_hidden.data.data(), label_width, Into::set);
    combine_labels_back();
    m_pass.affine_back(m_heads.view(0, heads_name), MatrixId::name_out, m_name_out, m_d_heads.data.data() + heads_name, heads_width, Into::set);
    m_pass.affine_back(m_arc_query.view(), MatrixId::arc_distance, m_arc_distance, m_d_arc_query.data.data(), arc_width, Into::add);
    m_pass.affine_back(m_heads.view(0, heads_arc_dependent), MatrixId::arc_bilinear, m_d_arc_query, m_d_heads.data.data() + heads_arc_dependent,
                       heads_width, Into::set);
    m_pass.apply(m_heads_mask, m_d_heads);
    for (std::size_t i = 0; i < m_pass.rows; ++i) {
        leak_below_zero_back(heads_label_dependent, m_heads.row(i), m_d_heads.row(i));
        leak_below_zero_back(name_width, m_heads.row(i) + heads_name, m_d_heads.row(i) + heads_name);
    }
    auto& d_encoded = m_encoder.d_encoded(layer_count - 1);
    d_encoded.resize(m_pass.rows, encoder_width);
    m_pass.affine_back(m_encoder.encoded(layer_count - 1).view(), MatrixId::heads, m_d_heads, d_encoded.data.data(), encoder_width, Into::set);
}

void Heads::tags_back() {
    m_d_hidden.resize(m_pass.rows, tag_width);
    m_pass.affine_back(m_tag_hidden.view(), MatrixId::tag_out, m_tag_out, m_d_hidden.data.data(), tag_width, Into::set);
    m_pass.apply(m_tag_mask, m_d_hidden);
    leak_below_zero_back(m_pass.rows * tag_width, m_tag_hidden.data.data(), m_d_hidden.data.data());
    m_pass.affine_back(m_encoder.encoded(tag_layer).view(), MatrixId::tag_hidden, m_d_hidden, m_encoder.d_encoded(tag_layer).data.data(), encoder_width, Into::add);
}

void Heads::combine_labels_back() {
    leak_below_zero_back(m_pass.rows * label_width, m_label_hidden.data.data(), m_d_hidden.data.data());
    for (const auto& piece : m_pass.pieces) {
        if (!piece.example->has_tree()) continue;
        for (std::size_t i = 1; i < piece.rows(); ++i) {
            const std::size_t head = piece.example->head[i];
            const float* const from = m_d_hidden.row(piece.begin + i);
            add_row(label_width, from, m_d_heads.row(piece.begin + i) + heads_label_dependent);
            add_row(label_width, from, m_d_heads.row(piece.begin + head) + heads_label_head);
            add_row(label_width, from, m_pass.slope(m_pass.layout.label_distances) + distance_class(i, head) * label_width);
        }
    }
}

} // namespace dateline::network
