// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

namespace dateline {

struct Language {
    std::string code;     ///< ISO 639-1; empty when the text is too short or too mixed to tell
    bool certain = false;
};

/// What language `text` (valid UTF-8) is in, by the Compact Language Detector.
[[nodiscard]] Language detect_language(std::string_view text);

} // namespace dateline
