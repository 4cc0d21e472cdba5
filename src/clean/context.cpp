// SPDX-License-Identifier: MIT
#include "context.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <string>
#include <unordered_map>
#include <unordered_set>

#include <fmt/format.h>

namespace dateline {
namespace {

constexpr std::array<int, 6> neighbours{-3, -2, -1, 1, 2, 3};
constexpr float far = 60; // pieces; beyond that it makes no difference

/// A stretch of pieces with no more than `gap` that do not count between two that do, and how many characters those have.
struct Run {
    std::size_t begin = 0;
    std::size_t end = 0; ///< one past the last that counts
    float weight = 0;
};

Run heaviest_run(std::span<const float> weights, std::size_t gap) {
    Run best;
    Run current;
    bool open = false;
    for (std::size_t i = 0; i < weights.size(); ++i) {
        if (weights[i] <= 0) continue;
        if (!open || i - current.end >= gap) current = {.begin = i, .end = i, .weight = 0};
        open = true;
        current.end = i + 1;
        current.weight += weights[i];
        if (current.weight > best.weight) best = current;
    }
    return best;
}

/// Pieces before the run as a negative number, behind it as a positive one, 0 inside.
float distance_to(const Run& run, std::size_t i) {
    if (i < run.begin) return std::max(-far, -static_cast<float>(run.begin - i));
    if (i >= run.end) return std::min(far, static_cast<float>(i - run.end + 1));
    return 0;
}

/// For every piece, how many pieces back (or ahead) the last is for which `holds`; `far` when there is none nearer.
template <class Holds>
std::vector<float> steps_to(std::size_t count, bool ahead, const Holds& holds) {
    std::vector<float> steps(count, far);
    float since = far;
    for (std::size_t k = 0; k < count; ++k) {
        const auto i = ahead ? count - 1 - k : k;
        steps[i] = since;
        since = holds(i) ? 1.0F : std::min(far, since + 1);
    }
    return steps;
}

/// Sums over windows in constant time each.
class Sums {
public:
    explicit Sums(std::span<const float> values) : m_sums(values.size() + 1, 0) {
        for (std::size_t i = 0; i < values.size(); ++i) m_sums[i + 1] = m_sums[i] + static_cast<double>(values[i]);
    }
    [[nodiscard]] float before(std::size_t i) const { return static_cast<float>(m_sums[i]); }
    [[nodiscard]] float all() const { return static_cast<float>(m_sums.back()); }
    [[nodiscard]] float mean_around(std::size_t i, std::size_t radius) const {
        const auto begin = i > radius ? i - radius : 0;
        const auto end = std::min(m_sums.size() - 1, i + radius + 1);
        return static_cast<float>((m_sums[end] - m_sums[begin]) / static_cast<double>(end - begin));
    }

private:
    std::vector<double> m_sums;
};

/// How much of what a piece speaks of is spoken of in the prose, and in the title.
class Topic {
public:
    Topic(std::span<const Piece> pieces, std::optional<std::size_t> title) {
        for (const auto& piece : pieces) {
            m_words.push_back(content_words(piece.text));
            if (!piece.shape->is_prose()) continue;
            const std::unordered_set<std::string_view> distinct{m_words.back().begin(), m_words.back().end()};
            for (const auto word : distinct) ++m_prose[std::string{word}];
        }
        if (title) m_title = {m_words[*title].begin(), m_words[*title].end()};
    }

    /// Share of the words of piece `i` that stand in other prose too.
    [[nodiscard]] float in_prose(std::size_t i, bool is_prose) const {
        return share(i, [&](const std::string& word) {
            const auto found = m_prose.find(word);
            return found != m_prose.end() && found->second > (is_prose ? 1 : 0);
        });
    }
    [[nodiscard]] float in_title(std::size_t i) const {
        return share(i, [&](const std::string& word) { return m_title.contains(word); });
    }

private:
    static std::vector<std::string> content_words(std::string_view text) {
        auto words = words_of(text);
        std::erase_if(words, [](const std::string& word) { return word.size() < 4; });
        return words;
    }
    template <class Holds>
    [[nodiscard]] float share(std::size_t i, const Holds& holds) const {
        if (m_words[i].empty()) return 0;
        return static_cast<float>(std::ranges::count_if(m_words[i], holds)) / static_cast<float>(m_words[i].size());
    }

