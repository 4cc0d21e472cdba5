// SPDX-License-Identifier: MIT
//
// JSON records, one a line or in one array, and JSON Feed. A line that is broken costs that line.
#include <algorithm>
#include <optional>
#include <string>
#include <utility>

#include <fmt/format.h>
#include <simdjson.h>

#include <dateline/core/error.hpp>
#include <dateline/knowledge/table.hpp>

#include "charset.hpp"
#include "formats.hpp"

namespace dateline {
namespace {

namespace dom = simdjson::dom;

/// A field's value as text: numbers as they are written, of a list the items joined, of an object its name.
std::string as_text(const dom::element& value) { // NOLINT(misc-no-recursion): the parser has bounded the depth
    std::string_view string;
    if (value.get(string) == simdjson::SUCCESS) return std::string{string};
    if (value.is_int64() || value.is_uint64()) return simdjson::minify(value);
    if (value.is_object()) {
        dom::element name;
        return value["name"].get(name) == simdjson::SUCCESS ? as_text(name) : std::string{};
    }
    std::string joined;
    if (dom::array items; value.get(items) == simdjson::SUCCESS) {
        for (const auto item : items) {
            const auto part = as_text(item);
            if (!joined.empty() && !part.empty()) joined += ", ";
            joined += part;
        }
    }
    return joined;
}

struct RecordFields {
    Page page;
    bool has_content = false;
};

void set_content(RecordFields& record, Page::Kind kind, std::string text) {
    record.page.kind = kind;
    record.page.content = std::move(text);
    record.has_content = true;
}

void set_field(RecordFields& record, std::string_view field, std::string text) {
    auto& given = record.page.given;
    const auto set = [&](std::string& member) { member = std::move(text); };
    if (field == "id") return set(given.id);
    if (field == "url") return set(given.url);
    if (field == "title") return set(given.title);
    if (field == "published") return set(record.page.published_text);
    if (field == "publisher") return set(given.publisher);
    if (field == "dateline") return set(given.dateline);
    if (field == "byline") return set(given.byline);
    if (field == "language") return set(given.language);
    if (field == "text") return set_content(record, Page::Kind::record, std::move(text));
    if (field == "page_text") return set_content(record, Page::Kind::text, std::move(text));
    if (field == "html") return set_content(record, Page::Kind::html, std::move(text));
    if (field == "fragment") return set_content(record, Page::Kind::fragment, std::move(text));
}

/// The page that a record stands for. Goes through the names we know, the last of them first, so that the first wins.
Page record_page(const dom::object& object, std::string where) {
    static const Table fields = Knowledge::built_in().table("record_fields");
    RecordFields record;
    for (auto row = fields.rows(); row-- > 0;) {
        dom::element value;
        if (object[fields.cell(row, 0)].get(value) != simdjson::SUCCESS || value.is_null()) continue;
        set_field(record, fields.cell(row, 1), as_text(value));
    }
    if (!record.has_content) throw Error{Error::Kind::format, where, "the record has neither \"text\" nor \"html\""};
    record.page.where = std::move(where);
    return std::move(record.page);
}

/// One parser, used again for every line; its buffers grow to the largest.
class Records {
public:
    explicit Records(Reading& reading) : m_reading{reading}, m_parser{reading.options.max_page_bytes} {
        if (m_parser.allocate(std::size_t{1} << 16U, reading.options.max_depth) != simdjson::SUCCESS) {
            throw Error{Error::Kind::io, reading.name, "no memory to read JSON"};
        }
    }

    [[nodiscard]] dom::element parse(std::string_view json, const std::string& where) {
        dom::element document;
        const auto error = m_parser.parse(json.data(), json.size()).get(document);
        if (error != simdjson::SUCCESS) {
            throw Error{Error::Kind::format, where, fmt::format("not JSON: {}", simdjson::error_message(error))};
        }
        return document;
    }

    void hand_over(const dom::element& record, std::string where, const std::string& publisher = {}) {
        dom::object object;
        if (record.get(object) != simdjson::SUCCESS) {
            throw Error{Error::Kind::format, where, "expected a record {…}, found another JSON value"};
        }
        auto page = record_page(object, std::move(where));
        if (page.given.publisher.empty()) page.given.publisher = publisher;
        m_reading.on_page(std::move(page));
    }

    /// Every record of a list; a bad one costs itself.
    void hand_over_all(const dom::array& records, const std::string& publisher = {}) {
        std::size_t number = 0;
        for (const auto record : records) {
            ++number;
            try {
                hand_over(record, fmt::format("{}#{}", m_reading.name, number), publisher);
            } catch (const Error& error) {
                m_reading.on_rejected(error);
            }
        }
    }

private:
    Reading& m_reading;
    dom::parser m_parser;
};

/// Is the input one JSON document over several lines, rather than one record a line? A first line that is broken off does not make it
/// one, unless the file is called .json: it may be a bad record among good ones.
bool is_document(Reading& reading) {
    const auto head = reading.input.peek(detection_window);
    const auto begin = std::min(head.find_first_not_of(" \t\r\n"), head.size());
    if (head.substr(begin).starts_with('[')) return true;
    const auto line = head.substr(begin, head.find('\n', begin) - begin);
    const auto last = line.find_last_not_of(" \t\r");
    if (last == std::string_view::npos || line[last] == '}' || begin + line.size() == head.size()) return false;
    return last == 0 || reading.name.ends_with(".json");
}

} // namespace

void read_json_document(Reading& reading) {
    const auto json = to_utf8(take_all(reading), {});
    Records records{reading};
    const auto document = records.parse(json, reading.name);
    dom::array items;
    if (document.get(items) == simdjson::SUCCESS) return records.hand_over_all(items);
    if (document["items"].get(items) == simdjson::SUCCESS) {
        dom::element title;
        const bool titled = document["title"].get(title) == simdjson::SUCCESS;
        return records.hand_over_all(items, titled ? as_text(title) : std::string{});
    }
    records.hand_over(document, reading.name);
}

void read_json(Reading& reading) {
    reading.input = decode_wide(std::move(reading.input));
    if (is_document(reading)) return read_json_document(reading);
    Records records{reading};
    std::string line;
    for (std::size_t number = 1;; ++number) {
        const auto where = fmt::format("{}:{}", reading.name, number);
        const auto status = reading.input.take_line(line, reading.options.max_page_bytes);
        if (status == Input::Line::none) break;
        if (line.find_first_not_of(" \t\r") == std::string::npos) continue;
        try {
            if (status == Input::Line::too_long) {
                throw Error{Error::Kind::format, where, fmt::format("the line is longer than {} bytes", reading.options.max_page_bytes)};
            }
            records.hand_over(records.parse(line, where), where);
        } catch (const Error& error) {
            reading.on_rejected(error);
        }
    }
}

} // namespace dateline
