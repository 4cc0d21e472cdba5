// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <iosfwd>
#include <optional>
#include <string>
#include <string_view>

#include <dateline/core/error.hpp>
#include <dateline/core/page.hpp>

namespace dateline {

/// What an input holds. `automatic` decides by the first bytes and, where these leave it open, by the suffix.
enum class InputFormat : std::uint8_t {
    automatic,
    text,   ///< one plain text, or the text dump of a page
    html,   ///< one page
    jsonl,  ///< one record a line: {id, url, published, title, publisher, dateline, byline, text|html}; a JSON array of them too
    feed,   ///< RSS 0.9x–2.0, RDF, Atom, JSON Feed
    newsml, ///< NewsML-G2, NITF
    warc,   ///< WARC, ARC, WET
};
[[nodiscard]] std::string_view name_of(InputFormat format) noexcept;
[[nodiscard]] std::optional<InputFormat> parse_input_format(std::string_view name) noexcept;

/// What is read, and how much of it: the limits hold memory and time down whatever the bytes are.
struct ReadOptions {
    InputFormat format = InputFormat::automatic;
    std::size_t max_page_bytes = std::size_t{16} << 20U; ///< a larger page, record or line is rejected
    std::size_t max_depth = 256;                         ///< nesting of JSON and XML beyond it is rejected
    std::size_t max_expansion = 1000;                    ///< unpacked bytes for one packed byte, beyond the first max_page_bytes
};

using OnPage = std::function<void(Page&&)>;
/// `where()` of the error names file and record, `what()` the reason. The rest of the input is read all the same.
using OnRejected = std::function<void(const Error&)>;

/// Reads a file, every file below a folder (in the order of their names), or standard input ("-"), and hands over page by page;
/// only one page is held at a time. gzip and zstd are unpacked on the way.
/// An input that cannot be opened or breaks off is rejected with Error::Kind::io, what is broken in itself with Kind::format.
/// Throws only what the two callbacks throw.
void read_input(const std::string& path, const ReadOptions& options, const OnPage& on_page, const OnRejected& on_rejected);

/// The same from an open stream; `name` stands for the file in Page::where and in errors, and its suffix counts.
void read_stream(std::istream& in, const std::string& name, const ReadOptions& options, const OnPage& on_page, const OnRejected& on_rejected);

} // namespace dateline
