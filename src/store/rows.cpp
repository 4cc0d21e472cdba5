// SPDX-License-Identifier: MIT
#include "rows.hpp"

#include <array>
#include <cstddef>
#include <limits>

#include <dateline/core/error.hpp>

namespace dateline::store {
namespace {

using sqlite::or_null;
using sqlite::Statement;

std::string text_of(const std::optional<Instant>& instant) { return instant ? format_instant(*instant) : std::string{}; }

constexpr std::string_view article_columns = "id, url, title, published, published_source, byline, dateline, publisher, language, text";

Article article_at(const Statement& row, int first) {
    return {.id = row.str(first),
            .url = row.str(first + 1),
            .title = row.str(first + 2),
            .published = parse_instant(row.text(first + 3)),
            .published_source = row.str(first + 4),
            .byline = row.str(first + 5),
            .dateline = row.str(first + 6),
            .publisher = row.str(first + 7),
            .language = row.str(first + 8),
            .text = row.str(first + 9)};
}

/// Four bytes a number, the least first, on every machine.
std::vector<std::byte> bytes_of(const std::optional<std::array<std::uint32_t, 64>>& body) {
    std::vector<std::byte> bytes;
    if (!body) return bytes;
    for (const auto number : *body) {
        for (unsigned shift = 0; shift < 32; shift += 8) bytes.push_back(static_cast<std::byte>(number >> shift & 0xFFU));
    }
    return bytes;
}

std::array<std::uint32_t, 64> numbers_in(const sqlite::Database& database, std::span<const std::byte> bytes) {
    std::array<std::uint32_t, 64> numbers{};
    if (bytes.size() != 4 * numbers.size()) fail_damaged(database, "a fingerprint of another size");
    for (std::size_t i = 0; i < bytes.size(); ++i) numbers[i / 4] |= std::to_integer<std::uint32_t>(bytes[i]) << 8 * (i % 4);
    return numbers;
}

/// From the columns article (NULL: none), address, body, telling.
std::optional<Fingerprint> fingerprint_at(const sqlite::Database& database, const Statement& row, int first) {
    if (!row.real(first)) return std::nullopt;
    Fingerprint print{.address = row.str(first + 1), .body = std::nullopt, .is_telling = row.number(first + 3) != 0};
    if (const auto body = row.bytes(first + 2); !body.empty()) print.body = numbers_in(database, body);
    return print;
}

/// Reads events with what belongs to them: one cursor a table, all in the order of events.
class EventCursor {
public:
    /// Those with numbers from `first` to `last`.
    EventCursor(const sqlite::Database& database, std::int64_t first, std::int64_t last)
        : m_database{database},
          m_event{database, "SELECT event.number, event.id, type, mode, cameo, goldstein, predicate, event.title, status, earliest, latest, precision, "
                            "basis, date_text, date_rule, place, place_country, latitude, longitude, confidence, article.id, url, publisher, published "
                            "FROM event CROSS JOIN article WHERE article.number = event.article AND event.number BETWEEN ? AND ? ORDER BY event.number"},
          m_participant{database, "SELECT event, role, id, name, kind, country, office, sector, wikidata FROM participant CROSS JOIN actor "
                                  "WHERE actor.number = participant.actor AND event BETWEEN ? AND ? ORDER BY event, participant.position"},
          m_evidence{database, "SELECT event, sentence.position, text, trigger, attribution FROM evidence CROSS JOIN sentence "
                               "WHERE sentence.number = evidence.sentence AND event BETWEEN ? AND ? ORDER BY event, evidence.position"},
          m_context{database, "SELECT event, name FROM context WHERE event BETWEEN ? AND ? ORDER BY event, position"} {
        for (auto* const statement : {&m_event, &m_participant, &m_evidence, &m_context}) statement->bind(first, last);
        m_more_participants = m_participant.step();
        m_more_evidence = m_evidence.step();
        m_more_contexts = m_context.step();
    }

    /// Of the event last given.
    [[nodiscard]] std::int64_t number() const noexcept { return m_event.number(0); }

