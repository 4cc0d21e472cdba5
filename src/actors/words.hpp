// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <dateline/core/document.hpp>

namespace dateline::actors {

/// What the finder asks of every token, made once a document: its key (folded letters and digits, as the tables have them) and
/// how it is written.
class Words {
public:
    explicit Words(const Document& document);

    /// Folded letters and digits of the token, nothing else: "U.S." gives "us", "'s" gives "s", "," nothing.
    [[nodiscard]] std::string_view key(std::uint32_t t) const noexcept { return slice(m_keys, m_key[t]); }
    [[nodiscard]] bool has_letter(std::uint32_t t) const noexcept { return (m_shape[t] & letter) != 0; }
    [[nodiscard]] bool capital(std::uint32_t t) const noexcept { return (m_shape[t] & first_upper) != 0; }
    [[nodiscard]] bool all_capitals(std::uint32_t t) const noexcept { return (m_shape[t] & only_upper) != 0; }
    [[nodiscard]] bool dotted(std::uint32_t t) const noexcept { return (m_shape[t] & has_dot) != 0; }
    /// A hyphen, apostrophe, slash or dot that stands between the words of one name.
    [[nodiscard]] bool joint(std::uint32_t t) const noexcept { return (m_shape[t] & joins) != 0; }
    /// "'s" or an apostrophe alone.
    [[nodiscard]] bool possessive(std::uint32_t t) const noexcept { return (m_shape[t] & owns) != 0; }
    /// The token stands in a sentence written in capitals only, or in a headline with a capital on every longer word:
    /// there capitals tell nothing.
    [[nodiscard]] bool shouted(std::uint32_t t) const noexcept { return (m_shape[t] & in_capitals) != 0; }
    [[nodiscard]] bool in_title_case(std::uint32_t t) const noexcept { return (m_shape[t] & in_title) != 0; }

private:
    static constexpr std::uint8_t letter = 1, first_upper = 2, only_upper = 4, has_dot = 8, in_capitals = 16, in_title = 32,
                                  joins = 64, owns = 128;

    void read_token(std::string_view form);
    void mark_sentence(const Sentence& sentence);

    std::string m_keys; ///< of all tokens, one after the other
    std::vector<Span> m_key;
    std::vector<std::uint8_t> m_shape;
};

} // namespace dateline::actors
