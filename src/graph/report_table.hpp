// SPDX-License-Identifier: MIT
//
// Reports as rows of numbers. A row refers to strings, actors, articles and places by number, each of which is kept once, so
// that a million events fit in some hundred megabytes and two rows are equal exactly when their numbers are.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

#include <dateline/core/event.hpp>

#include "string_pool.hpp"

namespace dateline {

/// Values kept once, numbered by first appearance.
template <class Value, class Hash>
class Interned {
public:
    std::uint32_t intern(const Value& value) {
        const auto [it, added] = m_number.try_emplace(value, static_cast<std::uint32_t>(m_values.size()));
        if (added) m_values.push_back(value);
        return it->second;
    }
    [[nodiscard]] const Value& operator[](std::uint32_t number) const noexcept { return m_values[number]; }
    [[nodiscard]] std::size_t size() const noexcept { return m_values.size(); }

private:
    std::vector<Value> m_values;
    std::unordered_map<Value, std::uint32_t, Hash> m_number;
};

/// An actor as some article describes it; the same id may be described in several ways.
struct ActorRow {
    StringPool::Number id, name, country, office, sector, wikidata;
    ActorKind kind;

    friend bool operator==(const ActorRow&, const ActorRow&) = default;
};

struct ArticleRow {
    StringPool::Number id, url, publisher, published;

    friend bool operator==(const ArticleRow&, const ArticleRow&) = default;
};

struct RowHash {
    std::size_t operator()(const ActorRow& row) const noexcept;
    std::size_t operator()(const ArticleRow& row) const noexcept;
};

struct ParticipantRow {
    std::uint32_t actor; ///< number of an ActorRow
    Role role;

    friend bool operator==(const ParticipantRow&, const ParticipantRow&) = default;
};

struct EvidenceRow {
    std::uint32_t article; ///< number of an ArticleRow
    std::uint32_t sentence;
    StringPool::Number text, trigger, attribution;

    friend bool operator==(const EvidenceRow&, const EvidenceRow&) = default;
};

struct PlaceRow {
    StringPool::Number name, country;
    std::optional<double> latitude, longitude;
};

/// A stretch of one of the table's lists.
struct Stretch {
    std::uint32_t begin = 0;
    std::uint32_t size = 0;
};

struct EventRow {
    static constexpr std::uint32_t no_place = 0xFFFF'FFFFU;

    StringPool::Number id, mode, cameo, predicate, title, date_text, date_rule;
    EventType type;
    EventStatus status;
    DateInterval date;
    std::optional<double> goldstein;
    double confidence;
    std::uint32_t place;
    Stretch participants, evidence, contexts;
};

struct ReportTable {
    StringPool strings;
    Interned<ActorRow, RowHash> actors;
    Interned<ArticleRow, RowHash> articles;
    std::vector<PlaceRow> places;
    std::vector<ParticipantRow> participants;
    std::vector<EvidenceRow> evidence;
    std::vector<StringPool::Number> contexts;
    std::vector<EventRow> events;

    /// Adds `event` unless an equal one is there; the number of its row.
    std::uint32_t add(const Event& event);
    /// Adds it whatever is there, with `parts` for its actors; add() will not know it.
    void append(const Event& event, std::span<const ParticipantRow> parts);
    /// The number of the ActorRow.
    std::uint32_t describe(const Actor& actor);
    [[nodiscard]] Event event(std::uint32_t row) const;
    [[nodiscard]] Actor actor(std::uint32_t number) const;
    [[nodiscard]] Evidence evidence_at(const EvidenceRow& row) const;
    [[nodiscard]] std::optional<Place> place_of(const EventRow& row) const;

    [[nodiscard]] std::span<const ParticipantRow> participants_of(const EventRow& row) const noexcept;
    [[nodiscard]] std::span<const EvidenceRow> evidence_of(const EventRow& row) const noexcept;
    [[nodiscard]] std::span<const StringPool::Number> contexts_of(const EventRow& row) const noexcept;
    /// The day the article was published; nothing when that is not known.
    [[nodiscard]] std::optional<Day> published(const ArticleRow& article) const;

    /// The rows in an order that depends on what they say only, not on when they were added.
    [[nodiscard]] std::vector<std::uint32_t> canonical_order() const;

private:
    [[nodiscard]] ArticleRow article_of(const Evidence& evidence);
    void take_back(); ///< the row added last
    /// All that the row says, as one string: equal for equal events, whatever the numbers.
    [[nodiscard]] std::string contents(const EventRow& row) const;

    std::unordered_multimap<StringPool::Number, std::uint32_t> m_rows_of_id;
};

} // namespace dateline
