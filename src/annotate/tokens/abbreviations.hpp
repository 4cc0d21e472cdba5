// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include <dateline/knowledge/table.hpp>

namespace dateline {

/// What the table data/knowledge/abbreviations.tsv says of a word that a period follows.
enum class Abbreviation : std::uint8_t { title, number, inner, end };

class Abbreviations {
public:
    explicit Abbreviations(const Knowledge& knowledge);

    /// `word` without its final period.
    [[nodiscard]] std::optional<Abbreviation> find(std::string_view word) const noexcept;

    /// Whether the word, with a capital after an abbreviation, shows that the abbreviation ended a sentence: "the U.S. The envoy".
    [[nodiscard]] bool opens_sentence(std::string_view word) const noexcept;

private:
    Table m_table;
};

} // namespace dateline
