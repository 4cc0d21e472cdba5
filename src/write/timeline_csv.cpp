// SPDX-License-Identifier: MIT
#include <initializer_list>
#include <ostream>
#include <string>
#include <string_view>

#include <fmt/format.h>

#include <dateline/write/timeline_formats.hpp>
#include <dateline/write/timeline_text.hpp>

namespace dateline {
namespace {

void write_cell(std::ostream& out, std::string_view text) {
    out << '"';
    const bool number = text.size() > 1 && text.front() == '-' && text.find_first_not_of("0123456789.", 1) == std::string_view::npos;
    if (!number && !text.empty() && std::string_view{"=+-@\t\r"}.find(text.front()) != std::string_view::npos) out << '\'';
    for (const char c : text) {
        if (c == '"') out << '"';
        if (c != '\0') out << c;
    }
    out << '"';
}

void write_row(std::ostream& out, std::initializer_list<std::string> cells) {
    const char* separator = "";
    for (const auto& cell : cells) {
        out << separator;
        write_cell(out, cell);
        separator = ",";
    }
    out << "\r\n"; // RFC 4180, 2.1
}

std::string day(const std::optional<Day>& day) { return day ? format_day(*day) : std::string{}; }

std::string names(const Event& event, Role role) {
    std::string all;
    for (const auto& [actor, as] : event.actors) {
        if (as == role) all += (all.empty() ? "" : "; ") + actor.name;
    }
    return all;
}

} // namespace

void write_timeline_csv(std::ostream& out, const TimelineGraph& graph, std::span<const EventId> events) {
    write_row(out, {"id", "date", "earliest", "latest", "precision", "basis", "type", "mode", "status", "outcome", "title", "source", "target", "participants",
                    "place", "country", "publishers", "proofs", "reported", "goldstein", "confidence", "url"});
    for (const auto id : events) {
        const auto told = graph.event(id);
        const auto& event = told.event;
        write_row(out, {event.id, in_words(event.date), day(event.date.earliest), day(event.date.latest), std::string{name_of(event.date.precision)},
                        std::string{name_of(event.date.basis)}, std::string{name_of(event.type)}, event.mode, std::string{name_of(event.status)},
                        told.outcome == Outcome::none ? "" : std::string{name_of(told.outcome)}, event.title, names(event, Role::source),
                        names(event, Role::target), names(event, Role::participant), event.location ? event.location->name : "",
                        event.location ? event.location->country : "", fmt::format("{}", told.publishers), fmt::format("{}", event.evidence.size()),
                        day(told.reported), event.goldstein ? fmt::format("{}", *event.goldstein) : "",
                        fmt::format("{:.2f}", event.confidence), event.evidence.front().url});
    }
}

} // namespace dateline
