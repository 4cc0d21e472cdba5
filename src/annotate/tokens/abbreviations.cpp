// SPDX-License-Identifier: MIT
#include "tokens/abbreviations.hpp"

#include <algorithm>

#include "tokens/word_key.hpp"

namespace dateline {
namespace {

std::optional<Abbreviation> parse_kind(std::string_view name) noexcept {
    if (name == "title") return Abbreviation::title;
    if (name == "number") return Abbreviation::number;
    if (name == "inner") return Abbreviation::inner;
    if (name == "end") return Abbreviation::end;
    return std::nullopt;
}

} // namespace

Abbreviations::Abbreviations(const Knowledge& knowledge) : m_table{knowledge.table("abbreviations")} {}

std::optional<Abbreviation> Abbreviations::find(std::string_view word) const noexcept {
    const WordKey lower{word};
    auto rows = m_table.find(lower.view());
    if (rows.empty() && !word.empty() && word[0] >= 'A' && word[0] <= 'Z') rows = m_table.find(lower.capitalised().view());
    for (const auto row : rows) {
        if (const auto kind = parse_kind(m_table.cell(row, 1))) return kind;
    }
    return std::nullopt;
}

bool Abbreviations::opens_sentence(std::string_view word) const noexcept {
    if (word.empty() || word[0] < 'A' || word[0] > 'Z') return false;
    const auto rows = m_table.find(WordKey{word}.view());
    return std::ranges::any_of(rows, [&](std::uint32_t row) { return m_table.cell(row, 1) == "opener"; });
}

} // namespace dateline
