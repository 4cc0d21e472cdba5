// SPDX-License-Identifier: MIT
#include "publication.hpp"

#include <algorithm>
#include <map>

#include <fmt/format.h>

#include <dateline/knowledge/table.hpp>

#include "text_shape.hpp"

namespace dateline {
namespace {

/// Is it a day on which news can have been published? The future by a day is a clock in the Pacific.
bool is_possible(Day day, std::optional<Day> today) {
    static const Day first = *make_day(1900, 1, 1);
    return day >= first && (!today || day <= *today + date::days{1});
}

void drop_impossible(std::vector<DateClaim>& claims, std::optional<Day> today, std::vector<std::string>& notes) {
    std::erase_if(claims, [&](const DateClaim& claim) {
        const bool refused = !is_possible(claim.instant.day(), today);
        if (refused) {
            notes.push_back(fmt::format("publication date {} ({}) refused: {}", format_day(claim.instant.day()), claim.source,
                                        today && claim.instant.day() > *today ? "it lies in the future" : "it lies before 1900"));
        }
        return refused;
    });
}

/// A date of change says only that publication was not later.
float vote_of(const DateClaim& claim) {
    switch (claim.what) {
    case DateClaim::What::published: return claim.trust;
    case DateClaim::What::unclear: return claim.trust * 0.6F;
    case DateClaim::What::modified: return claim.trust * 0.25F;
    }
    return 0;
}

int exactness(const DateClaim& claim) { return (claim.instant.has_time ? 1 : 0) + (claim.instant.offset ? 2 : 0); }

} // namespace

DateClaim::What what_label_says(std::string_view before) {
    static const Table labels = Knowledge::built_in().table("date_labels");
    auto what = DateClaim::What::unclear;
    for (const auto& word : words_of(before)) { // the last word that says something: "Published … | Updated"
        const auto rows = labels.find(word);
        if (!rows.empty()) what = labels.cell(rows.front(), 1) == "published" ? DateClaim::What::published : DateClaim::What::modified;
    }
    return what;
}

std::optional<DateClaim> choose_publication(std::vector<DateClaim> claims, std::optional<Day> today, std::vector<std::string>& notes) {
    drop_impossible(claims, today, notes);
    if (claims.empty()) return std::nullopt;
    std::map<Day, float> votes;
    for (const auto& claim : claims) votes[claim.instant.day()] += vote_of(claim);
    // of days with equal votes the earliest: an update never comes first
    const auto day = std::ranges::max_element(votes, {}, [](const auto& entry) { return entry.second; })->first;
    std::erase_if(claims, [&](const DateClaim& claim) { return claim.instant.day() != day; });
    const auto best = std::ranges::max_element(claims, {}, [](const DateClaim& claim) {
        return std::tuple{claim.what != DateClaim::What::modified, exactness(claim), claim.trust};
    });
    return *best;
}

} // namespace dateline
