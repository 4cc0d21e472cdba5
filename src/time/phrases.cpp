// SPDX-License-Identifier: MIT
#include "phrases.hpp"

#include <algorithm>
#include <array>
#include <charconv>

#include <dateline/knowledge/table.hpp>

#include "calendar.hpp"

namespace dateline::time {
namespace {

const Table& holiday_table() {
    static const Table table = Knowledge::built_in().table("time_holidays");
    return table;
}

constexpr char to_lower(char c) noexcept { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c; }

bool equals_lower(std::string_view text, std::string_view lower_words) noexcept {
    return std::ranges::equal(text, lower_words, {}, to_lower);
}

/// A phrase's apostrophes are the plain ones; the text's may be typographic.
bool same_word(std::string_view text, std::string_view word) noexcept {
    constexpr std::string_view curly = "\xE2\x80\x99";
    if (text.starts_with(curly) && word.starts_with('\'')) return equals_lower(text.substr(curly.size()), word.substr(1));
    return equals_lower(text, word);
}

/// "new year's eve" -> new | year | 's | eve, as the lexer cuts.
std::vector<std::string_view> split(std::string_view text) {
    std::vector<std::string_view> words;
    std::size_t begin = 0;
    for (std::size_t i = 0; i <= text.size(); ++i) {
        const bool space = i == text.size() || text[i] == ' ';
        const bool mark = !space && (text[i] == '\'' || text[i] == '-' || text[i] == '.');
        if (!space && !mark) continue;
        if (i > begin) words.push_back(text.substr(begin, i - begin));
        if (mark && text[i] != '\'') words.push_back(text.substr(i, 1));
        begin = mark && text[i] == '\'' ? i : i + 1;
    }
    return words;
}

/// Gauss's rule for the western Easter, in the form of Meeus, Jones and Butcher.
Day easter(int year) {
    const int a = year % 19;
    const int b = year / 100;
    const int c = year % 100;
    const int d = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
    const int e = (32 + 2 * (b % 4) + 2 * (c / 4) - d - c % 4) % 7;
    const int f = d + e - 7 * ((a + 11 * d + 22 * e) / 451) + 114;
    return Day{date::year{year} / (f / 31) / (f % 31 + 1)};
}

int number(std::string_view text) {
    if (text.starts_with('+')) text.remove_prefix(1);
    int value = 0;
    std::from_chars(text.data(), text.data() + text.size(), value);
    return value;
}

} // namespace

Phrases::Phrases() {
    const auto fixed = Knowledge::built_in().table("time_phrases");
    for (std::uint32_t row = 0; row < fixed.rows(); ++row) {
        const auto kind = fixed.cell(row, 1) == "quantifier" ? Phrase::Kind::quantifier : Phrase::Kind::fixed;
        add(fixed.cell(row, 0), kind, row, fixed.cell(row, 2));
    }
    const auto& holidays = holiday_table();
    for (std::uint32_t row = 0; row < holidays.rows(); ++row) {
        add(holidays.cell(row, 0), Phrase::Kind::holiday, row, holidays.cell(row, 1));
    }
    for (auto& [first, phrases] : m_by_first) {
        std::ranges::stable_sort(phrases, std::ranges::greater{}, [](const Phrase& p) { return p.words.size(); });
    }
}

const Phrases& Phrases::built_in() {
    static const Phrases phrases;
    return phrases;
}

void Phrases::add(std::string_view text, Phrase::Kind kind, std::uint32_t row, std::string_view value) {
    auto words = split(text);
    if (words.empty()) return;
    const auto first = words.front();
    const bool capital = kind == Phrase::Kind::holiday && holiday_table().cell(row, 2) == "capital";
    m_by_first[first].push_back({std::move(words), kind, row, capital, value});
}

const Phrase* Phrases::find(std::span<const Atom> atoms, std::string_view text, std::uint32_t i) const {
    if (i >= atoms.size()) return nullptr;
    std::array<char, 16> first{};
    const auto word = slice(text, atoms[i].span);
    if (atoms[i].kind != Atom::Kind::word || word.size() > first.size()) return nullptr;
    std::ranges::transform(word, first.begin(), to_lower);
    const auto found = m_by_first.find({first.data(), word.size()});
    if (found == m_by_first.end()) return nullptr;
    for (const auto& phrase : found->second) {
        if (phrase.words.size() > atoms.size() - i) continue;
        const auto matches = [&] {
            for (std::size_t k = 1; k < phrase.words.size(); ++k) {
                if (!same_word(slice(text, atoms[i + k].span), phrase.words[k])) return false;
            }
            return true;
        };
        if (matches()) return &phrase;
    }
    return nullptr;
}

std::string_view Phrases::holiday_name(std::uint32_t row) { return holiday_table().cell(row, 0); }

std::optional<Day> Phrases::holiday_in(std::uint32_t row, int year) const {
    if (year < first_year || year > last_year) return std::nullopt;
    auto rule = holiday_table().cell(row, 1); // see the head of the table
    const auto plus = rule.find('+');
    const auto offset = date::days{plus == std::string_view::npos ? 0 : number(rule.substr(plus))};
    rule = rule.substr(0, plus);
    if (rule == "easter") return easter(year) + offset;
    const auto month = static_cast<unsigned>(number(rule.substr(0, 2)));
    const auto rest = rule.substr(3);
    if (rule[2] == '-') return make_day(year, month, static_cast<unsigned>(number(rest)));
    const auto weekday = date::weekday{static_cast<unsigned>(number(rest.substr(0, 1))) % 7U};
    const auto count = number(rest.substr(2));
    const auto in_month = date::year{year} / date::month{month};
    const auto day = count < 0 ? Day{in_month / weekday[date::last]} : Day{in_month / weekday[static_cast<unsigned>(count)]};
    return day + offset;
}

} // namespace dateline::time
