// SPDX-License-Identifier: MIT
//
// What the markup says about a block: its element, the elements around it and the words in their classes, the share of links and prose
// in the boxes around it, where it stands to the box that holds most of the page's prose (the idea of Arc90's Readability), and the
// blocks that the page sets in the same way.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "html_blocks.hpp"
#include "html_tree.hpp"

namespace dateline {

/// The words in the classes, ids and roles of an element: "post-body articleContent" gives post, body, article, content.
[[nodiscard]] std::vector<std::string> class_words(const HtmlTree& tree, std::uint32_t element);

class Markup {
public:
    Markup(const HtmlTree& tree, const std::vector<HtmlBlock>& blocks, std::string_view declared_body);

    /// The numbers of one block in the order of `names`.
    void append(std::size_t block, std::vector<float>& row);
    [[nodiscard]] static std::span<const std::string_view> names();

    /// The second look: what the first classifier thought, summed up by box and by way of setting; `opinion_names` name them.
    [[nodiscard]] std::vector<std::vector<float>> opinions(std::span<const float> first) const;
    [[nodiscard]] static std::span<const std::string_view> opinion_names();

private:
    /// What the blocks below an element add up to.
    struct Box {
        float characters = 0;
        float linked = 0;
        float prose = 0; ///< characters of prose blocks
        float blocks = 0;
        float prose_near = 0; ///< characters of prose that has the element as parent, and half of what has it as grandparent
    };
    /// The blocks that the page sets in one way: the same elements with the same classes, three levels up.
    struct Setting {
        float blocks = 0;
        float characters = 0;
        float prose = 0;
        float linked = 0;
    };
    struct Around {
        std::vector<float> inside; ///< in_article … in_body_prop; empty until worked out
        float depth = 0;
        float class_own = 0;
        float class_near = 0;
        float class_min = 0;
        float class_max = 0;
        float class_sum = 0;
    };

    void sum_boxes();
    void group_settings();
    [[nodiscard]] std::uint32_t richest(std::span<const float> weights) const;
    [[nodiscard]] const Around& around_of(std::uint32_t element);
    [[nodiscard]] float weight_of(std::uint32_t element);
    [[nodiscard]] std::uint64_t key_of(std::uint32_t element) const;
    [[nodiscard]] Tag tag(std::uint32_t element) const { return m_tree.nodes()[element].tag; }
    [[nodiscard]] std::uint32_t parent_of(std::uint32_t element) const { return element == HtmlTree::none ? element : m_tree.nodes()[element].parent; }
    [[nodiscard]] bool holds(std::uint32_t outer, std::uint32_t inner) const;
    void append_tag(const HtmlBlock& block, std::vector<float>& row) const;
    void append_box(std::uint32_t element, std::vector<float>& row) const;
    void append_richest(const HtmlBlock& block, std::vector<float>& row) const;
    void append_setting(std::size_t block, std::vector<float>& row) const;
    [[nodiscard]] float declared_share(std::string_view text) const;

    const HtmlTree& m_tree;
    const std::vector<HtmlBlock>& m_blocks;
    std::vector<Box> m_boxes; ///< of each node
    std::vector<Setting> m_settings;
    std::vector<std::uint32_t> m_setting_of; ///< of each block
    std::uint32_t m_richest = HtmlTree::none;
    std::unordered_set<std::uint64_t> m_declared; ///< the body that the metadata gives, three words in a row hashed
    std::vector<Around> m_around;                 ///< of each node
    std::vector<float> m_weights;                 ///< of each node's classes
};

} // namespace dateline
