// SPDX-License-Identifier: MIT
#include <dateline/knowledge/tree_model.hpp>

#include <algorithm>
#include <cmath>
#include <string>

#include <fmt/format.h>

#include <dateline/core/error.hpp>

namespace dateline {
TreeModel::TreeModel(const Table& table, std::span<const std::string_view> features) {
    const auto rows = table.rows();
    const auto child = [&](std::uint32_t row, std::uint32_t column) {
        const auto to = number_in<std::uint32_t>(table, row, column);
        if (to <= row || to >= rows) throw Error{Error::Kind::internal, "tree model", fmt::format("row {} leads to row {}", row, to)};
        return to;
    };
    m_nodes.resize(rows);
    for (std::uint32_t row = 0; row < rows; ++row) {
        const auto name = table.cell(row, 0);
        auto& node = m_nodes[row];
        node.threshold = number_in<float>(table, row, 1);
        node.feature = leaf;
        if (name == "base") {
            m_base = node.threshold;
        } else if (name == "tree") {
            if (row + 1 < rows) m_roots.push_back(row + 1);
        } else if (name != "leaf") {
            const auto found = std::ranges::find(features, name);
            if (found == features.end()) throw Error{Error::Kind::internal, "tree model", fmt::format("there is no feature '{}'", name)};
            node.feature = static_cast<std::uint32_t>(found - features.begin());
            node.yes = child(row, 2);
            node.no = child(row, 3);
        }
    }
}

std::uint32_t TreeModel::next(std::uint32_t at, std::span<const float> numbers) const noexcept {
    return numbers[m_nodes[at].feature] <= m_nodes[at].threshold ? m_nodes[at].yes : m_nodes[at].no;
}

/// Of the leaf that the numbers lead to from `at` on.
float TreeModel::value(std::uint32_t at, std::span<const float> numbers) const noexcept {
    while (m_nodes[at].feature != leaf) at = next(at, numbers);
    return m_nodes[at].threshold;
}

float TreeModel::sum(std::span<const float> numbers) const noexcept {
    float sum = m_base;
    for (const auto root : m_roots) sum += value(root, numbers);
    return sum;
}

float TreeModel::probability(std::span<const float> numbers) const noexcept { return 1.0F / (1.0F + std::exp(-sum(numbers))); }

void TreeModel::compare(std::span<const float> a, std::span<const float> b, std::span<float> by_feature) const noexcept {
    for (auto at : m_roots) {
        while (m_nodes[at].feature != leaf && next(at, a) == next(at, b)) at = next(at, a);
        if (m_nodes[at].feature != leaf) by_feature[m_nodes[at].feature] += value(at, a) - value(at, b);
    }
}

} // namespace dateline
