// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include <dateline/core/actor.hpp>
#include <dateline/core/day.hpp>
#include <dateline/core/document.hpp>

namespace dateline {

/// What articles say of who holds which office, gathered over many of them; the order in which they come does not matter.
class TenureBook {
public:
    /// Articles without a day say nothing that could be dated, and are left out.
    void add(const Document& document, const ActorLayer& layer);

    /// The book as a dictionary that `ActorDictionary::parse` takes: one row for every office, person and stretch of time. A tenure goes
    /// from the first day on which it was told to the day on which another holder was, and is open where nobody was. Holders who were
    /// told alternately contradict each other: both rows stay, say so, and no later article is told who holds that office. More columns:
    /// `told` (articles), `first` and `last` day, `contradicted_by`, `article` and `evidence` (the first words that said so).
    [[nodiscard]] std::string table() const;

private:
    struct Telling {
        std::string day;
        std::string article;
        std::string evidence;
        std::string name;
        friend auto operator<=>(const Telling&, const Telling&) = default;
    };
    using Office = std::pair<std::string, std::string>; ///< of, office
    std::map<Office, std::map<std::string, std::vector<Telling>>> m_offices; ///< person's id -> tellings
};

} // namespace dateline
