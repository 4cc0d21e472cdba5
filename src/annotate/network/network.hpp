// SPDX-License-Identifier: MIT
//
// Runs the network over a few sentences at a time.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "model.hpp"
#include "recurrence.hpp"
#include "tree.hpp"
#include "word_features.hpp"

namespace dateline::network {

/// The first layer's projection of the words seen last: it depends on the form alone, and a dozen forms in a hundred are new.
/// A form has one place; whoever comes later has it. What is kept is what would be computed, so the cache cannot change a result.
class ProjectionCache {
public:
    static constexpr std::size_t width = projection_width(0);

    /// The place of the form, and whether it holds the form's projection already; long forms always have to be computed.
    struct Found {
        float* projection;
        bool known;
    };
    [[nodiscard]] Found find(std::string_view form);
    [[nodiscard]] Found root(); ///< the place of the pseudo token

private:
    void make_room();

    static constexpr std::size_t places = 2048;
    static constexpr std::size_t longest = 23;
    struct Key {
        std::array<char, longest> bytes{};
        std::uint8_t size = 0xFF; ///< larger than any form that is kept: empty
    };

    std::vector<Key> m_keys;
    std::vector<float> m_projections; ///< two more places: one for long forms, one for the root
    bool m_root_known = false;
};

/// One sentence, or a stretch of a long one: its tokens' forms follow one another in Batch::forms.
struct Batch {
    std::vector<std::string_view> forms;
    std::vector<std::size_t> sizes; ///< tokens of each sentence, none 0

    void clear() {
        forms.clear();
        sizes.clear();
    }
};

/// What was read off for each token of a batch, in the order of its forms.
struct Reading {
    std::vector<Upos> upos;
    std::vector<std::uint8_t> xpos;
    std::vector<Morph> morph;
    std::vector<std::uint32_t> head; ///< counts from 1 in the sentence, 0 is the root
    std::vector<Deprel> deprel;
    std::vector<std::uint8_t> name; ///< label; inside follows begin or inside of its kind
};

/// Buffers; one a thread, kept from batch to batch.
struct Scratch {
    ProjectionCache cache;
    std::string key;
    std::vector<float> input;
    std::vector<std::int16_t> quantised;
    std::vector<float> projected, state, encoded, before, hidden, logits, heads, query, distances, label_hidden;
    std::vector<float> packed; ///< of `multiply`
    ArcScores arcs;
    std::vector<std::uint32_t> tree;
    std::vector<std::array<std::uint8_t, name_labels>> came_from;
};

class Network {
public:
    explicit Network(Model model, Arithmetic arithmetic);

    /// Replaces `reading`.
    void read(const Batch& batch, Scratch& scratch, Reading& reading) const;

private:
    void project_words(const Batch& batch, Scratch& scratch) const;
    void encode(const Batch& batch, std::size_t layer, Scratch& scratch) const;
    void read_tags(const Batch& batch, Scratch& scratch, Reading& reading) const;
    void read_trees(const Batch& batch, Scratch& scratch, Reading& reading) const;
    void read_labels(const Batch& batch, Scratch& scratch, Reading& reading) const;
    void read_names(const Batch& batch, Scratch& scratch, Reading& reading) const;
    /// out = values (rows × depth, `stride` apart) × matrix
    void apply(MatrixId id, std::size_t rows, const float* values, std::size_t stride, std::vector<float>& out, Scratch& scratch) const;

    Model m_model;
    Arithmetic m_arithmetic;
};

} // namespace dateline::network
