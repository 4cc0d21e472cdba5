// SPDX-License-Identifier: MIT
#include "lexicon.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <string>

#include <dateline/core/error.hpp>
#include <dateline/knowledge/table.hpp>

namespace dateline::time {
namespace {

constexpr std::array<std::string_view, word_class_count> class_names{
    "number", "scale", "ordinal", "ordinal_suffix", "month", "weekday", "weekdays", "abbreviation", "unit", "units", "part", "parts",
    "noon", "season", "seasons", "day", "tonight", "last", "elapsed", "previous", "next", "following", "this", "that", "latest", "recent", "the",
    "owner", "article", "these", "vague", "more", "half", "edge", "edge_adjective", "edge_adverb", "ago", "shift_focus", "shift_word", "every",
    "per", "frequency", "meridiem", "era", "approximately", "fiscal", "decade_word", "of", "preposition", "and", "to", "possessive",
    "plural_s", "period", "ordinary", "future_cue", "expectation", "bare_be", "deadline", "numbered", "coming", "past_cue", "prospect", "measure",
    "final", "opening", "closing", "negation", "age", "times", "hour_lead", "month_lead", "between"};
constexpr std::array<std::string_view, 7> part_codes{"", "MO", "MI", "AF", "EV", "NI", "DT"};
constexpr std::array<std::string_view, 4> season_codes{"SP", "SU", "FA", "WI"};
constexpr std::array<std::string_view, 4> edge_codes{"", "START", "MID", "END"};

template <class Enum, std::size_t size>
Enum parse(const std::array<std::string_view, size>& codes, std::string_view code) {
    const auto* const at = std::ranges::find(codes, code);
    if (at == codes.end()) throw Error{Error::Kind::internal, "time_words", "unknown code " + std::string{code}};
    return static_cast<Enum>(at - codes.begin());
}

std::int16_t parse_number(std::string_view text) {
    std::int16_t number = 0;
    std::from_chars(text.data(), text.data() + text.size(), number);
    return number;
}

void add_reading(Word& word, WordClass word_class, std::string_view value) {
    word.add(word_class);
    switch (word_class) {
    case WordClass::unit:
    case WordClass::units: word.unit = parse_unit(value).value_or(Unit::day); break;
    case WordClass::part:
    case WordClass::parts:
    case WordClass::tonight: word.part = parse<Part>(part_codes, value); break;
    case WordClass::season:
    case WordClass::seasons: word.season = parse<Season>(season_codes, value); break;
    case WordClass::edge:
    case WordClass::edge_adjective:
    case WordClass::edge_adverb: word.edge = parse<Edge>(edge_codes, value); break;
    case WordClass::frequency:
    case WordClass::meridiem:
    case WordClass::era: word.code = value; break;
    default:
        if (value != "-") word.value = parse_number(value);
    }
}

} // namespace

Lexicon::Lexicon() {
    const auto table = Knowledge::built_in().table("time_words");
    m_words.reserve(table.rows());
    for (std::uint32_t row = 0; row < table.rows(); ++row) {
        const auto text = table.cell(row, 0);
        add_reading(m_words[text], parse<WordClass>(class_names, table.cell(row, 1)), table.cell(row, 2));
        m_longest = std::max(m_longest, text.size());
    }
}

const Lexicon& Lexicon::built_in() {
    static const Lexicon lexicon;
    return lexicon;
}

const Word& Lexicon::find(std::string_view lower) const noexcept {
    static constexpr Word unknown{};
    const auto at = m_words.find(lower);
    return at == m_words.end() ? unknown : at->second;
}

} // namespace dateline::time
