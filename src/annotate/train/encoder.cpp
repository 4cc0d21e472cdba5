// SPDX-License-Identifier: MIT
#include "encoder.hpp"

#include <algorithm>

#include "network/multiversion.hpp"

namespace dateline::network {
namespace {

constexpr float input_dropout = 0.2F;
constexpr float layer_dropout = 0.3F;
constexpr float unknown_chance = 0.12F; // of a word to be learnt from its pieces alone
constexpr float unlisted_chance = 0.3F; // of a word to be learnt without the lists of names that have it
constexpr float title_chance = 0.04F;
constexpr float capitals_chance = 0.02F;
constexpr float lower_chance = 0.03F;

Writing draw_writing(Random& random) {
    const float draw = random.uniform();
    if (draw < title_chance) return Writing::title;
    if (draw < title_chance + capitals_chance) return Writing::capitals;
    return draw < title_chance + capitals_chance + lower_chance ? Writing::lower : Writing::as_is;
}

/// One step of one direction, backward; see recurrence.hpp for the names. Positions of gates stand where `projected` had their projections.
DATELINE_MULTIVERSION void unit_back(const float* __restrict peepholes, const float* __restrict projected, const float* __restrict before,
                                     const float* __restrict now, const float* __restrict skip, const float* __restrict d_out, float* __restrict d_z,
                                     float* __restrict d_skip, float* __restrict d_state, float* __restrict d_peepholes) {
    for (std::size_t i = 0; i < direction_width; ++i) {
        const float forget_position = projected[direction_width + i];
        const float reset_position = projected[2 * direction_width + i];
        const float forget = gate_value(forget_position);
        const float reset = gate_value(reset_position);
        const float d_now = d_state[i] + d_out[i] * reset;
        const float d_reset = d_out[i] * (now[i] - skip[i]) * gate_derivative(reset_position);
        const float d_forget = d_now * (before[i] - projected[i]) * gate_derivative(forget_position);
        d_skip[i] += d_out[i] * (1.0F - reset);
        d_z[i] = d_now * (1.0F - forget);
        d_z[direction_width + i] = d_forget;
        d_z[2 * direction_width + i] = d_reset;
        d_peepholes[i] += d_forget * before[i];
        d_peepholes[direction_width + i] += d_reset * before[i];
        d_state[i] = d_now * forget + d_forget * peepholes[i] + d_reset * peepholes[direction_width + i];
    }
}

std::span<const std::uint32_t> pieces_of(const WordFeatures& features, bool unlisted) {
    return std::span{features.pieces}.first(features.piece_count - (unlisted ? features.list_count : 0));
}

} // namespace

void Encoder::forward(Random& random) {
    look_up(random);
    m_pass.drop(m_input_mask, input_dropout, m_input, random);
    for (std::size_t l = 0; l < layer_count; ++l) {
        m_pass.affine(layer_input(l).view(), layer_id(l), m_projected[l]);
        run_layer(l);
        m_pass.drop(m_layer_mask[l], layer_dropout, m_encoded[l], random);
    }
}

void Encoder::layer_back(std::size_t l) {
    m_pass.apply(m_layer_mask[l], m_d_encoded[l]);
    run_layer_back(l);
    if (l > 0) return;
    m_pass.apply(m_input_mask, m_d_input);
    look_up_back();
}

void Encoder::look_up(Random& random) {
    m_pieces.clear();
    m_word_rows.clear();
    m_given.zero(m_pass.rows, WordVectors::width);
    for (const auto& piece : m_pass.pieces) {
        const auto writing = draw_writing(random);
        for (const auto form : piece.example->forms) {
            const auto& f = m_corpus.features_of(form, writing);
            const bool hidden = form != Corpus::root_form && random.chance(unknown_chance);
            const auto word = hidden ? unknown_word : f.word;
            if (const auto vector = m_corpus.vector_of[word]; vector != Corpus::none) {
                std::copy_n(m_vectors.values.data() + std::size_t{vector} * WordVectors::width, WordVectors::width, m_given.row(m_pieces.size()));
            }
            m_word_rows.push_back(word);
            m_pieces.push_back(pieces_of(f, random.chance(unlisted_chance)));
        }
    }
    m_input.zero(m_pass.rows, input_width);
    const auto& projection = m_pass.layout.vector_projection;
    multiply(m_pass.rows, word_width, WordVectors::width, m_given.view(), {m_pass.value(projection), word_width, 1}, m_input.data.data(), input_width, Into::set, m_pass.scratch);
    for (std::size_t i = 0; i < m_pass.rows; ++i) {
        if (m_word_rows[i] < m_corpus.trained_rows) add_row(word_width, m_pass.value(m_pass.layout.words) + m_word_rows[i] * word_width, m_input.row(i));
        for (const auto piece : m_pieces[i]) {
            add_row(piece_width, m_pass.value(m_pass.layout.pieces) + piece * piece_width, m_input.row(i) + word_width);
        }
    }
}

Recurrence Encoder::recurrence(std::size_t l, std::size_t direction, const Piece& piece) {
    auto& p = m_projected[l];
    const auto own = direction * direction_width;
    const auto& x = layer_input(l);
    return {.rows = piece.rows(),
            .direction = static_cast<Direction>(direction),
            .peepholes = m_pass.value(m_pass.layout.peepholes) + (2 * l + direction) * 2 * direction_width,
            .projected = p.row(piece.begin) + 3 * own,
            .projected_stride = p.columns,
            .skip = l == 0 ? p.row(piece.begin) + gate_columns + own : x.row(piece.begin) + own,
            .skip_stride = l == 0 ? p.columns : x.columns,
            .state = m_state[l][direction].row(piece.begin),
            .out = m_encoded[l].row(piece.begin) + own};
}

void Encoder::run_layer(std::size_t l) {
    m_encoded[l].resize(m_pass.rows, encoder_width);
    for (std::size_t direction = 0; direction < 2; ++direction) {
        m_state[l][direction].resize(m_pass.rows, direction_width);
        for (const auto& piece : m_pass.pieces) network::run(recurrence(l, direction, piece));
    }
}

void Encoder::run_layer_back(std::size_t l) {
    auto& d_x = l == 0 ? m_d_input : m_d_encoded[l - 1];
    d_x.zero(m_pass.rows, layer_input(l).columns);
    m_d_projected.zero(m_pass.rows, m_projected[l].columns);
    for (std::size_t direction = 0; direction < 2; ++direction) {
        for (const auto& piece : m_pass.pieces) step_back(l, direction, piece, d_x);
    }
    m_pass.affine_back(layer_input(l).view(), layer_id(l), m_d_projected, d_x.data.data(), d_x.columns, Into::add);
}

/// Backpropagation through time of `run`.
void Encoder::step_back(std::size_t l, std::size_t direction, const Piece& piece, Matrix& d_x) {
    const auto r = recurrence(l, direction, piece);
    const auto own = direction * direction_width;
    float* const d_peepholes = m_pass.slope(m_pass.layout.peepholes) + (2 * l + direction) * 2 * direction_width;
    float d_state[direction_width] = {};
    static constexpr float at_rest[direction_width] = {};
    for (std::size_t step = r.rows; step-- > 0;) {
        const auto row = r.row(step);
        const float* const before = step == 0 ? at_rest : r.state + r.row(step - 1) * direction_width;
        const float* const now = r.state + row * direction_width;
        const float* const skip = r.skip + row * r.skip_stride;
        const float* const d_out = m_d_encoded[l].row(piece.begin + row) + own;
        float* const d_z = m_d_projected.row(piece.begin + row) + 3 * own;
        float* const d_skip = l == 0 ? m_d_projected.row(piece.begin + row) + gate_columns + own : d_x.row(piece.begin + row) + own;
        unit_back(r.peepholes, r.projected + row * r.projected_stride, before, now, skip, d_out, d_z, d_skip, d_state, d_peepholes);
    }
}

void Encoder::look_up_back() {
    const auto& projection = m_pass.layout.vector_projection;
    multiply(WordVectors::width, word_width, m_pass.rows, m_given.view().transposed(), m_d_input.view(), m_pass.slope(projection), word_width, Into::add, m_pass.scratch);
    for (std::size_t i = 0; i < m_pass.rows; ++i) {
        if (m_word_rows[i] < m_corpus.trained_rows) add_row(word_width, m_d_input.row(i), m_pass.slope(m_pass.layout.words) + m_word_rows[i] * word_width);
        for (const auto piece : m_pieces[i]) {
            add_row(piece_width, m_d_input.row(i) + word_width, m_pass.slope(m_pass.layout.pieces) + piece * piece_width);
        }
    }
}

} // namespace dateline::network
