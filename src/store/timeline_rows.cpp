// SPDX-License-Identifier: MIT
//
// What is asked for is first put down as numbers of events in a temporary table, then read with one cursor a table; so a small question
// costs what it finds, and a large one no more than reading everything.
#include "timeline_rows.hpp"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include <dateline/graph/merging.hpp>
#include <dateline/text/fold.hpp>

#include "rows.hpp"

namespace dateline::store {
namespace {

using sqlite::Database;
using sqlite::Statement;

constexpr std::string_view actor_columns = "id, name, kind, country, office, sector, wikidata";

/// Temporary tables: the numbers of timeline events, and of the reports that tell them.
void clear_choice(const Database& database) {
    database.execute("CREATE TEMPORARY TABLE IF NOT EXISTS chosen (number INTEGER PRIMARY KEY);"
                     "CREATE TEMPORARY TABLE IF NOT EXISTS asked (number INTEGER PRIMARY KEY);"
                     "DELETE FROM chosen; DELETE FROM asked;");
}

std::vector<Actor> actors_of_choice(const Database& database) {
    std::vector<Actor> actors;
    Statement rows{database, fmt::format("SELECT {} FROM timeline_actor WHERE number IN (SELECT actor FROM timeline_part "
                                         "JOIN chosen ON chosen.number = timeline_event) ORDER BY id", actor_columns)};
    while (rows.step()) actors.push_back(actor_at(database, rows, 0));
    return actors;
}

TimelineGraph load_choice(const Database& database) {
    database.execute("INSERT INTO asked SELECT event FROM timeline_report JOIN chosen ON chosen.number = timeline_event");
    Reports reports;
    std::vector<std::pair<std::int64_t, std::uint32_t>> place_of; // by number of the row of `event`
    Reader{database}.for_each_asked([&](std::int64_t number, const Event& event) { place_of.emplace_back(number, reports.add(event)); });
    Merging merging;
    Statement rows{database, "SELECT event FROM chosen JOIN timeline_report ON timeline_event = chosen.number ORDER BY chosen.number, position"};
    const auto place = [&](std::int64_t number) { return std::ranges::lower_bound(place_of, std::pair{number, 0U})->second; };
    while (rows.step()) merging.reports.push_back(place(rows.number(0)));
    Statement events{database, "SELECT outcome, (SELECT count(*) FROM timeline_report WHERE timeline_event = chosen.number) "
                               "FROM chosen JOIN timeline_event USING (number) ORDER BY chosen.number"};
    for (std::uint32_t end = 0; events.step();) {
        merging.outcomes.push_back(known(database, parse_outcome(events.text(0)), events.text(0)));
        merging.ends.push_back(end += static_cast<std::uint32_t>(events.number(1)));
    }
    merging.actors = actors_of_choice(database);
    return {std::move(reports), std::move(merging)};
}

/// "IN ('a', 'b')" of names that need no escaping.
template <class Value>
std::string in_names(const std::vector<Value>& values) {
    std::vector<std::string> names;
    for (const auto value : values) names.push_back(fmt::format("'{}'", name_of(value)));
    return fmt::format("IN ({})", fmt::join(names, ", "));
}

std::string in_actors(const Database& database, const std::vector<std::string>& queries) {
    std::vector<ActorQuery> wanted(queries.begin(), queries.end());
    std::vector<std::int64_t> numbers;
    Statement rows{database, fmt::format("SELECT {}, number, folded FROM timeline_actor", actor_columns)};
    while (rows.step()) {
        const auto actor = actor_at(database, rows, 0);
        if (std::ranges::any_of(wanted, [&](const ActorQuery& query) { return query.names(actor, rows.text(8)); })) numbers.push_back(rows.number(7));
    }
    return fmt::format("IN ({})", fmt::join(numbers, ", "));
}

} // namespace

bool is_merged(const Database& database) {
    if (database.number("PRAGMA user_version") < 2) return false;
    Statement rules{database, "SELECT rules FROM merging"};
    return rules.step() && rules.text(0) == merging_rules();
}

void keep_timeline(const Database& database, const TimelineGraph& graph, std::span<const std::int64_t> numbers) {
    database.execute("DELETE FROM merging; DELETE FROM timeline_part; DELETE FROM timeline_report; DELETE FROM timeline_event; "
                     "DELETE FROM timeline_actor;");
    const auto merging = merging_of(graph);
    Statement actor{database, "INSERT INTO timeline_actor VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"};
    for (std::size_t number = 0; number < merging.actors.size(); ++number) {
        const auto& [id, name, kind, country, office, sector, wikidata] = merging.actors[number];
        actor.run(static_cast<std::int64_t>(number), std::string_view{id}, std::string_view{name}, std::string_view{fold(name)}, name_of(kind),
                  std::string_view{country}, std::string_view{office}, std::string_view{sector}, std::string_view{wikidata});
    }
    Statement event{database, "INSERT INTO timeline_event VALUES (?, ?, ?, ?, ?, ?, ?)"};
    Statement report{database, "INSERT INTO timeline_report VALUES (?, ?, ?)"};
    std::size_t at = 0;
    for (std::uint32_t number = 0; number < merging.size(); ++number) {
        const auto summary = graph.summary(EventId{number});
        event.run(std::int64_t{number}, name_of(summary.type), name_of(summary.status), name_of(summary.outcome),
                  sqlite::or_null(text_of(summary.date.earliest)), sqlite::or_null(text_of(summary.date.latest)), std::int64_t{summary.publishers});
        for (std::int64_t position = 0; at < merging.ends[number]; ++at) report.run(std::int64_t{number}, position++, numbers[merging.reports[at]]);
    }
    Statement part{database, "INSERT INTO timeline_part VALUES (?, ?)"};
    for (std::uint32_t number = 0; number < merging.actors.size(); ++number) {
        for (const auto id : graph.events_of(ActorId{number})) part.run(std::int64_t{number}, std::int64_t{id.value});
    }
    Statement{database, "INSERT INTO merging VALUES (?)"}.run(merging_rules());
}

TimelineGraph load_timeline(const Database& database, const View& view) {
    clear_choice(database);
    std::string where = "true";
    const auto also = [&](const std::string& condition) { where += " AND " + condition; };
    // events stand in the order of their last day: those that end before the window are skipped at once
    if (view.from) also(fmt::format("number > coalesce((SELECT number FROM timeline_event WHERE latest < '{}' ORDER BY latest DESC, number DESC LIMIT 1), -1)", format_day(*view.from)));
    if (view.to) also(fmt::format("(earliest IS NULL OR earliest <= '{}')", format_day(*view.to)));
    if (!view.types.empty()) also("type " + in_names(view.types));
    if (!view.statuses.empty()) also("status " + in_names(view.statuses));
    if (view.min_publishers > 1) also(fmt::format("publishers >= {}", view.min_publishers));
    if (!view.actors.empty()) also("number IN (SELECT timeline_event FROM timeline_part WHERE actor " + in_actors(database, view.actors) + ")");
    database.execute(("INSERT INTO chosen SELECT number FROM timeline_event WHERE " + where).c_str());
    return load_choice(database);
}

TimelineGraph load_around(const Database& database, std::string_view id) {
    clear_choice(database);
    Statement{database, "INSERT OR IGNORE INTO chosen SELECT timeline_event FROM event JOIN timeline_report ON timeline_report.event = event.number WHERE id = ?"}.run(id);
    Statement{database, "INSERT OR IGNORE INTO chosen SELECT timeline_event FROM timeline_part JOIN timeline_actor ON number = actor WHERE id = ?"}.run(id);
    return load_choice(database);
}

} // namespace dateline::store
