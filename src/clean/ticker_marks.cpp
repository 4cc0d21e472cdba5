// SPDX-License-Identifier: MIT
#include "ticker_marks.hpp"

#include <algorithm>
#include <chrono>
#include <map>
#include <string>
#include <utility>

#include <dateline/knowledge/table.hpp>
#include <dateline/text/hash.hpp>

#include "date_tokens.hpp"
#include "page_clock.hpp"
#include "page_head.hpp"

namespace dateline {
namespace {

constexpr std::size_t fewest = 3;       // entries
constexpr float longest_stamp = 10;     // words, with the name of a writer: "6 May 2024, 10.42 BST, Ann Example"
constexpr std::size_t longest_head = 60; // bytes before which a clock must end that opens a paragraph

struct Stamp {
    std::size_t block = 0;
    std::size_t end = 0; ///< of the stamp, in the block's text
    Instant when;
    bool has_day = false;
};

/// Words in lower case with a space around each.
std::string spaced(std::string_view text) {
    std::string out{" "};
    for (const auto& word : spelt_words_of(text)) (out += word) += ' ';
    return out;
}

/// The clock that `text` starts with, of no day yet; where the stamp is `alone` in its block, words may stand before: "2d ago / 7:58 AM UTC".
std::optional<Stamp> find_clock(std::string_view text, bool alone, std::string_view country) {
    text = text.substr(0, longest_head);
    const DateTokens tokens{text};
    const ClockReader reader{tokens, country};
    for (std::size_t i = 0; i < (alone ? tokens.size() : 1); ++i) {
        const auto clock = reader.match(i, {});
        if (!clock) continue;
        return Stamp{.end = tokens.at(clock->next - 1).span.end, .when = {.local = date::local_seconds{clock->clock}, .offset = clock->offset, .has_time = true}};
    }
    return std::nullopt;
}

/// What <time datetime="…"> says, if its words open the block.
std::optional<Instant> machine_readable(const HtmlTree& tree, const HtmlBlock& block) {
    const auto& nodes = tree.nodes();
    for (auto i = block.element; i < nodes[block.element].end; ++i) {
        if (nodes[i].tag != Tag::time) continue;
        const auto shown = tidy(tree.inner_text(i));
        if (shown.empty() || block.text.find(shown) == std::string::npos) return std::nullopt;
        const auto when = parse_instant(tidy(tree.attribute(i, "datetime")));
        return when && when->has_time ? when : std::nullopt;
    }
    return std::nullopt;
}

std::optional<Stamp> stamp_of(const HtmlTree& tree, const HtmlBlock& block, const DateHabits& habits) {
    const bool alone = block.shape.words <= longest_stamp;
    const auto clock = find_clock(block.text, alone, habits.country);
    if (!alone) return clock;
    if (const auto when = machine_readable(tree, block)) return Stamp{.end = block.text.size(), .when = *when, .has_day = true};
    const auto dates = find_page_dates(block.text, habits);
    if (dates.size() == 1 && dates.front().instant.has_time) return Stamp{.end = block.text.size(), .when = dates.front().instant, .has_day = true};
    return clock;
}

/// The largest group of stamps that the page sets in one way.
std::vector<Stamp> find_stamps(const HtmlTree& tree, const std::vector<HtmlBlock>& blocks, const DateHabits& habits) {
    std::map<std::uint64_t, std::vector<Stamp>> groups;
    for (std::size_t i = 0; i < blocks.size(); ++i) {
        auto stamp = stamp_of(tree, blocks[i], habits);
        if (!stamp) continue;
        stamp->block = i;
        const auto tag = static_cast<std::uint64_t>(blocks[i].tag) * 2 + (stamp->has_day ? 1U : 0U);
        groups[stable_hash(tree.attribute(blocks[i].element, "class"), mix(tag))].push_back(*stamp);
    }
    const auto largest = std::ranges::max_element(groups, {}, [](const auto& group) { return group.second.size(); });
    return largest == groups.end() ? std::vector<Stamp>{} : std::move(largest->second);
}

/// Tickers run one way, newest first or oldest first; a clock that turns back once a day is at midnight. Gives the days their dates;
/// false where the stamps are in no order.
bool set_days(std::vector<Stamp>& stamps, const std::optional<Instant>& published) {
    std::size_t later = 0;
    std::size_t earlier = 0;
    for (std::size_t i = 0; i + 1 < stamps.size(); ++i) {
        auto step = stamps[i + 1].when.local - stamps[i].when.local;
        if (!stamps.front().has_day && std::chrono::abs(step) > std::chrono::hours{12}) step = -step; // over midnight
        later += step > std::chrono::seconds{0} ? 1U : 0U;
        earlier += step < std::chrono::seconds{0} ? 1U : 0U;
    }
    if (std::min(later, earlier) > 1 + stamps.size() / 10) return false;
    if (stamps.front().has_day) return true;
    if (!published) return false;
    auto day = published->day();
    auto before = date::local_seconds::min();
    const auto set_day = [&](Stamp& stamp) {
        if (stamp.when.local < before) day += date::days{1};
        before = stamp.when.local;
        stamp.when.local += day.time_since_epoch();
        if (!stamp.when.offset) stamp.when.offset = published->offset;
    };
    if (earlier > later) std::for_each(stamps.rbegin(), stamps.rend(), set_day);
    else std::ranges::for_each(stamps, set_day);
    return true;
}

bool is_heading(Tag tag) { return tag >= Tag::h1 && tag <= Tag::h6; }

void add_paragraph(std::string_view text, std::string& body) {
    if (text.empty()) return;
    if (!body.empty()) body += '\n';
    for (const char c : text) {
        if (c == '&') body += "&amp;";
        else if (c == '<') body += "&lt;";
        else body += c;
    }
}

/// Without the signs that stand between a stamp and its text.
std::string_view without_joint(std::string_view text) {
    bool more = true;
    while (more) {
        more = false;
        for (const std::string_view sign : {" ", "-", "\u2013", "\u2014", ":", "|", ".", ","}) {
            if (!text.starts_with(sign)) continue;
            text.remove_prefix(sign.size());
            more = true;
        }
    }
    return text;
}

/// What stands behind the stamp in its own block, and in the blocks up to `last`.
TickerEntry entry_of(const Stamp& stamp, std::size_t last, const std::vector<HtmlBlock>& blocks) {
    TickerEntry entry{.published = format_instant(stamp.when)};
    const auto& own = blocks[stamp.block];
    if (own.kept && own.shape.ends_sentence) add_paragraph(without_joint(std::string_view{own.text}.substr(stamp.end)), entry.body);
    for (auto i = stamp.block + 1; i < last; ++i) {
        const auto& block = blocks[i];
        if (is_heading(block.tag) && entry.title.empty() && entry.body.empty()) entry.title = block.text;
        else if (block.kept) add_paragraph(block.text, entry.body);
    }
    return entry;
}

float words_kept(const std::vector<HtmlBlock>& blocks, std::size_t begin, std::size_t end) {
    float words = 0;
    for (auto i = begin; i < end; ++i) words += blocks[i].kept ? blocks[i].shape.words : 0;
    return words;
}

} // namespace

bool calls_itself_live(std::string_view html, std::string_view url) {
    static const Table phrases = Knowledge::built_in().table("live_titles");
    const auto said = spaced(title_in(html)) + spaced(url);
    for (std::uint32_t row = 0; row < phrases.rows(); ++row) {
        if (said.find(' ' + std::string{phrases.cell(row, 0)} + ' ') != std::string::npos) return true;
    }
    return false;
}

std::vector<TickerEntry> take_marked_entries(const HtmlTree& tree, std::vector<HtmlBlock>& blocks, const DateHabits& habits,
                                             const std::optional<Instant>& published) {
    auto stamps = find_stamps(tree, blocks, habits);
    if (stamps.size() < fewest || !set_days(stamps, published)) return {};
    const auto first = stamps.front().block;
    if (2 * words_kept(blocks, first, blocks.size()) < words_kept(blocks, 0, blocks.size())) return {}; // the text is elsewhere
    std::vector<TickerEntry> entries;
    for (std::size_t k = 0; k < stamps.size(); ++k) {
        auto entry = entry_of(stamps[k], k + 1 < stamps.size() ? stamps[k + 1].block : blocks.size(), blocks);
        if (!entry.body.empty()) entries.push_back(std::move(entry));
    }
    if (entries.size() < fewest || 2 * entries.size() < stamps.size()) return {};
    for (auto i = first; i < blocks.size(); ++i) blocks[i].kept = false;
    return entries;
}

} // namespace dateline
