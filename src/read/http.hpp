// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <dateline/read/reader.hpp>

namespace dateline {

/// Header fields as "Name: value" lines, names in lower case. Of lines folded over several (RFC 9112 5.2) the parts are joined.
using Fields = std::vector<std::pair<std::string, std::string>>;
[[nodiscard]] Fields parse_fields(std::string_view lines);
/// The first value under `name` (lower case), empty when there is none.
[[nodiscard]] std::string_view field(const Fields& fields, std::string_view name) noexcept;

struct HttpResponse {
    int status = 0;
    std::string media_type; ///< "text/html", lower case, without parameters
    std::string charset;    ///< as Content-Type says; may be empty
    std::string body;       ///< chunks joined, gzip, deflate, brotli and zstd unpacked
};

/// An HTTP/1.x response message. Throws Error{format} for what is none, or has a body that cannot be unpacked within the limits.
[[nodiscard]] HttpResponse parse_response(std::string_view message, const ReadOptions& options);

/// Splits "text/html; charset=utf-8".
void set_content_type(HttpResponse& response, std::string_view value);

} // namespace dateline
