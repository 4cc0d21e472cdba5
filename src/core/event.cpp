// SPDX-License-Identifier: MIT
#include <dateline/core/actor.hpp>
#include <dateline/core/event.hpp>
#include <dateline/core/timex.hpp>

#include "names.hpp"

namespace dateline {
namespace {

constexpr Names<event_type_count> type_names{"AGREE",   "CONSULT", "SUPPORT",  "CONCEDE",  "COOPERATE", "AID",    "RETREAT",
                                             "REQUEST", "ACCUSE",  "REJECT",   "THREATEN", "PROTEST",   "SANCTION", "MOBILIZE",
                                             "COERCE",  "ASSAULT", "GOVERN",   "TRADE",    "INCIDENT",  "OTHER"};
constexpr Names<5> status_names{"occurred", "ongoing", "planned", "possible", "negated"};
constexpr Names<3> role_names{"source", "target", "participant"};
constexpr Names<6> kind_names{"person", "office", "country", "organisation", "group", "place"};
constexpr Names<4> form_names{"name", "nominal", "pronoun", "demonym"};
constexpr Names<4> timex_names{"DATE", "TIME", "DURATION", "SET"};

} // namespace

std::string_view name_of(EventType type) noexcept { return name_in(type_names, type); }
std::string_view name_of(EventStatus status) noexcept { return name_in(status_names, status); }
std::string_view name_of(Role role) noexcept { return name_in(role_names, role); }
std::string_view name_of(ActorKind kind) noexcept { return name_in(kind_names, kind); }
std::string_view name_of(MentionForm form) noexcept { return name_in(form_names, form); }
std::string_view name_of(TimexType type) noexcept { return name_in(timex_names, type); }
std::optional<EventType> parse_event_type(std::string_view name) noexcept { return find_in<EventType>(type_names, name); }
std::optional<EventStatus> parse_event_status(std::string_view name) noexcept { return find_in<EventStatus>(status_names, name); }
std::optional<Role> parse_role(std::string_view name) noexcept { return find_in<Role>(role_names, name); }
std::optional<ActorKind> parse_actor_kind(std::string_view name) noexcept { return find_in<ActorKind>(kind_names, name); }

std::string format_edtf(const Timex& timex) {
    if (timex.moment) return format_instant(*timex.moment);
    if (timex.range.earliest || timex.range.latest) return format_edtf(timex.range);
    auto days = format_edtf(timex.interval);
    if (timex.mod == "APPROX" && !days.empty() && days.find('/') == std::string::npos) days += '~'; // ISO 8601-2 4.3.3
    return days;
}

} // namespace dateline
