// SPDX-License-Identifier: MIT
//
// An event as contract/event.schema.json writes it. Self-contained: graph, store and write need nothing else.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <dateline/core/actor.hpp>
#include <dateline/core/day.hpp>

namespace dateline {

/// The 16 types of PLOVER 2.0 in its order, then ours for what PLOVER leaves out.
enum class EventType : std::uint8_t {
    agree, consult, support, concede, cooperate, aid, retreat, request, accuse, reject,
    threaten, protest, sanction, mobilize, coerce, assault, govern, trade, incident, other
};
inline constexpr std::size_t event_type_count = 20;

enum class EventStatus : std::uint8_t { occurred, ongoing, planned, possible, negated };
enum class Role : std::uint8_t { source, target, participant };

[[nodiscard]] std::string_view name_of(EventType type) noexcept;     ///< "AGREE"
[[nodiscard]] std::string_view name_of(EventStatus status) noexcept; ///< "occurred"
[[nodiscard]] std::string_view name_of(Role role) noexcept;          ///< "source"
[[nodiscard]] std::optional<EventType> parse_event_type(std::string_view name) noexcept;
[[nodiscard]] std::optional<EventStatus> parse_event_status(std::string_view name) noexcept;
[[nodiscard]] std::optional<Role> parse_role(std::string_view name) noexcept;

struct EventDate : DateInterval {
    std::string text; ///< the words that gave the date; empty when none did
    std::string rule; ///< why this date, for `why`

    friend bool operator==(const EventDate&, const EventDate&) = default;
};

struct Participant {
    Actor actor;
    Role role = Role::source;

    friend bool operator==(const Participant&, const Participant&) = default;
};

struct Place {
    std::string name;
    std::string country; ///< ISO 3166-1 alpha-3; empty when not known
    std::optional<double> latitude;
    std::optional<double> longitude;

    friend bool operator==(const Place&, const Place&) = default;
};

/// One sentence that proves an event.
struct Evidence {
    std::string article; ///< Article::id
    std::string url;
    std::string publisher;
    std::optional<Instant> published;
    std::uint32_t sentence = 0; ///< counts from 0 in the article; the headline, where there is one, is 0
    std::string text;           ///< the sentence as the article has it
    std::string trigger;        ///< the trigger word as it stands there
    std::string attribution;    ///< id of the actor who says so; empty when the article itself does

    friend bool operator==(const Evidence&, const Evidence&) = default;
};

struct Event {
    std::string id; ///< the same articles give the same id, in any order, on any machine
    EventType type = EventType::other;
    std::string mode;  ///< PLOVER mode; empty when none
    std::string cameo; ///< CAMEO code; empty when none
    std::optional<double> goldstein;
    std::string predicate; ///< lemma of the trigger
    std::string title;     ///< one line for a reader
    EventStatus status = EventStatus::occurred;
    EventDate date;
    std::vector<Participant> actors;
    std::optional<Place> location;
    std::vector<std::string> contexts; ///< PLOVER contexts
    std::vector<Evidence> evidence;    ///< at least one
    double confidence = 0.5;           ///< 0 to 1

    friend bool operator==(const Event&, const Event&) = default;
};

} // namespace dateline
