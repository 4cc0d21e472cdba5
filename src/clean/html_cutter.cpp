// SPDX-License-Identifier: MIT
//
// Cuts a page's markup into blocks. What is hidden is cut too and marked so: pages hide the rest of an article behind a button, or send
// all of it hidden for a script to show; the classifier tells that from what is hidden for good.
#include "html_blocks.hpp"

#include <algorithm>
#include <string>
#include <unordered_map>
#include <utility>

namespace dateline {
namespace {

constexpr std::uint32_t none = HtmlTree::none;

bool is_block(Tag tag) {
    switch (tag) {
    case Tag::address: case Tag::article: case Tag::aside: case Tag::blockquote: case Tag::body: case Tag::caption: case Tag::center: case Tag::dd:
    case Tag::details: case Tag::div: case Tag::dl: case Tag::dt: case Tag::fieldset: case Tag::figcaption: case Tag::figure: case Tag::footer:
    case Tag::form: case Tag::h1: case Tag::h2: case Tag::h3: case Tag::h4: case Tag::h5: case Tag::h6: case Tag::header: case Tag::hr:
    case Tag::html: case Tag::legend: case Tag::li: case Tag::main: case Tag::menu: case Tag::nav: case Tag::ol: case Tag::p: case Tag::pre:
    case Tag::section: case Tag::summary: case Tag::table: case Tag::tbody: case Tag::td: case Tag::tfoot: case Tag::th: case Tag::thead:
    case Tag::tr: case Tag::ul: return true;
    default: return false;
    }
}

/// Nothing of what is in there is read as text.
bool is_silent(Tag tag) {
    switch (tag) {
    case Tag::head: case Tag::noscript: case Tag::option: case Tag::script: case Tag::select: case Tag::style: case Tag::svg: case Tag::template_:
    case Tag::textarea: return true;
    default: return false;
    }
}

/// Controls and what a browser shows only where it cannot show the thing itself.
bool is_control(Tag tag) {
    switch (tag) {
    case Tag::amp_embed: case Tag::button: case Tag::canvas: case Tag::iframe: case Tag::input: case Tag::map: case Tag::object: case Tag::video: return true;
    default: return false;
    }
}

/// Where a control's end tag is lost, as when it holds a <div> that is never closed, the parser puts the rest of the page into it.
bool swallows_page(const HtmlTree& tree, std::uint32_t node) {
    const auto& nodes = tree.nodes();
    for (auto i = node + 1; i < nodes[node].end; ++i) {
        if (nodes[i].tag == Tag::main || nodes[i].tag == Tag::article || nodes[i].tag == Tag::h1) return true;
    }
    return false;
}

bool is_hidden(const HtmlTree& tree, std::uint32_t node) {
    if (tree.has_attribute(node, "hidden")) return true;
    std::string style{tree.attribute(node, "style")};
    std::erase(style, ' ');
    return style.find("display:none") != std::string::npos || style.find("visibility:hidden") != std::string::npos;
}

/// Walks the tree once and cuts it into blocks.
class BlockCutter {
public:
    explicit BlockCutter(const HtmlTree& tree) : m_tree{tree} {}

    std::vector<HtmlBlock> cut() {
        const auto& nodes = m_tree.nodes();
        for (std::uint32_t i = 0; i < nodes.size();) {
            close_until(i);
            const auto& node = nodes[i];
            if (node.tag == Tag::text) {
                add_text(m_tree.text_of(node));
            } else if (is_silent(node.tag) || (is_control(node.tag) && !swallows_page(m_tree, i))) {
                i = std::max(node.end, i + 1);
                continue;
            } else {
                open(i, node.tag);
            }
            ++i;
        }
        close_until(none);
        finish_block();
        return std::move(m_blocks);
    }

private:
    struct Open {
        std::uint32_t node = 0;
        std::uint32_t end = 0;
        Tag tag = Tag::other;
        bool hidden = false;
    };

    void close_until(std::uint32_t at) {
        while (!m_open.empty() && m_open.back().end <= at) {
            const auto closed = m_open.back();
            if (is_block(closed.tag)) finish_block(); // while its element is open still
            m_open.pop_back();
            if (closed.tag == Tag::a) --m_links;
            if (closed.tag == Tag::b || closed.tag == Tag::strong) --m_bold;
            if (closed.tag == Tag::i || closed.tag == Tag::em) --m_italic;
            if (closed.hidden) --m_hidden;
        }
    }
    void open(std::uint32_t i, Tag tag) {
        if (tag == Tag::br) {
            if (m_breaks++ > 0) finish_block();
            m_text += ' ';
            return;
        }
        if (is_block(tag)) finish_block();
        if (tag == Tag::img) ++m_images;
        if (tag == Tag::a) ++m_links;
        if (tag == Tag::b || tag == Tag::strong) ++m_bold;
        if (tag == Tag::i || tag == Tag::em) ++m_italic;
        const bool hidden = is_hidden(m_tree, i);
        if (hidden) ++m_hidden;
        m_open.push_back({.node = i, .end = m_tree.nodes()[i].end, .tag = tag, .hidden = hidden});
    }
    void add_text(std::string_view text) {
        if (text.find_first_not_of(" \t\r\n\f") == std::string_view::npos) {
            m_text += ' ';
            return;
        }
        m_breaks = 0;
        m_text += text;
        if (m_links + m_bold + m_italic == 0) return;
        const auto size = static_cast<std::uint32_t>(tidy(text).size());
        if (m_links > 0) m_linked += size;
        if (m_bold > 0) m_emphasised += size;
        if (m_italic > 0) m_slanted += size;
    }
    void finish_block() {
        auto text = tidy(m_text);
        m_text.clear();
        m_breaks = 0;
        const auto linked = std::exchange(m_linked, 0U);
        const auto emphasised = std::exchange(m_emphasised, 0U);
        const auto slanted = std::exchange(m_slanted, 0U);
        if (text.empty()) return;
        std::uint32_t element = 0;
        for (const auto& open : m_open) {
            if (is_block(open.tag)) element = open.node;
        }
        std::vector<Word> words;
        const auto shape = measure(text, words);
        m_blocks.push_back({.text = std::move(text), .words = std::move(words), .shape = shape, .element = element, .tag = m_tree.nodes()[element].tag, .linked = linked,
                            .emphasised = emphasised, .slanted = slanted, .images = std::exchange(m_images, 0U), .hidden = m_hidden > 0});
    }

    const HtmlTree& m_tree;
    std::vector<Open> m_open;
    std::vector<HtmlBlock> m_blocks;
    std::string m_text;
    std::uint32_t m_linked = 0;
    std::uint32_t m_emphasised = 0;
    std::uint32_t m_slanted = 0;
    std::uint32_t m_images = 0;
    int m_links = 0;
    int m_bold = 0;
    int m_italic = 0;
    int m_hidden = 0;
    int m_breaks = 0;
};

} // namespace

std::vector<HtmlBlock> find_blocks(const HtmlTree& tree) {
    auto blocks = BlockCutter{tree}.cut();
    std::unordered_map<std::string_view, std::uint32_t> counts;
    for (const auto& block : blocks) ++counts[block.text];
    for (auto& block : blocks) block.repeats = counts[block.text] - 1;
    return blocks;
}

} // namespace dateline