    std::optional<Event> next() {
        if (!m_event.step()) return std::nullopt;
        const auto number = this->number();
        auto event = bare_event();
        for (; m_more_participants && m_participant.number(0) == number; m_more_participants = m_participant.step()) {
            event.actors.push_back(participant());
        }
        for (; m_more_evidence && m_evidence.number(0) == number; m_more_evidence = m_evidence.step()) event.evidence.push_back(evidence());
        for (; m_more_contexts && m_context.number(0) == number; m_more_contexts = m_context.step()) event.contexts.push_back(m_context.str(1));
        return event;
    }

private:
    Event bare_event() {
        const auto& row = m_event;
        Event event{.id = row.str(1),
                    .type = known(m_database, parse_event_type(row.text(2)), row.text(2)),
                    .mode = row.str(3),
                    .cameo = row.str(4),
                    .goldstein = row.real(5),
                    .predicate = row.str(6),
                    .title = row.str(7),
                    .status = known(m_database, parse_event_status(row.text(8)), row.text(8)),
                    .confidence = row.real(19).value_or(0)};
        event.date.earliest = parse_day(row.text(9));
        event.date.latest = parse_day(row.text(10));
        event.date.precision = known(m_database, parse_precision(row.text(11)), row.text(11));
        event.date.basis = known(m_database, parse_basis(row.text(12)), row.text(12));
        event.date.text = row.str(13);
        event.date.rule = row.str(14);
        if (!row.text(15).empty() || !row.text(16).empty()) event.location = Place{row.str(15), row.str(16), row.real(17), row.real(18)};
        return event;
    }

    Participant participant() {
        const auto& row = m_participant;
        return {.actor = actor_at(m_database, row, 2), .role = known(m_database, parse_role(row.text(1)), row.text(1))};
    }

    Evidence evidence() {
        return {.article = m_event.str(20),
                .url = m_event.str(21),
                .publisher = m_event.str(22),
                .published = parse_instant(m_event.text(23)),
                .sentence = static_cast<std::uint32_t>(m_evidence.number(1)),
                .text = m_evidence.str(2),
                .trigger = m_evidence.str(3),
                .attribution = m_evidence.str(4)};
    }

