// SPDX-License-Identifier: MIT
//
// Features of a block: the look of its text (TextShape), its neighbours (context_features), and what the markup says: the element,
// the elements around it, the words in their classes, the share of links in it and in the boxes around it, and where it stands to the
// box that holds most of the page's prose (the idea of Arc90's Readability). Measured on a page of 300 blocks: about 1 ms.
#include "html_blocks.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include <dateline/knowledge/table.hpp>
#include <dateline/text/fold.hpp>

#include "context.hpp"
#include "tree_model.hpp"

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
    case Tag::amp_embed: case Tag::button: case Tag::canvas: case Tag::head: case Tag::iframe: case Tag::input: case Tag::map: case Tag::noscript:
    case Tag::object: case Tag::option: case Tag::script: case Tag::select: case Tag::style: case Tag::svg: case Tag::template_:
    case Tag::textarea: case Tag::video: return true;
    default: return false;
    }
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
            } else if (is_silent(node.tag) || is_hidden(m_tree, i)) {
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
    };

    void close_until(std::uint32_t at) {
        while (!m_open.empty() && m_open.back().end <= at) {
            const auto closed = m_open.back();
            m_open.pop_back();
            if (is_block(closed.tag)) finish_block();
            if (closed.tag == Tag::a) --m_links;
            if (closed.tag == Tag::b || closed.tag == Tag::strong) --m_bold;
        }
    }
    void open(std::uint32_t i, Tag tag) {
        if (tag == Tag::br) {
            if (m_breaks++ > 0) finish_block();
            m_text += ' ';
            return;
        }
        if (is_block(tag)) finish_block();
        if (tag == Tag::a) ++m_links;
        if (tag == Tag::b || tag == Tag::strong) ++m_bold;
        m_open.push_back({.node = i, .end = m_tree.nodes()[i].end, .tag = tag});
    }
    void add_text(std::string_view text) {
        if (text.find_first_not_of(" \t\r\n\f") == std::string_view::npos) {
            m_text += ' ';
            return;
        }
        m_breaks = 0;
        m_text += text;
        const auto size = static_cast<std::uint32_t>(tidy(text).size());
        if (m_links > 0) m_linked += size;
        if (m_bold > 0) m_emphasised += size;
    }
    void finish_block() {
        auto text = tidy(m_text);
        m_text.clear();
        m_breaks = 0;
        const auto linked = std::exchange(m_linked, 0U);
        const auto emphasised = std::exchange(m_emphasised, 0U);
        if (text.empty()) return;
        std::uint32_t element = 0;
        for (const auto& open : m_open) {
            if (is_block(open.tag)) element = open.node;
        }
        const auto shape = measure(text);
        m_blocks.push_back({.text = std::move(text), .shape = shape, .element = element, .linked = linked, .emphasised = emphasised});
    }

    const HtmlTree& m_tree;
    std::vector<Open> m_open;
    std::vector<HtmlBlock> m_blocks;
    std::string m_text;
    std::uint32_t m_linked = 0;
    std::uint32_t m_emphasised = 0;
    int m_links = 0;
    int m_bold = 0;
    int m_breaks = 0;
};

/// What the blocks below an element add up to.
struct Box {
    float characters = 0;
    float linked = 0;
    float prose = 0; ///< characters of prose blocks
    float blocks = 0;
    float prose_near = 0; ///< characters of prose that has the element as parent, and half of what has it as grandparent
};

using Boxes = std::unordered_map<std::uint32_t, Box>;

Boxes sum_boxes(const HtmlTree& tree, const std::vector<HtmlBlock>& blocks) {
    Boxes boxes;
    for (const auto& block : blocks) {
        int level = 0;
        for (auto element = block.element; element != none; element = tree.nodes()[element].parent, ++level) {
            auto& box = boxes[element];
            box.characters += block.shape.characters;
            box.linked += static_cast<float>(block.linked);
            box.blocks += 1;
            if (!block.shape.is_prose()) continue;
            box.prose += block.shape.characters;
            if (level == 1) box.prose_near += block.shape.characters;
            if (level == 2) box.prose_near += block.shape.characters / 2;
        }
    }
    return boxes;
}

/// The element with the most prose near; of equal ones the first in the page.
std::uint32_t richest(const Boxes& boxes) {
    std::uint32_t best = none;
    float most = 0;
    for (const auto& [element, box] : boxes) {
        if (box.prose_near > most || (box.prose_near == most && most > 0 && element < best)) {
            most = box.prose_near;
            best = element;
        }
    }
    return best;
}

