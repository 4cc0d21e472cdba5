// SPDX-License-Identifier: MIT
//
// A chunk is a stretch without white space. Most chunks are letters alone and are one word. The others are read from left to
// right, one token at a time: an address, a number, a word with its clitics, or a sign; what kind it is, its first character
// says. A token never looks back further than its own beginning, nor ahead further than a fixed number of bytes or the end of
// the chunk once a chunk, so that the whole is linear in the length of the text.
#include "tokens/tokeniser.hpp"

#include <algorithm>
#include <array>
#include <cstdint>

#include <dateline/text/utf8.hpp>

#include "tokens/word_key.hpp"

namespace dateline {
namespace {

enum class Kind : std::uint8_t { space, letter, digit, sign };

constexpr std::array<Kind, 128> make_ascii_kinds() {
    std::array<Kind, 128> kinds{};
    for (std::size_t c = 0; c < kinds.size(); ++c) {
        const bool space = c == ' ' || (c >= '\t' && c <= '\r');
        const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
        const bool digit = c >= '0' && c <= '9';
        kinds[c] = space ? Kind::space : letter ? Kind::letter : digit ? Kind::digit : Kind::sign;
    }
    return kinds;
}
constexpr auto ascii_kinds = make_ascii_kinds();

struct Character {
    char32_t value = 0;
    std::uint32_t length = 0; ///< 0 past the end
    Kind kind = Kind::space;
};

constexpr char32_t replacement = 0xFFFD;

/// Marks, joiners and whatever else is neither sign nor space belong to the word that they stand in.
Kind kind_of(char32_t c) noexcept {
    if (c < 0x80) return ascii_kinds[c];
    if (is_letter(c)) return Kind::letter;
    if (is_space(c)) return Kind::space;
    if (is_digit(c)) return Kind::digit;
    if (c == replacement) return Kind::letter; // a damaged word stays a word
    return is_punctuation(c) || is_symbol(c) ? Kind::sign : Kind::letter;
}

constexpr bool is_apostrophe(char32_t c) noexcept { return c == '\'' || c == U'’' || c == '`' || c == U'´'; }
constexpr bool is_hyphen(char32_t c) noexcept { return c == '-' || c == U'‐' || c == U'‑'; }
constexpr bool is_ascii_upper(char c) noexcept { return c >= 'A' && c <= 'Z'; }
constexpr bool is_ascii_lower(char c) noexcept { return c >= 'a' && c <= 'z'; }
constexpr bool is_ascii_digit(char c) noexcept { return c >= '0' && c <= '9'; }
constexpr bool is_ascii_letter(char c) noexcept { return is_ascii_upper(c) || is_ascii_lower(c); }

/// Reads one paragraph, chunk by chunk.
class Scanner {
public:
    Scanner(const Table& rules, const Abbreviations& abbreviations, std::string_view text, Span part, std::vector<Span>& tokens,
            std::vector<TokenRange>& multiwords) noexcept
        : m_rules{rules}, m_abbreviations{abbreviations}, m_text{text.substr(0, part.end)}, m_part{part}, m_tokens{tokens},
          m_multiwords{multiwords} {}

    void run() {
        for (auto at = m_part.begin; at < m_part.end;) {
            const auto c = character(at);
            if (c.kind == Kind::space) {
                at += c.length;
                continue;
            }
            at = read_chunk(at);
        }
    }

private:
    [[nodiscard]] Character character(std::uint32_t at) const noexcept {
        if (at >= m_text.size()) return {};
        const auto byte = static_cast<unsigned char>(m_text[at]);
        if (byte < 0x80) return {byte, 1, ascii_kinds[byte]};
        const auto [value, length] = decode(m_text, at);
        return {value, length, kind_of(value)};
    }
    /// The byte there as a character, 0 past the end: enough where only ASCII matters.
    [[nodiscard]] char byte(std::uint32_t at) const noexcept { return at < m_text.size() ? m_text[at] : '\0'; }
    [[nodiscard]] std::string_view between(std::uint32_t begin, std::uint32_t end) const noexcept { return slice(m_text, {begin, end}); }
    [[nodiscard]] bool in_chunk(std::uint32_t at) const noexcept { return at < m_chunk.end; }

