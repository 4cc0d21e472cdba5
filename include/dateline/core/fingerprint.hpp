// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>

namespace dateline {

/// What is kept of an article to know it again: 64 least hashes of its runs of four words (MinHash; Broder 1997), so that the share of
/// equal ones estimates what two bodies have in common.
struct Fingerprint {
    std::string address; ///< the URL without scheme, "www.", fragment and what trackers add
    std::optional<std::array<std::uint32_t, 64>> body; ///< none of one that has no four words
    bool is_telling = false; ///< the body is long enough to be known again under another address

    friend bool operator==(const Fingerprint&, const Fingerprint&) = default;
};

} // namespace dateline
