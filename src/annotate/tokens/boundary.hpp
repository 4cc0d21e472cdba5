// SPDX-License-Identifier: MIT
//
// What the sentence splitter looks at where two tokens meet. The same code serves training and use.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include <dateline/core/document.hpp>

#include "tokens/abbreviations.hpp"

namespace dateline {

/// The hashed features of one boundary.
struct BoundaryFeatures {
    static constexpr std::size_t capacity = 40;

    std::array<std::uint32_t, capacity> hashes{};
    std::size_t count = 0;
};

/// The boundaries between the tokens of one paragraph.
class BoundaryReader {
public:
    /// Requires a part that is not empty; keeps nothing of the arguments.
    BoundaryReader(std::string_view text, const std::vector<Span>& tokens, TokenRange part, const Abbreviations& abbreviations);

    /// Whether a sentence may end after token `t` at all: it is a stop or closes one, or no small letter follows it.
    /// Requires t + 1 < part.end.
    [[nodiscard]] bool is_candidate(std::uint32_t t) const noexcept;

    /// What a sentence would end with, if it ended after token `t`.
    enum class Ending : std::uint8_t { stop, abbreviation, abbreviation_before_opener, word };
    [[nodiscard]] Ending ending(std::uint32_t t) const noexcept;

    /// The features of the boundary after token `t` of a sentence that began at `sentence_begin`; requires t + 1 < part.end.
    [[nodiscard]] BoundaryFeatures features(std::uint32_t t, std::uint32_t sentence_begin) const noexcept;

private:
    /// What a token looks like.
    enum class Shape : std::uint8_t {
        outside, lower, capital, upper, initial, mixed, number, abbreviation, title, address, period, question, ellipsis,
        comma, colon, semicolon, dash, opening, closing, quote, symbol
    };
    struct Token {
        std::uint32_t word = 0; ///< hash of the form in lower case
        Shape shape = Shape::outside;
        std::uint8_t length = 0;     ///< in bytes, up to 255
        std::uint8_t open = 0;       ///< brackets and quotation marks that are open after it
        bool space_before = false;
        bool opens = false; ///< only looked up after an abbreviation
    };

    static Shape shape_of(std::string_view form, const Abbreviations& abbreviations) noexcept;
    static bool stops(Shape shape) noexcept;
    void read_layout() noexcept;
    void find_dateline() noexcept;
    /// Any position; outside the paragraph there is an empty token.
    [[nodiscard]] const Token& at(std::int64_t t) const noexcept;

    TokenRange m_part;
    std::vector<Token> m_tokens;
    std::uint32_t m_dateline_dash = 0; ///< the dash after "TOKYO, March 3 (Reuters)" that begins the paragraph; 0 when there is none
    std::uint32_t m_capitals = 0; ///< how many in ten of the paragraph's words begin with a capital
};

} // namespace dateline
