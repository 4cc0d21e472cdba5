// SPDX-License-Identifier: MIT
#include "json_ld.hpp"

#include <algorithm>
#include <array>
#include <string>

#include <simdjson.h>

#include <dateline/text/fold.hpp>

#include "text_shape.hpp"

namespace dateline {
namespace {

namespace dom = simdjson::dom;

constexpr std::size_t deepest = 64;

/// Takes off comment and CDATA marks, escapes control characters in strings, drops commas before a closing bracket.
std::string mend(std::string_view json) {
    constexpr std::string_view mark = "<![CDATA[";
    if (const auto at = json.find(mark); at != std::string_view::npos) json.remove_prefix(at + mark.size());
    json = json.substr(0, json.rfind("]]>"));
    const auto begin = json.find_first_of("{[");
    const auto end = json.find_last_of("}]");
    if (begin == std::string_view::npos || end == std::string_view::npos || end < begin) return {};
    std::string out;
    out.reserve(json.size());
    bool in_string = false;
    for (std::size_t i = begin; i <= end; ++i) {
        const char c = json[i];
        if (in_string && c == '\\' && i < end) {
            out += c;
            out += json[++i];
        } else if (in_string && static_cast<unsigned char>(c) < 0x20) {
            out += ' ';
        } else if (!in_string && (c == '}' || c == ']')) {
            while (!out.empty() && (out.back() == ',' || out.back() == ' ' || out.back() == '\n' || out.back() == '\r' || out.back() == '\t')) out.pop_back();
            out += c;
        } else {
            if (c == '"') in_string = !in_string;
            out += c;
        }
    }
    return out;
}

std::string text_of(const dom::element& value) { // NOLINT(misc-no-recursion): the parser has bounded the depth
    if (std::string_view string; value.get(string) == simdjson::SUCCESS) return tidy(string);
    if (dom::array items; value.get(items) == simdjson::SUCCESS) {
        for (const auto item : items) return text_of(item);
    }
    dom::element name;
    for (const auto* key : {"name", "@value", "@id"}) {
        if (value[key].get(name) == simdjson::SUCCESS) return text_of(name);
    }
    return {};
}

std::string text_at(const dom::object& object, const char* key) {
    dom::element value;
    return object[key].get(value) == simdjson::SUCCESS ? text_of(value) : std::string{};
}

enum class NodeKind { article, page, other };

NodeKind kind_of(const dom::object& object) {
    const auto type = text_at(object, "@type");
    for (const std::string_view word : {"Article", "BlogPosting", "Posting", "Report", "NewsItem", "Review"}) {
        if (type.find(word) != std::string::npos) return NodeKind::article;
    }
    return type.ends_with("WebPage") || type == "VideoObject" ? NodeKind::page : NodeKind::other;
}

/// Every name under "author": one, a list, strings or persons.
void add_authors(const dom::object& object, PageMeta& meta) {
    dom::element value;
    if (object["author"].get(value) != simdjson::SUCCESS) return;
    dom::array items;
    if (value.get(items) != simdjson::SUCCESS) {
        if (auto name = text_of(value); !name.empty()) meta.authors.push_back(std::move(name));
        return;
    }
    for (const auto item : items) {
        if (auto name = text_of(item); !name.empty()) meta.authors.push_back(std::move(name));
    }
}

void add_date(const dom::object& object, const char* key, DateClaim::What what, float trust, PageMeta& meta) {
    if (auto text = text_at(object, key); !text.empty()) meta.dates.push_back({.text = std::move(text), .what = what, .source = "json-ld", .trust = trust});
}

/// schema.org LiveBlogPosting: "liveBlogUpdate" lists its entries, each a BlogPosting.
void add_ticker(const dom::object& object, PageMeta& meta) {
    dom::array updates;
    if (object["liveBlogUpdate"].get(updates) != simdjson::SUCCESS) return;
    for (const auto update : updates) {
        dom::object entry;
        std::string_view body;
        if (update.get(entry) != simdjson::SUCCESS || entry["articleBody"].get(body) != simdjson::SUCCESS) continue;
        meta.ticker.push_back({.title = text_at(entry, "headline"), .published = text_at(entry, "datePublished"), .url = text_at(entry, "url"),
                               .body = std::string{body}});
    }
}

void read_node(const dom::object& object, PageMeta& meta) {
    const auto kind = kind_of(object);
    if (kind == NodeKind::other) return;
    const bool article = kind == NodeKind::article;
    add_date(object, "datePublished", DateClaim::What::published, article ? 0.95F : 0.7F, meta);
    add_date(object, "dateModified", DateClaim::What::modified, 0.6F, meta);
    if (article) {
        add_date(object, "dateCreated", DateClaim::What::published, 0.4F, meta);
        if (auto title = text_at(object, "headline"); !title.empty()) meta.titles.push_back(std::move(title));
        add_authors(object, meta);
        if (meta.site.empty()) meta.site = text_at(object, "publisher");
        add_ticker(object, meta);
        std::string_view body;
        if (meta.body.empty() && object["articleBody"].get(body) == simdjson::SUCCESS) meta.body = body;
    }
    if (meta.language.empty()) meta.language = text_at(object, "inLanguage");
}

/// Objects of interest sit at the top, in lists, under @graph and mainEntity.
void walk(const dom::element& value, PageMeta& meta, int depth) { // NOLINT(misc-no-recursion): bounded
    if (depth > 4) return;
    if (dom::array items; value.get(items) == simdjson::SUCCESS) {
        for (const auto item : items) walk(item, meta, depth + 1);
        return;
    }
    dom::object object;
    if (value.get(object) != simdjson::SUCCESS) return;
    read_node(object, meta);
    for (const auto* key : {"@graph", "mainEntity", "mainEntityOfPage"}) {
        dom::element below;
        if (object[key].get(below) == simdjson::SUCCESS) walk(below, meta, depth + 1);
    }
}

} // namespace

void read_json_ld(std::string_view script, PageMeta& meta) {
    dom::parser parser;
    if (parser.allocate(std::max<std::size_t>(script.size(), 64), deepest) != simdjson::SUCCESS) return;
    const auto json = mend(script);
    dom::element document;
    if (parser.parse(json).get(document) == simdjson::SUCCESS) walk(document, meta, 0);
}

} // namespace dateline