    void emit(std::uint32_t begin, std::uint32_t end) { m_tokens.push_back({begin, end}); }

    /// Reads the chunk that begins at `at`; gives its end.
    std::uint32_t read_chunk(std::uint32_t at) {
        m_chunk = {at, at};
        bool plain = true;
        for (auto c = character(at); c.kind != Kind::space; c = character(m_chunk.end)) {
            plain &= c.kind == Kind::letter;
            m_chunk.end += c.length;
        }
        if (plain) {
            emit_word(m_chunk);
            return m_chunk.end;
        }
        m_address = find_address();
        while (in_chunk(at)) at = read_token(at);
        return at;
    }

    std::uint32_t read_token(std::uint32_t at) {
        if (at == m_address.begin && !m_address.empty()) {
            emit(m_address.begin, m_address.end);
            return m_address.end;
        }
        const auto c = character(at);
        if (c.kind == Kind::digit) return read_number(at);
        if (c.kind == Kind::letter) return read_word(at, at);
        return read_sign(at);
    }

    // Addresses: URLs, e-mail addresses, and names of hosts with a path.

    /// The address in this chunk, empty when there is none. Once a chunk, so it may look at all of it.
    [[nodiscard]] Span find_address() const noexcept {
        const auto chunk = slice(m_text, m_chunk);
        if (chunk.size() < 5) return {};
        auto begin = std::string_view::npos;
        if (const auto scheme = chunk.find("://"); scheme != std::string_view::npos) {
            begin = scheme;
            while (begin > 0 && is_ascii_letter(chunk[begin - 1])) --begin;
            if (begin == scheme) return {};
        } else if (const auto www = chunk.find("www."); www != std::string_view::npos) {
            begin = www;
        } else if (const auto at_sign = chunk.find('@'); at_sign != std::string_view::npos && at_sign > 0) {
            begin = at_sign;
            while (begin > 0 && is_local_part(chunk[begin - 1])) --begin;
            if (begin == at_sign || at_sign + 1 >= chunk.size() || !is_local_part(chunk[at_sign + 1])) return {};
            if (chunk.substr(0, begin).ends_with(mail_scheme)) begin -= mail_scheme.size();
        } else if (const auto slash = chunk.find('/'); slash != std::string_view::npos && slash > 3) {
            begin = host_before(chunk, slash);
        }
        if (begin == std::string_view::npos) return {};
        const auto first = m_chunk.begin + static_cast<std::uint32_t>(begin);
        return {first, address_end(first)};
    }

    static constexpr std::string_view mail_scheme = "mailto:";

    static bool is_local_part(char c) noexcept {
        return is_ascii_letter(c) || is_ascii_digit(c) || c == '.' || c == '_' || c == '-' || c == '+' || c == '%';
    }

    /// Where the host name before the slash begins ("cra.org/…"): small letters after its last dot; npos when it is none.
    static std::size_t host_before(std::string_view chunk, std::size_t slash) noexcept {
        const auto dot = chunk.substr(0, slash).rfind('.');
        if (dot == std::string_view::npos || dot == 0 || slash - dot < 3) return std::string_view::npos;
        if (!std::ranges::all_of(chunk.substr(dot + 1, slash - dot - 1), is_ascii_lower)) return std::string_view::npos;
        auto begin = dot;
        while (begin > 0 && (is_ascii_letter(chunk[begin - 1]) || is_ascii_digit(chunk[begin - 1]) || chunk[begin - 1] == '.' ||
                             chunk[begin - 1] == '-')) {
            --begin;
        }
        return begin == dot ? std::string_view::npos : begin;
    }

    /// An address ends with the chunk, without closing punctuation; a bracket stays if the address opens one itself.
    [[nodiscard]] std::uint32_t address_end(std::uint32_t begin) const noexcept {
        auto end = m_chunk.end;
        if (const auto angle = slice(m_text, {begin, end}).find_first_of("<>\""); angle != std::string_view::npos) {
            end = begin + static_cast<std::uint32_t>(angle);
        }
        auto unopened = std::ranges::count(between(begin, end), ')') - std::ranges::count(between(begin, end), '(');
        while (end > begin + 1) {
            const auto address = between(begin, end);
            if (std::string_view{".,;:!?'`]}"}.find(address.back()) != std::string_view::npos) {
                --end;
            } else if (address.back() == ')' && unopened > 0) {
                --end;
                --unopened;
            } else if (address.ends_with("’") || address.ends_with("”")) {
                end -= 3;
            } else {
                break;
            }
        }
        return end;
    }

