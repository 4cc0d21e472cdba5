// SPDX-License-Identifier: MIT
#include "dateline_line.hpp"

#include <algorithm>
#include <array>
#include <cctype>

#include <dateline/text/fold.hpp>
#include <dateline/text/utf8.hpp>

#include "page_date.hpp"
#include "text_shape.hpp"

namespace dateline {
namespace {

constexpr std::size_t longest_dateline = 90; // bytes
constexpr std::size_t longest_byline = 120;

struct Cut {
    std::size_t end = std::string_view::npos; ///< where the dateline ends
    bool colon = false;
};

/// The dash, or the colon as Indian papers have it, that parts a dateline from the text.
Cut find_cut(std::string_view text) {
    constexpr std::array<std::string_view, 6> dashes{" - ", " \u2013 ", "\u2014", " -- ", "--", " \u2014"};
    Cut cut;
    for (const auto dash : dashes) cut.end = std::min(cut.end, text.find(dash));
    const auto colon = text.find(": ");
    if (colon < cut.end) cut = {.end = colon, .colon = true};
    return cut;
}

bool is_shouted(std::string_view word) {
    std::size_t letters = 0;
    for (std::size_t i = 0; i < word.size();) {
        const auto [c, length] = decode(word, i);
        if (is_lower(c)) return false;
        letters += is_letter(c) ? 1U : 0U;
        i += length;
    }
    return letters >= 2;
}

/// "TOKYO", "UNITED NATIONS", "ST. PETERSBURG": the place in capitals, up to a comma or bracket.
bool starts_with_shouted_place(std::string_view head) {
    const auto place = head.substr(0, head.find_first_of(",(["));
    std::size_t letters = 0;
    for (std::size_t begin = 0; begin < place.size();) {
        const auto end = std::min(place.find(' ', begin), place.size());
        const auto word = place.substr(begin, end - begin);
        begin = end + 1;
        if (word.empty()) continue;
        if (!is_shouted(word)) return false;
        letters += word.size();
    }
    return letters >= 3;
}

/// "(Reuters)", "[India]", "(AP)" as the last thing.
bool ends_with_agency(std::string_view head) {
    if (!head.ends_with(')') && !head.ends_with(']')) return false;
    const auto open = head.find_last_of("([");
    return open != std::string_view::npos && head.size() - open <= 32 && open + 2 < head.size();
}

/// "March 3", "3 Mar", "Nov. 6, 2025" after the last comma or two.
bool ends_with_day(std::string_view head) {
    const auto comma = head.find(',');
    if (comma == std::string_view::npos) return false;
    auto rest = std::string{head.substr(comma + 1)};
    if (const auto bracket = rest.find_first_of("(["); bracket != std::string::npos) rest.resize(bracket);
    return !find_page_dates(rest + " 2000", {}).empty() || !find_page_dates(rest, {}).empty();
}

} // namespace

std::string_view find_dateline(std::string_view text) {
    const auto window = text.substr(0, std::min(text.find('\n'), longest_dateline + 8));
    const auto [end, colon] = find_cut(window);
    if (end == std::string_view::npos || end > longest_dateline || end == 0) return {};
    auto head = window.substr(0, end);
    while (head.ends_with(' ')) head.remove_suffix(1);
    if (head.empty() || !(is_upper(decode(head, 0).value) || head.starts_with('('))) return {};
    const bool place = starts_with_shouted_place(head);
    const bool agency = ends_with_agency(head);
    if (colon) return place || (agency && ends_with_day(head)) ? head : std::string_view{};
    return place || agency || ends_with_day(head) ? head : std::string_view{};
}

std::string tidy_byline(std::string_view line) {
    auto text = tidy(line);
    const auto folded = lower(text);
    for (const std::string_view lead : {"written by ", "by: ", "by ", "author: ", "reported by ", "story by "}) {
        if (folded.starts_with(lead)) {
            text.erase(0, lead.size());
            break;
        }
    }
    auto end = std::string::npos;
    const auto dates = find_page_dates(text, {});
    if (!dates.empty()) end = std::min<std::size_t>(end, dates.front().span.begin);
    for (const std::string_view stop : {"|", "\u00B7", " Published", " Updated", " Posted", " - ", " \u2014 ", " \u2022 ", " on "}) end = std::min(end, text.find(stop));
    if (end != std::string::npos) text.resize(end);
    while (!text.empty() && (text.back() == ' ' || text.back() == ',' || text.back() == '-' || text.back() == '(')) text.pop_back();
    const auto shape = measure(text);
    const bool names = shape.words >= 1 && shape.words <= 14 && shape.capitalised >= 0.5F && text.size() <= longest_byline;
    return names ? text : std::string{};
}

bool is_date_alone(std::string_view text, const TextShape& shape) {
    constexpr float most_words = 12;
    if (shape.words > most_words) return false;
    std::size_t words_left = 0; // beside the dates
    std::size_t behind = 0;
    const auto dates = find_page_dates(text, {});
    const auto count = [&](std::size_t begin, std::size_t end) { words_left += words_of(text.substr(begin, end - begin)).size(); };
    for (const auto& date : dates) {
        count(behind, date.span.begin);
        behind = date.span.end;
    }
    count(behind, text.size());
    return !dates.empty() && words_left <= 1; // a weekday, "on"
}

bool is_byline(const TextShape& shape) noexcept {
    constexpr float most_words = 20;
    return shape.starts_by && shape.words <= most_words && !shape.ends_sentence;
}

} // namespace dateline
