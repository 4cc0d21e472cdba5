// SPDX-License-Identifier: MIT
#include <dateline/write/json.hpp>

#include <ostream>
#include <string>
#include <string_view>

#include <nlohmann/json.hpp>


namespace dateline {
namespace {

using Json = nlohmann::ordered_json;

/// One line. Bytes that are not UTF-8 become U+FFFD.
std::string line_of(const Json& json) { return json.dump(-1, ' ', false, Json::error_handler_t::replace); }

Json or_null(const std::string& text) { return text.empty() ? Json(nullptr) : Json(text); }
Json or_null(const std::optional<double>& number) { return number ? Json(*number) : Json(nullptr); }
Json or_null(const std::optional<Day>& day) { return day ? Json(format_day(*day)) : Json(nullptr); }
Json or_null(const std::optional<Instant>& instant) { return instant ? Json(format_instant(*instant)) : Json(nullptr); }

Json json_of(const EventDate& date) {
    return {{"earliest", or_null(date.earliest)}, {"latest", or_null(date.latest)},
            {"edtf", format_edtf(date)},          {"precision", name_of(date.precision)},
            {"basis", name_of(date.basis)},       {"text", or_null(date.text)}};
}

Json json_of(const Participant& participant) {
    const auto& [actor, role] = participant;
    return {{"id", actor.id},
            {"name", actor.name},
            {"kind", name_of(actor.kind)},
            {"role", name_of(role)},
            {"country", or_null(actor.country)},
            {"office", or_null(actor.office)},
            {"wikidata", or_null(actor.wikidata)}};
}

Json json_of(const std::optional<Place>& place) {
    if (!place) return nullptr;
    return {{"name", place->name},
            {"country", or_null(place->country)},
            {"lat", or_null(place->latitude)},
            {"lon", or_null(place->longitude)}};
}

Json json_of(const Evidence& proof) {
    return {{"article", proof.article},
            {"url", or_null(proof.url)},
            {"publisher", or_null(proof.publisher)},
            {"published", or_null(proof.published)},
            {"sentence", proof.sentence},
            {"text", proof.text},
            {"trigger", proof.trigger},
            {"attribution", or_null(proof.attribution)}};
}

template <class Value>
Json list_of(const std::vector<Value>& values) {
    auto list = Json::array();
    for (const auto& value : values) list.push_back(json_of(value));
    return list;
}

Json json_of(const Event& event) {
    return {{"id", event.id},
            {"type", name_of(event.type)},
            {"mode", or_null(event.mode)},
            {"cameo", or_null(event.cameo)},
            {"goldstein", or_null(event.goldstein)},
            {"predicate", event.predicate},
            {"title", event.title},
            {"status", name_of(event.status)},
            {"date", json_of(event.date)},
            {"actors", list_of(event.actors)},
            {"location", json_of(event.location)},
            {"contexts", event.contexts},
            {"evidence", list_of(event.evidence)},
            {"confidence", event.confidence}};
}

Json json_of(const TimelineEvent& told) {
    auto json = json_of(told.event);
    json["publishers"] = told.publishers;
    json["reported"] = or_null(told.reported);
    json["outcome"] = told.outcome == Outcome::none ? Json(nullptr) : Json(name_of(told.outcome));
    json["reports"] = told.reports;
    return json;
}

Json json_of(const NetworkNode& node) {
    if (node.kind == NetworkNode::Kind::event) return {{"id", node.id}, {"kind", "event"}};
    const auto& actor = node.actor;
    return {{"id", node.id},
            {"kind", name_of(actor.kind)},
            {"name", actor.name},
            {"country", or_null(actor.country)},
            {"office", or_null(actor.office)},
            {"wikidata", or_null(actor.wikidata)},
            {"events", node.events}};
}

Json json_of(const NetworkEdge& edge, const Network& network) {
    return {{"source", network.nodes[edge.source].id},
            {"target", network.nodes[edge.target].id},
            {"key", edge.event},
            {"directed", edge.directed},
            {"type", name_of(edge.type)},
            {"predicate", edge.predicate},
            {"title", edge.title},
            {"status", name_of(edge.status)},
            {"outcome", edge.outcome == Outcome::none ? Json(nullptr) : Json(name_of(edge.outcome))},
            {"earliest", or_null(edge.date.earliest)},
            {"latest", or_null(edge.date.latest)},
            {"edtf", format_edtf(edge.date)},
            {"precision", name_of(edge.date.precision)},
            {"goldstein", or_null(edge.goldstein)},
            {"publishers", edge.publishers}};
}

/// [ … ] with one value a line, written as they come.
template <class Values, class ToJson>
void write_array(std::ostream& out, const Values& values, const ToJson& to_json) {
    out << '[';
    const char* separator = "\n";
    for (const auto& value : values) {
        out << separator << line_of(to_json(value));
        separator = ",\n";
    }
    out << "\n]";
}

} // namespace

void write_event_line(std::ostream& out, const Event& event) { out << line_of(json_of(event)) << '\n'; }

void write_article_line(std::ostream& out, const Article& article, std::string_view repeats) {
    Json json{{"id", article.id},
              {"url", or_null(article.url)},
                    {"title", or_null(article.title)},
                    {"published", or_null(article.published)},
                    {"byline", or_null(article.byline)},
                    {"dateline", or_null(article.dateline)},
                    {"publisher", or_null(article.publisher)},
                    {"language", or_null(article.language)},
                    {"text", article.text}};
    if (!repeats.empty()) json["duplicate_of"] = repeats;
    out << line_of(json) << '\n';
}

void write_timeline_lines(std::ostream& out, const TimelineGraph& graph, std::span<const EventId> events) {
    for (const auto event : events) out << line_of(json_of(graph.event(event))) << '\n';
}

void write_timeline_json(std::ostream& out, const TimelineGraph& graph, std::span<const EventId> events) {
    write_array(out, events, [&](EventId event) { return json_of(graph.event(event)); });
    out << '\n';
}

void write_node_link(std::ostream& out, const Network& network) {
    out << "{\"directed\":true,\"multigraph\":true,\"graph\":{},\"nodes\":";
    write_array(out, network.nodes, [](const NetworkNode& node) { return json_of(node); });
    out << ",\"links\":";
    write_array(out, network.edges, [&](const NetworkEdge& edge) { return json_of(edge, network); });
    out << "}\n";
}

} // namespace dateline
