// SPDX-License-Identifier: MIT
#include "parameters.hpp"

#include <algorithm>
#include <cmath>

#include <dateline/annotate/trainer.hpp>

#include "random.hpp"

namespace dateline::network {
namespace {

constexpr float word_spread = 0.1F;
constexpr float piece_spread = 0.1F;
constexpr float forget_bias = 1.0F; // keeps more than it takes, at first

void fill(std::vector<float>& values, const Block& block, float spread, Random& random) {
    const auto begin = values.begin() + static_cast<std::ptrdiff_t>(block.offset);
    std::generate_n(begin, block.size(), [&] { return (2.0F * random.uniform() - 1.0F) * spread; });
}

} // namespace

Layout::Layout(std::size_t word_rows, std::size_t morphs) {
    vector_projection = add(WordVectors::width, word_width);
    words = add(word_rows, word_width);
    pieces = add(piece_buckets, piece_width);
    for (std::size_t i = 0; i < matrix_count; ++i) {
        const auto size = matrix_size(static_cast<MatrixId>(i), morphs);
        matrices[i] = add(size.depth, size.columns);
        biases[i] = add(1, size.columns);
    }
    peepholes = add(layer_count * 4, direction_width);
    label_distances = add(distance_classes, label_width);
}

Block Layout::add(std::size_t rows, std::size_t columns) {
    const Block block{total, rows, columns};
    total += block.size();
    return block;
}

std::vector<float> initial_parameters(const Layout& layout, std::uint64_t seed) {
    std::vector<float> values(layout.total, 0.0F);
    Random random{seed};
    const auto glorot = [](const Block& b) { return std::sqrt(6.0F / static_cast<float>(b.rows + b.columns)); };
    fill(values, layout.vector_projection, glorot(layout.vector_projection), random);
    fill(values, layout.words, word_spread, random);
    fill(values, layout.pieces, piece_spread, random);
    for (std::size_t i = 0; i < matrix_count; ++i) {
        const auto& block = layout.matrices[i];
        // What stands side by side in a matrix are several; each is spread as if alone.
        const auto parts = static_cast<MatrixId>(i) == MatrixId::heads ? heads_width / label_width : std::max<std::size_t>(1, block.columns / direction_width);
        fill(values, block, std::sqrt(6.0F / static_cast<float>(block.rows + block.columns / parts)), random);
    }
    for (const auto id : {MatrixId::layer0, MatrixId::layer1, MatrixId::layer2}) {
        const auto bias = values.begin() + static_cast<std::ptrdiff_t>(layout.bias(id).offset);
        for (std::size_t direction = 0; direction < 2; ++direction) {
            std::fill_n(bias + static_cast<std::ptrdiff_t>((3 * direction + 1) * direction_width), direction_width, forget_bias);
        }
    }
    fill(values, layout.peepholes, 0.1F, random);
    return values;
}

} // namespace dateline::network
