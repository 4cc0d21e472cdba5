// SPDX-License-Identifier: MIT
#include "fuse.hpp"

#include <algorithm>
#include <map>
#include <numeric>
#include <set>
#include <utility>
#include <vector>

#include <dateline/text/fold.hpp>

namespace dateline {
namespace {

bool is_grounded(const DateInterval& date) { return date.basis == Basis::stated || date.basis == Basis::relative; }

/// Days from first to last; an end that is not known makes it wider than any other.
date::days width(const DateInterval& date) {
    if (!date.earliest || !date.latest) return date::days::max();
    return *date.latest - *date.earliest;
}

/// A date that words gave says more than one that only publication gives; after that the narrower one does.
bool dates_better(const DateInterval& a, const DateInterval& b) {
    if (is_grounded(a) != is_grounded(b)) return is_grounded(a);
    return width(a) < width(b);
}

/// What both leave possible; nothing when they exclude each other.
std::optional<DateInterval> narrowed(DateInterval date, const DateInterval& other) {
    if (other.earliest && (!date.earliest || *other.earliest > *date.earliest)) date.earliest = other.earliest;
    if (other.latest && (!date.latest || *other.latest < *date.latest)) date.latest = other.latest;
    if (date.earliest && date.latest && *date.earliest > *date.latest) return std::nullopt;
    return date;
}

/// The finest precision whose name still covers the interval: narrowing 1–30 November by "from the 28th" leaves days, not a month.
Precision precision_of(const DateInterval& date) {
    if (!date.earliest || !date.latest) return Precision::open;
    const auto days = (*date.latest - *date.earliest).count() + 1;
    if (days == 1) return Precision::day;
    if (days <= 7) return Precision::week;
    if (days <= 31) return Precision::month;
    if (days <= 92) return Precision::quarter;
    return days <= 366 ? Precision::year : Precision::decade;
}

/// Starts from the best-dated report and lets the others narrow it, as long as they do not exclude it.
std::pair<DateInterval, std::uint32_t> date_of(const ReportTable& table, std::span<const std::uint32_t> rows) {
    const auto best = *std::ranges::min_element(rows, [&](auto a, auto b) { return dates_better(table.events[a].date, table.events[b].date); });
    auto date = table.events[best].date;
    for (const auto row : rows) {
        const auto& other = table.events[row].date;
        if (is_grounded(other) != is_grounded(date)) continue;
        if (const auto both = narrowed(date, other)) date = *both;
    }
    const auto& told = table.events[best].date;
    if (date.earliest != told.earliest || date.latest != told.latest) date.precision = precision_of(date);
    return {date, best};
}

/// Happened beats under way beats what was only ahead; of plans and possibilities the last word counts.
EventStatus status_of(const ReportTable& table, std::span<const std::uint32_t> rows) {
    const auto any = [&](EventStatus status) { return std::ranges::any_of(rows, [&](auto row) { return table.events[row].status == status; }); };
    for (const auto status : {EventStatus::occurred, EventStatus::ongoing}) {
        if (any(status)) return status;
    }
    return table.events[rows.back()].status;
}

/// Who published the evidence, as far as it can be told apart.
std::string_view publisher_of(const ReportTable& table, const ArticleRow& article) {
    if (article.publisher != StringPool::empty) return table.strings[article.publisher];
    const auto url = table.strings[article.url];
    const auto scheme = url.find("://");
    if (scheme == std::string_view::npos) return table.strings[article.id];
    const auto host = url.substr(scheme + 3);
    return host.substr(0, host.find_first_of("/?#"));
}

/// Evidence of one publisher counts once, and so does one sentence however many publishers print it (a wire copy): groups
/// connected by either are one source.
class Sources {
public:
    Sources(const ReportTable& table, std::span<const std::uint32_t> rows) {
        std::map<std::string, std::size_t> seen;
        for (const auto row : rows) {
            for (const auto& proof : table.evidence_of(table.events[row])) {
                const auto source = m_parent.size();
                m_parent.push_back(source);
                m_confidence.push_back(table.events[row].confidence);
                for (const auto& key : {'p' + std::string{publisher_of(table, table.articles[proof.article])},
                                        't' + fold(table.strings[proof.text])}) {
                    join(source, seen.try_emplace(key, source).first->second);
                }
            }
        }
    }

    [[nodiscard]] std::uint32_t count() {
        std::set<std::size_t> roots;
        for (std::size_t i = 0; i < m_parent.size(); ++i) roots.insert(root(i));
        return std::max<std::uint32_t>(1, static_cast<std::uint32_t>(roots.size()));
    }

