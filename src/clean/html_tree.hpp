// SPDX-License-Identifier: MIT
//
// A page's markup as one flat array of nodes in the order of the document. Built from the events of libxml2's HTML parser: no node is
// an allocation of its own, and no walk over it recurses, whatever the nesting.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <dateline/core/span.hpp>

namespace dateline {

/// Elements that mean something to us; all others are `other`.
enum class Tag : std::uint8_t {
    text, ///< no element: a run of characters
    other, a, abbr, address, amp_embed, article, aside, b, blockquote, body, br, button, canvas, caption, center, code, dd, details, div, dl, dt, em,
    fieldset, figcaption, figure, footer, form, frameset, h1, h2, h3, h4, h5, h6, head, header, hr, html, i, iframe, img, input, label, legend, li,
    link, main, map, menu, meta, nav, noscript, object, ol, option, p, pre, q, s, script, section, select, span, strong, style, sub, summary, sup,
    svg, table, tbody, td, template_, textarea, tfoot, th, thead, time, title, tr, tt, u, ul, video
};

class HtmlTree {
public:
    static constexpr std::uint32_t none = 0xFFFF'FFFFU;

    struct Node {
        Tag tag = Tag::text;
        std::uint32_t parent = none;
        std::uint32_t end = 0;        ///< one past the last node below it
        Span text;                    ///< of a text node, and of a script's content
        std::uint32_t attributes = 0; ///< its first
        std::uint32_t attribute_count = 0;
    };

    /// Any UTF-8 gives a tree.
    explicit HtmlTree(std::string_view html);

    [[nodiscard]] const std::vector<Node>& nodes() const noexcept { return m_nodes; }
    [[nodiscard]] std::string_view text_of(const Node& node) const noexcept { return slice(m_pool, node.text); }
    /// The value of an attribute, empty when there is none. Names are lower case.
    [[nodiscard]] std::string_view attribute(std::uint32_t node, std::string_view name) const noexcept;
    [[nodiscard]] bool has_attribute(std::uint32_t node, std::string_view name) const noexcept;
    /// All text below a node.
    [[nodiscard]] std::string inner_text(std::uint32_t node) const;

private:
    friend class HtmlTreeBuilder;
    struct Attribute {
        Span name;
        Span value;
    };
    [[nodiscard]] const Attribute* find(std::uint32_t node, std::string_view name) const noexcept;

    std::vector<Node> m_nodes;
    std::vector<Attribute> m_attributes;
    std::string m_pool; ///< all characters
};

} // namespace dateline
