// SPDX-License-Identifier: MIT
#include "publication.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <string_view>
#include <tuple>

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

/// One moment told in two zones: the local one is the day that readers saw; the same moment in UTC goes.
void drop_utc_twins(std::vector<DateClaim>& claims) {
    const auto is_utc = [](const DateClaim& claim) { return claim.instant.offset == std::chrono::minutes{0}; };
    const auto moment = [](const DateClaim& claim) { return claim.instant.local - *claim.instant.offset; };
    std::vector<date::local_seconds> local;
    for (const auto& claim : claims) {
        if (claim.instant.has_time && claim.instant.offset && !is_utc(claim)) local.push_back(moment(claim));
    }
    std::erase_if(claims, [&](const DateClaim& claim) {
        return claim.instant.has_time && is_utc(claim) && std::ranges::find(local, moment(claim)) != local.end();
    });
}

/// The votes for each day. However often one source names a day, it has one vote: pages list the dates of comments and of other pages.
std::map<Day, float> count_votes(const std::vector<DateClaim>& claims) {
    std::map<Day, std::map<std::string_view, float>> by_source;
    for (const auto& claim : claims) {
        auto& vote = by_source[claim.instant.day()][claim.source];
        vote = std::max(vote, vote_of(claim));
    }
    std::map<Day, float> votes;
    for (const auto& [day, sources] : by_source) {
        for (const auto& [source, vote] : sources) votes[day] += vote;
    }
    return votes;
}

/// Where a page says of a day both that it was published and that it was changed then, and names an earlier day of publication as
/// firmly, systems have set the first of the two anew with every change.
void discount_changes(const std::vector<DateClaim>& claims, std::map<Day, float>& votes) {
    constexpr float firm = 0.8F;
    constexpr float discount = 0.5F;
    std::optional<Day> first;
    for (const auto& claim : claims) {
        if (claim.what != DateClaim::What::published || claim.trust < firm) continue;
        if (!first || claim.instant.day() < *first) first = claim.instant.day();
    }
    if (!first) return;
    std::set<Day> changed;
    for (const auto& claim : claims) {
        if (claim.what == DateClaim::What::modified && claim.instant.day() > *first) changed.insert(claim.instant.day());
    }
    for (const auto day : changed) votes[day] *= discount;
}

int exactness(const DateClaim& claim) { return (claim.instant.has_time ? 1 : 0) + (claim.instant.offset ? 2 : 0); }

} // namespace

std::string_view name_of(DateClaim::What what) noexcept {
    switch (what) {
    case DateClaim::What::published: return "published";
    case DateClaim::What::unclear: return "unclear";
    case DateClaim::What::modified: return "modified";
    }
    return {};
}

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
    drop_utc_twins(claims);
    auto votes = count_votes(claims);
    discount_changes(claims, votes);
    // of days with equal votes the earliest: an update never comes first
    const auto day = std::ranges::max_element(votes, {}, [](const auto& entry) { return entry.second; })->first;
    std::erase_if(claims, [&](const DateClaim& claim) { return claim.instant.day() != day; });
    const auto best = std::ranges::max_element(claims, {}, [](const DateClaim& claim) {
        return std::tuple{claim.what != DateClaim::What::modified, exactness(claim), claim.trust};
    });
    return *best;
}

} // namespace dateline
