// SPDX-License-Identifier: MIT
#include "report_table.hpp"

#include <algorithm>
#include <initializer_list>
#include <iterator>
#include <utility>

#include <fmt/format.h>

#include <dateline/text/hash.hpp>

namespace dateline {
namespace {

std::size_t hash_of(std::initializer_list<std::uint32_t> numbers) noexcept {
    std::uint64_t h = 0;
    for (const auto number : numbers) h = mix(h ^ number);
    return h;
}

template <class Row>
std::span<const Row> stretch_of(const std::vector<Row>& rows, Stretch stretch) noexcept {
    return std::span{rows}.subspan(stretch.begin, stretch.size);
}

/// Length-prefixed, so that no two different sequences of fields run together.
void append_field(std::string& out, std::string_view field) { fmt::format_to(std::back_inserter(out), "{}:{}", field.size(), field); }

void append_field(std::string& out, std::optional<Day> day) { append_field(out, day ? format_day(*day) : std::string{}); }

void append_field(std::string& out, std::optional<double> number) {
    append_field(out, number ? fmt::format("{}", *number) : std::string{});
}

void append_field(std::string& out, std::uint32_t number) { fmt::format_to(std::back_inserter(out), "{};", number); }

template <class Enum>
    requires std::is_enum_v<Enum>
void append_field(std::string& out, Enum value) {
    append_field(out, static_cast<std::uint32_t>(value));
}

} // namespace

std::size_t RowHash::operator()(const ActorRow& row) const noexcept {
    return hash_of({row.id, row.name, row.country, row.office, row.sector, row.wikidata, static_cast<std::uint32_t>(row.kind)});
}

std::size_t RowHash::operator()(const ArticleRow& row) const noexcept {
    return hash_of({row.id, row.url, row.publisher, row.published});
}

std::uint32_t ReportTable::describe(const Actor& actor) {
    return actors.intern({.id = strings.intern(actor.id),
            .name = strings.intern(actor.name),
            .country = strings.intern(actor.country),
            .office = strings.intern(actor.office),
            .sector = strings.intern(actor.sector),
            .wikidata = strings.intern(actor.wikidata),
            .kind = actor.kind});
}

ArticleRow ReportTable::article_of(const Evidence& proof) {
    return {.id = strings.intern(proof.article),
            .url = strings.intern(proof.url),
            .publisher = strings.intern(proof.publisher),
            .published = strings.intern(proof.published ? format_instant(*proof.published) : std::string{})};
}

void ReportTable::append(const Event& event, std::span<const ParticipantRow> parts) {
    EventRow row{.id = strings.intern(event.id),
                 .mode = strings.intern(event.mode),
                 .cameo = strings.intern(event.cameo),
                 .predicate = strings.intern(event.predicate),
                 .title = strings.intern(event.title),
                 .date_text = strings.intern(event.date.text),
                 .date_rule = strings.intern(event.date.rule),
                 .type = event.type,
                 .status = event.status,
                 .date = event.date,
                 .goldstein = event.goldstein,
                 .confidence = event.confidence,
                 .place = EventRow::no_place,
                 .participants = {static_cast<std::uint32_t>(participants.size()), static_cast<std::uint32_t>(parts.size())},
                 .evidence = {static_cast<std::uint32_t>(evidence.size()), static_cast<std::uint32_t>(event.evidence.size())},
                 .contexts = {static_cast<std::uint32_t>(contexts.size()), static_cast<std::uint32_t>(event.contexts.size())}};
    participants.insert(participants.end(), parts.begin(), parts.end());
    for (const auto& proof : event.evidence) {
        evidence.push_back({.article = articles.intern(article_of(proof)),
                            .sentence = proof.sentence,
                            .text = strings.intern(proof.text),
                            .trigger = strings.intern(proof.trigger),
                            .attribution = strings.intern(proof.attribution)});
    }
    for (const auto& context : event.contexts) contexts.push_back(strings.intern(context));
    if (event.location) {
        const auto& [name, country, latitude, longitude] = *event.location;
        row.place = static_cast<std::uint32_t>(places.size());
        places.push_back({strings.intern(name), strings.intern(country), latitude, longitude});
    }
    events.push_back(row);
}

std::uint32_t ReportTable::add(const Event& event) {
    std::vector<ParticipantRow> parts;
    parts.reserve(event.actors.size());
    for (const auto& [who, role] : event.actors) parts.push_back({describe(who), role});
    append(event, parts);
    const auto& row = events.back();
    const auto [first, last] = m_rows_of_id.equal_range(row.id);
    const auto known = first == last ? last : std::find_if(first, last, [&, said = contents(row)](const auto& entry) {
        return contents(events[entry.second]) == said;
    });
    if (known != last) {
        take_back();
        return known->second;
    }
    const auto number = static_cast<std::uint32_t>(events.size() - 1);
    m_rows_of_id.emplace(row.id, number);
    return number;
}

void ReportTable::take_back() {
    const auto& row = events.back();
    participants.resize(row.participants.begin);
    evidence.resize(row.evidence.begin);
    contexts.resize(row.contexts.begin);
    if (row.place != EventRow::no_place) places.pop_back();
    events.pop_back();
}

Actor ReportTable::actor(std::uint32_t number) const {
    const auto& row = actors[number];
    return {.id = strings.str(row.id),
            .name = strings.str(row.name),
            .kind = row.kind,
            .country = strings.str(row.country),
            .office = strings.str(row.office),
            .sector = strings.str(row.sector),
            .wikidata = strings.str(row.wikidata)};
}

Evidence ReportTable::evidence_at(const EvidenceRow& row) const {
    const auto& article = articles[row.article];
    return {.article = strings.str(article.id),
            .url = strings.str(article.url),
            .publisher = strings.str(article.publisher),
            .published = parse_instant(strings[article.published]),
            .sentence = row.sentence,
            .text = strings.str(row.text),
            .trigger = strings.str(row.trigger),
            .attribution = strings.str(row.attribution)};
}

Event ReportTable::event(std::uint32_t number) const {
    const auto& row = events[number];
    Event event{.id = strings.str(row.id),
                .type = row.type,
                .mode = strings.str(row.mode),
                .cameo = strings.str(row.cameo),
                .goldstein = row.goldstein,
                .predicate = strings.str(row.predicate),
                .title = strings.str(row.title),
                .status = row.status,
                .date = {row.date, strings.str(row.date_text), strings.str(row.date_rule)},
                .confidence = row.confidence};
    for (const auto& [who, role] : participants_of(row)) event.actors.push_back({actor(who), role});
    for (const auto& proof : evidence_of(row)) event.evidence.push_back(evidence_at(proof));
    for (const auto context : contexts_of(row)) event.contexts.push_back(strings.str(context));
    event.location = place_of(row);
    return event;
}

std::optional<Place> ReportTable::place_of(const EventRow& row) const {
    if (row.place == EventRow::no_place) return std::nullopt;
    const auto& [name, country, latitude, longitude] = places[row.place];
    return Place{strings.str(name), strings.str(country), latitude, longitude};
}

std::span<const ParticipantRow> ReportTable::participants_of(const EventRow& row) const noexcept {
    return stretch_of(participants, row.participants);
}
std::span<const EvidenceRow> ReportTable::evidence_of(const EventRow& row) const noexcept {
    return stretch_of(evidence, row.evidence);
}
std::span<const StringPool::Number> ReportTable::contexts_of(const EventRow& row) const noexcept {
    return stretch_of(contexts, row.contexts);
}

std::optional<Day> ReportTable::published(const ArticleRow& article) const {
    const auto instant = parse_instant(strings[article.published]);
    return instant ? std::optional{instant->day()} : std::nullopt;
}

std::string ReportTable::contents(const EventRow& row) const {
    std::string all;
    for (const auto text : {row.id, row.mode, row.cameo, row.predicate, row.title, row.date_text, row.date_rule}) {
        append_field(all, strings[text]);
    }
    append_field(all, row.type);
    append_field(all, row.status);
    append_field(all, row.date.earliest);
    append_field(all, row.date.latest);
    append_field(all, row.date.precision);
    append_field(all, row.date.basis);
    append_field(all, row.goldstein);
    append_field(all, std::optional{row.confidence});
    for (const auto& [who, role] : participants_of(row)) {
        const auto& actor = actors[who];
        for (const auto text : {actor.id, actor.name, actor.country, actor.office, actor.sector, actor.wikidata}) {
            append_field(all, strings[text]);
        }
        append_field(all, actor.kind);
        append_field(all, role);
    }
    for (const auto& proof : evidence_of(row)) {
        const auto& article = articles[proof.article];
        for (const auto text : {article.id, article.url, article.publisher, article.published, proof.text, proof.trigger, proof.attribution}) {
            append_field(all, strings[text]);
        }
        append_field(all, proof.sentence);
    }
    for (const auto context : contexts_of(row)) append_field(all, strings[context]);
    if (row.place != EventRow::no_place) {
        const auto& [name, country, latitude, longitude] = places[row.place];
        append_field(all, strings[name]);
        append_field(all, strings[country]);
        append_field(all, latitude);
        append_field(all, longitude);
    }
    return all;
}

std::vector<std::uint32_t> ReportTable::canonical_order() const {
    // By a hash of the id first: the same everywhere, and cheaper to compare than the ids of a million rows.
    std::vector<std::pair<std::uint64_t, std::uint32_t>> keyed;
    keyed.reserve(events.size());
    for (std::uint32_t row = 0; row < events.size(); ++row) keyed.emplace_back(stable_hash(strings[events[row].id]), row);
    std::ranges::sort(keyed, [&](const auto& a, const auto& b) {
        if (a.first != b.first) return a.first < b.first;
        return a.second != b.second && contents(events[a.second]) < contents(events[b.second]);
    });
    std::vector<std::uint32_t> order;
    order.reserve(keyed.size());
    for (const auto& [hash, row] : keyed) order.push_back(row);
    return order;
}

} // namespace dateline
