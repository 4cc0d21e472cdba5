// SPDX-License-Identifier: MIT
//
// dateline_date_events EVENTS.jsonl: dates every event word that the gold names, for eventdates.py. On stdout a line an event:
// {"doc_id", "eid", "status", "earliest", "latest", "basis", "rule", "word", "clause", "lemma"}: the tense of the word
// and the relation of its clause, by which the gold has other stretches.
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

/// The first helping verb of a verb: "have", "will".
std::string helper_of(const dateline::Syntax& syntax, Token verb) {
    for (const auto c : syntax.children(verb)) {
        if (syntax.relation(c) == dateline::Deprel::aux || syntax.relation(c) == dateline::Deprel::aux_pass) return std::string{syntax.lemma(c)};
    }
    return {};
}

/// How the word tells its time, as grammar has it: "past", "present", "infinitive", "saying" (in the present); a noun by the verb above it.
std::string_view shape_of(const dateline::Syntax& syntax, const dateline::Lexicon& lexicon, Token word) {
    if (syntax.is_noun(word)) {
        constexpr int max_steps = 6;
        auto above = syntax.head(word);
        for (int step = 0; step < max_steps && above != dateline::no_token && !syntax.is_verb(above); ++step) above = syntax.head(above);
        return above == dateline::no_token || syntax.tag(above) == "VBD" ? "noun of a past" : "noun";
    }
    const auto tag = syntax.tag(word);
    if (tag == "VBD") return "past";
    if (tag == "VB") return helper_of(syntax, word).empty() ? "infinitive" : "helped";
    if (tag != "VBZ" && tag != "VBP") return "other";
    return lexicon.effect(syntax.lemma(word), dateline::FrameKind::verb) == dateline::Effect::report ? "saying" : "present";
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
                                    {"latest", day(date.latest)}, {"basis", name_of(date.basis)}, {"rule", date.rule}, {"word", shape_of(syntax, lexicon, token)},
                                    {"clause", name_of(syntax.relation(token))}, {"lemma", syntax.lemma(token)}}
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
