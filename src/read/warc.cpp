// SPDX-License-Identifier: MIT
//
// Web archives: WARC 0.17 to 1.1 (ISO 28500), WET, and ARC 1 and 2. Responses with a page, and conversions to text, become pages; all
// other records (requests, metadata, revisits, images, failures of a server) are passed over, for they hold no article. After a record
// that is broken, reading goes on at the next line that looks like the head of one.
#include <array>
#include <charconv>
#include <optional>

#include <fmt/format.h>

#include <dateline/text/fold.hpp>

#include "charset.hpp"
#include "formats.hpp"
#include "http.hpp"

namespace dateline {
namespace {

constexpr std::size_t longest_head = std::size_t{1} << 16U; // bytes of a record's header fields

struct Record {
    Fields fields;
    std::string type; ///< "response", "conversion", …
    std::string url;
    std::string media_type;
    std::uint64_t length = 0;
};

bool is_markup(std::string_view media_type) { return media_type == "text/html" || media_type == "application/xhtml+xml"; }
bool is_text(std::string_view media_type) { return media_type == "text/plain"; }

std::optional<std::uint64_t> parse_length(std::string_view text) {
    std::uint64_t length = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), length);
    return error == std::errc{} && end == text.data() + text.size() ? std::optional{length} : std::nullopt;
}

class Archive {
public:
    explicit Archive(Reading& reading) : m_reading{reading} {}

    void read() {
        m_arc = m_reading.input.peek(9) == "filedesc:";
        bool lost = false;
        while (true) {
            try {
                if (lost) find_next_head();
                lost = false;
                if (!read_record()) return;
            } catch (const Error& error) {
                m_reading.on_rejected(error.where().empty() || error.where() == m_reading.name ? Error{error.kind(), where(), error.what()} : error);
                lost = true;
            }
        }
    }

private:
    [[nodiscard]] std::string where() const { return fmt::format("{}#{}", m_reading.name, m_number); }

    [[nodiscard]] Error broken(const std::string& what) const { return {Error::Kind::format, where(), what}; }

    /// Does a record start so? In ARC every line that starts with a URL may be a head; in WARC that is but a line of some text.
    [[nodiscard]] bool is_head(std::string_view line) const {
        if (!m_arc) return line.starts_with("WARC/");
        return line.starts_with("filedesc://") || line.starts_with("http://") || line.starts_with("https://");
    }

    /// Line by line, until one looks like the head of a record.
    void find_next_head() {
        std::string line;
        while (!is_head(m_reading.input.peek(16)) && m_reading.input.take_line(line, 16) != Input::Line::none) {}
    }

    bool read_record() {
        std::string line;
        do {
            if (m_reading.input.take_line(line, longest_head) == Input::Line::none) return false;
        } while (line.empty());
        ++m_number;
        if (!is_head(line)) throw broken("expected the head of a record");
        auto record = m_arc ? read_arc_head(line) : read_warc_head();
        take_content(record);
        return true;
    }

    /// ISO 28500 5: named fields up to an empty line.
    Record read_warc_head() {
        std::string head;
        std::string line;
        for (;;) {
            const auto status = m_reading.input.take_line(line, longest_head);
            if (status == Input::Line::none) throw broken("the archive breaks off in a record's head");
            if (line.empty()) break;
            if (status == Input::Line::too_long || head.size() + line.size() > longest_head) throw broken(fmt::format("a record's head is longer than {} bytes", longest_head));
            head += line + '\n';
        }
        Record record{.fields = parse_fields(head)};
        const auto length = parse_length(field(record.fields, "content-length"));
        if (!length) throw broken("expected Content-Length with a number of bytes");
        record.length = *length;
        record.type = lower(field(record.fields, "warc-type"));
        record.url = field(record.fields, "warc-target-uri");
        if (record.url.starts_with('<') && record.url.ends_with('>')) record.url = record.url.substr(1, record.url.size() - 2);
        HttpResponse type;
        set_content_type(type, field(record.fields, "content-type"));
        record.media_type = type.media_type;
        return record;
    }

    /// ARC: "URL address date type length"; the length is the last word.
    Record read_arc_head(const std::string& line) {
        const auto last = line.rfind(' ');
        const auto length = last == std::string::npos ? std::nullopt : parse_length(std::string_view{line}.substr(last + 1));
        if (!length) throw broken("expected an ARC head that ends with a number of bytes");
        Record record{.length = *length};
        record.url = line.substr(0, line.find(' '));
        record.type = line.starts_with("filedesc:") ? "warcinfo" : "response";
        record.media_type = "application/http";
        return record;
    }

    [[nodiscard]] static bool is_wanted(const Record& record) {
        if (record.type == "response") return record.media_type == "application/http" && !record.url.starts_with("dns:");
        if (record.type == "resource") return is_markup(record.media_type) || is_text(record.media_type);
        return record.type == "conversion" && (is_text(record.media_type) || record.media_type.empty());
    }

    void take_content(Record& record) {
        auto& input = m_reading.input;
        const auto max = m_reading.options.max_page_bytes;
        if (!is_wanted(record) || record.length > max) {
            const auto skipped = input.skip(record.length);
            if (is_wanted(record)) m_reading.on_rejected(broken(fmt::format("the record has {} bytes, more than the {} that a page may have", record.length, max)));
            if (skipped < record.length) throw broken(fmt::format("the archive breaks off: {} bytes announced, {} found", record.length, skipped));
            return;
        }
        auto content = input.take(static_cast<std::size_t>(record.length));
        if (content.size() < record.length) throw broken(fmt::format("the archive breaks off: {} bytes announced, {} found", record.length, content.size()));
        try {
            hand_over(record, std::move(content));
        } catch (const Error& error) {
            m_reading.on_rejected(error.where().empty() ? broken(error.what()) : error);
        }
    }

    void hand_over(const Record& record, std::string content) {
        HttpResponse response;
        if (record.type == "response") {
            response = parse_response(content, m_reading.options);
            if (response.status < 200 || response.status >= 300) return;
        } else {
            response.media_type = record.media_type.empty() ? "text/plain" : record.media_type;
            response.body = std::move(content);
        }
        const bool markup = is_markup(response.media_type);
        if (!markup && !is_text(response.media_type)) return;
        Page page{.where = where(), .kind = markup ? Page::Kind::html : Page::Kind::text, .content = to_utf8(std::move(response.body), response.charset), .given = {}, .published_text = {}};
        page.given.url = record.url;
        m_reading.on_page(std::move(page));
    }

    Reading& m_reading;
    std::size_t m_number = 0;
    bool m_arc = false;
};

} // namespace

void read_warc(Reading& reading) { Archive{reading}.read(); }

} // namespace dateline
