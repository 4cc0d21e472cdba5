// SPDX-License-Identifier: MIT
//
// Agency XML of the IPTC: NITF 3, and NewsML-G2 with a body in NITF, XHTML or plain text.
#include <fmt/format.h>

#include "formats.hpp"
#include "xml.hpp"

namespace dateline {
namespace {

/// The value of an attribute of the first node of that name below.
std::string attribute_below(pugi::xml_node node, std::string_view name, const char* attribute) {
    return descendant(node, name).attribute(attribute).value();
}

/// NITF: docdata and body.head say what it is, body.content is the text.
void fill_from_nitf(pugi::xml_node nitf, Page& page) {
    const auto head = descendant(nitf, "body.head");
    const auto content = descendant(nitf, "body.content");
    page.kind = Page::Kind::fragment;
    page.content = markup_below(content);
    const auto set = [](std::string& member, std::string value) {
        if (member.empty()) member = std::move(value);
    };
    set(page.given.title, text_below(descendant(head, "hl1")));
    set(page.given.title, text_below(descendant(head, "hedline")));
    set(page.given.title, text_below(descendant(nitf, "title")));
    set(page.given.byline, text_below(descendant(head, "byline")));
    set(page.given.dateline, text_below(descendant(head, "dateline")));
    set(page.given.publisher, text_below(descendant(head, "distributor")));
    set(page.given.id, attribute_below(nitf, "doc-id", "id-string"));
    set(page.published_text, attribute_below(nitf, "date.issue", "norm"));
    set(page.published_text, attribute_below(nitf, "date.release", "norm"));
    set(page.published_text, attribute_below(head, "story.date", "norm"));
}

/// NewsML-G2 1.9 to 2.3x: itemMeta and contentMeta, then the body in a contentSet.
Page page_of_item(pugi::xml_node item, std::string where) {
    Page page{.where = std::move(where), .kind = Page::Kind::record, .content = {}, .given = {}, .published_text = {}};
    const auto meta = child(item, "contentMeta");
    page.given.id = item.attribute("guid").value();
    page.given.title = text_below(descendant(meta, "headline"));
    page.given.byline = text_below(child(meta, "by"));
    page.given.dateline = text_below(child(meta, "dateline"));
    const auto provider = descendant(child(item, "itemMeta"), "provider");
    page.given.publisher = child(provider, "name") ? text_below(child(provider, "name")) : std::string{provider.attribute("literal").value()};
    page.given.language = attribute_below(meta, "language", "tag");
    for (const auto date : {child(meta, "contentCreated"), descendant(child(item, "itemMeta"), "firstCreated"),
                            descendant(child(item, "itemMeta"), "versionCreated")}) {
        if (page.published_text.empty()) page.published_text = text_below(date);
    }
    const auto set = child(item, "contentSet");
    if (const auto nitf = descendant(set, "nitf")) {
        fill_from_nitf(nitf, page);
    } else if (const auto inline_xml = child(set, "inlineXML")) {
        const auto body = descendant(inline_xml, "body");
        page.kind = Page::Kind::fragment;
        page.content = markup_below(body ? body : inline_xml);
    } else if (const auto data = child(set, "inlineData")) {
        page.content = text_below(data);
    }
    if (page.content.find_first_not_of(" \t\r\n") == std::string::npos) throw Error{Error::Kind::format, page.where, "the item has no text of its own"};
    return page;
}

void read_items(Reading& reading, pugi::xml_node set) {
    std::size_t number = 0;
    for (const auto item : set.children()) {
        if (local_name(item.name()) != "newsItem") continue;
        try {
            reading.on_page(page_of_item(item, fmt::format("{}#{}", reading.name, ++number)));
        } catch (const Error& error) {
            reading.on_rejected(error);
        }
    }
    if (number == 0) throw Error{Error::Kind::format, reading.name, "the message has no news item"};
}

} // namespace

void read_newsml(Reading& reading) {
    pugi::xml_document document;
    parse_xml(reading, document);
    const auto root = document.document_element();
    const auto name = local_name(root.name());
    if (name == "newsItem") return reading.on_page(page_of_item(root, reading.name));
    if (name == "newsMessage") return read_items(reading, child(root, "itemSet"));
    const auto nitf = name == "nitf" ? root : descendant(root, "nitf");
    if (!nitf) throw Error{Error::Kind::format, reading.name, fmt::format("<{}> holds no text: expected NITF or a newsItem", name)};
    Page page{.where = reading.name, .kind = Page::Kind::fragment, .content = {}, .given = {}, .published_text = {}};
    fill_from_nitf(nitf, page);
    if (page.content.find_first_not_of(" \t\r\n") == std::string::npos) throw Error{Error::Kind::format, reading.name, "the NITF document has no body"};
    reading.on_page(std::move(page));
}

} // namespace dateline
