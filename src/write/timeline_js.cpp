// SPDX-License-Identifier: MIT
#include <ostream>
#include <string>

#include <nlohmann/json.hpp>

#include <dateline/write/timeline_formats.hpp>
#include <dateline/write/timeline_text.hpp>

#include "markup.hpp"
#include "words.hpp"

namespace dateline {
namespace {

using Json = nlohmann::ordered_json;

/// https://timeline.knightlab.com/docs/json-format.html: a date that is less precise has fewer fields.
Json date_of(Day day, Precision precision) {
    const date::year_month_day ymd{day};
    Json json{{"year", static_cast<int>(ymd.year())}};
    if (precision == Precision::year || precision == Precision::decade) return json;
    json["month"] = static_cast<unsigned>(ymd.month());
    if (precision != Precision::month && precision != Precision::quarter) json["day"] = static_cast<unsigned>(ymd.day());
    return json;
}

Json json_of(const TimelineEvent& told) {
    const auto& event = told.event;
    auto text = html_escaped(sources_in_words(told));
    for (const auto& proof : event.evidence) {
        text += "<p>" + html_escaped(proof.text) + " – " + html_escaped(proof.publisher.empty() ? proof.article : proof.publisher) + "</p>";
    }
    Json json{{"start_date", date_of(*event.date.earliest, event.date.precision)}};
    if (event.date.latest && *event.date.latest != *event.date.earliest) json["end_date"] = date_of(*event.date.latest, event.date.precision);
    json["text"] = {{"headline", html_escaped(std::string{mark_of(event.status)} + event.title)}, {"text", text}};
    json["display_date"] = in_words(event.date);
    json["group"] = name_of(event.type);
    json["unique_id"] = event.id;
    return json;
}

} // namespace

void write_timeline_js(std::ostream& out, const TimelineGraph& graph, std::span<const EventId> events) {
    out << "{\"events\":[";
    const char* separator = "\n";
    for (const auto id : events) {
        const auto told = graph.event(id);
        if (!told.event.date.earliest) continue;
        out << separator << json_of(told).dump(-1, ' ', false, Json::error_handler_t::replace);
        separator = ",\n";
    }
    out << "\n]}\n";
}

} // namespace dateline
