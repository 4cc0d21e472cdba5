// SPDX-License-Identifier: MIT
#include "timeline_rows.hpp"

#include <optional>
#include <string>

#include <dateline/text/fold.hpp>

#include "rows.hpp"

namespace dateline::store {
namespace {

using sqlite::Database;
using sqlite::or_null;
using sqlite::Statement;

class Keeper {
public:
    explicit Keeper(const Database& database) : m_database{database} {}

    void actor(std::int64_t number, const Actor& actor) {
        m_actor.run(number, std::string_view{actor.id}, std::string_view{actor.name}, std::string_view{fold(actor.name)}, name_of(actor.kind),
                    std::string_view{actor.country}, std::string_view{actor.office}, std::string_view{actor.sector}, std::string_view{actor.wikidata});
    }

    void event(std::int64_t number, const TimelineEvent& told) {
        const auto& event = told.event;
        const auto& place = event.location;
        m_event.run(number, std::string_view{event.id}, name_of(event.type), name_of(event.status), name_of(told.outcome),
                    or_null(text_of(event.date.earliest)), or_null(text_of(event.date.latest)), name_of(event.date.precision),
                    name_of(event.date.basis), or_null(text_of(told.reported)), std::int64_t{told.publishers},
                    static_cast<std::int64_t>(told.reports.size()), std::string_view{event.predicate}, std::string_view{event.title}, event.goldstein,
                    or_null(event.mode), or_null(event.cameo), or_null(event.date.text), or_null(event.date.rule), or_null(place ? place->name : ""),
                    or_null(place ? place->country : ""), place ? place->latitude : std::nullopt, place ? place->longitude : std::nullopt,
                    std::optional{event.confidence});
        std::int64_t position = 0;
        for (const auto& context : event.contexts) m_context.run(number, position++, std::string_view{context});
    }

    void part(std::int64_t event, std::int64_t position, std::int64_t actor, const Participant& participant) {
        m_part.run(event, position, actor, m_description.number(participant.actor), name_of(participant.role));
    }

    void affiliation(std::int64_t position, const Affiliation& what) {
        m_affiliation.run(std::int64_t{what.member.value}, position, std::int64_t{what.whole.value}, name_of(what.kind), or_null(what.office),
                          or_null(text_of(what.from)), or_null(text_of(what.until)), or_null(text_of(what.first)), or_null(text_of(what.last)));
    }

    /// `reason`: nothing for the first.
    void report(std::int64_t event, std::int64_t position, std::int64_t report, const MergeReason* reason) {
        const auto points = reason != nullptr ? reason->points : Sameness{};
        const auto maybe = [&](double value) { return reason != nullptr ? std::optional{value} : std::nullopt; };
        m_report.run(event, position, report, reason != nullptr ? std::optional{std::int64_t{reason->same_as}} : std::nullopt, maybe(points.act),
                     maybe(points.sides), maybe(points.story), maybe(points.words), maybe(points.time), maybe(points.place));
    }

private:
    const Database& m_database;
    ActorRows m_description{m_database};
    Statement m_actor{m_database, "INSERT INTO timeline_actor VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"};
    Statement m_affiliation{m_database, "INSERT INTO timeline_affiliation VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"};
    Statement m_event{m_database, "INSERT INTO timeline_event VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"};
    Statement m_context{m_database, "INSERT INTO timeline_context VALUES (?, ?, ?)"};
    Statement m_part{m_database, "INSERT INTO timeline_part VALUES (?, ?, ?, ?, ?)"};
    Statement m_report{m_database, "INSERT INTO timeline_report VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"};
};

void keep_affiliations(Keeper& keep, std::span<const Affiliation> affiliations) {
    std::int64_t position = 0;
    std::optional<ActorId> member;
    for (const auto& affiliation : affiliations) {
        position = member == affiliation.member ? position + 1 : 0;
        member = affiliation.member;
        keep.affiliation(position, affiliation);
    }
}

} // namespace

void keep_timeline(const Database& database, const TimelineGraph& graph, std::span<const std::int64_t> numbers) {
    database.execute("DELETE FROM merging; DELETE FROM timeline_affiliation; DELETE FROM timeline_part; DELETE FROM timeline_context; DELETE FROM timeline_report; "
                     "DELETE FROM timeline_event; DELETE FROM timeline_actor;");
    Keeper keep{database};
    for (std::uint32_t number = 0; number < graph.actor_count(); ++number) keep.actor(number, graph.actor({number}));
    keep_affiliations(keep, graph.affiliations());
    for (std::uint32_t number = 0; number < graph.event_count(); ++number) {
        const auto told = graph.event({number});
        keep.event(number, told);
        std::int64_t position = 0;
        for (const auto& participant : told.event.actors) {
            keep.part(number, position++, graph.find_actor(participant.actor.id)->value, participant);
        }
        auto reason = told.reasons.begin();
        position = 0;
        for (const auto place : graph.places_of({number})) {
            const bool joined = reason != told.reasons.end() && reason->report == position;
            keep.report(number, position++, numbers[place], joined ? &*reason++ : nullptr);
        }
    }
    Statement{database, "INSERT INTO merging VALUES (?)"}.run(merging_rules());
}

} // namespace dateline::store
