// SPDX-License-Identifier: MIT
//
// The text dump of a page, line by line: which lines are the article?
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "context.hpp"
#include "text_shape.hpp"

namespace dateline {

struct Line {
    std::string text; ///< tidied
    std::vector<Word> words;
    TextShape shape;
    bool blank_before = false;    ///< an empty line, or the start, stands before it
    bool blank_after = false;
    std::uint32_t repeats = 0;    ///< how many other lines are the same
    bool starts_other = false;    ///< another line starts with this one and goes on: a caption, a teaser
    float body = 0;               ///< from the classifier: 0 furniture, 1 article
    bool kept = false;
};

/// The lines of `text` that are not empty.
[[nodiscard]] std::vector<Line> split_lines(std::string_view text);

/// The line that is the page's title, if one looks so: it stands before the prose, and the prose speaks of the same things.
[[nodiscard]] std::optional<std::size_t> find_title(const std::vector<Line>& lines, std::string_view given_title);

/// Sets `body` and `kept` of every line.
void judge_lines(std::vector<Line>& lines, std::optional<std::size_t> title);

/// What the classifiers see of every line, row by row, and the names of it. The second sees too what the first thought of the lines.
[[nodiscard]] std::vector<std::string_view> line_feature_names(Look look = Look::first);
[[nodiscard]] std::vector<std::vector<float>> line_features(const std::vector<Line>& lines, std::optional<std::size_t> title);
void add_line_opinions(const std::vector<Line>& lines, std::span<const float> first, std::vector<std::vector<float>>& rows);

} // namespace dateline
