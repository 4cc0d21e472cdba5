// SPDX-License-Identifier: MIT
//
// Writes events whose every text is hostile, in every form, into the directory given: for validators that are not ours.
#include <array>
#include <fstream>
#include <random>
#include <string>

#include <dateline/graph/network.hpp>
#include <dateline/write/dot.hpp>
#include <dateline/write/json.hpp>

#include "event_literal.hpp"

using namespace dateline; // NOLINT: a test program

namespace {

using namespace std::string_literals;

const std::array hostile{"Graph"s,        "node"s,           "edge"s,           "subgraph"s,     "strict"s,         ""s,
                         "ends with \\"s, "\\N \\G \\E \\l"s, "\"quoted\""s,     "a\nb\r\nc"s,   "tab\there"s,      "<b>bold</b>"s,
                         "&amp; &#0; &"s, "]; x -> y ["s,    "/* comment"s,     "// comment"s,   "# comment"s,      "nul\0nul"s,
                         "\x1B[31mred"s,  "\xFF\xFE"s,       "\xC3"s,           "\xED\xA0\x80"s, "\u202Egnp.exe"s,  "\u2028\u2029"s,
                         "名前"s,         "'; DROP TABLE"s,  "%s%n"s,           "{a|b}"s,        std::string(5000, 'x'), "\U0001F600"s};

std::string random_bytes(std::mt19937& random) {
    std::string bytes(random() % 40, '\0');
    for (auto& c : bytes) c = static_cast<char>(random() % 256);
    return bytes;
}

Event hostile_event(const Event& model, const std::string& text, std::size_t number) {
    auto event = model;
    event.id = std::to_string(number) + text;
    event.title = event.predicate = event.mode = event.date.text = text;
    event.status = static_cast<EventStatus>(number % 5);
    event.contexts = {text};
    event.location = Place{.name = text};
    for (auto& [actor, role] : event.actors) {
        actor.id += text;
        actor.name = actor.office = text;
        actor.kind = static_cast<ActorKind>(number % 6);
    }
    for (auto& proof : event.evidence) {
        proof.article = std::to_string(number) + text;
        proof.url = proof.publisher = proof.text = proof.trigger = proof.attribution = text;
    }
    return event;
}

} // namespace

int main(int argc, char** argv) {
    if (argc != 2) return 2;
    const std::string directory = argv[1];
    const auto models = test::event_literals(R"(
        CONSULT meet/meet | 2025-11-06 | person:a@USA, person:b@KAZ | x | P 2025-11-07
        ASSAULT attack | 2025-11/.. | country:RUS > country:UKR | x | P
        PROTEST march | - | group:students > | x | P)");
    std::ofstream lines{directory + "/events.jsonl"};
    Reports reports;
    std::mt19937 random{1};
    std::size_t number = 0;
    const auto write = [&](const std::string& text) {
        for (const auto& model : models) {
            const auto event = hostile_event(model, text, number++);
            write_event_line(lines, event);
            reports.add(event);
        }
    };
    for (const auto& text : hostile) write(text);
    for (int i = 0; i < 100; ++i) write(random_bytes(random));

    const TimelineGraph graph{std::move(reports)};
    std::ofstream timeline{directory + "/timeline.jsonl"};
    write_timeline_lines(timeline, graph, graph.select({}));
    const auto network = make_network(graph, {});
    std::ofstream dot{directory + "/graph.dot"};
    write_dot(dot, network);
    std::ofstream json{directory + "/graph.json"};
    write_node_link(json, network);
    return lines && timeline && dot && json ? 0 : 1;
}