    /// That at least one independent source is right.
    [[nodiscard]] double confidence() {
        std::map<std::size_t, double> best;
        for (std::size_t i = 0; i < m_parent.size(); ++i) {
            auto& value = best[root(i)];
            value = std::max(value, m_confidence[i]);
        }
        return 1 - std::accumulate(best.begin(), best.end(), 1.0, [](double doubt, const auto& entry) { return doubt * (1 - entry.second); });
    }

private:
    std::size_t root(std::size_t i) {
        while (m_parent[i] != i) i = m_parent[i] = m_parent[m_parent[i]];
        return i;
    }
    void join(std::size_t a, std::size_t b) { m_parent[std::max(root(a), root(b))] = std::min(root(a), root(b)); }

    std::vector<std::size_t> m_parent;
    std::vector<double> m_confidence;
};

/// One actor in the fullest of its descriptions, the gaps filled from the others.
void complete(Actor& actor, const Actor& other) {
    if (other.name.size() > actor.name.size()) actor.name = other.name;
    for (const auto field : {&Actor::country, &Actor::office, &Actor::sector, &Actor::wikidata}) {
        if ((actor.*field).empty()) actor.*field = other.*field;
    }
}

std::vector<Participant> participants_of(const ReportTable& table, std::span<const std::uint32_t> rows, std::uint32_t fullest) {
    std::vector<Participant> all;
    const auto add = [&](std::uint32_t row) {
        for (const auto& [number, role] : table.participants_of(table.events[row])) {
            const auto actor = table.actor(number);
            const auto known = std::ranges::find(all, actor.id, [](const Participant& p) -> const std::string& { return p.actor.id; });
            if (known == all.end()) all.push_back({actor, role});
            else complete(known->actor, actor);
        }
    };
    add(fullest);
    for (const auto row : rows) add(row);
    return all;
}

std::vector<Evidence> evidence_of(const ReportTable& table, std::span<const std::uint32_t> rows) {
    std::vector<Evidence> all;
    for (const auto row : rows) {
        for (const auto& proof : table.evidence_of(table.events[row])) {
            auto evidence = table.evidence_at(proof);
            if (std::ranges::find(all, evidence) == all.end()) all.push_back(std::move(evidence));
        }
    }
    return all;
}

void keep_first_given(Event& event, const ReportTable& table, const EventRow& other) {
    if (event.mode.empty()) event.mode = table.strings.str(other.mode);
    if (!event.location) event.location = table.place_of(other);
    for (const auto number : table.contexts_of(other)) {
        const auto context = table.strings[number];
        if (std::ranges::find(event.contexts, context) == event.contexts.end()) event.contexts.emplace_back(context);
    }
}

} // namespace

Gist gist_of(const ReportTable& table, std::span<const std::uint32_t> rows) {
    const auto [date, dating] = date_of(table, rows);
    const auto fullest = *std::ranges::max_element(rows, {}, [&](auto row) {
        const auto& event = table.events[row];
        return std::pair{event.participants.size, event.confidence};
    });
    Gist gist;
    gist.date = date;
    gist.type = table.events[fullest].type;
    gist.status = status_of(table, rows);
    gist.reports = static_cast<std::uint32_t>(rows.size());
    gist.fullest = fullest;
    gist.dating = dating;
    for (const auto row : rows) {
        for (const auto& proof : table.evidence_of(table.events[row])) {
            const auto day = table.published(table.articles[proof.article]);
            if (day && (!gist.reported || *day < *gist.reported)) gist.reported = day;
        }
    }
    const auto evidence = std::accumulate(rows.begin(), rows.end(), 0U, [&](auto sum, auto row) { return sum + table.events[row].evidence.size; });
    if (evidence > 1) gist.publishers = Sources{table, rows}.count();
    return gist;
}

TimelineEvent fuse(const ReportTable& table, std::span<const std::uint32_t> rows, const Gist& gist) {
    TimelineEvent told{.event = table.event(gist.fullest), .publishers = gist.publishers, .reported = gist.reported, .outcome = gist.outcome};
    auto& event = told.event;
    event.id = table.strings.str(table.events[rows.front()].id);
    event.status = gist.status;
    event.actors = participants_of(table, rows, gist.fullest);
    event.evidence = evidence_of(table, rows);
    const auto& dating = table.events[gist.dating];
    event.date = {gist.date, table.strings.str(dating.date_text), table.strings.str(dating.date_rule)};
    if (rows.size() > 1) event.confidence = Sources{table, rows}.confidence();
    for (const auto row : rows) keep_first_given(event, table, table.events[row]);
    return told;
}

} // namespace dateline
