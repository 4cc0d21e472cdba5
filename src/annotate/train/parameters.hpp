// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "network/model.hpp"

namespace dateline::network {

struct Block {
    std::size_t offset = 0;
    std::size_t rows = 0;
    std::size_t columns = 0;

    [[nodiscard]] std::size_t size() const noexcept { return rows * columns; }
};

/// Where the trained numbers stand in one long array, which gradients and the optimiser's moments share the layout of.
struct Layout {
    Layout(std::size_t word_rows, std::size_t morphs);

    std::size_t total = 0;
    Block vector_projection; ///< given word vectors to ours
    Block words;
    Block pieces;
    std::array<Block, matrix_count> matrices;
    std::array<Block, matrix_count> biases;
    Block peepholes;
    Block label_distances;

    [[nodiscard]] const Block& matrix(MatrixId id) const noexcept { return matrices[static_cast<std::size_t>(id)]; }
    [[nodiscard]] const Block& bias(MatrixId id) const noexcept { return biases[static_cast<std::size_t>(id)]; }

private:
    Block add(std::size_t rows, std::size_t columns);
};

[[nodiscard]] std::vector<float> initial_parameters(const Layout& layout, std::uint64_t seed);

} // namespace dateline::network
