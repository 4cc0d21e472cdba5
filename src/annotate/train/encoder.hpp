// SPDX-License-Identifier: MIT
//
// From words to the outputs of the recurrent layers. Gradients of activations have the activation's name with d_ before it.
#pragma once

#include <array>
#include <span>
#include <vector>

#include "network/recurrence.hpp"
#include "pass.hpp"

namespace dateline::network {

class Encoder {
public:
    Encoder(const Corpus& corpus, const WordVectors& vectors, Pass& pass) : m_corpus{corpus}, m_vectors{vectors}, m_pass{pass} {}

    void forward(Random& random);
    [[nodiscard]] const Matrix& encoded(std::size_t layer) const { return m_encoded[layer]; }

    /// Where the gradient of `encoded` goes. The last layer's must be set, and others added to, before `layer_back`, from the last layer to 0.
    [[nodiscard]] Matrix& d_encoded(std::size_t layer) { return m_d_encoded[layer]; }
    void layer_back(std::size_t layer);

private:
    static MatrixId layer_id(std::size_t l) { return static_cast<MatrixId>(static_cast<std::size_t>(MatrixId::layer0) + l); }
    const Matrix& layer_input(std::size_t l) const { return l == 0 ? m_input : m_encoded[l - 1]; }
    Recurrence recurrence(std::size_t l, std::size_t direction, const Piece& piece);
    void look_up(Random& random);
    void look_up_back();
    void run_layer(std::size_t l);
    void run_layer_back(std::size_t l);
    void step_back(std::size_t l, std::size_t direction, const Piece& piece, Matrix& d_x);

    const Corpus& m_corpus;
    const WordVectors& m_vectors;
    Pass& m_pass;
    std::vector<std::span<const std::uint32_t>> m_pieces; ///< of each row
    std::vector<std::uint32_t> m_word_rows;
    Matrix m_given, m_input, m_input_mask, m_d_input, m_d_projected;
    std::array<Matrix, layer_count> m_projected, m_encoded, m_layer_mask, m_d_encoded;
    std::array<std::array<Matrix, 2>, layer_count> m_state;
};

} // namespace dateline::network
