// SPDX-License-Identifier: MIT
//
// One function a format. Each hands over its pages one by one and reports what it must refuse; an Error it throws ends the input.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include <dateline/read/reader.hpp>

#include "input.hpp"

namespace dateline {

/// What a format's reader works with.
struct Reading {
    Input input;
    std::string name; ///< of the file, for Page::where and errors
    const ReadOptions& options;
    const OnPage& on_page;
    const OnRejected& on_rejected;
};

/// Decides by the first bytes, then by the suffix of `name`. Throws Error{format} for what is no text at all.
[[nodiscard]] InputFormat detect_format(std::string_view head, std::string_view name);
inline constexpr std::size_t detection_window = 4096; ///< bytes that detect_format wants to see

void read_text(Reading& reading);
void read_html(Reading& reading);
void read_json(Reading& reading);
/// One JSON value: a record, a list of records, a JSON Feed.
void read_json_document(Reading& reading);
void read_feed(Reading& reading);
void read_newsml(Reading& reading);
void read_warc(Reading& reading);

/// The whole rest of the input; throws Error{format} when it is larger than a page may be.
[[nodiscard]] std::string take_all(Reading& reading);

} // namespace dateline
