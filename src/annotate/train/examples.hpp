// SPDX-License-Identifier: MIT
//
// Training documents as numbers: forms, features and gold labels.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

#include <dateline/annotate/trainer.hpp>

#include "network/shape.hpp"
#include "network/word_features.hpp"

namespace dateline::network {

/// A sentence may be written otherwise than it stands: as headlines are, or as people type.
enum class Writing : std::uint8_t { as_is, title, capitals, lower };
inline constexpr std::size_t writings = 4;

/// Labels of names whose type is not told: any that begins, or goes on with, a name.
inline constexpr std::uint8_t any_begin = name_labels;
inline constexpr std::uint8_t any_inside = name_labels + 1;

/// One sentence; all arrays have a row for each token, after row 0 for the root. A layer that is not marked is empty.
struct Example {
    std::vector<std::uint32_t> forms; ///< index into Corpus::features, for Writing::as_is
    std::vector<std::uint8_t> upos;
    std::vector<std::uint8_t> xpos;
    std::vector<std::uint16_t> morph;
    std::vector<std::uint16_t> head; ///< row
    std::vector<std::uint8_t> deprel;
    std::vector<std::uint8_t> name; ///< label, or one of the two below

    [[nodiscard]] std::size_t rows() const noexcept { return forms.size(); }
    [[nodiscard]] bool has_tree() const noexcept { return !head.empty(); }
    [[nodiscard]] bool has_names() const noexcept { return !name.empty(); }
};

struct Corpus {
    std::vector<std::string> words;     ///< words[i] is the key of row first_word + i; those with trained vectors come first
    std::size_t trained_rows = 0;       ///< rows below have a trained vector: unknown, root and the words seen more than once
    std::vector<std::uint32_t> vector_of; ///< for each row: index into WordVectors, or none
    std::vector<std::uint32_t> vocabulary; ///< slots
    std::vector<Morph> morphs;
    std::vector<WordFeatures> features; ///< a row a form; [writings * form + writing]
    std::vector<Example> examples;

    static constexpr std::uint32_t none = 0xFFFF'FFFFU;
    static constexpr std::uint32_t root_form = 0;
    [[nodiscard]] const WordFeatures& features_of(std::uint32_t form, Writing writing) const noexcept {
        return features[form * writings + static_cast<std::size_t>(writing)];
    }
};

[[nodiscard]] Corpus make_corpus(std::span<const TrainingSet> sets, const WordVectors& vectors);

} // namespace dateline::network
