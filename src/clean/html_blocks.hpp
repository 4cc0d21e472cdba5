// SPDX-License-Identifier: MIT
//
// A page's markup as blocks: what a browser would set as one paragraph, heading, list item or table cell. Which are the article?
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "html_tree.hpp"
#include "text_shape.hpp"

namespace dateline {

struct HtmlBlock {
    std::string text; ///< tidied
    std::vector<Word> words;
    TextShape shape;
    std::uint32_t element = 0;    ///< the innermost block element that its text stands in
    Tag tag = Tag::other;         ///< of that element
    std::uint32_t linked = 0;     ///< bytes of text inside links
    std::uint32_t emphasised = 0; ///< bytes of bold text
    std::uint32_t slanted = 0;    ///< bytes of italic text
    std::uint32_t images = 0;     ///< between the block before and this one
    bool hidden = false;          ///< until a script shows it, or for good
    std::uint32_t repeats = 0;
    float body = 0;               ///< from the classifier: 0 furniture, 1 article
    bool kept = false;
};

/// The text of the page, without scripts and forms' controls.
[[nodiscard]] std::vector<HtmlBlock> find_blocks(const HtmlTree& tree);

/// The block that is the page's headline: a heading that says what the metadata's `titles` say, else the first h1.
[[nodiscard]] std::optional<std::size_t> title_block(const std::vector<HtmlBlock>& blocks, const std::vector<std::string>& titles);

/// Share of the words of two texts that they have in common, 0 to 1. One of them should be short.
[[nodiscard]] double likeness(std::span<const Word> a, std::span<const Word> b);

/// Sets `body` and `kept`. `title` is the block that is the page's title; `declared_body` the text that the page's metadata gives as
/// its body, often empty or cut.
void judge_blocks(const HtmlTree& tree, std::vector<HtmlBlock>& blocks, std::optional<std::size_t> title, std::string_view declared_body);

} // namespace dateline
