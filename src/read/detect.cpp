// SPDX-License-Identifier: MIT
#include <algorithm>
#include <array>
#include <cctype>
#include <utility>

#include <fmt/format.h>

#include <dateline/core/error.hpp>
#include <dateline/knowledge/table.hpp>
#include <dateline/text/fold.hpp>

#include "charset.hpp"
#include "formats.hpp"

namespace dateline {
namespace {

constexpr std::array<std::pair<InputFormat, std::string_view>, 7> format_names{{{InputFormat::automatic, "auto"},
                                                                                {InputFormat::text, "text"},
                                                                                {InputFormat::html, "html"},
                                                                                {InputFormat::jsonl, "jsonl"},
                                                                                {InputFormat::feed, "feed"},
                                                                                {InputFormat::newsml, "newsml"},
                                                                                {InputFormat::warc, "warc"}}};

std::string_view trim_left(std::string_view text) {
    text.remove_prefix(std::min(text.find_first_not_of(" \t\r\n\f"), text.size()));
    return text;
}

/// Takes XML's prolog off: declaration, comments, processing instructions and the document type, whose name it gives.
std::string_view skip_prolog(std::string_view& markup) {
    std::string_view doctype;
    for (;;) {
        markup = trim_left(markup);
        std::string_view end;
        if (markup.starts_with("<?")) {
            end = "?>";
        } else if (markup.starts_with("<!--")) {
            end = "-->";
        } else if (markup.starts_with("<!doctype")) {
            doctype = trim_left(markup.substr(std::string_view{"<!doctype"}.size()));
            doctype = doctype.substr(0, doctype.find_first_of(" \t\r\n>["));
            const auto subset = markup.find('[');
            end = subset < markup.find('>') ? "]>" : ">";
        } else {
            return doctype;
        }
        const auto at = markup.find(end);
        markup = at == std::string_view::npos ? std::string_view{} : markup.substr(at + end.size());
    }
}

/// The format that a document is in whose root element, or document type, is called `name`.
InputFormat format_of_root(std::string_view name) {
    const auto colon = name.find(':');
    if (colon != std::string_view::npos) name.remove_prefix(colon + 1);
    const auto table = Knowledge::built_in().table("document_roots");
    const auto rows = table.find(name);
    return rows.empty() ? InputFormat::automatic : parse_input_format(table.cell(rows.front(), 1)).value_or(InputFormat::automatic);
}

InputFormat detect_markup(std::string_view head) {
    const bool xml = head.starts_with("<?xml");
    const auto doctype = skip_prolog(head);
    if (const auto format = format_of_root(doctype); format != InputFormat::automatic) return format;
    if (!head.starts_with('<')) return xml || !doctype.empty() ? InputFormat::html : InputFormat::automatic;
    const auto root = head.substr(1, head.find_first_of(" \t\r\n/>", 1) - 1);
    if (const auto format = format_of_root(root); format != InputFormat::automatic) return format;
    if (xml) throw Error{Error::Kind::format, "", fmt::format("XML of a kind that is not known here: its root is <{}>", root)};
    return InputFormat::automatic;
}

/// A text that holds markup, whatever comes first.
bool has_markup(std::string_view head) {
    constexpr std::array<std::string_view, 7> signs{"<html", "<head>", "<body", "<!doctype html", "<p>", "<div", "<article"};
    return std::ranges::any_of(signs, [&](std::string_view sign) { return head.find(sign) != std::string_view::npos; });
}

bool is_text(std::string_view head) {
    const auto controls = std::ranges::count_if(head, [](char c) {
        const auto byte = static_cast<unsigned char>(c);
        return byte < 0x20 && c != '\t' && c != '\n' && c != '\r' && c != '\f' && c != '\x1B' && c != '\b';
    });
    return controls * 100 <= static_cast<std::ptrdiff_t>(head.size());
}

InputFormat format_of_suffix(std::string_view name) {
    const auto dot = name.rfind('.');
    if (dot == std::string_view::npos) return InputFormat::automatic;
    const auto suffix = lower(name.substr(dot + 1));
    if (suffix == "gz" || suffix == "zst") return format_of_suffix(name.substr(0, dot));
    const auto table = Knowledge::built_in().table("suffixes");
    const auto rows = table.find(suffix);
    return rows.empty() ? InputFormat::automatic : parse_input_format(table.cell(rows.front(), 1)).value_or(InputFormat::automatic);
}

} // namespace

std::string_view name_of(InputFormat format) noexcept {
    return std::ranges::find(format_names, format, &std::pair<InputFormat, std::string_view>::first)->second;
}

std::optional<InputFormat> parse_input_format(std::string_view name) noexcept {
    const auto* const found = std::ranges::find(format_names, name, &std::pair<InputFormat, std::string_view>::second);
    return found == format_names.end() ? std::nullopt : std::optional{found->first};
}

InputFormat detect_format(std::string_view bytes, std::string_view name) {
    if (bytes.starts_with("WARC/") || bytes.starts_with("filedesc://")) return InputFormat::warc;
    if (wide_encoding(bytes).empty() && !is_text(bytes)) {
        throw Error{Error::Kind::format, "", "neither text, markup, JSON nor a web archive"};
    }
    const auto text = lower(to_utf8(std::string{bytes}, {}));
    const auto head = trim_left(text);
    const auto by_suffix = format_of_suffix(name);
    if (head.starts_with('{') || (head.starts_with('[') && trim_left(head.substr(1)).starts_with('{'))) {
        return head.find("jsonfeed.org/version") != std::string_view::npos ? InputFormat::feed : InputFormat::jsonl;
    }
    if (head.starts_with('<')) {
        if (const auto format = detect_markup(head); format != InputFormat::automatic) return format;
    }
    if (by_suffix != InputFormat::automatic) return by_suffix;
    return has_markup(head) ? InputFormat::html : InputFormat::text;
}

} // namespace dateline