float class_weight(std::string_view word) {
    static const Table weights = Knowledge::built_in().table("class_words");
    const auto rows = weights.find(word);
    if (rows.empty()) return 0;
    const auto cell = weights.cell(rows.front(), 1);
    float weight = 0;
    std::from_chars(cell.data(), cell.data() + cell.size(), weight);
    return weight;
}

/// What the markup around a block says, in the order of `markup_names`.
constexpr std::array<std::string_view, 46> markup_names{
    "p",          "heading",      "top_heading",   "list_item",   "cell",        "quote",        "pre",          "caption",     "div",
    "in_article", "in_main",      "in_aside",      "in_nav",      "in_footer",   "in_header",    "in_form",      "in_figure",   "in_list",
    "in_table",   "in_body_prop", "depth",         "link_share",  "bold_share",  "class_own",    "class_near",   "class_min",   "class_max",
    "class_sum",  "parent_chars", "parent_links",  "parent_prose", "parent_blocks", "grand_chars", "grand_links", "grand_prose", "grand_blocks",
    "in_richest", "above_richest", "richest_share", "from_richest", "near_richest", "same_parent", "siblings_like", "declared", "has_declared", "all_links"};

constexpr auto in_nav = shape_names.size() + static_cast<std::size_t>(std::ranges::find(markup_names, "in_nav") - markup_names.begin());

struct Around {
    std::array<float, 11> inside{}; ///< in_article … in_body_prop
    float depth = 0;
    float class_own = 0;
    float class_near = 0;
    float class_min = 0;
    float class_max = 0;
    float class_sum = 0;
};

class Markup {
public:
    Markup(const HtmlTree& tree, const std::vector<HtmlBlock>& blocks, std::string_view declared_body)
        : m_tree{tree}, m_boxes{sum_boxes(tree, blocks)}, m_richest{richest(m_boxes)}, m_declared{pairs_of(declared_body)} {}

    void append(const HtmlBlock& block, std::vector<float>& row) {
        append_tag(block, row);
        const auto& around = around_of(block.element);
        row.insert(row.end(), around.inside.begin(), around.inside.end());
        const auto share = [&](std::uint32_t part) { return static_cast<float>(part) / static_cast<float>(std::max<std::size_t>(block.text.size(), 1)); };
        row.insert(row.end(), {around.depth, share(block.linked), share(block.emphasised), around.class_own, around.class_near, around.class_min,
                               around.class_max, around.class_sum});
        const auto parent = parent_of(block.element);
        append_box(parent, row);
        append_box(parent_of(parent), row);
        append_richest(block, row);
        row.insert(row.end(), {declared_share(block.text), m_declared.empty() ? 0.0F : 1.0F, block.linked + 2 >= block.text.size() ? 1.0F : 0.0F});
    }

private:
    [[nodiscard]] Tag tag(std::uint32_t element) const { return m_tree.nodes()[element].tag; }
    [[nodiscard]] std::uint32_t parent_of(std::uint32_t element) const { return element == none ? none : m_tree.nodes()[element].parent; }
    [[nodiscard]] bool holds(std::uint32_t outer, std::uint32_t inner) const {
        return outer != none && inner != none && outer <= inner && inner < m_tree.nodes()[outer].end;
    }

    void append_tag(const HtmlBlock& block, std::vector<float>& row) const {
        const auto t = tag(block.element);
        const auto flag = [&](std::initializer_list<Tag> tags) { return std::ranges::find(tags, t) != tags.end() ? 1.0F : 0.0F; };
        row.insert(row.end(), {flag({Tag::p}), flag({Tag::h2, Tag::h3, Tag::h4, Tag::h5, Tag::h6}), flag({Tag::h1}), flag({Tag::li}),
                               flag({Tag::td, Tag::th}), flag({Tag::blockquote}), flag({Tag::pre}), flag({Tag::figcaption, Tag::caption}), flag({Tag::div})});
    }

    /// Facts of the elements around, for every element once.
    const Around& around_of(std::uint32_t element) {
        if (const auto found = m_around.find(element); found != m_around.end()) return found->second;
        Around around;
        float level = 0;
        for (auto e = element; e != none; e = m_tree.nodes()[e].parent, ++level) {
            note_tag(tag(e), around);
            if (m_tree.attribute(e, "itemprop").find("articleBody") != std::string_view::npos) around.inside[10] = 1;
            const float weight = weight_of(e);
            if (level == 0) around.class_own = weight;
            if (level < 3) around.class_near += weight;
            around.class_min = std::min(around.class_min, weight);
            around.class_max = std::max(around.class_max, weight);
            around.class_sum += weight;
        }
        around.depth = level;
        return m_around.emplace(element, around).first->second;
    }

