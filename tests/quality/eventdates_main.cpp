// SPDX-License-Identifier: MIT
//
// dateline_date_events EVENTS.jsonl: dates every event word that the gold names, for eventdates.py. On stdout a line an event:
// {"doc_id", "eid", "status", "earliest", "latest", "basis", "rule"}.
#include <algorithm>
#include <fstream>
#include <iostream>
#include <string>
#include <vector>

#include <nlohmann/json.hpp>

#include <dateline/annotate/annotator.hpp>
#include <dateline/knowledge/table.hpp>
#include <dateline/time/resolver.hpp>

#include "dating.hpp"

namespace {

using dateline::Frame;
using dateline::FrameKind;
using dateline::Token;

/// Senses that say nothing of the word but its kind: the gold's events are of all sorts.
const Frame& frame_of(const dateline::Syntax& syntax, Token t) {
    static const Frame verb{.kind = FrameKind::verb, .type = dateline::EventType::other};
    static const Frame noun{.kind = FrameKind::noun, .type = dateline::EventType::other};
    return syntax.is_noun(t) ? noun : verb;
}

std::uint32_t byte_at(const std::string& text, std::size_t code_points) {
    std::size_t byte = 0;
    for (; byte < text.size() && code_points > 0; --code_points) {
        do ++byte;
        while (byte < text.size() && (static_cast<unsigned char>(text[byte]) & 0xC0U) == 0x80U);
    }
    return static_cast<std::uint32_t>(byte);
}

nlohmann::json day(const std::optional<dateline::Day>& day) { return day ? nlohmann::json(dateline::format_day(*day)) : nlohmann::json(nullptr); }

void date_all(const nlohmann::json& record, const dateline::Document& document, const dateline::Lexicon& lexicon) {
    const dateline::Syntax syntax{document};
    const auto times = dateline::find_times(document);
    std::vector<std::vector<dateline::Trigger>> triggers(document.sentences.size());
    std::vector<std::pair<std::string, Token>> events;
    for (const auto& event : record["events"]) {
        const auto byte = byte_at(document.text, event["start"]);
        const auto at = std::ranges::lower_bound(document.token, byte, {}, [](dateline::Span s) { return s.end - 1; });
        if (at == document.token.end()) continue;
        const auto token = static_cast<Token>(at - document.token.begin());
        events.emplace_back(event["eid"], token);
        triggers[document.sentence_of(token).value].push_back({.token = token, .anchor = token, .frame = &frame_of(syntax, token)});
    }
    for (const auto& [eid, token] : events) {
        const auto s = document.sentence_of(token).value;
        const auto& sentence = document.sentences[s];
        const auto& trigger = *std::ranges::find(triggers[s], token, &dateline::Trigger::token);
        const auto standing = find_standing(syntax, lexicon, sentence, trigger, triggers[s]);
        const auto date = date_event(syntax, times, sentence, trigger, standing, triggers[s], document.article.published->day());
        std::cout << nlohmann::json{{"doc_id", document.article.id}, {"eid", eid}, {"status", name_of(standing.status)}, {"earliest", day(date.earliest)},
                                    {"latest", day(date.latest)}, {"basis", name_of(date.basis)}, {"rule", date.rule}}
                  << '\n';
    }
}

} // namespace

int main(int argc, char** argv) {
    if (argc != 2) return 2;
    std::ifstream in{argv[1]};
    const dateline::Annotator annotator;
    const dateline::Lexicon lexicon{dateline::Knowledge::built_in()};
    for (std::string line; std::getline(in, line);) {
        const auto record = nlohmann::json::parse(line);
        dateline::Article article{.id = record["doc_id"], .published = dateline::parse_instant(record["dct"].get<std::string>()), .text = record["text"]};
        date_all(record, annotator.annotate(std::move(article)), lexicon);
    }
    return 0;
}
