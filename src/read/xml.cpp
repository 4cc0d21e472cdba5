// SPDX-License-Identifier: MIT
#include "xml.hpp"

#include <algorithm>
#include <sstream>

#include <fmt/format.h>

#include "charset.hpp"

namespace dateline {
namespace {

/// Calls `visit` for every node below `root` in document order, until it says stop. Without recursion, whatever the depth.
template <class Visit>
void walk(pugi::xml_node root, const Visit& visit) {
    auto node = root.first_child();
    while (node) {
        if (!visit(node)) return;
        if (node.first_child()) {
            node = node.first_child();
            continue;
        }
        while (node != root && !node.next_sibling()) node = node.parent();
        if (node == root) return;
        node = node.next_sibling();
    }
}

void check_depth(const pugi::xml_document& document, const Reading& reading) {
    std::size_t depth = 0;
    auto node = document.first_child();
    while (node) {
        if (node.first_child()) {
            if (++depth > reading.options.max_depth) {
                throw Error{Error::Kind::format, reading.name, fmt::format("XML nested deeper than {} elements", reading.options.max_depth)};
            }
            node = node.first_child();
            continue;
        }
        while (node && !node.next_sibling() && depth > 0) {
            node = node.parent();
            --depth;
        }
        node = node.next_sibling();
    }
}

std::string trim(std::string_view text) {
    const auto begin = text.find_first_not_of(" \t\r\n");
    if (begin == std::string_view::npos) return {};
    return std::string{text.substr(begin, text.find_last_not_of(" \t\r\n") - begin + 1)};
}

} // namespace

void parse_xml(Reading& reading, pugi::xml_document& document) {
    const auto text = to_utf8(take_all(reading), {});
    const auto begin = std::min(text.find('<'), text.size());
    const auto result = document.load_buffer(text.data() + begin, text.size() - begin, pugi::parse_default | pugi::parse_ws_pcdata, pugi::encoding_utf8);
    if (!result) throw Error{Error::Kind::format, reading.name, fmt::format("not XML: {} at byte {}", result.description(), result.offset)};
    check_depth(document, reading);
}

std::string_view local_name(const char* name) noexcept {
    const std::string_view whole{name};
    return whole.substr(whole.rfind(':') + 1);
}

pugi::xml_node child(pugi::xml_node node, std::string_view name) {
    return node.find_child([&](pugi::xml_node candidate) { return local_name(candidate.name()) == name; });
}

pugi::xml_node descendant(pugi::xml_node node, std::string_view name) {
    pugi::xml_node found;
    walk(node, [&](pugi::xml_node candidate) {
        if (candidate.type() == pugi::node_element && local_name(candidate.name()) == name) found = candidate;
        return !found;
    });
    return found;
}

std::string text_below(pugi::xml_node node) {
    std::string text;
    walk(node, [&](pugi::xml_node below) {
        if (below.type() == pugi::node_pcdata || below.type() == pugi::node_cdata) text += below.value();
        return true;
    });
    return trim(text);
}

std::string markup_below(pugi::xml_node node) {
    std::ostringstream out;
    for (const auto below : node.children()) below.print(out, "", pugi::format_raw);
    return out.str();
}

} // namespace dateline