    // Numbers.

    std::uint32_t read_number(std::uint32_t at) {
        const auto number = number_end(at);
        auto end = number;
        while (is_ascii_letter(byte(end))) ++end;
        const auto suffix = between(number, end);
        if (suffix.empty()) {
            const auto first = static_cast<std::uint32_t>(m_tokens.size());
            const auto decade = decade_end(at, number);
            emit(at, decade);
            return decade > number ? decade : read_clitics(first, number);
        }
        if (!has_rule(suffix, "unit")) return read_word(at, end);
        emit(at, number);
        return number;
    }

    /// Digits, and the signs that hold digits together: 1,000.5 10:30 11/28/2000 2025-11-06 713-853-3989.
    [[nodiscard]] std::uint32_t number_end(std::uint32_t at) const noexcept {
        const bool hyphens = hyphens_join(at);
        auto end = at;
        for (auto c = character(end); in_chunk(end); c = character(end)) {
            const bool joins = std::string_view{".:/"}.find(byte(end)) != std::string_view::npos || (hyphens && byte(end) == '-') ||
                               (byte(end) == ',' && groups_digits(end));
            if (c.kind != Kind::digit && !(joins && end > at && character(end + 1).kind == Kind::digit)) break;
            end += c.length;
        }
        return end;
    }

    /// A comma before three digits (1,000) or before two and another comma (1,00,000): not a list written without spaces.
    [[nodiscard]] bool groups_digits(std::uint32_t comma) const noexcept {
        std::uint32_t size = 0;
        while (size < 4 && is_ascii_digit(byte(comma + 1 + size))) ++size;
        return size == 3 || (size == 2 && byte(comma + 3) == ',' && is_ascii_digit(byte(comma + 4)));
    }

    /// Whether hyphens between digits are part of the number (dates, telephone numbers) and not a range: three groups or more,
    /// or groups of 3 and 4 or 5 and 4 digits.
    [[nodiscard]] bool hyphens_join(std::uint32_t at) const noexcept {
        constexpr std::uint32_t look_ahead = 40;
        std::array<std::uint32_t, 2> group{};
        std::uint32_t groups = 0;
        std::uint32_t size = 0;
        const auto limit = std::min(m_chunk.end, at + look_ahead);
        for (; at < limit; ++at) {
            if (is_ascii_digit(byte(at))) {
                ++size;
            } else if (byte(at) == '-' && size > 0 && is_ascii_digit(byte(at + 1))) {
                if (groups < group.size()) group[groups] = size;
                ++groups;
                size = 0;
            } else if (byte(at) == '/' || byte(at) == '.') {
                size = 0;
            } else {
                break;
            }
        }
        if (groups >= 2) return true;
        return groups == 1 && size == 4 && (group[0] == 3 || group[0] == 5);
    }

    /// "1990's" is one token, as "1990s" is; "2003's" is a year with a clitic.
    [[nodiscard]] std::uint32_t decade_end(std::uint32_t begin, std::uint32_t end) const noexcept {
        const auto size = end - begin;
        const bool decade = (size == 2 || size == 4) && byte(end - 1) == '0';
        const auto clitic = clitic_length(end);
        return decade && clitic > 0 && between(end, end + clitic).ends_with('s') ? end + clitic : end;
    }

    // Words.

    /// `known`: up to where the caller has seen that it is all one word.
    std::uint32_t read_word(std::uint32_t at, std::uint32_t known) {
        const auto end = word_end(at, known);
        const auto first = static_cast<std::uint32_t>(m_tokens.size());
        if (is_abbreviation(at, end)) {
            emit(at, end + 1);
            return read_clitics(first, end + 1);
        }
        if (byte(end) == '$' && end - at <= 3 && std::ranges::all_of(between(at, end), is_ascii_upper)) { // US$
            emit(at, end + 1);
            return end + 1;
        }
        if ((byte(end) == '!' && has_rule(between(at, end + 1), "whole")) || is_broken_off(at, end)) {
            emit(at, end + 1);
            return end + 1;
        }
        emit_word({at, end});
        return read_clitics(first, end);
    }

