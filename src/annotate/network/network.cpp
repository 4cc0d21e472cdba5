// SPDX-License-Identifier: MIT
#include "network.hpp"

#include <algorithm>
#include <tuple>
#include <utility>

#include <dateline/text/hash.hpp>

#include "multiply.hpp"

namespace dateline::network {
namespace {

std::size_t rows_of(const Batch& batch) noexcept { return batch.forms.size() + batch.sizes.size(); }

void reserve(std::vector<float>& values, std::size_t size) {
    if (values.size() < size) values.resize(size);
}

void leak_below_zero(std::size_t count, float* values) noexcept {
    for (std::size_t i = 0; i < count; ++i) values[i] = values[i] > 0.0F ? values[i] : leak * values[i];
}

std::size_t largest(const float* values, std::size_t count) noexcept {
    return static_cast<std::size_t>(std::max_element(values, values + count) - values);
}

/// Calls `use(first row, first token, tokens)` for each sentence; row 0 of a sentence is the root's.
template <class Use>
void for_each_sentence(const Batch& batch, const Use& use) {
    std::size_t row = 0;
    std::size_t token = 0;
    for (const auto size : batch.sizes) {
        use(row, token, size);
        row += size + 1;
        token += size;
    }
}

void score_arcs(std::size_t row, std::size_t size, Scratch& s) {
    s.arcs.reset(size);
    const MatrixView queries{s.query.data() + (row + 1) * padded(arc_width), padded(arc_width), 1};
    const MatrixView heads{s.heads.data() + row * padded(heads_width) + heads_arc_head, padded(heads_width), 1};
    multiply(size, size + 1, arc_width, queries, heads.transposed(), s.arcs.row(1), size + 1, Into::set, s.packed);
    for (std::size_t d = 1; d <= size; ++d) {
        const float* const by_distance = s.distances.data() + (row + d) * padded(distance_classes);
        float* const scores = s.arcs.row(d);
        for (std::size_t h = 0; h <= size; ++h) scores[h] += by_distance[distance_class(d, h)];
    }
}

/// The best labels of a sentence in which nothing is inside a name that did not begin (Viterbi).
/// `logits` are a row a token, `stride` apart; a label's score is its logit.
void best_labels(std::size_t size, const float* logits, std::size_t stride, std::vector<std::array<std::uint8_t, name_labels>>& came_from,
                 std::vector<std::uint8_t>& labels) {
    came_from.resize(std::max(came_from.size(), size));
    labels.resize(std::max(labels.size(), size));
    std::array<float, name_labels> score{};
    for (std::size_t t = 0; t < size; ++t) {
        const float* const now = logits + t * stride;
        std::array<float, name_labels> next{};
        const auto best = t == 0 ? outside : largest(score.data(), name_labels);
        for (std::size_t label = 0; label < name_labels; ++label) {
            const bool inside = label != outside && label % 2 == 0;
            auto from = best;
            if (inside) from = score[label] > score[label - 1] ? label : label - 1;
            const bool impossible = inside && t == 0;
            next[label] = now[label] + (t == 0 ? 0.0F : score[from]) - (impossible ? 1e6F : 0.0F);
            came_from[t][label] = static_cast<std::uint8_t>(from);
        }
        score = next;
    }
    auto label = static_cast<std::uint8_t>(largest(score.data(), name_labels));
    for (auto t = size; t-- > 0;) {
        labels[t] = label;
        label = came_from[t][label];
    }
}

/// What the logits of its tokens say for each kind of a name of `size` tokens.
KindScores kind_scores(std::size_t size, const float* logits, std::size_t stride) {
    KindScores scores{};
    for (std::size_t k = 0; k < name_kinds; ++k) {
        scores[k] = logits[begin_label(k)];
        for (std::size_t t = 1; t < size; ++t) scores[k] += logits[t * stride + inside_label(k)];
    }
    return scores;
}

} // namespace

void ProjectionCache::make_room() {
    if (!m_places.empty()) return;
    m_places.resize(places + 2);
    m_projections = std::make_unique_for_overwrite<float[]>(m_places.size() * width);
    for (std::size_t i = 0; i < m_places.size(); ++i) m_places[i].projection = m_projections.get() + i * width;
}

ProjectionCache::Found ProjectionCache::root() {
    make_room();
    auto& place = m_places[places + 1];
    return {&place, std::exchange(place.size, std::uint8_t{0}) == 0};
}

ProjectionCache::Found ProjectionCache::find(std::string_view form) {
    make_room();
    if (form.size() > longest) return {&m_places[places], false};
    auto& place = m_places[static_cast<std::size_t>(mix(stable_hash(form)) % places)];
    const bool known = place.size == form.size() && std::string_view{place.bytes.data(), place.size} == form;
    std::ranges::copy(form, place.bytes.begin());
    place.size = static_cast<std::uint8_t>(form.size());
    return {&place, known};
}

Network::Network(Model model, Arithmetic arithmetic) : m_model{std::move(model)}, m_arithmetic{arithmetic}, m_pairs{TagPairs::built_in()} {}

void Network::read(const Batch& batch, Scratch& scratch, Reading& reading) const {
    const auto tokens = batch.forms.size();
    reading.upos.resize(tokens);
    reading.xpos.resize(tokens);
    reading.morph.resize(tokens);
    reading.head.resize(tokens);
    reading.deprel.resize(tokens);
    reading.names.clear();
    project_words(batch, scratch);
    for (std::size_t layer = 0; layer < layer_count; ++layer) {
        encode(batch, layer, scratch);
        if (layer == tag_layer) read_tags(batch, scratch, reading);
    }
    apply(MatrixId::heads, rows_of(batch), scratch.encoded.data(), encoder_width, scratch.heads, scratch);
    read_trees(batch, scratch, reading);
    read_labels(batch, scratch, reading);
    read_names(batch, scratch, reading);
}

void Network::apply(MatrixId id, std::size_t rows, const float* values, std::size_t stride, std::vector<float>& out, Scratch& scratch) const {
    const auto& matrix = m_model.matrix(id);
    if (scratch.quantised.size() < rows * matrix.depth) scratch.quantised.resize(rows * matrix.depth);
    reserve(scratch.steps, rows);
    for (std::size_t i = 0; i < rows; ++i) scratch.steps[i] = quantise(matrix.depth, values + i * stride, scratch.quantised.data() + i * matrix.depth);
    reserve(out, rows * matrix.columns);
    multiply(matrix, rows, scratch.quantised.data(), scratch.steps.data(), out.data(), m_arithmetic);
}

void Network::project_words(const Batch& batch, Scratch& s) const {
    constexpr auto width = ProjectionCache::width;
    reserve(s.projected, rows_of(batch) * width);
    s.missing.clear();
    s.waiting.clear();
    s.input.clear();
    for_each_sentence(batch, [&](std::size_t row, std::size_t token, std::size_t size) {
        for (std::size_t i = 0; i <= size; ++i) {
            const auto [place, known] = i == 0 ? s.cache.root() : s.cache.find(batch.forms[token + i - 1]);
            if (!known) {
                s.missing.push_back(place);
                place->awaited = static_cast<std::uint32_t>(s.missing.size());
                add_input(i == 0 ? root_features() : word_features(batch.forms[token + i - 1], m_model.vocabulary, s.key), s.input);
            }
            if (place->awaited != 0) {
                s.waiting.push_back({row + i, place->awaited - 1});
            } else {
                std::copy_n(place->projection, width, s.projected.data() + (row + i) * width);
            }
        }
    });
    project_missing(s);
}

/// All at once, since a product of many rows is the cheaper one. Of two words that share a place, the later one keeps it.
void Network::project_missing(Scratch& s) const {
    constexpr auto width = ProjectionCache::width;
    apply(MatrixId::layer0, s.missing.size(), s.input.data(), input_width, s.hidden, s);
    for (const auto& waiting : s.waiting) std::copy_n(s.hidden.data() + waiting.missing * width, width, s.projected.data() + waiting.row * width);
    for (std::size_t i = 0; i < s.missing.size(); ++i) {
        std::copy_n(s.hidden.data() + i * width, width, s.missing[i]->projection);
        s.missing[i]->awaited = 0;
    }
}

void Network::add_input(const WordFeatures& features, std::vector<float>& input) const {
    const auto begin = input.size();
    input.resize(begin + input_width, 0.0F);
    m_model.words.add(features.word, input.data() + begin);
    for (std::size_t i = 0; i < features.piece_count; ++i) m_model.pieces.add(features.pieces[i], input.data() + begin + word_width);
}

void Network::encode(const Batch& batch, std::size_t layer, Scratch& s) const {
    const auto rows = rows_of(batch);
    const auto columns = projection_width(layer);
    if (layer > 0) {
        std::swap(s.before, s.encoded);
        apply(static_cast<MatrixId>(static_cast<std::size_t>(MatrixId::layer0) + layer), rows, s.before.data(), encoder_width, s.projected, s);
    }
    reserve(s.encoded, rows * encoder_width);
    reserve(s.state, (max_piece_tokens + 1) * direction_width);
    for (const std::size_t direction : {0U, 1U}) {
        const auto own = direction * direction_width;
        for_each_sentence(batch, [&](std::size_t row, std::size_t /*token*/, std::size_t size) {
            float* const projected = s.projected.data() + row * columns;
            run({.rows = size + 1,
                 .direction = static_cast<Direction>(direction),
                 .peepholes = m_model.peepholes.data() + (2 * layer + direction) * 2 * direction_width,
                 .projected = projected + 3 * own,
                 .projected_stride = columns,
                 .skip = layer == 0 ? projected + gate_columns + own : s.before.data() + row * encoder_width + own,
                 .skip_stride = layer == 0 ? columns : encoder_width,
                 .state = s.state.data(),
                 .out = s.encoded.data() + row * encoder_width + own});
        });
    }
}

void Network::read_tags(const Batch& batch, Scratch& s, Reading& reading) const {
    const auto rows = rows_of(batch);
    apply(MatrixId::tag_hidden, rows, s.encoded.data(), encoder_width, s.hidden, s);
    leak_below_zero(rows * tag_width, s.hidden.data());
    apply(MatrixId::tag_out, rows, s.hidden.data(), tag_width, s.logits, s);
    const auto columns = m_model.matrix(MatrixId::tag_out).columns;
    for_each_sentence(batch, [&](std::size_t row, std::size_t token, std::size_t size) {
        for (std::size_t i = 0; i < size; ++i) {
            const float* const logits = s.logits.data() + (row + 1 + i) * columns;
            std::tie(reading.upos[token + i], reading.xpos[token + i]) = m_pairs.best(logits, logits + upos_count);
            reading.morph[token + i] = m_model.morphs[largest(logits + upos_count + xpos_count, m_model.morphs.size())];
        }
    });
}

void Network::read_trees(const Batch& batch, Scratch& s, Reading& reading) const {
    const auto rows = rows_of(batch);
    constexpr auto columns = padded(heads_width);
    for (std::size_t i = 0; i < rows; ++i) {
        leak_below_zero(heads_label_dependent, s.heads.data() + i * columns);
        leak_below_zero(name_width, s.heads.data() + i * columns + heads_name);
    }
    apply(MatrixId::arc_bilinear, rows, s.heads.data() + heads_arc_dependent, columns, s.query, s);
    apply(MatrixId::arc_distance, rows, s.query.data(), padded(arc_width), s.distances, s);
    for_each_sentence(batch, [&](std::size_t row, std::size_t token, std::size_t size) {
        score_arcs(row, size, s);
        best_tree(s.arcs, s.tree);
        std::copy(s.tree.begin() + 1, s.tree.end(), reading.head.begin() + static_cast<std::ptrdiff_t>(token));
    });
}

void Network::read_labels(const Batch& batch, Scratch& s, Reading& reading) const {
    constexpr auto columns = padded(heads_width);
    reserve(s.label_hidden, batch.forms.size() * label_width);
    for_each_sentence(batch, [&](std::size_t row, std::size_t token, std::size_t size) {
        for (std::size_t i = 1; i <= size; ++i) {
            const std::size_t head = reading.head[token + i - 1];
            const float* const as_dependent = s.heads.data() + (row + i) * columns + heads_label_dependent;
            const float* const as_head = s.heads.data() + (row + head) * columns + heads_label_head;
            const float* const distance = m_model.label_distances.data() + distance_class(i, head) * label_width;
            float* const hidden = s.label_hidden.data() + (token + i - 1) * label_width;
            for (std::size_t k = 0; k < label_width; ++k) hidden[k] = as_dependent[k] + as_head[k] + distance[k];
            leak_below_zero(label_width, hidden);
        }
    });
    apply(MatrixId::label_out, batch.forms.size(), s.label_hidden.data(), label_width, s.logits, s);
    for (std::size_t t = 0; t < batch.forms.size(); ++t) {
        float* const logits = s.logits.data() + t * padded(deprel_count);
        constexpr auto root = static_cast<std::size_t>(Deprel::root);
        logits[root] = -1e6F; // `root` is the relation of the root and of nothing else
        reading.deprel[t] = reading.head[t] == 0 ? Deprel::root : static_cast<Deprel>(largest(logits, deprel_count));
    }
}

void Network::read_names(const Batch& batch, Scratch& s, Reading& reading) const {
    apply(MatrixId::name_out, rows_of(batch), s.heads.data() + heads_name, padded(heads_width), s.logits, s);
    constexpr auto columns = padded(name_labels);
    for_each_sentence(batch, [&](std::size_t row, std::size_t token, std::size_t size) {
        const float* const logits = s.logits.data() + (row + 1) * columns;
        best_labels(size, logits, columns, s.came_from, s.labels);
        for (std::size_t t = 0; t < size;) {
            const auto begin = t++;
            if (s.labels[begin] == outside) continue;
            while (t < size && s.labels[t] == inside_label(kind_of(s.labels[begin]))) ++t;
            const auto first = static_cast<std::uint32_t>(token + begin);
            reading.names.push_back({{first, static_cast<std::uint32_t>(token + t)}, kind_scores(t - begin, logits + begin * columns, columns)});
        }
    });
}

} // namespace dateline::network
