// SPDX-License-Identifier: MIT
//
// Runs the network over a few sentences at a time.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "agreement.hpp"
#include "model.hpp"
#include "recurrence.hpp"
#include "tag_pairs.hpp"
#include "tree.hpp"
#include "word_features.hpp"

namespace dateline::network {

/// The first layer's projection of the words seen last: it depends on the form alone, and a dozen forms in a hundred are new.
/// A form has one place; whoever comes later has it. What is kept is what would be computed, so the cache cannot change a result.
class ProjectionCache {
public:
    static constexpr std::size_t width = projection_width(0);
    static constexpr std::size_t longest = 23; ///< longer forms are not kept

    struct Place {
        std::array<char, longest> bytes{};
        std::uint8_t size = 0xFF;  ///< larger than any form that is kept: empty
        std::uint32_t awaited = 0; ///< while its projection is being computed: one more than its number in Scratch::missing
        float* projection = nullptr;
    };
    struct Found {
        Place* place;
        bool known; ///< the place holds the form's projection already, or awaits it
    };
    [[nodiscard]] Found find(std::string_view form);
    [[nodiscard]] Found root(); ///< of the pseudo token

private:
    static constexpr std::size_t places = 2048; ///< and one for long forms, one for the root
    void make_room();

    std::vector<Place> m_places;
    std::unique_ptr<float[]> m_projections; ///< left as the system gives it: a short text touches few places
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
    std::vector<Mention> names; ///< tokens as the arrays have them
};

/// Buffers; one a thread, kept from batch to batch.
struct Scratch {
    ProjectionCache cache;
    std::string key;
    std::vector<float> input;
    std::vector<ProjectionCache::Place*> missing; ///< words of the batch that have to be projected
    struct Waiting {
        std::size_t row;
        std::size_t missing;
    };
    std::vector<Waiting> waiting; ///< rows that get their projection then
    std::vector<std::uint8_t> quantised;
    std::vector<float> steps; ///< of the rows of `quantised`
    std::vector<float> projected, state, encoded, before, hidden, logits, heads, query, distances, label_hidden;
    std::vector<float> packed; ///< of `multiply`
    ArcScores arcs;
    std::vector<std::uint32_t> tree;
    std::vector<std::array<std::uint8_t, name_labels>> came_from;
    std::vector<std::uint8_t> labels; ///< of names
};

class Network {
public:
    explicit Network(Model model, Arithmetic arithmetic);

    /// Replaces `reading`.
    void read(const Batch& batch, Scratch& scratch, Reading& reading) const;

private:
    void project_words(const Batch& batch, Scratch& scratch) const;
    void project_missing(Scratch& scratch) const;
    void add_input(const WordFeatures& features, std::vector<float>& input) const;
    void encode(const Batch& batch, std::size_t layer, Scratch& scratch) const;
    void read_tags(const Batch& batch, Scratch& scratch, Reading& reading) const;
    void read_trees(const Batch& batch, Scratch& scratch, Reading& reading) const;
    void read_labels(const Batch& batch, Scratch& scratch, Reading& reading) const;
    void read_names(const Batch& batch, Scratch& scratch, Reading& reading) const;
    /// out = values (rows × depth, `stride` apart) × matrix
    void apply(MatrixId id, std::size_t rows, const float* values, std::size_t stride, std::vector<float>& out, Scratch& scratch) const;

    Model m_model;
    Arithmetic m_arithmetic;
    const TagPairs& m_pairs;
};

} // namespace dateline::network
