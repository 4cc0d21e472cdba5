// SPDX-License-Identifier: MIT
#include "context.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <string>
#include <utility>

#include <fmt/format.h>

#include "hash_map.hpp"

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
    Topic(std::span<const Piece> pieces, std::optional<std::size_t> title) : m_pieces{pieces} {
        std::uint32_t number = 0;
        for (const auto& piece : pieces) {
            ++number;
            if (!piece.shape->is_prose()) continue;
            for (const auto word : piece.words) {
                if (!is_content(word)) continue;
                auto& in_prose = m_prose[word.hash];
                if (std::exchange(in_prose.last, number) != number) ++in_prose.pieces;
            }
        }
        if (!title) return;
        for (const auto word : pieces[*title].words) m_title[word.hash] = true;
    }

    /// Share of the words of piece `i` that stand in other prose too.
    [[nodiscard]] float in_prose(std::size_t i) const {
        const std::uint32_t own = m_pieces[i].shape->is_prose() ? 1 : 0;
        return share(i, [&](Word word) {
            const auto* const found = m_prose.find(word.hash);
            return found != nullptr && found->pieces > own;
        });
    }
    [[nodiscard]] float in_title(std::size_t i) const {
        return share(i, [&](Word word) { return m_title.contains(word.hash); });
    }

private:
    struct InProse {
        std::uint32_t pieces = 0;
        std::uint32_t last = 0; ///< the number of the piece that was counted last
    };
    static bool is_content(Word word) noexcept { return word.size >= 4; }

    template <class Holds>
    [[nodiscard]] float share(std::size_t i, const Holds& holds) const {
        std::size_t all = 0;
        std::size_t those = 0;
        for (const auto word : m_pieces[i].words) {
            if (!is_content(word)) continue;
            ++all;
            those += holds(word) ? 1U : 0U;
        }
        return all == 0 ? 0.0F : static_cast<float>(those) / static_cast<float>(all);
    }

    std::span<const Piece> m_pieces;
    HashMap<InProse> m_prose;
    HashMap<bool> m_title;
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

void add_context(std::span<const Piece> pieces, std::optional<std::size_t> title, std::vector<std::vector<float>>& rows) {
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

    for (std::size_t i = 0; i < count; ++i) {
        auto& row = rows[i];
        append_neighbours(pieces, i, row);
        const auto from_title = title ? static_cast<float>(i) - static_cast<float>(*title) : -far;
        row.insert(row.end(),
                   {static_cast<float>(i) / static_cast<float>(count), static_cast<float>(count), prose_sums.all(), weight_sums.before(i) / total,
                    (weight_sums.all() - weight_sums.before(i) - prose_weight[i]) / total, prose_back[i], prose_ahead[i], heading_back[i],
                    heading_ahead[i], prose_sums.mean_around(i, 4), prose_sums.mean_around(i, 12), word_sums.mean_around(i, 4),
                    word_sums.mean_around(i, 12), std::min(pieces[i].repeats, 10.0F), std::clamp(from_title, -far, far), topic.in_title(i),
                    topic.in_prose(i), distance_to(run, i), run.weight / total, distance_to(wide_run, i)});
    }
}

void add_opinions(std::span<const Piece> pieces, std::span<const float> first, std::vector<std::vector<float>>& rows) {
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
}

} // namespace dateline