    /// "th- the": transcripts write so what a speaker began and left.
    [[nodiscard]] bool is_broken_off(std::uint32_t begin, std::uint32_t hyphen) const noexcept {
        return hyphen - begin <= 2 && byte(hyphen) == '-' && hyphen + 1 == m_chunk.end && begin == m_chunk.begin;
    }

    /// A word without signs, or several that are written as one: "cannot".
    void emit_word(Span word) {
        const auto parts = word.size() <= longest_fused ? parts_of(slice(m_text, word)) : std::string_view{};
        if (parts.empty()) {
            emit(word.begin, word.end);
            return;
        }
        const auto first = static_cast<std::uint32_t>(m_tokens.size());
        for (const char digit : parts) {
            if (digit == ',') continue;
            const auto size = static_cast<std::uint32_t>(digit - '0');
            emit(word.begin, word.begin + size);
            word.begin += size;
        }
        m_multiwords.push_back({first, static_cast<std::uint32_t>(m_tokens.size())});
    }

    /// The clitics that follow the token `first`; gives where they end.
    std::uint32_t read_clitics(std::uint32_t first, std::uint32_t at) {
        const auto begin = at;
        for (auto length = clitic_length(at); length > 0; length = clitic_length(at)) {
            emit(at, at + length);
            at += length;
        }
        if (at > begin) m_multiwords.push_back({first, static_cast<std::uint32_t>(m_tokens.size())});
        return at;
    }

    [[nodiscard]] std::uint32_t word_end(std::uint32_t at, std::uint32_t end) const noexcept {
        for (;;) {
            for (auto c = character(end); c.kind == Kind::letter || c.kind == Kind::digit; c = character(end)) end += c.length;
            if (!in_chunk(end)) return end;
            const auto sign = character(end);
            if (is_apostrophe(sign.value) && end > at + 1 && clitic_length(end - 1) > 0) return end - 1; // do|n't
            if (!joins(at, end, sign)) return end;
            end += sign.length;
        }
    }

    /// Whether the sign at `at` keeps the word that began at `begin` together with what follows.
    [[nodiscard]] bool joins(std::uint32_t begin, std::uint32_t at, Character sign) const noexcept {
        const auto next = character(at + sign.length);
        if (sign.value == '_') return true;
        if (next.kind != Kind::letter && next.kind != Kind::digit) return false;
        if (sign.value == '.') return !lacks_space(begin, at) && !(next.kind == Kind::digit && is_abbreviation(begin, at)); // No.5
        if (is_apostrophe(sign.value)) return next.kind == Kind::letter && clitic_length(at) == 0;
        if (sign.value == '&') return at - begin <= 4 && is_short_capitals(at + 1) && is_ascii_letter(byte(at - 1));
        if (sign.value == '*') return next.kind == Kind::letter;
        if (is_hyphen(sign.value)) return has_rule(between(begin, at), "prefix") || has_rule(between(begin, next_word_end(at + sign.length)), "whole");
        if (sign.value == '/') return has_rule(between(begin, next_word_end(at + 1)), "whole");
        return false;
    }

    /// "end.The": a full stop and a missing space. Not in "Ph.D", "U.S.A" or "example.com".
    [[nodiscard]] bool lacks_space(std::uint32_t begin, std::uint32_t dot) const noexcept {
        return dot - begin >= 3 && is_ascii_lower(byte(dot - 1)) && is_ascii_lower(byte(dot - 2)) && is_ascii_upper(byte(dot + 1)) &&
               !is_ascii_upper(byte(dot + 2));
    }

    /// The second half of "PG&E", "AT&T", "R&D": one or two letters.
    [[nodiscard]] bool is_short_capitals(std::uint32_t at) const noexcept {
        std::uint32_t size = 0;
        while (size <= 2 && is_ascii_letter(byte(at + size))) ++size;
        return size == 1 || size == 2;
    }