    const sqlite::Database& m_database;
    Statement m_event, m_participant, m_evidence, m_context;
    bool m_more_participants = false;
    bool m_more_evidence = false;
    bool m_more_contexts = false;
};

} // namespace

void fail_damaged(const sqlite::Database& database, const std::string& what) {
    throw Error{Error::Kind::format, database.where(), "the case file is damaged: " + what};
}

std::string text_of(const std::optional<Day>& day) { return day ? format_day(*day) : std::string{}; }

Actor actor_at(const sqlite::Database& database, const Statement& row, int first) {
    return {.id = row.str(first),
            .name = row.str(first + 1),
            .kind = known(database, parse_actor_kind(row.text(first + 2)), row.text(first + 2)),
            .country = row.str(first + 3),
            .office = row.str(first + 4),
            .sector = row.str(first + 5),
            .wikidata = row.str(first + 6)};
}

ActorRows::ActorRows(const sqlite::Database& database)
    : m_database{database},
      m_find{database, "SELECT number FROM actor WHERE (id, name, kind, country, office, sector, wikidata) = (?, ?, ?, ?, ?, ?, ?)"},
      m_add{database, "INSERT INTO actor (id, name, kind, country, office, sector, wikidata) VALUES (?, ?, ?, ?, ?, ?, ?)"} {}

std::int64_t ActorRows::number(const Actor& actor) {
    const auto bind = [&](Statement& statement) -> Statement& {
        return statement.bind(std::string_view{actor.id}, std::string_view{actor.name}, name_of(actor.kind), std::string_view{actor.country},
                              std::string_view{actor.office}, std::string_view{actor.sector}, std::string_view{actor.wikidata});
    };
    if (bind(m_find).step()) return m_find.number(0);
    bind(m_add).step();
    return m_database.last_row();
}

Writer::Writer(const sqlite::Database& database)
    : m_database{database}, m_actors{database},
      m_article{database, "INSERT INTO article (" + std::string{article_columns} + ") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"},
      m_print{database, "INSERT INTO fingerprint VALUES (?, ?, ?, ?)"},
      m_event{database, "INSERT INTO event (article, id, type, mode, cameo, goldstein, predicate, title, status, earliest, latest, precision, basis, "
                        "date_text, date_rule, place, place_country, latitude, longitude, confidence) "
                        "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"},
      m_context{database, "INSERT INTO context VALUES (?, ?, ?)"},
      m_participant{database, "INSERT INTO participant VALUES (?, ?, ?, ?)"},
      m_sentence{database, "INSERT INTO sentence (article, position, text) VALUES (?, ?, ?)"},
      m_evidence{database, "INSERT INTO evidence VALUES (?, ?, ?, ?, ?)"} {}

void Writer::add(const Article& article, std::span<const Event> events, const std::optional<Fingerprint>& print) {
    m_sentences.clear();
    const auto number = add_article(article);
    if (print) {
        const auto body = bytes_of(print->body);
        m_print.run(number, std::string_view{print->address}, print->body ? std::optional{std::span{body}} : std::nullopt, std::int64_t{print->is_telling});
    }
    for (const auto& event : events) {
        for (const auto& proof : event.evidence) {
            if (proof.article != article.id) {
                throw Error{Error::Kind::usage, m_database.where(), "event " + event.id + " has evidence from another article than " + article.id};
            }
        }
        add_event(number, event);
    }
}

std::int64_t Writer::add_article(const Article& article) {
    m_article.run(std::string_view{article.id}, or_null(article.url), or_null(article.title), or_null(text_of(article.published)),
                  or_null(article.published_source), or_null(article.byline), or_null(article.dateline), or_null(article.publisher),
                  or_null(article.language), std::string_view{article.text});
    return m_database.last_row();
}

void Writer::add_event(std::int64_t article, const Event& event) {
    const auto& place = event.location;
    m_event.run(article, std::string_view{event.id}, name_of(event.type), or_null(event.mode), or_null(event.cameo), event.goldstein,
                std::string_view{event.predicate}, std::string_view{event.title}, name_of(event.status), or_null(text_of(event.date.earliest)),
                or_null(text_of(event.date.latest)), name_of(event.date.precision), name_of(event.date.basis), or_null(event.date.text),
                or_null(event.date.rule), or_null(place ? place->name : ""), or_null(place ? place->country : ""),
                place ? place->latitude : std::nullopt, place ? place->longitude : std::nullopt, std::optional{event.confidence});
    const auto number = m_database.last_row();
    std::int64_t position = 0;
    for (const auto& [who, role] : event.actors) m_participant.run(number, position++, m_actors.number(who), name_of(role));
    position = 0;
    for (const auto& proof : event.evidence) {
        m_evidence.run(number, position++, sentence(article, proof), std::string_view{proof.trigger}, or_null(proof.attribution));
    }
    position = 0;
    for (const auto& context : event.contexts) m_context.run(number, position++, std::string_view{context});
}

std::int64_t Writer::sentence(std::int64_t article, const Evidence& proof) {
    const auto [it, added] = m_sentences.try_emplace({proof.sentence, proof.text});
    if (added) {
        m_sentence.run(article, std::int64_t{proof.sentence}, std::string_view{proof.text});
        it->second = m_database.last_row();
    }
    return it->second;
}

std::optional<Article> Reader::article(std::string_view id) const {
    Statement find{m_database, "SELECT " + std::string{article_columns} + " FROM article WHERE id = ?"};
    if (!find.bind(id).step()) return std::nullopt;
    return article_at(find, 0);
}

void Reader::for_each_bare_article(const std::function<void(const Article&)>& use) const {
    Statement articles{m_database, "SELECT " + std::string{article_columns} + " FROM article ORDER BY number"};
    while (articles.step()) use(article_at(articles, 0));
}

bool Reader::has_fingerprints() const { return m_database.number("PRAGMA user_version") >= 5; }

void Reader::for_each_article(const std::function<void(ArticleEvents)>& use) const {
    const bool prints = has_fingerprints();
    Statement articles{m_database, "SELECT " + std::string{article_columns} + ", first, last" + (prints ? ", fingerprint.article, address, body, telling" : "") +
                                   " FROM article LEFT JOIN (SELECT article, min(number) AS first, max(number) AS last FROM event GROUP BY article) AS range "
                                   "ON range.article = article.number " + (prints ? "LEFT JOIN fingerprint ON fingerprint.article = article.number " : "") +
                                   "ORDER BY article.number"};
    while (articles.step()) {
        std::vector<Event> events;
        EventCursor cursor{m_database, articles.number(10), articles.number(11)};
        while (auto event = cursor.next()) events.push_back(std::move(*event));
        use({article_at(articles, 0), std::move(events), prints ? fingerprint_at(m_database, articles, 12) : std::nullopt});
    }
}

void Reader::for_each_fingerprint(const std::function<void(const std::string&, const std::optional<Fingerprint>&)>& use) const {
    const bool prints = has_fingerprints();
    Statement articles{m_database, prints ? "SELECT id, fingerprint.article, address, body, telling FROM article LEFT JOIN fingerprint "
                                            "ON fingerprint.article = article.number ORDER BY article.number"
                                          : "SELECT id FROM article ORDER BY number"};
    while (articles.step()) use(articles.str(0), prints ? fingerprint_at(m_database, articles, 1) : std::nullopt);
}

void Reader::for_each_event(const std::function<void(std::int64_t, const Event&)>& use) const {
    EventCursor cursor{m_database, 0, std::numeric_limits<std::int64_t>::max()};
    while (const auto event = cursor.next()) use(cursor.number(), *event);
}

} // namespace dateline::store
