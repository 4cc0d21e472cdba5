// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

namespace dateline {

/// `bytes` as UTF-8. What decides, in this order: a byte order mark; bytes that are valid UTF-8, whatever the label says;
/// `label` (from HTTP; may be empty); what the document declares about itself (HTML meta, XML declaration); a guess from the bytes.
/// Never fails: what cannot be read becomes U+FFFD.
[[nodiscard]] std::string to_utf8(std::string bytes, std::string_view label);

/// The encoding of 16 or 32 bits a unit that `head`, a text's first bytes, is written in, by byte order mark or by its zeros;
/// empty when it is none: "UTF-16LE", "UTF-32BE".
[[nodiscard]] std::string_view wide_encoding(std::string_view head) noexcept;

} // namespace dateline