    /// What an element's classes say, worked out once.
    float weight_of(std::uint32_t element) {
        if (const auto found = m_weights.find(element); found != m_weights.end()) return found->second;
        float weight = 0;
        for (const auto& word : class_words(m_tree, element)) weight += class_weight(word);
        weight = std::clamp(weight, -4.0F, 4.0F);
        m_weights.emplace(element, weight);
        return weight;
    }

    static void note_tag(Tag tag, Around& around) {
        constexpr std::array<std::array<Tag, 3>, 9> groups{{{Tag::article, Tag::article, Tag::article},
                                                            {Tag::main, Tag::main, Tag::main},
                                                            {Tag::aside, Tag::aside, Tag::aside},
                                                            {Tag::nav, Tag::menu, Tag::nav},
                                                            {Tag::footer, Tag::footer, Tag::footer},
                                                            {Tag::header, Tag::header, Tag::header},
                                                            {Tag::form, Tag::fieldset, Tag::form},
                                                            {Tag::figure, Tag::figcaption, Tag::figure},
                                                            {Tag::ul, Tag::ol, Tag::dl}}};
        for (std::size_t k = 0; k < groups.size(); ++k) {
            if (std::ranges::find(groups[k], tag) != groups[k].end()) around.inside[k] = 1;
        }
        if (tag == Tag::table) around.inside[9] = 1;
    }

    void append_box(std::uint32_t element, std::vector<float>& row) const {
        const auto found = m_boxes.find(element);
        if (found == m_boxes.end()) {
            row.insert(row.end(), {0, 0, 0, 0});
            return;
        }
        const auto& box = found->second;
        const auto whole = std::max(box.characters, 1.0F);
        row.insert(row.end(), {box.characters, box.linked / whole, box.prose / whole, box.blocks});
    }

    void append_richest(const HtmlBlock& block, std::vector<float>& row) const {
        const auto parent = parent_of(block.element);
        const bool inside = holds(m_richest, block.element);
        const auto above = parent_of(m_richest);
        const bool inside_above = holds(above, block.element);
        float steps = 0; // up from the richest box until it holds the block
        for (auto e = m_richest; e != none && !holds(e, block.element); e = parent_of(e)) ++steps;
        const auto total = m_boxes.contains(0) ? std::max(m_boxes.at(0).prose, 1.0F) : 1.0F;
        const auto share = m_richest == none ? 0.0F : m_boxes.at(m_richest).prose / total;
        float depth_below = -1;
        if (inside) {
            depth_below = 0;
            for (auto e = block.element; e != m_richest && e != none; e = parent_of(e)) ++depth_below;
        }
        const auto siblings = m_boxes.find(parent);
        const float near = siblings == m_boxes.end() ? 0.0F : siblings->second.prose_near;
        row.insert(row.end(), {inside ? 1.0F : 0.0F, inside_above ? 1.0F : 0.0F, share, steps, depth_below, parent == m_richest ? 1.0F : 0.0F, near});
    }

    static std::unordered_set<std::string> pairs_of(std::string_view text) {
        std::unordered_set<std::string> pairs;
        const auto words = words_of(text);
        if (words.size() < 60) return pairs; // a summary, not the body
        for (std::size_t i = 0; i + 2 < words.size(); ++i) pairs.insert(words[i] + ' ' + words[i + 1] + ' ' + words[i + 2]);
        return pairs;
    }
    [[nodiscard]] float declared_share(std::string_view text) const {
        if (m_declared.empty()) return -1;
        const auto words = words_of(text);
        if (words.size() < 3) return -1;
        std::size_t found = 0;
        for (std::size_t i = 0; i + 2 < words.size(); ++i) found += m_declared.contains(words[i] + ' ' + words[i + 1] + ' ' + words[i + 2]) ? 1U : 0U;
        return static_cast<float>(found) / static_cast<float>(words.size() - 2);
    }

    const HtmlTree& m_tree;
    Boxes m_boxes;
    std::uint32_t m_richest;
    std::unordered_set<std::string> m_declared;
    std::unordered_map<std::uint32_t, Around> m_around;
    std::unordered_map<std::uint32_t, float> m_weights;
};

std::vector<Piece> pieces_of(const std::vector<HtmlBlock>& blocks) {
    std::vector<Piece> pieces;
    pieces.reserve(blocks.size());
    for (const auto& block : blocks) pieces.push_back({.text = block.text, .shape = &block.shape, .repeats = static_cast<float>(block.repeats)});
    return pieces;
}

const TreeModel& first_model() {
    static const auto names = block_feature_names();
    static const TreeModel model{Knowledge::built_in().table("block_trees_first"), names};
    return model;
}

