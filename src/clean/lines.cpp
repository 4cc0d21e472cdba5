// SPDX-License-Identifier: MIT
#include "lines.hpp"

#include <algorithm>
#include <numeric>
#include <string>
#include <unordered_map>

#include <dateline/knowledge/table.hpp>
#include <dateline/text/fold.hpp>

#include "hash_map.hpp"
#include "tree_batch.hpp"

namespace dateline {
namespace {

constexpr std::size_t title_reach = 40; // lines before the first prose in which a title may stand

std::vector<Piece> pieces_of(const std::vector<Line>& lines) {
    std::vector<Piece> pieces;
    pieces.reserve(lines.size());
    for (const auto& line : lines) pieces.push_back({.words = line.words, .shape = &line.shape, .repeats = static_cast<float>(line.repeats)});
    return pieces;
}

void count_repeats(std::vector<Line>& lines) {
    std::unordered_map<std::string_view, std::uint32_t> counts;
    for (const auto& line : lines) ++counts[line.text];
    for (auto& line : lines) line.repeats = counts[line.text] - 1;
}

/// In sorted order a line that others start with stands right before one of them.
void find_starts(std::vector<Line>& lines) {
    std::vector<std::size_t> order(lines.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::sort(order, {}, [&](std::size_t i) { return std::string_view{lines[i].text}; });
    for (std::size_t k = order.size(); k-- > 1;) {
        const auto& next = lines[order[k]];
        auto& line = lines[order[k - 1]];
        const bool longer = next.text.size() > line.text.size() && next.text.starts_with(line.text) && next.text[line.text.size()] == ' ';
        line.starts_other = longer || (next.starts_other && next.text == line.text);
    }
}

const TreeBatch& first_model() {
    static const TreeBatch model{TreeModel{Knowledge::built_in().table("line_trees_first"), line_feature_names()}};
    return model;
}

const TreeBatch& second_model() {
    static const TreeBatch model{TreeModel{Knowledge::built_in().table("line_trees_second"), line_feature_names(Look::second)}};
    return model;
}

/// The words of all prose lines.
HashMap<bool> words_of_prose(const std::vector<Line>& lines) {
    HashMap<bool> words;
    for (const auto& line : lines) {
        if (!line.shape.is_prose()) continue;
        for (const auto word : line.words) words[word.hash] = true;
    }
    return words;
}

} // namespace

std::vector<Line> split_lines(std::string_view text) {
    std::vector<Line> lines;
    bool blank = true;
    for (std::size_t begin = 0; begin <= text.size();) {
        const auto end = std::min(text.find('\n', begin), text.size());
        auto tidied = tidy(text.substr(begin, end - begin));
        begin = end + 1;
        if (tidied.empty()) {
            blank = true;
            if (!lines.empty()) lines.back().blank_after = true;
            continue;
        }
        auto& line = lines.emplace_back();
        line.shape = measure(tidied, line.words);
        line.text = std::move(tidied);
        line.blank_before = blank;
        blank = false;
    }
    if (!lines.empty()) lines.back().blank_after = true;
    count_repeats(lines);
    find_starts(lines);
    return lines;
}

std::optional<std::size_t> find_title(const std::vector<Line>& lines, std::string_view given_title) {
    if (!given_title.empty()) {
        const auto wanted = fold(given_title);
        const auto found = std::ranges::find_if(lines, [&](const Line& line) { return fold(line.text) == wanted; });
        if (found != lines.end()) return static_cast<std::size_t>(found - lines.begin());
    }
    const auto prose = std::ranges::find_if(lines, [](const Line& line) { return line.shape.is_prose(); });
    const auto prose_at = static_cast<std::size_t>(prose - lines.begin());
    const auto spoken_of = words_of_prose(lines);
    const auto is_long = [](Word word) { return word.size > 3; };
    const auto first_line = lines.empty() ? std::string{} : fold(lines.front().text);

    std::optional<std::size_t> best;
    double best_score = 1.5;
    for (std::size_t i = prose_at > title_reach ? prose_at - title_reach : 0; i < prose_at; ++i) {
        const auto& line = lines[i];
        const auto& words = line.words;
        if (words.size() < 3 || words.size() > 35 || line.shape.heading != 0 || line.shape.starts_by) continue;
        const auto long_words = std::ranges::count_if(words, is_long);
        const auto known = std::ranges::count_if(words, [&](Word word) { return is_long(word) && spoken_of.contains(word.hash); });
        double score = 3.0 * static_cast<double>(known) / static_cast<double>(std::max<std::ptrdiff_t>(long_words, 2));
        score += words.size() >= 5 ? 0.7 : 0.0;
        score += i > 0 && first_line.starts_with(fold(line.text)) ? 1.5 : 0.0;          // the first line of a dump is the page's <title>
        score += line.repeats >= 1 && line.repeats <= 4 ? 0.4 : 0.0;
        score -= line.shape.ends_sentence && words.size() > 12 ? 1.0 : 0.0;
        score -= line.shape.separators > 0 ? 0.8 : 0.0;
        score -= line.shape.furniture > 2 || line.shape.has_clock || line.shape.has_address ? 1.0 : 0.0;
        score -= 0.01 * static_cast<double>(prose_at - i);
        if (score > best_score) {
            best_score = score;
            best = i;
        }
    }
    return best;
}

std::vector<std::string_view> line_feature_names(Look look) {
    std::vector<std::string_view> names{shape_names.begin(), shape_names.end()};
    names.insert(names.end(), {"blank_before", "blank_after", "starts_other"});
    names.insert(names.end(), context_names().begin(), context_names().end());
    if (look == Look::second) names.insert(names.end(), opinion_names().begin(), opinion_names().end());
    return names;
}

std::vector<std::vector<float>> line_features(const std::vector<Line>& lines, std::optional<std::size_t> title) {
    std::vector<std::vector<float>> rows(lines.size());
    for (std::size_t i = 0; i < lines.size(); ++i) {
        append_numbers(lines[i].shape, rows[i]);
        rows[i].insert(rows[i].end(), {lines[i].blank_before ? 1.0F : 0.0F, lines[i].blank_after ? 1.0F : 0.0F, lines[i].starts_other ? 1.0F : 0.0F});
    }
    add_context(pieces_of(lines), title, rows);
    return rows;
}

void add_line_opinions(const std::vector<Line>& lines, std::span<const float> first, std::vector<std::vector<float>>& rows) {
    add_opinions(pieces_of(lines), first, rows);
}

void judge_lines(std::vector<Line>& lines, std::optional<std::size_t> title) {
    auto rows = line_features(lines, title);
    add_line_opinions(lines, first_model().probabilities(rows), rows);
    const auto body = second_model().probabilities(rows);
    for (std::size_t i = 0; i < lines.size(); ++i) {
        lines[i].body = body[i];
        const bool fragment = lines[i].starts_other && !lines[i].shape.ends_sentence && !lines[i].shape.ends_colon;
        lines[i].kept = lines[i].body >= 0.5F && !fragment;
    }
}

} // namespace dateline
