// SPDX-License-Identifier: MIT
#include <algorithm>
#include <array>
#include <sstream>
#include <string>
#include <utility>

#include <catch2/catch.hpp>
#include <fmt/format.h>

#include <dateline/events/extractor.hpp>

#include "corpus.hpp"

using namespace dateline;

namespace {

std::string_view put(std::string& text, Span& span, std::string_view word) {
    span = {static_cast<std::uint32_t>(text.size()), static_cast<std::uint32_t>(text.size() + word.size())};
    return text.append(word);
}

/// One sentence from lines "form lemma UPOS XPOS head deprel", head counted from 1, 0 for the root.
Document read_tree(const test::Case& c) {
    Document document;
    document.article.id = c.name;
    document.article.published = parse_instant("2025-11-06");
    std::istringstream in{c.input};
    std::string form, lemma, upos, xpos, deprel;
    for (std::uint32_t head = 0; in >> form >> lemma >> upos >> xpos >> head >> deprel;) {
        if (!document.text.empty()) document.text += ' ';
        put(document.text, document.token.emplace_back(), form);
        put(document.lemma_text, document.lemma.emplace_back(), lemma);
        document.upos.push_back(parse_upos(upos).value());
        document.xpos.push_back(parse_xpos(xpos).value());
        document.morph.emplace_back();
        document.head.push_back(head == 0 ? Document::root : head - 1);
        document.deprel.push_back(parse_deprel(deprel).value());
    }
    const auto size = static_cast<std::uint32_t>(document.text.size());
    document.body = {0, size};
    document.sentences.push_back({.span = {0, size}, .tokens = {0, document.token_count()}, .headline = c.headers.contains("headline")});
    return document;
}

/// Mentions of the words that the header "actors" lists: "Rubio=person Iran=country".
ActorLayer read_actors(const test::Case& c, const Document& document) {
    ActorLayer layer;
    const auto header = c.headers.find("actors");
    std::istringstream in{header == c.headers.end() ? "" : header->second};
    for (std::string word; in >> word;) {
        const auto equals = word.find('=');
        const auto name = word.substr(0, equals);
        const ActorId id{static_cast<std::uint32_t>(layer.actors.size())};
        layer.actors.push_back({.id = name, .name = name, .kind = parse_actor_kind(word.substr(equals + 1)).value()});
        for (std::uint32_t t = 0; t < document.token_count(); ++t) {
            if (document.form(t) == name) layer.mentions.push_back({.tokens = {t, t + 1}, .head = t, .actors = {id}});
        }
    }
    return layer;
}

std::string join(const Event& event, bool targets) {
    std::string out;
    for (const auto& p : event.actors) {
        if ((p.role == Role::target) == targets) out += (out.empty() ? "" : ", ") + p.actor.name;
    }
    return out.empty() ? "-" : out;
}

/// "CONSULT planned Rubio > Kazakhstan | visit", one event a line.
std::string extract(const test::Case& c) {
    static const EventExtractor extractor;
    const auto document = read_tree(c);
    std::string out;
    for (const auto& e : extractor.extract(document, {}, read_actors(c, document))) {
        out += fmt::format("{} {} {} > {} | {}\n", name_of(e.type), name_of(e.status), join(e, false), join(e, true), e.predicate);
    }
    return out;
}

} // namespace

TEST_CASE("events of parsed sentences") { test::check_corpus(DATELINE_TESTS "/corpus/events", extract); }

TEST_CASE("a document without trees has no events") {
    Document document;
    document.text = "Rubio met Lavrov.";
    document.token = {{0, 5}};
    CHECK(EventExtractor{}.extract(document, {}, {}).empty());
}

TEST_CASE("the same article gives the same ids") {
    const auto cases = test::read_corpus(DATELINE_TESTS "/corpus/events/voice.txt");
    const auto document = read_tree(cases.front());
    const auto actors = read_actors(cases.front(), document);
    const auto once = EventExtractor{}.extract(document, {}, actors);
    CHECK_FALSE(once.empty());
    CHECK(once == EventExtractor{}.extract(document, {}, actors));
}

TEST_CASE("a recent event without a time word falls in the two days before publication") {
    const auto cases = test::read_corpus(DATELINE_TESTS "/corpus/events/voice.txt");
    const auto document = read_tree(cases.front());
    const auto events = EventExtractor{}.extract(document, {}, read_actors(cases.front(), document));
    REQUIRE(events.size() == 1);
    CHECK(events.front().date.basis == Basis::publication);
    CHECK(format_edtf(events.front().date) == "2025-11-04/2025-11-06");
    CHECK(events.front().title == "Minister arrested Editor");
}

TEST_CASE("a day that describes what is spoken of dates no act beside it") {
    const test::Case c{.name = "described",
                       .headers = {{"actors", "Norland=country Sudland=country"}},
                       .input = "Norland norland PROPN NNP 2 nsubj\ndescribed describe VERB VBD 0 root\nyesterday yesterday NOUN NN 5 nmod:poss\n's 's PART POS 3 case\n"
                                "decision decision NOUN NN 2 obj\nand and CCONJ CC 7 cc\nattacked attack VERB VBD 2 conj\nSudland sudland PROPN NNP 7 obj"};
    const auto document = read_tree(c);
    const auto day_before = parse_day("2025-11-05");
    const std::array yesterday{Timex{.span = document.token[2], .tokens = {2, 3}, .interval = {.earliest = day_before, .latest = day_before}}};
    const auto events = EventExtractor{}.extract(document, yesterday, read_actors(c, document));
    const auto attack = std::ranges::find(events, EventType::assault, &Event::type);
    REQUIRE(attack != events.end());
    CHECK(attack->date.basis == Basis::publication);
}