    [[nodiscard]] std::uint32_t next_word_end(std::uint32_t at) const noexcept {
        constexpr std::uint32_t longest_whole = 16;
        const auto limit = std::min(m_chunk.end, at + longest_whole);
        while (at < limit && is_ascii_letter(byte(at))) ++at;
        return at;
    }

    /// The length of a clitic that begins at `at`: 's 'm 'd 'll 're 've n't in any case; 0 when there is none.
    [[nodiscard]] std::uint32_t clitic_length(std::uint32_t at) const noexcept {
        const bool negation = (byte(at) | 0x20) == 'n';
        const auto start = negation ? at + 1 : at;
        const auto mark = character(start);
        if (!in_chunk(start) || !is_apostrophe(mark.value)) return 0;
        const auto letters = start + mark.length;
        auto end = letters;
        while (end < letters + 3 && is_ascii_letter(byte(end))) ++end;
        if (character(end).kind == Kind::letter || character(end).kind == Kind::digit) return 0;
        const WordKey key{between(letters, end)};
        const auto clitic = key.view();
        if (negation) return clitic == "t" ? end - at : 0;
        const bool known = clitic == "s" || clitic == "m" || clitic == "d" || clitic == "ll" || clitic == "re" || clitic == "ve";
        return known ? end - at : 0;
    }

    /// Whether the period after the word belongs to it.
    [[nodiscard]] bool is_abbreviation(std::uint32_t begin, std::uint32_t dot) const noexcept {
        if (byte(dot) != '.' || (byte(dot + 1) == '.' && byte(dot + 2) == '.')) return false; // an ellipsis is no period
        const auto word = between(begin, dot);
        const auto kind = m_abbreviations.find(word);
        if (kind && (*kind != Abbreviation::number || is_ascii_digit(next_byte(dot + 1)))) return true;
        if (is_dotted(word)) return true;
        const auto after = byte(dot + 1);
        if (word.size() <= 5 && (after == ',' || after == ';') && is_ascii_letter(word.back())) return true;
        return word.size() == 1 && is_ascii_upper(word[0]) && word != "I" && is_ascii_upper(next_byte(dot + 1));
    }

    /// "U.S", "Ph.D", "a.k.a": parts of at most three letters, one of them a single letter.
    static bool is_dotted(std::string_view word) noexcept {
        bool single = false;
        std::size_t parts = 1;
        std::size_t size = 0;
        for (const char c : word) {
            if (c == '.') {
                single |= size == 1;
                size = 0;
                ++parts;
            } else if (!is_ascii_letter(c) || ++size > 3) {
                return false;
            }
        }
        return parts > 1 && (single || size == 1);
    }

    /// The first byte after white space; 0 at the end of the paragraph.
    [[nodiscard]] char next_byte(std::uint32_t at) const noexcept {
        while (byte(at) == ' ' || byte(at) == '\n') ++at;
        return byte(at);
    }

    // Signs.

    std::uint32_t read_sign(std::uint32_t at) {
        const auto sign = character(at);
        const auto next = character(at + sign.length);
        if (const auto smiley = emoticon_end(at); smiley > at) return emit_until(at, smiley);
        if ((sign.value == '@' || sign.value == '#') && next.kind == Kind::letter) return emit_until(at, word_end(at + 1, at + 1));
        if ((sign.value == '+' || sign.value == '.') && next.kind == Kind::digit && at == m_chunk.begin) return emit_until(at, number_end(at + 1));
        if (is_apostrophe(sign.value)) return read_apostrophe(at, sign);
        return emit_until(at, sign_end(at, sign));
    }

    std::uint32_t emit_until(std::uint32_t at, std::uint32_t end) {
        emit(at, end);
        return end;
    }

