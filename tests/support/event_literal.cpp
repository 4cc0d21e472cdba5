// SPDX-License-Identifier: MIT
#include "event_literal.hpp"

#include <cctype>
#include <stdexcept>

#include <dateline/text/hash.hpp>

namespace dateline::test {
namespace {

std::vector<std::string> split(std::string_view text, std::string_view separator) {
    std::vector<std::string> parts;
    for (;;) {
        const auto at = text.find(separator);
        parts.emplace_back(text.substr(0, at));
        if (at == std::string_view::npos) return parts;
        text.remove_prefix(at + separator.size());
    }
}

DateInterval period(const std::string& text) {
    DateInterval date;
    const auto end_of_month = [](Day first) { return Day{date::year_month_day{first}.year() / date::year_month_day{first}.month() / date::last}; };
    if (text.size() == 10) {
        date.earliest = date.latest = parse_day(text);
        date.precision = Precision::day;
    } else if (text.size() == 7) {
        date.earliest = parse_day(text + "-01");
        date.latest = end_of_month(date.earliest.value());
        date.precision = Precision::month;
    } else {
        date.earliest = parse_day(text + "-01-01");
        date.latest = parse_day(text + "-12-31");
        date.precision = Precision::year;
    }
    return date;
}

EventDate parse_date(std::string text) {
    EventDate date;
    if (text == "-") return date;
    date.basis = Basis::stated;
    if (text.starts_with('~')) {
        date.basis = Basis::publication;
        text.erase(0, 1);
    }
    const auto ends = split(text, "/");
    const auto first = ends.front() == ".." ? DateInterval{} : period(ends.front());
    const auto last = ends.back() == ".." ? DateInterval{} : period(ends.back());
    date.earliest = first.earliest;
    date.latest = last.latest;
    date.precision = ends.size() == 1 ? first.precision : first.earliest && last.latest ? Precision::week : Precision::open;
    return date;
}

/// "person:marco-rubio@USA" -> Marco Rubio of the USA
Actor parse_actor(const std::string& text) {
    Actor actor;
    const auto at = text.find('@');
    actor.id = text.starts_with("office:") ? text : text.substr(0, at);
    if (at != std::string::npos) actor.country = text.substr(at + 1);
    const auto colon = text.find(':');
    actor.kind = parse_actor_kind(text.substr(0, colon)).value();
    if (actor.kind == ActorKind::country) actor.country = actor.id.substr(colon + 1);
    bool start = true;
    for (const char c : text.substr(colon + 1, at == std::string::npos ? at : at - colon - 1)) {
        actor.name += c == '-' ? ' ' : start ? static_cast<char>(std::toupper(static_cast<unsigned char>(c))) : c;
        start = c == '-';
    }
    if (actor.kind == ActorKind::office) actor.office = actor.name;
    return actor;
}

void add_actors(Event& event, const std::string& text, Role role) {
    for (const auto& one : split(text, ", ")) {
        if (!one.empty()) event.actors.push_back({parse_actor(one), role});
    }
}

std::string trigger_in(const std::string& sentence, const std::string& predicate) {
    for (auto word : split(sentence, " ")) {
        while (!word.empty() && std::ispunct(static_cast<unsigned char>(word.back())) != 0) word.pop_back();
        std::string small;
        for (const char c : word) small += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
        if (small.starts_with(predicate.substr(0, 3))) return word;
    }
    return predicate;
}

} // namespace

Event event_literal(std::string_view line) {
    const auto fields = split(line, " | ");
    if (fields.size() != 5) throw std::runtime_error{"five fields expected: " + std::string{line}};
    Event event{.id = "e-" + hex(stable_hash(line))};
    const auto what = split(fields[0], " ");
    event.type = parse_event_type(what.at(0)).value();
    event.predicate = what.at(1).substr(0, what[1].find('/'));
    if (what[1].find('/') != std::string::npos) event.mode = what[1].substr(what[1].find('/') + 1);
    if (what.size() > 2) event.status = parse_event_status(what[2]).value();
    event.date = parse_date(fields[1]);
    const auto arrow = fields[2].find('>');
    if (arrow == std::string::npos) {
        add_actors(event, fields[2], Role::participant);
    } else {
        const auto sources = fields[2].substr(0, arrow);
        add_actors(event, sources.substr(0, sources.find_last_not_of(' ') + 1), Role::source);
        const auto targets = fields[2].find_first_not_of(' ', arrow + 1);
        if (targets != std::string::npos) add_actors(event, fields[2].substr(targets), Role::target);
    }
    event.title = fields[3].substr(0, fields[3].find_last_not_of('.') + 1);
    Evidence proof{.text = fields[3], .trigger = trigger_in(fields[3], event.predicate)};
    for (const auto& word : split(fields[4], " ")) {
        if (word.starts_with('#')) proof.article = word.substr(1);
        else if (word.starts_with('@')) event.location = Place{.name = word.substr(1)};
        else if (const auto instant = parse_instant(word)) proof.published = instant;
        else proof.publisher += (proof.publisher.empty() ? "" : " ") + word;
    }
    if (proof.article.empty()) proof.article = "a-" + hex(stable_hash(line));
    event.evidence.push_back(proof);
    return event;
}

std::vector<Event> event_literals(std::string_view lines) {
    std::vector<Event> events;
    for (const auto& line : split(lines, "\n")) {
        const auto start = line.find_first_not_of(' ');
        if (start != std::string::npos) events.push_back(event_literal(line.substr(start)));
    }
    return events;
}

} // namespace dateline::test
