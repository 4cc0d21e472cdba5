// SPDX-License-Identifier: MIT
//
// The shape of the network. A model file fits this shape or is refused; change a number here and models must be trained anew.
//
//   word vector (80) ++ sum of piece vectors (64)           a form alone decides this, so layer 0's projection is cached by form
//     -> layers 0, 1 and 2: simple recurrent units, 144 in each direction
//        layer 2 -> tags:  288 -> 128 -> UPOS, XPOS, features
//                   arcs:  288 -> 96 (as dependent), 96 (as head), bilinear, plus a score by distance
//                   labels: 288 -> 128 (as dependent) + 128 (as head) + 128 (by distance) -> relations
//                   names: 288 -> 64 -> BIO labels
#pragma once

#include <cstddef>
#include <cstdint>

#include <dateline/core/document.hpp>

namespace dateline::network {

inline constexpr std::size_t word_width = 80;
inline constexpr std::size_t piece_width = 64;
inline constexpr std::size_t input_width = word_width + piece_width;
inline constexpr std::size_t piece_buckets = 1U << 15U;
inline constexpr std::size_t direction_width = 144;
inline constexpr std::size_t encoder_width = 2 * direction_width;
inline constexpr std::size_t layer_count = 3;
inline constexpr std::size_t tag_layer = 2;
inline constexpr std::size_t tag_width = 128;
inline constexpr std::size_t arc_width = 96;
inline constexpr std::size_t label_width = 128;
inline constexpr std::size_t name_width = 64;

/// Candidate, forget gate and reset gate of both directions; layer 0 also projects what its reset gate lets pass.
inline constexpr std::size_t gate_columns = 6 * direction_width;
inline constexpr std::size_t projection_width(std::size_t layer) { return gate_columns + (layer == 0 ? encoder_width : 0); }

inline constexpr std::size_t xpos_count = 51;
inline constexpr std::size_t name_kinds = 8; ///< NameType, and names of any other kind, which are told apart but not told
inline constexpr std::size_t other_kind = 7;
inline constexpr std::size_t name_labels = 1 + 2 * name_kinds; ///< O, then B and I of each kind
inline constexpr std::size_t outside = 0;
inline constexpr std::size_t begin_label(std::size_t kind) { return 1 + 2 * kind; }
inline constexpr std::size_t inside_label(std::size_t kind) { return 2 + 2 * kind; }
inline constexpr std::size_t kind_of(std::size_t label) { return (label - 1) / 2; } ///< of a label other than outside

/// Longer sentences are parsed in pieces of this many tokens: arcs are scored pairwise, and time has to stay linear.
inline constexpr std::size_t max_piece_tokens = 192;

/// How far a head stands from its dependent, in classes; rows count from the root's pseudo token, row 0.
inline constexpr std::size_t distance_classes = 17;
[[nodiscard]] constexpr std::size_t distance_class(std::size_t dependent, std::size_t head) noexcept {
    if (head == 0) return 0;
    const auto far = dependent > head ? dependent - head : head - dependent;
    const std::size_t size = far <= 4 ? far : far <= 6 ? 5U : far <= 10 ? 6U : far <= 20 ? 7U : 8U;
    return dependent > head ? size : 8 + size;
}

} // namespace dateline::network
