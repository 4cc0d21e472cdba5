// SPDX-License-Identifier: MIT
//
// The network forward and backward, by hand. Every step of `forward` has its counterpart in `backward`, in reverse order; gradients of
// activations have the activation's name with a leading d_.
#include "learner.hpp"

#include <algorithm>
#include <cmath>

#include "network/multiply.hpp"
#include "network/recurrence.hpp"

namespace dateline::network {
namespace {

constexpr float input_dropout = 0.2F;
constexpr float layer_dropout = 0.3F;
constexpr float hidden_dropout = 0.3F;
constexpr float unknown_chance = 0.12F; // of a word to be learnt from its pieces alone
constexpr float title_chance = 0.04F;
constexpr float capitals_chance = 0.02F;
constexpr float morph_weight = 0.5F;

struct Matrix {
    std::size_t rows = 0;
    std::size_t columns = 0;
    std::vector<float> data;

    void resize(std::size_t new_rows, std::size_t new_columns) {
        rows = new_rows;
        columns = new_columns;
        data.resize(std::max(data.size(), rows * columns));
    }
    void zero(std::size_t new_rows, std::size_t new_columns) {
        resize(new_rows, new_columns);
        std::fill_n(data.begin(), rows * columns, 0.0F);
    }
    [[nodiscard]] float* row(std::size_t i) noexcept { return data.data() + i * columns; }
    [[nodiscard]] const float* row(std::size_t i) const noexcept { return data.data() + i * columns; }
    [[nodiscard]] MatrixView view(std::size_t first_row = 0, std::size_t first_column = 0) const noexcept {
        return {data.data() + first_row * columns + first_column, columns, 1};
    }
};

/// Keeps units with probability 1 - p and makes up for the rest; one draw a unit for a whole sentence (Gal and Ghahramani 2016).
void draw_mask(std::size_t count, float p, Random& random, float* mask) {
    for (std::size_t i = 0; i < count; ++i) mask[i] = random.chance(p) ? 0.0F : 1.0F / (1.0F - p);
}

void leak_below_zero(std::size_t count, float* values) {
    for (std::size_t i = 0; i < count; ++i) values[i] = values[i] > 0.0F ? values[i] : leak * values[i];
}

/// The sign of an activation is that of what it was made from.
void leak_below_zero_back(std::size_t count, const float* values, float* gradient) {
    for (std::size_t i = 0; i < count; ++i) gradient[i] *= values[i] > 0.0F ? 1.0F : leak;
}

void multiply_mask(std::size_t count, const float* mask, float* values) {
    for (std::size_t i = 0; i < count; ++i) values[i] *= mask[i];
}

/// Replaces logits by the gradient of their cross entropy with `gold`, times `weight`; returns the loss.
double cross_entropy(std::size_t count, std::size_t gold, float weight, float* logits) {
    const float largest = *std::max_element(logits, logits + count);
    const float gold_logit = logits[gold] - largest;
    float sum = 0;
    for (std::size_t i = 0; i < count; ++i) {
        logits[i] = std::exp(logits[i] - largest);
        sum += logits[i];
    }
    for (std::size_t i = 0; i < count; ++i) logits[i] *= weight / sum;
    logits[gold] -= weight;
    return static_cast<double>(std::log(sum) - gold_logit);
}

/// Rows of one example in the batch.
struct Piece {
    const Example* example;
    std::size_t begin;
    [[nodiscard]] std::size_t rows() const noexcept { return example->rows(); }
};

} // namespace

struct Learner::Pass {
    Pass(const Corpus& corpus_, const WordVectors& vectors_, const Layout& layout_) : corpus{corpus_}, vectors{vectors_}, layout{layout_} {}

    double run(std::span<const Example* const> examples, std::span<const float> parameters_, float weight_, Random& random, std::span<float> gradient_) {
        parameters = parameters_.data();
        gradient = gradient_.data();
        weight = weight_;
        loss = 0;
        pieces.clear();
        rows = 0;
        for (const auto* const example : examples) {
            pieces.push_back({example, rows});
            rows += example->rows();
        }
        forward(random);
        score();
        backward();
        return loss;
    }

private:
    // ---- steps both ways

    const float* value(const Block& block) const noexcept { return parameters + block.offset; }
    float* slope(const Block& block) const noexcept { return gradient + block.offset; }

