// SPDX-License-Identifier: MIT
//
// What is asked for is first put down as numbers of events in a temporary table, then read with one cursor a table, all in the order
// of events; so a small question costs what it finds, and a large one no more than reading everything.
#include "timeline_rows.hpp"

#include <algorithm>
#include <iterator>
#include <numeric>
#include <optional>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include <dateline/graph/merging.hpp>
#include <dateline/graph/told_events.hpp>

#include "rows.hpp"

namespace dateline::store {
namespace {

using sqlite::Database;
using sqlite::Statement;

constexpr std::string_view actor_columns = "id, name, kind, country, office, sector, wikidata";

/// The temporary table of the numbers of timeline events that are asked for.
void clear_choice(const Database& database) {
    database.execute("CREATE TEMPORARY TABLE IF NOT EXISTS chosen (number INTEGER PRIMARY KEY); DELETE FROM chosen;");
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

void choose(const Database& database, const View& view) {
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
}

/// Kept small: a large case has millions, and fresh memory is what they cost.
struct Part {
    std::uint32_t event, actor, description;
    Role role;
};

constexpr std::string_view parts_chosen = "SELECT chosen.number, actor, description, role FROM chosen CROSS JOIN timeline_part ON timeline_event = chosen.number "
                                          "ORDER BY chosen.number, position";
constexpr std::string_view all_parts = "SELECT timeline_event, actor, description, role FROM timeline_part ORDER BY timeline_event, position";

std::vector<Part> read_parts(const Database& database, std::string_view sql) {
    const auto actors = database.number("SELECT count(*) FROM timeline_actor");
    std::vector<Part> parts;
    Statement rows{database, sql};
    while (rows.step()) {
        const auto number = [&](int column) { return static_cast<std::uint32_t>(rows.number(column)); };
        parts.push_back({number(0), number(1), number(2), known(database, parse_role(rows.text(3)), rows.text(3))});
        if (parts.back().actor >= actors) fail_damaged(database, "a part of nobody");
    }
    return parts;
}

/// By number of an actor that of the node which stands for it in a network; both in the order of ids.
std::vector<std::uint32_t> nodes_of_actors(const Database& database, Level level) {
    std::vector<std::string> ids;
    Statement rows{database, "SELECT id, country FROM timeline_actor ORDER BY number"};
    while (rows.step()) ids.push_back(node_id({.id = rows.str(0), .country = rows.str(1)}, level));
    auto nodes = ids;
    std::ranges::sort(nodes);
    nodes.erase(std::unique(nodes.begin(), nodes.end()), nodes.end());
    std::vector<std::uint32_t> node_of;
    for (const auto& id : ids) node_of.push_back(static_cast<std::uint32_t>(std::ranges::lower_bound(nodes, id) - nodes.begin()));
    return node_of;
}

/// Leaves only the events of the `top` nodes that take part in the most of them; among equals the smaller id counts, as in make_network().
void keep_busiest(const Database& database, std::vector<Part>& parts, const NetworkOptions& network) {
    const auto node_of = nodes_of_actors(database, network.level);
    struct Node {
        std::optional<std::uint32_t> last_event;
        std::size_t events = 0;
    };
    std::vector<Node> nodes(node_of.size());
    for (const auto& part : parts) {
        auto& [last_event, events] = nodes[node_of[part.actor]];
        if (last_event != part.event) ++events;
        last_event = part.event;
    }
    std::vector<std::uint32_t> order(nodes.size());
    std::iota(order.begin(), order.end(), 0U);
    std::ranges::stable_sort(order, [&](auto a, auto b) { return nodes[a].events > nodes[b].events; });
    order.resize(std::min(order.size(), network.top));
    std::vector<bool> is_busy(nodes.size());
    for (const auto node : order) is_busy[node] = true;

    clear_choice(database);
    Statement choose{database, "INSERT INTO chosen VALUES (?)"};
    auto kept = parts.begin();
    for (auto begin = parts.begin(); begin != parts.end();) {
        const auto end = std::find_if(begin, parts.end(), [event = begin->event](const Part& part) { return part.event != event; });
        if (std::any_of(begin, end, [&](const Part& part) { return is_busy[node_of[part.actor]]; })) {
            choose.run(std::int64_t{begin->event});
            kept = std::move(begin, end, kept);
        }
        begin = end;
    }
    parts.erase(kept, parts.end());
}

constexpr std::string_view outline_columns = "timeline_event.number, timeline_event.id, type, status, outcome, earliest, latest, precision, basis, reported, "
                                             "publishers, reports, predicate, title, goldstein";
constexpr std::string_view other_columns = ", mode, cameo, date_text, date_rule, place, place_country, latitude, longitude, confidence";

/// Reads the chosen events, all but their parts.
class EventCursor {
public:
    EventCursor(const Database& database, Detail detail)
        : m_database{database}, m_whole{detail == Detail::whole},
          m_event{database, fmt::format("SELECT {}{} FROM chosen CROSS JOIN timeline_event ON timeline_event.number = chosen.number ORDER BY chosen.number",
                                        outline_columns, m_whole ? other_columns : "")} {}

    bool next() {
        if (!m_event.step()) return false;
        read_outline();
        if (m_whole) {
            read_rest();
            m_contexts.for_each_of(number(), [&](const Statement& row) { m_told.event.contexts.push_back(row.str(1)); });
            m_reports.for_each_of(number(), [&](const Statement& row) { read_report(row); });
            m_evidence.for_each_of(number(), [&](const Statement& row) { read_evidence(row); });
        }
        return true;
    }

    [[nodiscard]] std::int64_t number() const noexcept { return m_event.number(0); }
    [[nodiscard]] std::uint32_t reports() const noexcept { return static_cast<std::uint32_t>(m_event.number(11)); }
    [[nodiscard]] const TimelineEvent& told() const noexcept { return m_told; }

private:
    /// Rows that begin with the number of an event, read along with the events.
    class Along {
    public:
        Along(const Database& database, std::string_view sql) : m_rows{database, sql} {}

        template <class Use>
        void for_each_of(std::int64_t event, const Use& use) {
            if (!m_begun) m_more = m_rows.step();
            m_begun = true;
            for (; m_more && m_rows.number(0) == event; m_more = m_rows.step()) use(m_rows);
        }

    private:
        Statement m_rows;
        bool m_begun = false;
        bool m_more = false;
    };

    void read_outline() {
        const auto& row = m_event;
        auto& event = m_told.event;
        event.id = row.text(1);
        event.type = known(m_database, parse_event_type(row.text(2)), row.text(2));
        event.status = known(m_database, parse_event_status(row.text(3)), row.text(3));
        m_told.outcome = known(m_database, parse_outcome(row.text(4)), row.text(4));
        event.date.earliest = parse_day(row.text(5));
        event.date.latest = parse_day(row.text(6));
        event.date.precision = known(m_database, parse_precision(row.text(7)), row.text(7));
        event.date.basis = known(m_database, parse_basis(row.text(8)), row.text(8));
        m_told.reported = parse_day(row.text(9));
        m_told.publishers = static_cast<std::uint32_t>(row.number(10));
        event.predicate = row.text(12);
        event.title = row.text(13);
        event.goldstein = row.real(14);
    }

    void read_rest() {
        const auto& row = m_event;
        auto& event = m_told.event;
        event.mode = row.text(15);
        event.cameo = row.text(16);
        event.date.text = row.text(17);
        event.date.rule = row.text(18);
        event.location = std::nullopt;
        if (!row.text(19).empty() || !row.text(20).empty()) event.location = Place{row.str(19), row.str(20), row.real(21), row.real(22)};
        event.confidence = row.real(23).value_or(0);
        event.contexts.clear();
        event.evidence.clear();
        m_told.reports.clear();
        m_told.reasons.clear();
    }

    void read_report(const Statement& row) {
        const auto place = static_cast<std::uint32_t>(m_told.reports.size());
        m_told.reports.push_back(row.str(1));
        const auto points = [&](int column) { return row.real(column).value_or(0); };
        if (!row.real(2)) return;
        const auto same_as = static_cast<std::uint32_t>(row.number(2));
        if (same_as >= reports()) fail_damaged(m_database, "a report that is merged with none");
        m_told.reasons.push_back({place, same_as, {points(3), points(4), points(5), points(6), points(7), points(8)}});
    }

    void read_evidence(const Statement& row) {
        m_told.event.evidence.push_back({.article = row.str(1),
                                         .url = row.str(2),
                                         .publisher = row.str(3),
                                         .published = parse_instant(row.text(4)),
                                         .sentence = static_cast<std::uint32_t>(row.number(5)),
                                         .text = row.str(6),
                                         .trigger = row.str(7),
                                         .attribution = row.str(8)});
    }

    const Database& m_database;
    bool m_whole;
    Statement m_event;
    Along m_contexts{m_database, "SELECT chosen.number, name FROM chosen CROSS JOIN timeline_context ON timeline_event = chosen.number "
                                 "ORDER BY chosen.number, position"};
    Along m_reports{m_database, "SELECT chosen.number, event.id, same_as, act, sides, story, words, time, timeline_report.place FROM chosen "
                                "CROSS JOIN timeline_report ON timeline_event = chosen.number CROSS JOIN event ON event.number = timeline_report.event "
                                "ORDER BY chosen.number, position"};
    Along m_evidence{m_database, "SELECT chosen.number, article.id, url, publisher, published, sentence.position, sentence.text, trigger, attribution FROM chosen "
                                 "CROSS JOIN timeline_report ON timeline_event = chosen.number CROSS JOIN evidence ON evidence.event = timeline_report.event "
                                 "CROSS JOIN sentence ON sentence.number = evidence.sentence CROSS JOIN article ON article.number = sentence.article "
                                 "ORDER BY chosen.number, timeline_report.position, evidence.position"};
    TimelineEvent m_told; ///< one for all, so that its strings need room once
};

/// Actors by number, sorted, with all their affiliations, whose ends are such numbers.
struct Cast {
    std::vector<std::uint32_t> actors;
    std::vector<Affiliation> affiliations;
};

/// The actors of the parts and those asked for, what they belong to and what that belongs to.
Cast cast_of(const Database& database, const std::vector<Part>& parts, std::vector<std::uint32_t> wanted) {
    wanted.reserve(wanted.size() + parts.size());
    for (const auto& part : parts) wanted.push_back(part.actor);
    Cast cast;
    Statement row{database, "SELECT whole, kind, office, begun, ended, first, last FROM timeline_affiliation WHERE member = ? ORDER BY position"};
    while (!wanted.empty()) {
        std::ranges::sort(wanted);
        wanted.erase(std::unique(wanted.begin(), wanted.end()), wanted.end());
        std::vector<std::uint32_t> fresh;
        std::ranges::set_difference(wanted, cast.actors, std::back_inserter(fresh));
        wanted.clear();
        for (const auto member : fresh) {
            for (row.bind(std::int64_t{member}); row.step();) {
                const auto whole = static_cast<std::uint32_t>(row.number(0));
                wanted.push_back(whole);
                cast.affiliations.push_back({.member = {member},
                                             .whole = {whole},
                                             .kind = known(database, parse_affiliation_kind(row.text(1)), row.text(1)),
                                             .office = row.str(2),
                                             .from = parse_day(row.text(3)),
                                             .until = parse_day(row.text(4)),
                                             .first = parse_day(row.text(5)),
                                             .last = parse_day(row.text(6))});
            }
        }
        const auto known_before = static_cast<std::ptrdiff_t>(cast.actors.size());
        cast.actors.insert(cast.actors.end(), fresh.begin(), fresh.end());
        std::inplace_merge(cast.actors.begin(), cast.actors.begin() + known_before, cast.actors.end());
    }
    std::ranges::stable_sort(cast.affiliations, {}, &Affiliation::member);
    return cast;
}

/// Adds the actors; by number of an actor that of its description.
std::unordered_map<std::uint32_t, std::uint32_t> add_actors(const Database& database, const std::vector<std::uint32_t>& numbers, ToldEvents& told) {
    std::unordered_map<std::uint32_t, std::uint32_t> description_of;
    Statement row{database, fmt::format("SELECT {} FROM timeline_actor WHERE number = ?", actor_columns)};
    std::string last;
    for (const auto number : numbers) {
        if (!row.bind(std::int64_t{number}).step()) fail_damaged(database, "a part of nobody");
        const auto actor = actor_at(database, row, 0);
        if (actor.id <= last) fail_damaged(database, "actors in no order");
        told.add_actor(actor);
        description_of.emplace(number, told.describe(actor));
        last = actor.id;
    }
    return description_of;
}

void add_affiliations(Cast cast, ToldEvents& told) {
    const auto place_of = [&](ActorId number) {
        return ActorId{static_cast<std::uint32_t>(std::ranges::lower_bound(cast.actors, number.value) - cast.actors.begin())};
    };
    for (auto& affiliation : cast.affiliations) {
        affiliation.member = place_of(affiliation.member);
        affiliation.whole = place_of(affiliation.whole);
        told.add_affiliation(affiliation);
    }
}

/// What the events of the parts call their actors; by number of a row of `actor`.
std::unordered_map<std::uint32_t, std::uint32_t> add_descriptions(const Database& database, const std::vector<Part>& parts, ToldEvents& told) {
    std::unordered_map<std::uint32_t, std::uint32_t> description_of;
    Statement row{database, "SELECT actor.id, actor.name, actor.kind, actor.country, actor.office, actor.sector, actor.wikidata FROM actor "
                            "JOIN timeline_actor USING (id) WHERE actor.number = ? AND timeline_actor.number = ?"};
    for (const auto& part : parts) {
        const auto [it, added] = description_of.try_emplace(part.description);
        if (!added) continue;
        if (!row.bind(std::int64_t{part.description}, std::int64_t{part.actor}).step()) fail_damaged(database, "a part described as someone else's");
        it->second = told.describe(actor_at(database, row, 0));
    }
    return description_of;
}

/// `others`: actors that are wanted although they may take no part.
TimelineGraph load_parts(const Database& database, const std::vector<Part>& parts, Detail detail, std::vector<std::uint32_t> others = {}) {
    ToldEvents told;
    auto cast = cast_of(database, parts, std::move(others));
    const auto actors = add_actors(database, cast.actors, told);
    add_affiliations(std::move(cast), told);
    const bool whole = detail == Detail::whole;
    const auto descriptions = whole ? add_descriptions(database, parts, told) : std::unordered_map<std::uint32_t, std::uint32_t>{};
    told.expect(static_cast<std::size_t>(database.number("SELECT count(*) FROM chosen")));
    std::vector<ToldEvents::Part> own;
    auto part = parts.begin();
    for (EventCursor cursor{database, detail}; cursor.next();) {
        own.clear();
        for (; part != parts.end() && part->event == cursor.number(); ++part) {
            own.push_back({whole ? descriptions.at(part->description) : actors.at(part->actor), part->role});
        }
        told.add(cursor.told(), own, cursor.reports());
    }
    return TimelineGraph{std::move(told)};
}

} // namespace

bool is_merged(const Database& database) {
    if (database.number("PRAGMA user_version") < 4) return false;
    Statement rules{database, "SELECT rules FROM merging"};
    return rules.step() && rules.text(0) == merging_rules();
}

TimelineGraph load_timeline(const Database& database, const View& view, Detail detail, const NetworkOptions& network) {
    const bool all = view == View{} && network.top > 0; // then nothing need be chosen before the busiest are
    if (!all) choose(database, view);
    auto parts = read_parts(database, all ? all_parts : parts_chosen);
    if (network.top > 0) keep_busiest(database, parts, network);
    return load_parts(database, parts, detail);
}

TimelineGraph load_around(const Database& database, std::string_view id, Detail detail) {
    clear_choice(database);
    Statement{database, "INSERT OR IGNORE INTO chosen SELECT timeline_event FROM event JOIN timeline_report ON timeline_report.event = event.number WHERE id = ?"}.run(id);
    Statement{database, "INSERT OR IGNORE INTO chosen SELECT timeline_event FROM timeline_part JOIN timeline_actor ON number = actor WHERE id = ?"}.run(id);
    std::vector<std::uint32_t> actors;
    Statement own{database, "SELECT number FROM timeline_actor WHERE id = ?1 UNION SELECT member FROM timeline_affiliation "
                            "JOIN timeline_actor ON number = whole WHERE id = ?1 AND timeline_affiliation.kind = 'tenure'"};
    for (own.bind(id); own.step();) actors.push_back(static_cast<std::uint32_t>(own.number(0)));
    return load_parts(database, read_parts(database, parts_chosen), detail, std::move(actors));
}

} // namespace dateline::store
