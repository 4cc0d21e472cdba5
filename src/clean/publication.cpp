// SPDX-License-Identifier: MIT
#include "publication.hpp"

#include <algorithm>
#include <chrono>
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

bool is_utc(const Instant& instant) { return instant.has_time && instant.offset == std::chrono::minutes{0}; }

/// The offset at which the clock of `local` shows the moment `utc`; nothing when no zone's does. Needs the same second of the hour.
std::optional<std::chrono::minutes> offset_between(const Instant& utc, const Instant& local) {
    constexpr std::chrono::hours most_west{-12};
    constexpr std::chrono::hours most_east{14};
    const auto difference = local.local - utc.local;
    if (difference < most_west || difference > most_east || difference % std::chrono::minutes{30} != std::chrono::seconds{0}) return std::nullopt;
    return std::chrono::floor<std::chrono::minutes>(difference);
}

/// A moment told in UTC and elsewhere on the page by a local clock is set to that: its day is the day that readers saw.
void set_to_local(std::vector<DateClaim>& claims) {
    constexpr float believable = 0.3F; // of a clock without its zone
    std::vector<Instant> local;
    for (const auto& claim : claims) {
        if (!claim.instant.has_time || is_utc(claim.instant)) continue;
        if (claim.instant.offset || claim.trust >= believable) local.push_back(claim.instant);
    }
    for (auto& claim : claims) {
        if (!is_utc(claim.instant)) continue;
        for (const auto& candidate : local) {
            const auto offset = offset_between(claim.instant, candidate);
            if (!offset || candidate.offset.value_or(*offset) != *offset || *offset == std::chrono::minutes{0}) continue;
            claim.instant.local = candidate.local;
            claim.instant.offset = offset;
            break;
        }
    }
}

/// The zone that all of the page's own clocks keep, where it is not UTC.
std::optional<std::chrono::minutes> find_zone(const std::vector<DateClaim>& claims) {
    std::optional<std::chrono::minutes> zone;
    for (const auto& claim : claims) {
        if (!claim.instant.offset || is_utc(claim.instant)) continue;
        if (zone && zone != claim.instant.offset) return std::nullopt;
        zone = claim.instant.offset;
    }
    return zone;
}

/// A moment in UTC next to midnight is of the day that the URL names, where the page's clocks, or else some zone's, show that day then.
Day day_of(const DateClaim& claim, std::optional<Day> in_url, std::optional<std::chrono::minutes> zone) {
    const auto day = claim.instant.day();
    if (!in_url || !is_utc(claim.instant)) return day;
    if (zone) return date::floor<date::days>(claim.instant.local + *zone).time_since_epoch() == in_url->time_since_epoch() ? *in_url : day;
    const auto clock = claim.instant.local - date::local_seconds{day.time_since_epoch()};
    const bool is_next = *in_url == day + date::days{1} && clock >= std::chrono::hours{12};
    const bool is_last = *in_url == day - date::days{1} && clock < std::chrono::hours{12};
    return is_next || is_last ? *in_url : day;
}

/// The votes for each day. However often one source names a day, it has one vote: pages list the dates of comments and of other pages.
std::map<Day, float> count_votes(const std::vector<DateClaim>& claims) {
    const auto url = std::ranges::find(claims, "url", &DateClaim::source);
    const auto in_url = url == claims.end() ? std::nullopt : std::optional{url->instant.day()};
    const auto zone = find_zone(claims);
    std::map<Day, std::map<std::string_view, float>> by_source;
    for (const auto& claim : claims) {
        auto& vote = by_source[day_of(claim, in_url, zone)][claim.source];
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
    for (const auto& word : spelt_words_of(before)) { // the last word that says something: "Published … | Updated"
        const auto rows = labels.find(word);
        if (rows.empty()) continue;
        const auto said = labels.cell(rows.front(), 1);
        if (said == "unless" && what != DateClaim::What::unclear) continue;
        what = said == "modified" ? DateClaim::What::modified : DateClaim::What::published;
    }
    return what;
}

std::optional<DateClaim> choose_publication(std::vector<DateClaim> claims, std::optional<Day> today, std::vector<std::string>& notes) {
    drop_impossible(claims, today, notes);
    if (claims.empty()) return std::nullopt;
    set_to_local(claims);
    auto votes = count_votes(claims);
    discount_changes(claims, votes);
    // of days with equal votes the one that the page names first
    auto day = claims.front().instant.day();
    for (const auto& claim : claims) {
        if (votes[claim.instant.day()] > votes[day]) day = claim.instant.day();
    }
    std::erase_if(claims, [&](const DateClaim& claim) { return claim.instant.day() != day; });
    const auto best = std::ranges::max_element(claims, {}, [](const DateClaim& claim) {
        return std::tuple{claim.what != DateClaim::What::modified, exactness(claim), claim.trust};
    });
    return *best;
}

} // namespace dateline
