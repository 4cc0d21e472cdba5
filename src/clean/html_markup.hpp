// SPDX-License-Identifier: MIT
//
// What the markup says about a block: its element, the elements around it and the words in their classes, the share of links and prose
// in the boxes around it, where it stands to the box that holds most of the page's prose (the idea of Arc90's Readability), and the
// blocks that the page sets in the same way.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "hash_map.hpp"
#include "html_blocks.hpp"
#include "html_tree.hpp"

namespace dateline {

/// The words in the classes, ids and roles of an element: "post-body articleContent" gives post, body, article, content.
template <class OnWord>
void scan_class_words(const HtmlTree& tree, std::uint32_t element, const OnWord& on_word) {
    constexpr std::size_t longest = 23; // letters
    constexpr int most = 24;            // words
    int count = 0;
    std::string word;
    const auto flush = [&] {
        if (word.size() > 1 && word.size() <= longest && count < most) {
            on_word(std::string_view{word});
            ++count;
        }
        word.clear();
    };
    for (const std::string_view name : {"class", "id", "role"}) {
        bool lower_before = false;
        for (const char c : tree.attribute(element, name)) {
            const bool upper = c >= 'A' && c <= 'Z';
            const bool letter = upper || (c >= 'a' && c <= 'z');
            if (!letter || (upper && lower_before)) flush();
            if (letter) word += static_cast<char>(upper ? c + ('a' - 'A') : c);
            lower_before = letter && !upper;
        }
        flush();
    }
}

class Markup {
public:
    Markup(const HtmlTree& tree, const std::vector<HtmlBlock>& blocks, std::string_view declared_body);

    /// The numbers of one block in the order of `names`.
    void append(std::size_t block, std::vector<float>& row);
    [[nodiscard]] static std::span<const std::string_view> names();

    /// The second look: adds to each row what the first classifier thought, summed up by box and by way of setting; `opinion_names` name
    /// the numbers.
    void add_opinions(std::span<const float> first, std::vector<std::vector<float>>& rows) const;
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
        std::array<float, 11> inside{}; ///< in_article … in_body_prop
        float depth = 0;                ///< 0 until worked out
        float class_own = 0;
        float class_parent = 0;
        float class_grandparent = 0;
        float class_min = 0;
        float class_max = 0;
        float class_sum = 0;
    };

    void sum_boxes();
    void group_settings();
    [[nodiscard]] std::uint32_t richest(std::span<const float> weights) const;
    [[nodiscard]] const Around& around_of(std::uint32_t element);
    [[nodiscard]] float weight_of(std::uint32_t element) const;
    [[nodiscard]] std::uint64_t key_of(std::uint32_t element) const;
    [[nodiscard]] Tag tag(std::uint32_t element) const { return m_tree.nodes()[element].tag; }
    [[nodiscard]] std::uint32_t parent_of(std::uint32_t element) const { return element == HtmlTree::none ? element : m_tree.nodes()[element].parent; }
    [[nodiscard]] bool holds(std::uint32_t outer, std::uint32_t inner) const;
    void append_tag(const HtmlBlock& block, std::vector<float>& row) const;
    void append_box(std::uint32_t element, std::vector<float>& row) const;
    void append_richest(const HtmlBlock& block, std::vector<float>& row) const;
    void append_setting(std::size_t block, std::vector<float>& row) const;
    [[nodiscard]] float declared_share(std::span<const Word> words) const;

    const HtmlTree& m_tree;
    const std::vector<HtmlBlock>& m_blocks;
    std::vector<Box> m_boxes; ///< of each node
    std::vector<Setting> m_settings;
    std::vector<std::uint32_t> m_setting_of; ///< of each block
    std::uint32_t m_richest = HtmlTree::none;
    HashMap<bool> m_declared; ///< the body that the metadata gives, three words in a row hashed
    std::vector<Around> m_around;                 ///< of each node
};

} // namespace dateline