    std::vector<std::vector<std::string>> m_words;
    std::unordered_map<std::string, int> m_prose;
    std::unordered_set<std::string> m_title;
};

std::vector<std::string> make_context_names() {
    std::vector<std::string> names;
    for (const auto offset : neighbours) {
        for (const auto* what : {"words", "ends_sentence", "stop_words", "capitalised", "furniture", "heading"}) {
            names.push_back(fmt::format("{}@{}", what, offset));
        }
    }
    for (const auto* name : {"position", "pieces", "prose_pieces", "prose_before", "prose_after", "to_prose_back", "to_prose_ahead", "to_heading_back",
                             "to_heading_ahead", "prose_near", "prose_around", "words_near", "words_around", "repeats", "from_title", "title_words",
                             "prose_words", "to_run", "run_share", "to_wide_run"}) {
        names.emplace_back(name);
    }
    return names;
}

std::vector<std::string> make_opinion_names() {
    std::vector<std::string> names;
    for (int offset = -4; offset <= 4; ++offset) names.push_back(fmt::format("body@{}", offset));
    for (const auto* name : {"body_near", "body_around", "body_wide", "body_before", "body_after", "to_body_back", "to_body_ahead", "to_body_run",
                             "body_run_share"}) {
        names.emplace_back(name);
    }
    return names;
}

void append_neighbours(std::span<const Piece> pieces, std::size_t i, std::vector<float>& row) {
    static const TextShape nothing{.words = -1};
    for (const auto offset : neighbours) {
        const auto at = static_cast<std::ptrdiff_t>(i) + offset;
        const bool inside = at >= 0 && at < static_cast<std::ptrdiff_t>(pieces.size());
        const auto& shape = inside ? *pieces[static_cast<std::size_t>(at)].shape : nothing;
        row.insert(row.end(), {shape.words, shape.ends_sentence ? 1.0F : 0.0F, shape.stop_words, shape.capitalised, shape.furniture,
                               static_cast<float>(shape.heading)});
    }
}

} // namespace

const std::vector<std::string>& context_names() {
    static const auto names = make_context_names();
    return names;
}

const std::vector<std::string>& opinion_names() {
    static const auto names = make_opinion_names();
    return names;
}

std::vector<std::vector<float>> context_features(std::span<const Piece> pieces, std::optional<std::size_t> title) {
    const auto count = pieces.size();
    std::vector<float> prose(count);
    std::vector<float> prose_weight(count);
    std::vector<float> words(count);
    for (std::size_t i = 0; i < count; ++i) {
        prose[i] = pieces[i].shape->is_prose() ? 1.0F : 0.0F;
        prose_weight[i] = prose[i] * pieces[i].shape->characters;
        words[i] = std::min(pieces[i].shape->words, 100.0F);
    }
    const auto is_prose = [&](std::size_t i) { return prose[i] > 0; };
    const auto is_heading = [&](std::size_t i) { return pieces[i].shape->heading != 0; };
    const auto prose_back = steps_to(count, false, is_prose);
    const auto prose_ahead = steps_to(count, true, is_prose);
    const auto heading_back = steps_to(count, false, is_heading);
    const auto heading_ahead = steps_to(count, true, is_heading);
    const Sums prose_sums{prose};
    const Sums weight_sums{prose_weight};
    const Sums word_sums{words};
    const Topic topic{pieces, title};
    const auto run = heaviest_run(prose_weight, 4);
    const auto wide_run = heaviest_run(prose_weight, 12);
    const auto total = std::max(weight_sums.all(), 1.0F);

    std::vector<std::vector<float>> rows(count);
    for (std::size_t i = 0; i < count; ++i) {
        auto& row = rows[i];
        append_neighbours(pieces, i, row);
        const auto from_title = title ? static_cast<float>(i) - static_cast<float>(*title) : -far;
        row.insert(row.end(),
                   {static_cast<float>(i) / static_cast<float>(count), static_cast<float>(count), prose_sums.all(), weight_sums.before(i) / total,
                    (weight_sums.all() - weight_sums.before(i) - prose_weight[i]) / total, prose_back[i], prose_ahead[i], heading_back[i],
                    heading_ahead[i], prose_sums.mean_around(i, 4), prose_sums.mean_around(i, 12), word_sums.mean_around(i, 4),
                    word_sums.mean_around(i, 12), std::min(pieces[i].repeats, 10.0F), std::clamp(from_title, -far, far), topic.in_title(i),
                    topic.in_prose(i, is_prose(i)), distance_to(run, i), run.weight / total, distance_to(wide_run, i)});
    }
    return rows;
}

std::vector<std::vector<float>> opinion_features(std::span<const Piece> pieces, std::span<const float> first) {
    const auto count = pieces.size();
    std::vector<float> weight(count);
    std::vector<float> likely(count);
    for (std::size_t i = 0; i < count; ++i) {
        weight[i] = first[i] * pieces[i].shape->characters;
        likely[i] = first[i] >= 0.5F ? pieces[i].shape->characters : 0.0F;
    }
    const auto is_body = [&](std::size_t i) { return first[i] >= 0.5F; };
    const auto back = steps_to(count, false, is_body);
    const auto ahead = steps_to(count, true, is_body);
    const Sums sums{first};
    const Sums weights{weight};
    const auto run = heaviest_run(likely, 6);
    const auto total = std::max(weights.all(), 1.0F);

    std::vector<std::vector<float>> rows(count);
    for (std::size_t i = 0; i < count; ++i) {
        auto& row = rows[i];
        for (int offset = -4; offset <= 4; ++offset) {
            const auto at = static_cast<std::ptrdiff_t>(i) + offset;
            const bool inside = at >= 0 && at < static_cast<std::ptrdiff_t>(count);
            row.push_back(inside ? first[static_cast<std::size_t>(at)] : -1.0F);
        }
        row.insert(row.end(), {sums.mean_around(i, 2), sums.mean_around(i, 6), sums.mean_around(i, 15), weights.before(i) / total,
                               (weights.all() - weights.before(i) - weight[i]) / total, back[i], ahead[i], distance_to(run, i), run.weight / total});
    }
    return rows;
}

} // namespace dateline
