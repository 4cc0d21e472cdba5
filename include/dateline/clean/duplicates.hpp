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
#include <dateline/core/fingerprint.hpp>

namespace dateline {

/// Total, linear in the length of the text.
[[nodiscard]] Fingerprint fingerprint(const Article& article);

/// The articles seen so far. An address with quite another body is no repetition: it is a home page, or one entry of a ticker. What it says depends on their order, which must therefore be that of the input.
class Duplicates {
public:
    /// Notes an article; the id of the first one that it repeats, if there is one.
    [[nodiscard]] std::optional<std::string> add(const std::string& id, const Fingerprint& print);

private:
    [[nodiscard]] std::optional<std::uint32_t> find_address(const Fingerprint& print) const;
    [[nodiscard]] std::optional<std::uint32_t> find_body(const Fingerprint& print) const;

    struct Seen {
        std::string id;
        std::optional<std::array<std::uint32_t, 64>> body;
    };
    std::vector<Seen> m_seen;
    std::unordered_map<std::string, std::uint32_t> m_addresses;    ///< -> place in m_seen
    std::unordered_multimap<std::uint64_t, std::uint32_t> m_bands; ///< four hashes in a row -> places
};

} // namespace dateline
