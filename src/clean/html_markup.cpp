// SPDX-License-Identifier: MIT
#include "html_markup.hpp"

#include <algorithm>
#include <array>
#include <initializer_list>
#include <unordered_map>

#include <dateline/knowledge/table.hpp>
#include <dateline/text/hash.hpp>

namespace dateline {
namespace {

constexpr std::uint32_t none = HtmlTree::none;

constexpr std::array<std::string_view, 61> markup_names{
    "p", "heading", "top_heading", "list_item", "cell", "quote", "pre", "caption", "div",
    "in_article", "in_main", "in_aside", "in_nav", "in_footer", "in_header", "in_form", "in_figure", "in_list", "in_table", "in_body_prop",
    "depth", "link_share", "bold_share", "italic_share", "hidden", "images", "class_own", "class_near", "class_min", "class_max", "class_sum",
    "parent_chars", "parent_links", "parent_prose", "parent_blocks", "grand_chars", "grand_links", "grand_prose", "grand_blocks",
    "great_chars", "great_links", "great_prose", "great_blocks",
    "in_richest", "above_richest", "richest_share", "from_richest", "near_richest", "same_parent", "siblings_like",
    "first_in_parent", "last_in_parent", "set_blocks", "set_chars", "set_prose", "set_links", "set_share",
    "declared", "has_declared", "all_links", "whole_element"};

constexpr std::array<std::string_view, 17> opinion_names_{
    "parent_body", "grand_body", "great_body", "set_body", "set_body_share", "in_best", "above_best", "best_share", "from_best", "near_best",
    "best_body", "best_is_richest", "share_of_body", "parent_share", "grand_share", "others_in_parent", "others_set"};

/// What the table `class_words` says of a word, by its hash.
const HashMap<float>& class_weights() {
    static const auto weights = [] {
        HashMap<float> map;
        const auto table = Knowledge::built_in().table("class_words");
        for (std::uint32_t row = 0; row < table.rows(); ++row) map[stable_hash(table.cell(row, 0))] = number_in<float>(table, row, 1);
        return map;
    }();
    return weights;
}

void note_tag(Tag tag, std::span<float> inside) {
    constexpr std::array<std::array<Tag, 3>, 10> groups{{{Tag::article, Tag::article, Tag::article},
                                                         {Tag::main, Tag::main, Tag::main},
                                                         {Tag::aside, Tag::aside, Tag::aside},
                                                         {Tag::nav, Tag::menu, Tag::nav},
                                                         {Tag::footer, Tag::footer, Tag::footer},
                                                         {Tag::header, Tag::header, Tag::header},
                                                         {Tag::form, Tag::fieldset, Tag::form},
                                                         {Tag::figure, Tag::figcaption, Tag::figure},
                                                         {Tag::ul, Tag::ol, Tag::dl},
                                                         {Tag::table, Tag::table, Tag::table}}};
    for (std::size_t k = 0; k < groups.size(); ++k) {
        if (std::ranges::find(groups[k], tag) != groups[k].end()) inside[k] = 1;
    }
}

/// Every three words in a row, hashed.
std::vector<std::uint64_t> triples_of(std::span<const Word> words) {
    std::vector<std::uint64_t> triples;
    for (std::size_t i = 0; i + 2 < words.size(); ++i) triples.push_back(mix(words[i].hash + 3 * words[i + 1].hash + 5 * words[i + 2].hash));
    return triples;
}

} // namespace

std::span<const std::string_view> Markup::names() { return markup_names; }
std::span<const std::string_view> Markup::opinion_names() { return opinion_names_; }

Markup::Markup(const HtmlTree& tree, const std::vector<HtmlBlock>& blocks, std::string_view declared_body)
    : m_tree{tree}, m_blocks{blocks}, m_boxes(tree.nodes().size()), m_around(tree.nodes().size()) {
    sum_boxes();
    group_settings();
    std::vector<float> near;
    near.reserve(m_boxes.size());
    for (const auto& box : m_boxes) near.push_back(box.prose_near);
    m_richest = richest(near);
    constexpr std::size_t shortest_body = 60; // words; less is a summary
    if (const auto triples = triples_of(words_of(declared_body)); triples.size() >= shortest_body) {
        for (const auto triple : triples) m_declared[triple] = true;
    }
}

void Markup::sum_boxes() {
    for (const auto& block : m_blocks) {
        int level = 0;
        for (auto element = block.element; element != none; element = parent_of(element), ++level) {
            auto& box = m_boxes[element];
            box.characters += block.shape.characters;
            box.linked += static_cast<float>(block.linked);
            box.blocks += 1;
            if (!block.shape.is_prose()) continue;
            box.prose += block.shape.characters;
            if (level == 1) box.prose_near += block.shape.characters;
            if (level == 2) box.prose_near += block.shape.characters / 2;
        }
    }
}

std::uint64_t Markup::key_of(std::uint32_t element) const {
    std::uint64_t key = 0;
    for (int level = 0; level < 3 && element != none; ++level, element = parent_of(element)) {
        key = mix(stable_hash(m_tree.attribute(element, "class"), key + static_cast<std::uint64_t>(tag(element))));
    }
    return key;
}

void Markup::group_settings() {
    std::unordered_map<std::uint64_t, std::uint32_t> known;
    for (const auto& block : m_blocks) {
        const auto [found, added] = known.emplace(key_of(block.element), static_cast<std::uint32_t>(m_settings.size()));
        if (added) m_settings.emplace_back();
        auto& setting = m_settings[found->second];
        setting.blocks += 1;
        setting.characters += block.shape.characters;
        setting.linked += static_cast<float>(block.linked);
        if (block.shape.is_prose()) setting.prose += block.shape.characters;
        m_setting_of.push_back(found->second);
    }
}

/// The element with the most weight; of equal ones the first in the page.
std::uint32_t Markup::richest(std::span<const float> weights) const {
    const auto best = std::ranges::max_element(weights);
    return best == weights.end() || *best <= 0 ? none : static_cast<std::uint32_t>(best - weights.begin());
}

bool Markup::holds(std::uint32_t outer, std::uint32_t inner) const {
    return outer != none && inner != none && outer <= inner && inner < m_tree.nodes()[outer].end;
}

void Markup::append(std::size_t i, std::vector<float>& row) {
    const auto& block = m_blocks[i];
    append_tag(block, row);
    const auto& around = around_of(block.element);
    row.insert(row.end(), around.inside.begin(), around.inside.end());
    const auto share = [&](std::uint32_t part) { return static_cast<float>(part) / static_cast<float>(std::max<std::size_t>(block.text.size(), 1)); };
    row.insert(row.end(), {around.depth, share(block.linked), share(block.emphasised), share(block.slanted), block.hidden ? 1.0F : 0.0F,
                           std::min(static_cast<float>(block.images), 5.0F), around.class_own,
                           around.class_own + around.class_parent + around.class_grandparent, around.class_min, around.class_max,
                           around.class_sum});
    const auto parent = parent_of(block.element);
    append_box(parent, row);
    append_box(parent_of(parent), row);
    append_box(parent_of(parent_of(parent)), row);
    append_richest(block, row);
    const auto other_parent = [&](std::size_t k) { return parent_of(m_blocks[k].element) != parent && m_blocks[k].element != parent; };
    row.insert(row.end(), {i == 0 || other_parent(i - 1) ? 1.0F : 0.0F, i + 1 == m_blocks.size() || other_parent(i + 1) ? 1.0F : 0.0F});
    append_setting(i, row);
    row.insert(row.end(), {declared_share(block.words), m_declared.empty() ? 0.0F : 1.0F, block.linked + 2 >= block.text.size() ? 1.0F : 0.0F,
                           m_boxes[block.element].blocks == 1 ? 1.0F : 0.0F});
}

void Markup::append_tag(const HtmlBlock& block, std::vector<float>& row) const {
    const auto t = tag(block.element);
    const auto flag = [&](std::initializer_list<Tag> tags) { return std::ranges::find(tags, t) != tags.end() ? 1.0F : 0.0F; };
    row.insert(row.end(), {flag({Tag::p}), flag({Tag::h2, Tag::h3, Tag::h4, Tag::h5, Tag::h6}), flag({Tag::h1}), flag({Tag::li}),
                           flag({Tag::td, Tag::th}), flag({Tag::blockquote}), flag({Tag::pre}), flag({Tag::figcaption, Tag::caption}), flag({Tag::div})});
}

/// Facts of the elements around, for every element once: those of its parent and its own. The tree is not deep (HtmlTree).
const Markup::Around& Markup::around_of(std::uint32_t element) {
    auto& around = m_around[element];
    if (around.depth > 0) return around;
    const auto parent = parent_of(element);
    if (parent != none) around = around_of(parent);
    note_tag(tag(element), around.inside);
    if (m_tree.attribute(element, "itemprop").find("articleBody") != std::string_view::npos) around.inside.back() = 1;
    around.class_grandparent = around.class_parent;
    around.class_parent = around.class_own;
    around.class_own = weight_of(element);
    around.class_min = std::min(around.class_min, around.class_own);
    around.class_max = std::max(around.class_max, around.class_own);
    around.class_sum += around.class_own;
    around.depth += 1;
    return around;
}

/// What an element's classes say.
float Markup::weight_of(std::uint32_t element) const {
    float weight = 0;
    scan_class_words(m_tree, element, [&](std::string_view word) {
        const auto* const found = class_weights().find(stable_hash(word));
        if (found != nullptr) weight += *found;
    });
    return std::clamp(weight, -4.0F, 4.0F);
}

void Markup::append_box(std::uint32_t element, std::vector<float>& row) const {
    const auto box = element == none ? Box{} : m_boxes[element];
    const auto whole = std::max(box.characters, 1.0F);
    row.insert(row.end(), {box.characters, box.linked / whole, box.prose / whole, box.blocks});
}

void Markup::append_richest(const HtmlBlock& block, std::vector<float>& row) const {
    const auto parent = parent_of(block.element);
    float steps = 0; // up from the richest box until it holds the block
    for (auto e = m_richest; e != none && !holds(e, block.element); e = parent_of(e)) ++steps;
    const auto total = m_boxes.empty() ? 1.0F : std::max(m_boxes.front().prose, 1.0F);
    const auto share = m_richest == none ? 0.0F : m_boxes[m_richest].prose / total;
    float depth_below = -1;
    if (holds(m_richest, block.element)) {
        depth_below = 0;
        for (auto e = block.element; e != m_richest && e != none; e = parent_of(e)) ++depth_below;
    }
    row.insert(row.end(), {depth_below >= 0 ? 1.0F : 0.0F, holds(parent_of(m_richest), block.element) ? 1.0F : 0.0F, share, steps, depth_below,
                           parent == m_richest ? 1.0F : 0.0F, parent == none ? 0.0F : m_boxes[parent].prose_near});
}

void Markup::append_setting(std::size_t i, std::vector<float>& row) const {
    const auto& setting = m_settings[m_setting_of[i]];
    const auto whole = std::max(setting.characters, 1.0F);
    const auto total = m_boxes.empty() ? 1.0F : std::max(m_boxes.front().prose, 1.0F);
    row.insert(row.end(), {setting.blocks, setting.characters / std::max(setting.blocks, 1.0F), setting.prose / whole, setting.linked / whole, setting.prose / total});
}

float Markup::declared_share(std::span<const Word> words) const {
    if (m_declared.empty()) return -1;
    const auto triples = triples_of(words);
    if (triples.empty()) return -1;
    const auto found = std::ranges::count_if(triples, [&](std::uint64_t triple) { return m_declared.contains(triple); });
    return static_cast<float>(found) / static_cast<float>(triples.size());
}

void Markup::add_opinions(std::span<const float> first, std::vector<std::vector<float>>& rows) const {
    struct Sum {
        float body = 0; ///< characters thought to be of the article
        float near = 0; ///< as Box::prose_near
        float all = 0;
    };
    std::vector<Sum> boxes(m_boxes.size());
    std::vector<Sum> settings(m_settings.size());
    float total = 1;
    for (std::size_t i = 0; i < m_blocks.size(); ++i) {
        const auto all = m_blocks[i].shape.characters;
        const auto body = first[i] * all;
        total += body;
        settings[m_setting_of[i]].body += body;
        settings[m_setting_of[i]].all += all;
        int level = 0;
        for (auto e = m_blocks[i].element; e != none; e = parent_of(e), ++level) {
            boxes[e].body += body;
            boxes[e].all += all;
            if (level == 1) boxes[e].near += body;
            if (level == 2) boxes[e].near += body / 2;
        }
    }
    std::vector<float> near;
    near.reserve(boxes.size());
    for (const auto& box : boxes) near.push_back(box.near);
    const auto best = richest(near);
    const auto mean = [](float body, float all) { return all > 0 ? body / all : -1.0F; };
    const auto box_of = [&](std::uint32_t e) { return e == none ? Sum{} : boxes[e]; };

    for (std::size_t i = 0; i < m_blocks.size(); ++i) {
        const auto element = m_blocks[i].element;
        const auto all = m_blocks[i].shape.characters;
        const auto body = first[i] * all;
        const auto parent = box_of(parent_of(element));
        const auto grand = box_of(parent_of(parent_of(element)));
        const auto great = box_of(parent_of(parent_of(parent_of(element))));
        const auto& setting = settings[m_setting_of[i]];
        float steps = 0;
        for (auto e = best; e != none && !holds(e, element); e = parent_of(e)) ++steps;
        const bool inside = holds(best, element);
        rows[i].insert(rows[i].end(), {mean(parent.body, parent.all), mean(grand.body, grand.all), mean(great.body, great.all), mean(setting.body, setting.all),
                   setting.body / total, inside ? 1.0F : 0.0F, holds(parent_of(best), element) ? 1.0F : 0.0F, box_of(best).body / total, steps,
                   parent.near / total, mean(box_of(best).body, box_of(best).all), best == m_richest ? 1.0F : 0.0F, body / total, parent.body / total,
                   grand.body / total, mean(parent.body - body, parent.all - all), mean(setting.body - body, setting.all - all)});
    }
}

} // namespace dateline