    /// A quotation mark, a genitive, or a word that lost its beginning ('em, '90s).
    std::uint32_t read_apostrophe(std::uint32_t at, Character mark) {
        auto end = at + mark.length;
        const auto word = next_word_end(end);
        if (word > end && has_rule(between(end, word), "clipped")) return emit_until(at, word);
        if (at > m_chunk.begin && m_tokens.back().end == at && (byte(at - 1) | 0x20) == 's' && !m_open_quote && character(end).kind != Kind::letter) {
            emit(at, end);
            m_multiwords.push_back({static_cast<std::uint32_t>(m_tokens.size() - 2), static_cast<std::uint32_t>(m_tokens.size())});
            return end;
        }
        if (is_ascii_digit(byte(end)) && is_ascii_digit(byte(end + 1)) && !is_ascii_digit(byte(end + 2))) {
            return emit_until(at, byte(end + 2) == 's' ? end + 3 : end + 2);
        }
        m_open_quote = at == m_chunk.begin;
        if (character(end).value == mark.value) end += mark.length; // '' and ``
        return emit_until(at, end);
    }

    /// Signs that are written several times are one token: ... -- !!! ===
    [[nodiscard]] std::uint32_t sign_end(std::uint32_t at, Character sign) const noexcept {
        auto end = at + sign.length;
        if (std::string_view{".!?"}.find(byte(at)) != std::string_view::npos) {
            while (byte(end) == '.' || byte(end) == '!' || byte(end) == '?') ++end;
            return end;
        }
        if (std::string_view{"-*=_~+|"}.find(byte(at)) != std::string_view::npos) {
            while (byte(end) == byte(at)) ++end;
            return end;
        }
        if ((byte(at) == '<' || byte(at) == '>') && byte(end) == byte(at)) return end + 1;
        return sign.value < 0x80 ? end : emoji_end(end);
    }

    /// Variation selectors, skin tones and whatever a zero-width joiner adds to a pictograph.
    [[nodiscard]] std::uint32_t emoji_end(std::uint32_t end) const noexcept {
        constexpr char32_t joiner = 0x200D;
        constexpr char32_t variation = 0xFE0F;
        for (auto c = character(end); in_chunk(end); c = character(end)) {
            const bool skin = c.value >= 0x1F3FB && c.value <= 0x1F3FF;
            if (c.value != joiner && c.value != variation && !skin) break;
            end += c.length;
            if (c.value == joiner) end += character(end).length;
        }
        return std::min(end, m_chunk.end);
    }

    /// The end of an emoticon at `at`, or `at` itself. It ends the chunk or stands before other punctuation.
    [[nodiscard]] std::uint32_t emoticon_end(std::uint32_t at) const noexcept {
        constexpr std::uint32_t longest = 4;
        for (auto end = std::min(m_chunk.end, at + longest); end >= at + 2; --end) {
            if (end < m_chunk.end && character(end).kind != Kind::sign) continue;
            if (has_rule(between(at, end), "emoticon")) return end;
        }
        return at;
    }

    // The table.

    static constexpr std::uint32_t longest_fused = 8;

    [[nodiscard]] std::string_view parts_of(std::string_view word) const noexcept {
        for (const auto row : m_rules.find(WordKey{word}.view())) {
            if (m_rules.cell(row, 1) == "fused") return m_rules.cell(row, 2);
        }
        return {};
    }

    [[nodiscard]] bool has_rule(std::string_view word, std::string_view kind) const noexcept {
        const auto rows = m_rules.find(WordKey{word}.view());
        return std::ranges::any_of(rows, [&](std::uint32_t row) { return m_rules.cell(row, 1) == kind; });
    }

    const Table& m_rules;
    const Abbreviations& m_abbreviations;
    std::string_view m_text; ///< up to the end of the paragraph
    Span m_part;
    Span m_chunk;
    Span m_address;
    bool m_open_quote = false; ///< a single quotation mark has been opened
    std::vector<Span>& m_tokens;
    std::vector<TokenRange>& m_multiwords;
};

} // namespace

Tokeniser::Tokeniser(const Knowledge& knowledge) : m_rules{knowledge.table("token_rules")}, m_abbreviations{knowledge} {}

void Tokeniser::tokenise(std::string_view text, Span part, std::vector<Span>& tokens, std::vector<TokenRange>& multiwords) const {
    Scanner{m_rules, m_abbreviations, text, part, tokens, multiwords}.run();
}

} // namespace dateline
