// SPDX-License-Identifier: MIT
//
// Articles and events to and from the rows of schema_1.sql.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

#include <dateline/core/article.hpp>
#include <dateline/core/event.hpp>
#include <dateline/core/fingerprint.hpp>
#include <dateline/store/case_file.hpp>

#include "sqlite.hpp"

namespace dateline::store {

[[nodiscard]] std::string text_of(const std::optional<Day>& day);

/// `what` is found there and cannot be.
[[noreturn]] void fail_damaged(const sqlite::Database& database, const std::string& what);

/// The value that a column names; a name that we do not write is damage.
template <class Value>
Value known(const sqlite::Database& database, std::optional<Value> value, std::string_view name) {
    if (!value) fail_damaged(database, "unknown value '" + std::string{name} + "'");
    return *value;
}

/// From the columns id, name, kind, country, office, sector, wikidata.
[[nodiscard]] Actor actor_at(const sqlite::Database& database, const sqlite::Statement& row, int first);

/// Rows of `actor`, added where they are not there yet.
class ActorRows {
public:
    explicit ActorRows(const sqlite::Database& database);

    std::int64_t number(const Actor& actor);

private:
    const sqlite::Database& m_database;
    sqlite::Statement m_find, m_add;
};

class Writer {
public:
    explicit Writer(const sqlite::Database& database);

    /// Requires that the article is not there yet. Throws Error{usage} when an event has evidence from another article.
    void add(const Article& article, std::span<const Event> events, const std::optional<Fingerprint>& print);

private:
    std::int64_t add_article(const Article& article);
    void add_event(std::int64_t article, const Event& event);
    std::int64_t sentence(std::int64_t article, const Evidence& proof);

    const sqlite::Database& m_database;
    ActorRows m_actors;
    sqlite::Statement m_article, m_print, m_event, m_context, m_participant, m_sentence, m_evidence;
    std::map<std::pair<std::uint32_t, std::string_view>, std::int64_t> m_sentences; ///< of the article being added
};

class Reader {
public:
    explicit Reader(const sqlite::Database& database) : m_database{database} {}

    [[nodiscard]] std::optional<Article> article(std::string_view id) const;
    /// In the order of adding; so are the others.
    void for_each_bare_article(const std::function<void(const Article&)>& use) const;
    void for_each_article(const std::function<void(ArticleEvents)>& use) const;
    void for_each_fingerprint(const std::function<void(const std::string&, const std::optional<Fingerprint>&)>& use) const;
    /// With the number of its row.
    void for_each_event(const std::function<void(std::int64_t, const Event&)>& use) const;

private:
    [[nodiscard]] bool has_fingerprints() const;

    const sqlite::Database& m_database;
};

} // namespace dateline::store
