// SPDX-License-Identifier: MIT
#include <dateline/write/json.hpp>

#include <ostream>
#include <string>
#include <string_view>

#include "json_text.hpp"

namespace dateline {
namespace {

using json::Object;

std::string text_of(const std::optional<Day>& day) { return day ? format_day(*day) : std::string{}; }
std::string text_of(const std::optional<Instant>& instant) { return instant ? format_instant(*instant) : std::string{}; }
std::string_view text_of(Outcome outcome) { return outcome == Outcome::none ? std::string_view{} : name_of(outcome); }

void append(std::string& out, const EventDate& date) {
    Object{out}
        .value_or_null("earliest", text_of(date.earliest))
        .value_or_null("latest", text_of(date.latest))
        .value("edtf", format_edtf(date))
        .value("precision", name_of(date.precision))
        .value("basis", name_of(date.basis))
        .value_or_null("text", date.text);
}

void append(std::string& out, const Participant& participant) {
    const auto& [actor, role] = participant;
    Object{out}
        .value("id", actor.id)
        .value("name", actor.name)
        .value("kind", name_of(actor.kind))
        .value("role", name_of(role))
        .value_or_null("country", actor.country)
        .value_or_null("office", actor.office)
        .value_or_null("wikidata", actor.wikidata);
}

void append(std::string& out, const std::optional<Place>& place) {
    if (!place) {
        out += "null";
        return;
    }
    Object{out}
        .value("name", place->name)
        .value_or_null("country", place->country)
        .value_or_null("lat", place->latitude)
        .value_or_null("lon", place->longitude);
}

void append(std::string& out, const Evidence& proof) {
    Object{out}
        .value("article", proof.article)
        .value_or_null("url", proof.url)
        .value_or_null("publisher", proof.publisher)
        .value_or_null("published", text_of(proof.published))
        .value("sentence", std::uint64_t{proof.sentence})
        .value("text", proof.text)
        .value("trigger", proof.trigger)
        .value_or_null("attribution", proof.attribution);
}

void append_text(std::string& out, const std::string& text) { json::append(out, text); }

void add_event(Object& object, std::string& out, const Event& event) {
    const auto each = [](std::string& to, const auto& value) { append(to, value); };
    object.value("id", event.id)
        .value("type", name_of(event.type))
        .value_or_null("mode", event.mode)
        .value_or_null("cameo", event.cameo)
        .value_or_null("goldstein", event.goldstein)
        .value("predicate", event.predicate)
        .value("title", event.title)
        .value("status", name_of(event.status))
        .with("date", [&] { append(out, event.date); })
        .list("actors", event.actors, each)
        .with("location", [&] { append(out, event.location); })
        .list("contexts", event.contexts, append_text)
        .list("evidence", event.evidence, each)
        .value("confidence", event.confidence);
}

void append(std::string& out, const Event& event) {
    Object object{out};
    add_event(object, out, event);
}

void append(std::string& out, const TimelineEvent& told) {
    Object object{out};
    add_event(object, out, told.event);
    object.value("publishers", std::uint64_t{told.publishers})
        .value_or_null("reported", text_of(told.reported))
        .value_or_null("outcome", text_of(told.outcome))
        .list("reports", told.reports, append_text);
}

void append(std::string& out, const NetworkNode& node) {
    if (node.kind == NetworkNode::Kind::event) {
        Object{out}.value("id", node.id).value("kind", "event");
        return;
    }
    const auto& actor = node.actor;
    Object{out}
        .value("id", node.id)
        .value("kind", name_of(actor.kind))
        .value("name", actor.name)
        .value_or_null("country", actor.country)
        .value_or_null("office", actor.office)
        .value_or_null("wikidata", actor.wikidata)
        .value("events", std::uint64_t{node.events});
}

void append(std::string& out, const NetworkEdge& edge, const Network& network) {
    Object{out}
        .value("source", network.nodes[edge.source].id)
        .value("target", network.nodes[edge.target].id)
        .value("key", edge.event)
        .flag("directed", edge.directed)
        .value("kind", "event")
        .value("type", name_of(edge.type))
        .value("predicate", edge.predicate)
        .value("title", edge.title)
        .value("status", name_of(edge.status))
        .value_or_null("outcome", text_of(edge.outcome))
        .value_or_null("earliest", text_of(edge.date.earliest))
        .value_or_null("latest", text_of(edge.date.latest))
        .value("edtf", format_edtf(edge.date))
        .value("precision", name_of(edge.date.precision))
        .value_or_null("goldstein", edge.goldstein)
        .value("publishers", std::uint64_t{edge.publishers});
}

void append(std::string& out, const NetworkAffiliation& affiliation, const Network& network) {
    const auto& what = affiliation.what;
    const bool tenure = what.kind == Affiliation::Kind::tenure;
    Object object{out};
    object.value("source", network.nodes[affiliation.member].id)
        .value("target", network.nodes[affiliation.whole].id)
        .value("key", tenure ? what.office + ' ' + text_of(what.from) : std::string{name_of(what.kind)})
        .flag("directed", true)
        .value("kind", name_of(what.kind));
    if (!tenure) return;
    object.value("office", what.office)
        .value_or_null("from", text_of(what.from))
        .value_or_null("until", text_of(what.until))
        .value_or_null("first", text_of(what.first))
        .value_or_null("last", text_of(what.last));
}

/// [ … ] with one value a line, written as they come.
class Lines {
public:
    explicit Lines(std::ostream& out) : m_out{out} { m_out << '['; }
    ~Lines() { m_out << "\n]"; }
    Lines(const Lines&) = delete;
    Lines& operator=(const Lines&) = delete;