    /// y = x w + b, where x are `depth` columns of a matrix.
    void affine(MatrixView x, MatrixId id, Matrix& y) {
        const auto& w = layout.matrix(id);
        y.resize(rows, w.columns);
        multiply(rows, w.columns, w.rows, x, {value(w), w.columns, 1}, y.data.data(), y.columns, Into::set, scratch);
        const auto* const b = value(layout.bias(id));
        for (std::size_t i = 0; i < rows; ++i) {
            for (std::size_t j = 0; j < y.columns; ++j) y.row(i)[j] += b[j];
        }
    }

    void affine_back(MatrixView x, MatrixId id, const Matrix& d_y, float* d_x, std::size_t d_x_stride, Into into) {
        const auto& w = layout.matrix(id);
        multiply(w.rows, w.columns, rows, x.transposed(), d_y.view(), slope(w), w.columns, Into::add, scratch);
        auto* const d_b = slope(layout.bias(id));
        for (std::size_t i = 0; i < rows; ++i) {
            for (std::size_t j = 0; j < w.columns; ++j) d_b[j] += d_y.row(i)[j];
        }
        const MatrixView w_view{value(w), w.columns, 1};
        multiply(rows, w.rows, w.columns, d_y.view(), w_view.transposed(), d_x, d_x_stride, into, scratch);
    }

    void drop(Matrix& mask, float p, Matrix& x, Random& random) const {
        mask.resize(pieces.size(), x.columns);
        for (std::size_t p_index = 0; p_index < pieces.size(); ++p_index) draw_mask(x.columns, p, random, mask.row(p_index));
        apply(mask, x);
    }

    void apply(const Matrix& mask, Matrix& x) const {
        for (std::size_t p = 0; p < pieces.size(); ++p) {
            for (std::size_t i = 0; i < pieces[p].rows(); ++i) multiply_mask(x.columns, mask.row(p), x.row(pieces[p].begin + i));
        }
    }

    // ---- forward

    void forward(Random& random) {
        look_up(random);
        drop(input_mask, input_dropout, input, random);
        for (std::size_t l = 0; l < layer_count; ++l) {
            affine(layer_input(l).view(), layer_id(l), projected[l]);
            run_layer(l);
            drop(layer_mask[l], layer_dropout, encoded[l], random);
        }
        affine(encoded[tag_layer].view(), MatrixId::tag_hidden, tag_hidden);
        leak_below_zero(rows * tag_width, tag_hidden.data.data());
        drop(tag_mask, hidden_dropout, tag_hidden, random);
        affine(tag_hidden.view(), MatrixId::tag_out, tag_out);

        affine(encoded[layer_count - 1].view(), MatrixId::heads, heads);
        for (std::size_t i = 0; i < rows; ++i) { // label halves are added up before they leak
            leak_below_zero(heads_label_dependent, heads.row(i));
            leak_below_zero(name_width, heads.row(i) + heads_name);
        }
        drop(heads_mask, hidden_dropout, heads, random);
        affine(heads.view(0, heads_arc_dependent), MatrixId::arc_bilinear, arc_query);
        affine(arc_query.view(), MatrixId::arc_distance, arc_distance);
        affine(heads.view(0, heads_name), MatrixId::name_out, name_out);
        combine_labels();
        affine(label_hidden.view(), MatrixId::label_out, label_out);
    }

    static MatrixId layer_id(std::size_t l) { return static_cast<MatrixId>(static_cast<std::size_t>(MatrixId::layer0) + l); }
    const Matrix& layer_input(std::size_t l) const { return l == 0 ? input : encoded[l - 1]; }

    void look_up(Random& random) {
        features.clear();
        word_rows.clear();
        given.zero(rows, WordVectors::width);
        for (const auto& piece : pieces) {
            const float draw = random.uniform();
            const auto writing = draw < title_chance ? Writing::title : draw < title_chance + capitals_chance ? Writing::capitals : Writing::as_is;
            for (const auto form : piece.example->forms) {
                const auto& f = corpus.features_of(form, writing);
                const bool hidden = form != Corpus::root_form && random.chance(unknown_chance);
                const auto word = hidden ? unknown_word : f.word;
                if (const auto vector = corpus.vector_of[word]; vector != Corpus::none) {
                    std::copy_n(vectors.values.data() + std::size_t{vector} * WordVectors::width, WordVectors::width, given.row(features.size()));
                }
                word_rows.push_back(word);
                features.push_back(&f);
            }
        }
        input.zero(rows, input_width);
        const auto& projection = layout.vector_projection;
        multiply(rows, word_width, WordVectors::width, given.view(), {value(projection), word_width, 1}, input.data.data(), input_width, Into::set, scratch);
        for (std::size_t i = 0; i < rows; ++i) {
            if (word_rows[i] < corpus.trained_rows) add_row(word_width, value(layout.words) + word_rows[i] * word_width, input.row(i));
            for (std::size_t k = 0; k < features[i]->piece_count; ++k) {
                add_row(piece_width, value(layout.pieces) + features[i]->pieces[k] * piece_width, input.row(i) + word_width);
            }
        }
    }

