// SPDX-License-Identifier: MIT
#include <ostream>
#include <string>
#include <string_view>

#include <fmt/format.h>

#include <dateline/text/utf8.hpp>
#include <dateline/write/timeline_formats.hpp>
#include <dateline/write/timeline_text.hpp>

#include "words.hpp"

namespace dateline {
namespace {

constexpr std::size_t line_octets = 75; // RFC 5545, 3.1

/// RFC 5545, 3.3.11: text escapes; other control characters are not allowed.
std::string escaped(std::string_view text) {
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
        const auto [c, length] = decode(text, at);
        if (c == U'\\' || c == U';' || c == U',') out += {'\\', static_cast<char>(c)};
        else if (c == U'\n') out += "\\n";
        else if (c < 0x20 || c == 0x7F) out += ' ';
        else if (c == 0xFFFD) out += "\uFFFD";
        else out += text.substr(at, length);
        at += length;
    }
    return out;
}

/// One content line, folded between characters.
void write_line(std::ostream& out, std::string_view line) {
    std::size_t octets = 0;
    for (std::size_t at = 0; at < line.size();) {
        const auto length = decode(line, at).length;
        if (octets + length > line_octets) {
            out << "\r\n ";
            octets = 1;
        }
        out << line.substr(at, length);
        octets += length;
        at += length;
    }
    out << "\r\n";
}

std::string compact(Day day) {
    auto text = format_day(day);
    std::erase(text, '-');
    return text;
}

std::string_view status_of(EventStatus status) {
    switch (status) {
    case EventStatus::planned:
    case EventStatus::possible: return "TENTATIVE";
    case EventStatus::negated: return "CANCELLED";
    case EventStatus::occurred:
    case EventStatus::ongoing: break;
    }
    return "CONFIRMED";
}

void write_event(std::ostream& out, const TimelineEvent& told) {
    const auto& event = told.event;
    const auto& date = event.date;
    auto summary = std::string{mark_of(event.status)} + event.title;
    if (*date.earliest != *date.latest) summary += " (" + in_words(date) + ')';
    auto description = in_words(date) + ". " + sources_in_words(told) + '.';
    for (const auto& proof : event.evidence) description += '\n' + proof.text + " – " + (proof.publisher.empty() ? proof.article : proof.publisher);
    write_line(out, "BEGIN:VEVENT");
    write_line(out, "UID:" + escaped(event.id) + "@dateline");
    write_line(out, "DTSTAMP:" + compact(told.reported.value_or(*date.latest)) + "T000000Z");
    write_line(out, "DTSTART;VALUE=DATE:" + compact(*date.earliest));
    write_line(out, "DTEND;VALUE=DATE:" + compact(*date.latest + date::days{1})); // 3.6.1: not included
    write_line(out, "SUMMARY:" + escaped(summary));
    write_line(out, "DESCRIPTION:" + escaped(description));
    if (event.location) write_line(out, "LOCATION:" + escaped(event.location->name));
    write_line(out, fmt::format("CATEGORIES:{}", name_of(event.type)));
    write_line(out, fmt::format("STATUS:{}", status_of(event.status)));
    write_line(out, "TRANSP:TRANSPARENT");
    write_line(out, "END:VEVENT");
}

} // namespace

void write_timeline_icalendar(std::ostream& out, const TimelineGraph& graph, std::span<const EventId> events) {
    write_line(out, "BEGIN:VCALENDAR");
    write_line(out, "VERSION:2.0");
    write_line(out, "PRODID:-//dateline//timeline//EN");
    for (const auto id : events) {
        const auto told = graph.event(id);
        if (told.event.date.earliest && told.event.date.latest) write_event(out, told);
    }
    write_line(out, "END:VCALENDAR");
}

} // namespace dateline
