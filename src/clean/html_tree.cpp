// SPDX-License-Identifier: MIT
#include "html_tree.hpp"

#include <algorithm>
#include <array>
#include <limits>
#include <memory>
#include <utility>

#include <libxml/HTMLparser.h>
#include <libxml/parserInternals.h>

#include "raw_text.hpp"

namespace dateline {
namespace {

constexpr std::size_t deepest = 256;       // elements below that hang on their ancestor at that depth
constexpr int deepest_for_parser = 4096;   // beyond it every end tag costs the parser a walk over all open elements

constexpr std::array tag_names = std::to_array<std::pair<std::string_view, Tag>>({
    {"a", Tag::a}, {"abbr", Tag::abbr}, {"address", Tag::address}, {"amp-embed", Tag::amp_embed}, {"article", Tag::article}, {"aside", Tag::aside},
    {"b", Tag::b}, {"blockquote", Tag::blockquote}, {"body", Tag::body}, {"br", Tag::br}, {"button", Tag::button}, {"canvas", Tag::canvas},
    {"caption", Tag::caption}, {"center", Tag::center}, {"code", Tag::code}, {"dd", Tag::dd}, {"details", Tag::details}, {"div", Tag::div},
    {"dl", Tag::dl}, {"dt", Tag::dt}, {"em", Tag::em}, {"fieldset", Tag::fieldset}, {"figcaption", Tag::figcaption}, {"figure", Tag::figure},
    {"footer", Tag::footer}, {"form", Tag::form}, {"frameset", Tag::frameset}, {"h1", Tag::h1}, {"h2", Tag::h2}, {"h3", Tag::h3}, {"h4", Tag::h4},
    {"h5", Tag::h5}, {"h6", Tag::h6}, {"head", Tag::head}, {"header", Tag::header}, {"hr", Tag::hr}, {"html", Tag::html}, {"i", Tag::i},
    {"iframe", Tag::iframe}, {"img", Tag::img}, {"input", Tag::input}, {"label", Tag::label}, {"legend", Tag::legend}, {"li", Tag::li},
    {"link", Tag::link}, {"main", Tag::main}, {"map", Tag::map}, {"menu", Tag::menu}, {"meta", Tag::meta}, {"nav", Tag::nav},
    {"noscript", Tag::noscript}, {"object", Tag::object}, {"ol", Tag::ol}, {"option", Tag::option}, {"p", Tag::p}, {"pre", Tag::pre}, {"q", Tag::q},
    {"s", Tag::s}, {"script", Tag::script}, {"section", Tag::section}, {"select", Tag::select}, {"span", Tag::span}, {"strong", Tag::strong},
    {"style", Tag::style}, {"sub", Tag::sub}, {"summary", Tag::summary}, {"sup", Tag::sup}, {"svg", Tag::svg}, {"table", Tag::table},
    {"tbody", Tag::tbody}, {"td", Tag::td}, {"template", Tag::template_}, {"textarea", Tag::textarea}, {"tfoot", Tag::tfoot}, {"th", Tag::th},
    {"thead", Tag::thead}, {"time", Tag::time}, {"title", Tag::title}, {"tr", Tag::tr}, {"tt", Tag::tt}, {"u", Tag::u}, {"ul", Tag::ul},
    {"video", Tag::video},
});
static_assert(std::ranges::is_sorted(tag_names, {}, &std::pair<std::string_view, Tag>::first));

Tag tag_of(std::string_view name) {
    const auto* const found = std::ranges::lower_bound(tag_names, name, {}, &std::pair<std::string_view, Tag>::first);
    return found != tag_names.end() && found->first == name ? found->second : Tag::other;
}

std::string_view view(const xmlChar* text) { return reinterpret_cast<const char*>(text); }

} // namespace

class HtmlTreeBuilder {
public:
    HtmlTreeBuilder(HtmlTree& tree, const RawText& raw_text) : m_tree{tree}, m_raw_text{raw_text} {}