    static void add_row(std::size_t count, const float* from, float* to) {
        for (std::size_t i = 0; i < count; ++i) to[i] += from[i];
    }

    Recurrence recurrence(std::size_t l, std::size_t direction, const Piece& piece) {
        auto& p = projected[l];
        const auto own = direction * direction_width;
        const auto& x = layer_input(l);
        return {.rows = piece.rows(),
                .direction = static_cast<Direction>(direction),
                .peepholes = value(layout.peepholes) + (2 * l + direction) * 2 * direction_width,
                .projected = p.row(piece.begin) + 3 * own,
                .projected_stride = p.columns,
                .skip = l == 0 ? p.row(piece.begin) + gate_columns + own : x.row(piece.begin) + own,
                .skip_stride = l == 0 ? p.columns : x.columns,
                .state = state[l][direction].row(piece.begin),
                .out = encoded[l].row(piece.begin) + own};
    }

    void run_layer(std::size_t l) {
        encoded[l].resize(rows, encoder_width);
        for (std::size_t direction = 0; direction < 2; ++direction) {
            state[l][direction].resize(rows, direction_width);
            for (const auto& piece : pieces) network::run(recurrence(l, direction, piece));
        }
    }

    void combine_labels() {
        label_hidden.zero(rows, label_width);
        for (const auto& piece : pieces) {
            if (!piece.example->has_tree()) continue;
            for (std::size_t i = 1; i < piece.rows(); ++i) {
                const std::size_t head = piece.example->head[i];
                const float* const distance = value(layout.label_distances) + distance_class(i, head) * label_width;
                float* const hidden = label_hidden.row(piece.begin + i);
                add_row(label_width, heads.row(piece.begin + i) + heads_label_dependent, hidden);
                add_row(label_width, heads.row(piece.begin + head) + heads_label_head, hidden);
                add_row(label_width, distance, hidden);
            }
        }
        leak_below_zero(rows * label_width, label_hidden.data.data());
    }

    // ---- losses; logits are replaced by their gradients

    void score() {
        d_arc_query.zero(rows, arc_width);
        d_heads.zero(rows, heads_width);
        for (const auto& piece : pieces) {
            if (piece.example->has_tree()) {
                score_tags(piece);
                score_arcs(piece);
                score_rows(piece, piece.example->deprel, deprel_count, label_out);
            } else {
                clear(tag_out, piece);
                clear(label_out, piece);
                clear(arc_distance, piece);
            }
            if (piece.example->has_names()) {
                score_rows(piece, piece.example->name, name_labels, name_out);
            } else {
                clear(name_out, piece);
            }
        }
    }

    static void clear(Matrix& logits, const Piece& piece) { std::fill_n(logits.row(piece.begin), piece.rows() * logits.columns, 0.0F); }

    void score_rows(const Piece& piece, std::span<const std::uint8_t> gold, std::size_t count, Matrix& logits) {
        std::fill_n(logits.row(piece.begin), logits.columns, 0.0F);
        for (std::size_t i = 1; i < piece.rows(); ++i) loss += cross_entropy(count, gold[i], weight, logits.row(piece.begin + i));
    }

    void score_tags(const Piece& piece) {
        std::fill_n(tag_out.row(piece.begin), tag_out.columns, 0.0F);
        for (std::size_t i = 1; i < piece.rows(); ++i) {
            float* const logits = tag_out.row(piece.begin + i);
            loss += cross_entropy(upos_count, piece.example->upos[i], weight, logits);
            loss += cross_entropy(xpos_count, piece.example->xpos[i], weight, logits + upos_count);
            loss += cross_entropy(corpus.morphs.size(), piece.example->morph[i], morph_weight * weight, logits + upos_count + xpos_count);
        }
    }

