// SPDX-License-Identifier: MIT
//
// "may", "march", "sun", "second", "fall": words that are time expressions only in some company.
#pragma once

#include <bitset>
#include <span>
#include <string_view>

#include "expression.hpp"
#include "lexer.hpp"

namespace dateline::time {

/// A month without its capital where only a month makes sense: "in may", "between august and october".
[[nodiscard]] bool is_led_month(std::span<const Atom> atoms, std::uint32_t i, std::string_view text) noexcept;

/// Which years a text surely names, with a month or after a preposition: "1781" alone is a year where "in 1783" is told of.
class KnownYears {
public:
    explicit KnownYears(std::span<const Atom> atoms);
    /// Is the year, or one close to it, surely named?
    [[nodiscard]] bool near(int year) const;

private:
    static constexpr std::size_t end_year = 2100;
    std::bitset<end_year> m_years;
};

/// Is the match made of ordinary words in their ordinary sense ("he may", "a march", "the second man", "2,000")?
[[nodiscard]] bool is_ordinary(const Match& match, const Node& node, std::span<const Atom> atoms, const KnownYears& years,
                               std::string_view text);

} // namespace dateline::time