const TreeModel& second_model() {
    static const auto names = [] {
        auto all = block_feature_names();
        all.insert(all.end(), opinion_names().begin(), opinion_names().end());
        return all;
    }();
    static const TreeModel model{Knowledge::built_in().table("block_trees_second"), names};
    return model;
}

bool is_heading(Tag tag) { return tag == Tag::h1 || tag == Tag::h2; }

} // namespace

double likeness(std::string_view a, std::string_view b) {
    const auto words = words_of(a);
    const auto list = words_of(b);
    const std::unordered_set<std::string> others{list.begin(), list.end()};
    if (words.empty()) return 0;
    const auto common = std::ranges::count_if(words, [&](const std::string& word) { return others.contains(word); });
    return static_cast<double>(common) / static_cast<double>(std::max(words.size(), others.size()));
}

std::optional<std::size_t> title_block(const HtmlTree& tree, const std::vector<HtmlBlock>& blocks, const std::vector<std::string>& titles) {
    std::optional<std::size_t> best;
    double best_score = 0.3;
    for (std::size_t i = 0; i < blocks.size(); ++i) {
        const auto tag = tree.nodes()[blocks[i].element].tag;
        if (!is_heading(tag) && blocks[i].shape.words > 30) continue;
        double score = 0;
        for (const auto& title : titles) score = std::max(score, likeness(blocks[i].text, title));
        if (!is_heading(tag)) score -= 0.35;
        if (tag == Tag::h1) score += 0.25;
        if (score > best_score) {
            best_score = score;
            best = i;
        }
    }
    if (best) return best;
    const auto found = std::ranges::find_if(blocks, [&](const HtmlBlock& block) { return tree.nodes()[block.element].tag == Tag::h1; });
    return found == blocks.end() ? std::nullopt : std::optional{static_cast<std::size_t>(found - blocks.begin())};
}

std::vector<std::string> class_words(const HtmlTree& tree, std::uint32_t element) {
    std::vector<std::string> words;
    for (const std::string_view name : {"class", "id", "role"}) {
        std::string word;
        bool lower_before = false;
        const auto flush = [&] {
            if (word.size() > 1 && word.size() < 24 && words.size() < 24) words.push_back(word);
            word.clear();
        };
        for (const char c : tree.attribute(element, name)) {
            const bool upper = c >= 'A' && c <= 'Z';
            const bool letter = upper || (c >= 'a' && c <= 'z');
            if (!letter || (upper && lower_before)) flush();
            if (letter) word += static_cast<char>(upper ? c + ('a' - 'A') : c);
            lower_before = letter && !upper;
        }
        flush();
    }
    return words;
}

std::vector<HtmlBlock> find_blocks(const HtmlTree& tree) {
    auto blocks = BlockCutter{tree}.cut();
    std::unordered_map<std::string_view, std::uint32_t> counts;
    for (const auto& block : blocks) ++counts[block.text];
    for (auto& block : blocks) block.repeats = counts[block.text] - 1;
    return blocks;
}

std::vector<std::string_view> block_feature_names() {
    std::vector<std::string_view> names{shape_names.begin(), shape_names.end()};
    names.insert(names.end(), markup_names.begin(), markup_names.end());
    names.insert(names.end(), context_names().begin(), context_names().end());
    return names;
}

std::vector<std::vector<float>> block_features(const HtmlTree& tree, const std::vector<HtmlBlock>& blocks, std::optional<std::size_t> title,
                                               std::string_view declared_body) {
    Markup markup{tree, blocks, declared_body};
    const auto context = context_features(pieces_of(blocks), title);
    std::vector<std::vector<float>> rows(blocks.size());
    for (std::size_t i = 0; i < blocks.size(); ++i) {
        append_numbers(blocks[i].shape, rows[i]);
        markup.append(blocks[i], rows[i]);
        rows[i].insert(rows[i].end(), context[i].begin(), context[i].end());
    }
    return rows;
}

void judge_blocks(const HtmlTree& tree, std::vector<HtmlBlock>& blocks, std::optional<std::size_t> title, std::string_view declared_body) {
    auto rows = block_features(tree, blocks, title, declared_body);
    std::vector<float> first;
    first.reserve(rows.size());
    for (const auto& row : rows) first.push_back(first_model().probability(row));
    const auto opinions = opinion_features(pieces_of(blocks), first);
    for (std::size_t i = 0; i < blocks.size(); ++i) {
        rows[i].insert(rows[i].end(), opinions[i].begin(), opinions[i].end());
        blocks[i].body = second_model().probability(rows[i]);
        const bool menu = rows[i][in_nav] > 0 && !blocks[i].shape.is_prose();
        blocks[i].kept = blocks[i].body >= 0.5F && !menu;
    }
}

} // namespace dateline