    void score_arcs(const Piece& piece) {
        const auto n = piece.rows();
        arcs.resize(n, n);
        const auto heads_view = heads.view(piece.begin, heads_arc_head);
        multiply(n, n, arc_width, arc_query.view(piece.begin), heads_view.transposed(), arcs.data.data(), n, Into::set, scratch);
        std::fill_n(arcs.row(0), n, 0.0F);
        for (std::size_t d = 1; d < n; ++d) {
            float* const scores = arcs.row(d);
            float* const by_distance = arc_distance.row(piece.begin + d);
            for (std::size_t h = 0; h < n; ++h) scores[h] += by_distance[distance_class(d, h)];
            scores[d] = -1e4F;
            loss += cross_entropy(n, piece.example->head[d], weight, scores);
            std::fill_n(by_distance, distance_classes, 0.0F);
            for (std::size_t h = 0; h < n; ++h) by_distance[distance_class(d, h)] += scores[h];
        }
        std::fill_n(arc_distance.row(piece.begin), distance_classes, 0.0F);
        multiply(n, arc_width, n, arcs.view(), heads_view, d_arc_query.row(piece.begin), arc_width, Into::set, scratch);
        multiply(n, arc_width, n, arcs.view().transposed(), arc_query.view(piece.begin), d_heads.row(piece.begin) + heads_arc_head, heads_width,
                 Into::set, scratch);
    }

    // ---- backward

    void backward() {
        d_hidden.resize(rows, label_width);
        affine_back(label_hidden.view(), MatrixId::label_out, label_out, d_hidden.data.data(), label_width, Into::set);
        combine_labels_back();
        affine_back(heads.view(0, heads_name), MatrixId::name_out, name_out, d_heads.data.data() + heads_name, heads_width, Into::set);
        affine_back(arc_query.view(), MatrixId::arc_distance, arc_distance, d_arc_query.data.data(), arc_width, Into::add);
        affine_back(heads.view(0, heads_arc_dependent), MatrixId::arc_bilinear, d_arc_query, d_heads.data.data() + heads_arc_dependent, heads_width,
                    Into::set);
        apply(heads_mask, d_heads);
        for (std::size_t i = 0; i < rows; ++i) {
            leak_below_zero_back(heads_label_dependent, heads.row(i), d_heads.row(i));
            leak_below_zero_back(name_width, heads.row(i) + heads_name, d_heads.row(i) + heads_name);
        }
        d_encoded[layer_count - 1].resize(rows, encoder_width);
        affine_back(encoded[layer_count - 1].view(), MatrixId::heads, d_heads, d_encoded[layer_count - 1].data.data(), encoder_width, Into::set);
        for (auto l = layer_count; l-- > 0;) {
            if (l == tag_layer) tags_back();
            apply(layer_mask[l], d_encoded[l]);
            run_layer_back(l);
        }
        apply(input_mask, d_input);
        look_up_back();
    }

    void tags_back() {
        d_hidden.resize(rows, tag_width);
        affine_back(tag_hidden.view(), MatrixId::tag_out, tag_out, d_hidden.data.data(), tag_width, Into::set);
        apply(tag_mask, d_hidden);
        leak_below_zero_back(rows * tag_width, tag_hidden.data.data(), d_hidden.data.data());
        affine_back(encoded[tag_layer].view(), MatrixId::tag_hidden, d_hidden, d_encoded[tag_layer].data.data(), encoder_width, Into::add);
    }

    void combine_labels_back() {
        leak_below_zero_back(rows * label_width, label_hidden.data.data(), d_hidden.data.data());
        for (const auto& piece : pieces) {
            if (!piece.example->has_tree()) continue;
            for (std::size_t i = 1; i < piece.rows(); ++i) {
                const std::size_t head = piece.example->head[i];
                const float* const from = d_hidden.row(piece.begin + i);
                add_row(label_width, from, d_heads.row(piece.begin + i) + heads_label_dependent);
                add_row(label_width, from, d_heads.row(piece.begin + head) + heads_label_head);
                add_row(label_width, from, slope(layout.label_distances) + distance_class(i, head) * label_width);
            }
        }
    }

