// SPDX-License-Identifier: MIT
#include "tokens/abbreviations.hpp"

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
    if (rows.empty()) return std::nullopt;
    return parse_kind(m_table.cell(rows.front(), 1));
}

} // namespace dateline