    void start(const xmlChar* name, const xmlChar** attributes) {
        m_open.push_back(m_open.size() < deepest ? add(tag_of(view(name))) : m_open.back());
        if (m_open.size() > deepest || attributes == nullptr) return;
        auto& node = m_tree.m_nodes.back();
        node.attributes = static_cast<std::uint32_t>(m_tree.m_attributes.size());
        for (; attributes[0] != nullptr; attributes += 2) {
            const auto value = attributes[1] == nullptr ? std::string_view{} : view(attributes[1]);
            m_tree.m_attributes.push_back({.name = put(view(attributes[0])), .value = put(value)});
            ++node.attribute_count;
        }
    }
    void end() {
        if (m_open.empty()) return;
        const auto node = m_open.back();
        m_open.pop_back();
        if (m_open.size() < deepest) m_tree.m_nodes[node].end = size();
    }
    void characters(std::string_view text) {
        auto& nodes = m_tree.m_nodes;
        if (!nodes.empty() && nodes.back().tag == Tag::text && nodes.back().text.end == m_tree.m_pool.size() && nodes.back().parent == parent()) {
            nodes.back().text.end = put(text).end;
            return;
        }
        const auto node = add(Tag::text);
        nodes[node].text = put(text);
        nodes[node].end = size();
    }
    /// What stands in a script or style element.
    void raw_text(std::string_view text) { characters(m_raw_text.behind(text).value_or(text)); }
    void finish() {
        while (!m_open.empty()) end();
    }

private:
    [[nodiscard]] std::uint32_t size() const { return static_cast<std::uint32_t>(m_tree.m_nodes.size()); }
    [[nodiscard]] std::uint32_t parent() const { return m_open.empty() ? HtmlTree::none : m_open.back(); }
    std::uint32_t add(Tag tag) {
        m_tree.m_nodes.push_back({.tag = tag, .parent = parent()});
        return size() - 1;
    }
    Span put(std::string_view text) {
        const auto begin = static_cast<std::uint32_t>(m_tree.m_pool.size());
        m_tree.m_pool += text;
        return {begin, static_cast<std::uint32_t>(m_tree.m_pool.size())};
    }

    HtmlTree& m_tree;
    const RawText& m_raw_text;
    std::vector<std::uint32_t> m_open;
};

namespace {

/// libxml2 hands our pointer to every callback; where it is the parser itself that must be told to stop, it is found here.
struct Parse {
    HtmlTreeBuilder builder;
    htmlParserCtxtPtr parser = nullptr;
};

Parse& parse_of(void* user) { return *static_cast<Parse*>(user); }

htmlSAXHandler make_handler() {
    htmlSAXHandler handler{};
    handler.startElement = [](void* user, const xmlChar* name, const xmlChar** attributes) {
        auto& parse = parse_of(user);
        if (parse.parser->nameNr > deepest_for_parser) return xmlStopParser(parse.parser);
        parse.builder.start(name, attributes);
    };
    handler.endElement = [](void* user, const xmlChar*) { parse_of(user).builder.end(); };
    const auto characters = [](void* user, const xmlChar* text, int size) {
        parse_of(user).builder.characters({reinterpret_cast<const char*>(text), static_cast<std::size_t>(size)});
    };
    handler.characters = characters;
    handler.ignorableWhitespace = characters;
    handler.cdataBlock = [](void* user, const xmlChar* text, int size) {
        parse_of(user).builder.raw_text({reinterpret_cast<const char*>(text), static_cast<std::size_t>(size)});
    };
    return handler;
}

struct FreeParser {
    void operator()(htmlParserCtxtPtr parser) const noexcept { htmlFreeParserCtxt(parser); }
};

} // namespace

HtmlTree::HtmlTree(std::string_view html) {
    constexpr auto most = static_cast<std::size_t>(std::numeric_limits<int>::max());
    const RawText raw_text{html.substr(0, most)};
    const auto& markup = raw_text.markup();
    const std::unique_ptr<htmlParserCtxt, FreeParser> parser{htmlCreateMemoryParserCtxt(markup.data(), static_cast<int>(markup.size()))};
    if (!parser) return; // no bytes, or no memory: an empty tree
    m_pool.reserve(html.size());
    auto handler = make_handler();
    Parse parse{HtmlTreeBuilder{*this, raw_text}, parser.get()};
    auto* const own_handler = std::exchange(parser->sax, &handler);
    parser->userData = &parse;
    htmlCtxtUseOptions(parser.get(), HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET | HTML_PARSE_IGNORE_ENC);
    xmlSwitchEncoding(parser.get(), XML_CHAR_ENCODING_UTF8);
    htmlParseDocument(parser.get());
    parser->sax = own_handler;
    parse.builder.finish();
}

const HtmlTree::Attribute* HtmlTree::find(std::uint32_t node, std::string_view name) const noexcept {
    const auto& n = m_nodes[node];
    for (auto i = n.attributes; i < n.attributes + n.attribute_count; ++i) {
        if (slice(m_pool, m_attributes[i].name) == name) return &m_attributes[i];
    }
    return nullptr;
}

std::string_view HtmlTree::attribute(std::uint32_t node, std::string_view name) const noexcept {
    const auto* const found = find(node, name);
    return found == nullptr ? std::string_view{} : slice(m_pool, found->value);
}

bool HtmlTree::has_attribute(std::uint32_t node, std::string_view name) const noexcept { return find(node, name) != nullptr; }

std::string HtmlTree::inner_text(std::uint32_t node) const {
    std::string text;
    for (auto i = node; i < m_nodes[node].end; ++i) {
        if (m_nodes[i].tag == Tag::text) text += text_of(m_nodes[i]);
        else if (m_nodes[i].tag == Tag::br) text += ' ';
    }
    return text;
}

} // namespace dateline