    template <class Values, class Append>
    void add(const Values& values, const Append& append_one) {
        for (const auto& value : values) {
            m_line = m_separator;
            append_one(m_line, value);
            m_out << m_line;
            m_separator = ",\n";
        }
    }

private:
    std::ostream& m_out;
    std::string m_line;
    std::string_view m_separator = "\n";
};

} // namespace

void write_event_line(std::ostream& out, const Event& event) {
    std::string line;
    append(line, event);
    out << line << '\n';
}

void write_article_line(std::ostream& out, const Article& article, std::string_view repeats) {
    std::string line;
    {
        Object object{line};
        object.value("id", article.id)
            .value_or_null("url", article.url)
            .value_or_null("title", article.title)
            .value_or_null("published", text_of(article.published))
            .value_or_null("byline", article.byline)
            .value_or_null("dateline", article.dateline)
            .value_or_null("publisher", article.publisher)
            .value_or_null("language", article.language)
            .value("text", article.text);
        if (!repeats.empty()) object.value("duplicate_of", repeats);
    }
    out << line << '\n';
}

void write_timeline_lines(std::ostream& out, const TimelineGraph& graph, std::span<const EventId> events) {
    std::string line;
    for (const auto event : events) {
        line.clear();
        append(line, graph.event(event));
        out << line << '\n';
    }
}

void write_timeline_json(std::ostream& out, const TimelineGraph& graph, std::span<const EventId> events) {
    Lines{out}.add(events, [&](std::string& line, EventId event) { append(line, graph.event(event)); });
    out << '\n';
}

void write_node_link(std::ostream& out, const Network& network) {
    out << "{\"directed\":true,\"multigraph\":true,\"graph\":{},\"nodes\":";
    Lines{out}.add(network.nodes, [](std::string& line, const NetworkNode& node) { append(line, node); });
    out << ",\"links\":";
    const auto append_link = [&](std::string& line, const auto& link) { append(line, link, network); };
    {
        Lines links{out};
        links.add(network.edges, append_link);
        links.add(network.affiliations, append_link);
    }
    out << "}\n";
}

} // namespace dateline
