// SPDX-License-Identifier: MIT
//
// Articles that are there already: under the same address, or with nearly the same body, as wire copy is printed by many papers.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include <dateline/core/article.hpp>

namespace dateline {

/// What is kept of an article to know it again: 64 least hashes of its runs of four words (MinHash; Broder 1997), so that the share of
/// equal ones estimates what two bodies have in common. Of a body too short to tell, none.
struct Fingerprint {
    std::string address; ///< the URL without scheme, "www.", fragment and what trackers add
    std::optional<std::array<std::uint32_t, 64>> body;
};

/// Total, linear in the length of the text.
[[nodiscard]] Fingerprint fingerprint(const Article& article);

/// The articles seen so far. What it says depends on their order, which must therefore be that of the input.
class Duplicates {
public:
    /// Notes an article; the id of the first one that it repeats, if there is one.
    [[nodiscard]] std::optional<std::string> add(const std::string& id, const Fingerprint& print);

private:
    [[nodiscard]] std::optional<std::uint32_t> find_body(const Fingerprint& print) const;

    std::vector<std::string> m_ids;
    std::vector<std::array<std::uint32_t, 64>> m_bodies;
    std::vector<std::uint32_t> m_owners; ///< of each body, its place in m_ids
    std::unordered_map<std::string, std::uint32_t> m_addresses;
    std::unordered_multimap<std::uint64_t, std::uint32_t> m_bands; ///< four hashes in a row -> bodies
};

} // namespace dateline