    void run_layer_back(std::size_t l) {
        auto& d_x = l == 0 ? d_input : d_encoded[l - 1];
        d_x.zero(rows, layer_input(l).columns);
        d_projected.zero(rows, projected[l].columns);
        for (std::size_t direction = 0; direction < 2; ++direction) {
            for (const auto& piece : pieces) step_back(l, direction, piece, d_x);
        }
        affine_back(layer_input(l).view(), layer_id(l), d_projected, d_x.data.data(), d_x.columns, Into::add);
    }

    /// Backpropagation through time of `run`; see recurrence.hpp for the names.
    void step_back(std::size_t l, std::size_t direction, const Piece& piece, Matrix& d_x) {
        const auto r = recurrence(l, direction, piece);
        const auto own = direction * direction_width;
        float* const d_peepholes = slope(layout.peepholes) + (2 * l + direction) * 2 * direction_width;
        float d_state[direction_width] = {};
        static constexpr float at_rest[direction_width] = {};
        for (std::size_t step = r.rows; step-- > 0;) {
            const auto row = r.row(step);
            const float* const z = r.projected + row * r.projected_stride;
            const float* const before = step == 0 ? at_rest : r.state + r.row(step - 1) * direction_width;
            const float* const now = r.state + row * direction_width;
            const float* const skip = r.skip + row * r.skip_stride;
            const float* const d_out = d_encoded[l].row(piece.begin + row) + own;
            float* const d_z = d_projected.row(piece.begin + row) + 3 * own;
            float* const d_skip = l == 0 ? d_projected.row(piece.begin + row) + gate_columns + own : d_x.row(piece.begin + row) + own;
            for (std::size_t i = 0; i < direction_width; ++i) {
                const float forget_position = z[direction_width + i];
                const float reset_position = z[2 * direction_width + i];
                const float forget = gate_value(forget_position);
                const float reset = gate_value(reset_position);
                const float d_now = d_state[i] + d_out[i] * reset;
                const float d_reset = d_out[i] * (now[i] - skip[i]) * gate_derivative(reset_position);
                const float d_forget = d_now * (before[i] - z[i]) * gate_derivative(forget_position);
                d_skip[i] += d_out[i] * (1.0F - reset);
                d_z[i] = d_now * (1.0F - forget);
                d_z[direction_width + i] = d_forget;
                d_z[2 * direction_width + i] = d_reset;
                d_peepholes[i] += d_forget * before[i];
                d_peepholes[direction_width + i] += d_reset * before[i];
                d_state[i] = d_now * forget + d_forget * r.peepholes[i] + d_reset * r.peepholes[direction_width + i];
            }
        }
    }

    void look_up_back() {
        const auto& projection = layout.vector_projection;
        multiply(WordVectors::width, word_width, rows, given.view().transposed(), d_input.view(), slope(projection), word_width, Into::add, scratch);
        for (std::size_t i = 0; i < rows; ++i) {
            if (word_rows[i] < corpus.trained_rows) add_row(word_width, d_input.row(i), slope(layout.words) + word_rows[i] * word_width);
            for (std::size_t k = 0; k < features[i]->piece_count; ++k) {
                add_row(piece_width, d_input.row(i) + word_width, slope(layout.pieces) + features[i]->pieces[k] * piece_width);
            }
        }
    }

    const Corpus& corpus;
    const WordVectors& vectors;
    const Layout& layout;
    const float* parameters = nullptr;
    float* gradient = nullptr;
    float weight = 1;
    double loss = 0;
    std::vector<Piece> pieces;
    std::size_t rows = 0;
    std::vector<const WordFeatures*> features;
    std::vector<std::uint32_t> word_rows;
    std::vector<float> scratch;
    Matrix given, input, input_mask, tag_hidden, tag_mask, tag_out, heads, heads_mask, arc_query, arc_distance, arcs, name_out, label_hidden, label_out;
    std::array<Matrix, layer_count> projected, encoded, layer_mask;
    std::array<std::array<Matrix, 2>, layer_count> state;
    Matrix d_input, d_projected, d_heads, d_arc_query, d_hidden;
    std::array<Matrix, layer_count> d_encoded;
};

Learner::Learner(const Corpus& corpus, const WordVectors& vectors, const Layout& layout) : m_pass{std::make_unique<Pass>(corpus, vectors, layout)} {}
Learner::~Learner() = default;

double Learner::learn(std::span<const Example* const> examples, std::span<const float> parameters, float weight, Random random,
                      std::span<float> gradient) {
    return m_pass->run(examples, parameters, weight, random, gradient);
}

} // namespace dateline::network
