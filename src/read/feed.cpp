// SPDX-License-Identifier: MIT
//
// Feeds: RSS 0.9x to 2.0, RDF Site Summary, Atom (RFC 4287), CDF. One page an entry; its content is markup of the body alone.
#include <fmt/format.h>


#include "formats.hpp"
#include "xml.hpp"

namespace dateline {
namespace {

bool is_entry(pugi::xml_node node) {
    const auto name = local_name(node.name());
    return name == "item" || name == "entry";
}

/// An Atom link to the page itself, or the text of an RSS one.
std::string link_of(pugi::xml_node entry) {
    std::string url;
    for (const auto node : entry.children()) {
        if (local_name(node.name()) != "link") continue;
        const std::string_view relation = node.attribute("rel").value();
        std::string found = node.attribute("href") ? node.attribute("href").value() : text_below(node);
        if (relation.empty() || relation == "alternate") return found;
        if (url.empty() && relation != "self") url = std::move(found);
    }
    return url.empty() ? entry.attribute("href").value() : url;
}

/// The first of the children called so, in the order of the names.
pugi::xml_node first_child_of(pugi::xml_node entry, std::initializer_list<std::string_view> names) {
    for (const auto name : names) {
        if (const auto found = child(entry, name)) return found;
    }
    return {};
}

/// RFC 4287 3.1.1: "xhtml" content is markup itself, all other kinds are its text with the markup escaped.
std::string content_of(pugi::xml_node entry) {
    for (const std::string_view name : {"encoded", "content", "description", "summary", "abstract"}) {
        for (const auto node : entry.children()) {
            if (local_name(node.name()) != name) continue;
            const std::string_view type = node.attribute("type").value();
            auto text = type == "xhtml" || type.ends_with("+xml") ? markup_below(node) : text_below(node);
            if (!text.empty()) return text;
        }
    }
    return {};
}

Page page_of(pugi::xml_node entry, const std::string& publisher, std::string where) {
    Page page{.where = std::move(where), .kind = Page::Kind::fragment, .content = content_of(entry), .given = {}, .published_text = {}};
    page.given.title = text_below(child(entry, "title"));
    page.given.url = link_of(entry);
    page.given.id = text_below(first_child_of(entry, {"guid", "id"}));
    const auto author = first_child_of(entry, {"author", "creator"});
    page.given.byline = text_below(child(author, "name") ? child(author, "name") : author);
    page.given.publisher = publisher;
    page.published_text = text_below(first_child_of(entry, {"pubDate", "published", "issued", "date", "created", "updated", "modified"}));
    if (page.content.empty()) throw Error{Error::Kind::format, page.where, "the entry has no content"};
    return page;
}

/// Entries are children of the channel, or, in RDF, of the root.
void read_entries(Reading& reading, pugi::xml_node parent, const std::string& publisher, std::size_t& number) {
    for (const auto entry : parent.children()) {
        if (!is_entry(entry)) continue;
        const auto where = fmt::format("{}#{}", reading.name, ++number);
        try {
            reading.on_page(page_of(entry, publisher, where));
        } catch (const Error& error) {
            reading.on_rejected(error);
        }
    }
}

} // namespace

void read_feed(Reading& reading) {
    const auto head = reading.input.peek(detection_window);
    const auto begin = head.find_first_not_of(" \t\r\n\xEF\xBB\xBF");
    if (begin != std::string_view::npos && head[begin] == '{') return read_json_document(reading);
    pugi::xml_document document;
    parse_xml(reading, document);
    const auto root = document.document_element();
    const auto channel = child(root, "channel");
    const auto publisher = text_below(child(channel ? channel : root, "title"));
    std::size_t number = 0;
    if (is_entry(root)) return reading.on_page(page_of(root, {}, reading.name));
    read_entries(reading, root, publisher, number);
    if (channel) read_entries(reading, channel, publisher, number);
    if (number == 0) throw Error{Error::Kind::format, reading.name, "the feed has no entry"};
}

} // namespace dateline
