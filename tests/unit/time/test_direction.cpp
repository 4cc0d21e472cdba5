// SPDX-License-Identifier: MIT
//
// The tense of the governing verb decides which way a date looks; trees are written out by hand.
#include <sstream>
#include <string>

#include <catch2/catch.hpp>

#include <dateline/time/resolver.hpp>

namespace {

/// One sentence, a token a line: form, lemma, Penn tag, head (1 = first token, 0 = root), relation.
dateline::Document parsed(const std::string& rows) {
    dateline::Document document;
    document.article.published = dateline::parse_instant("2024-03-06"); // a Wednesday
    std::istringstream in{rows};
    std::string form;
    std::string lemma;
    std::string tag;
    std::string relation;
    std::uint32_t head = 0;
    while (in >> form >> lemma >> tag >> head >> relation) {
        if (!document.text.empty()) document.text += ' ';
        const auto begin = static_cast<std::uint32_t>(document.text.size());
        document.text += form;
        document.token.push_back({begin, static_cast<std::uint32_t>(document.text.size())});
        const auto lemma_begin = static_cast<std::uint32_t>(document.lemma_text.size());
        document.lemma_text += lemma;
        document.lemma.push_back({lemma_begin, static_cast<std::uint32_t>(document.lemma_text.size())});
        document.xpos.push_back(dateline::parse_xpos(tag).value());
        document.head.push_back(head == 0 ? dateline::Document::root : head - 1);
        document.deprel.push_back(dateline::parse_deprel(relation).value());
    }
    return document;
}

std::string friday_of(const std::string& rows, bool headline = false) {
    auto document = parsed(rows);
    document.sentences.push_back({.tokens = {0, document.token_count()}, .headline = headline});
    const auto times = dateline::find_times(document);
    return times.empty() ? "" : times.back().value;
}

constexpr auto last_friday = "2024-03-01";
constexpr auto next_friday = "2024-03-08";

} // namespace

TEST_CASE("a past verb looks back, a future one ahead") {
    CHECK(friday_of("He he PRP 2 nsubj  resigned resign VBD 0 root  Friday Friday NNP 2 obl:unmarked") == last_friday);
    CHECK(friday_of("He he PRP 3 nsubj  will will MD 3 aux  resign resign VB 0 root  Friday Friday NNP 3 obl:unmarked") == next_friday);
    CHECK(friday_of("He he PRP 3 nsubj  has have VBZ 3 aux  resigned resign VBN 0 root  on on IN 5 case  Friday Friday NNP 3 obl") == last_friday);
    CHECK(friday_of("He he PRP 3 nsubj  is be VBZ 3 aux  resigning resign VBG 0 root  Friday Friday NNP 3 obl:unmarked") == next_friday);
}

TEST_CASE("a verb far off does not govern the date") {
    // "He resigned Friday, she said, and will leave": the nearest words would say otherwise.
    CHECK(friday_of("They they PRP 2 nsubj  resigned resign VBD 0 root  and and CC 5 cc  will will MD 5 aux  leave leave VB 2 conj  those those DT 7 det  "
                    "appointed appoint VBN 5 obj  on on IN 9 case  Friday Friday NNP 7 obl") == last_friday);
}

TEST_CASE("an infinitive looks where the verb above it points") {
    const std::string tail = "to to TO 4 mark  meet meet VB 2 xcomp  Friday Friday NNP 4 obl:unmarked";
    CHECK(friday_of("They they PRP 2 nsubj  agreed agree VBD 0 root  " + tail) == next_friday);
    CHECK(friday_of("They they PRP 2 nsubj  failed fail VBD 0 root  " + tail) == last_friday);
    CHECK(friday_of("They they PRP 4 nsubj  are be VBP 4 aux  to to TO 4 mark  meet meet VB 0 root  Friday Friday NNP 4 obl:unmarked") == next_friday);
}

TEST_CASE("a deadline lies ahead unless what it bounds is over") {
    CHECK(friday_of("They they PRP 2 nsubj  extended extend VBD 0 root  it it PRP 2 obj  until until IN 5 case  Friday Friday NNP 2 obl") == next_friday);
    CHECK(friday_of("They they PRP 3 nsubj  had have VBD 3 aux  waited wait VBN 0 root  until until IN 5 case  Friday Friday NNP 3 obl") == last_friday);
}

TEST_CASE("the perfect and the present passive tell no day of their own") {
    const auto day_of = [](const std::string& verb) {
        return friday_of(verb + "  it it PRP 3 obj  on on IN 6 case  April April NNP 3 obl  20 20 CD 6 nummod");
    };
    CHECK(day_of("They they PRP 3 nsubj  have have VBP 3 aux  moved move VBN 0 root") == "2024-04-20");
    CHECK(day_of("It it PRP 3 nsubj  is be VBZ 3 aux  moved move VBN 0 root") == "2024-04-20");
    CHECK(day_of("It it PRP 3 nsubj  was be VBD 3 aux  moved move VBN 0 root") == "2023-04-20");
}

TEST_CASE("what may have been lies behind") {
    CHECK(friday_of("It it PRP 5 nsubj  may may MD 5 aux  have have VB 5 aux  been be VBN 5 cop  sold sell VBN 0 root  Friday Friday NNP 5 obl:unmarked") ==
          last_friday);
}

TEST_CASE("what is planned lies ahead, also where its verb was taken for a noun") {
    CHECK(friday_of("They they PRP 2 nsubj  planned plan VBD 0 root  it it PRP 2 obj  on on IN 5 case  Friday Friday NNP 2 obl") == next_friday);
    CHECK(friday_of("He he PRP 2 nsubj  plans plan NNS 0 root  to to TO 4 mark  go go VB 2 acl  Friday Friday NNP 2 obl:unmarked") == next_friday);
}

TEST_CASE("a verb without tense leaves the question to the verb above") {
    CHECK(friday_of("It it PRP 2 nsubj  helped help VBD 0 root  spark spark VB 2 xcomp  it it PRP 3 obj  Friday Friday NNP 3 obl:unmarked") == last_friday);
    CHECK(friday_of("It it PRP 2 nsubj  shed shed VB 0 root  points point NNS 2 obj  Friday Friday NNP 2 obl:unmarked") == last_friday);
    CHECK(friday_of("Book book VB 0 root  it it PRP 1 obj  Friday Friday NNP 1 obl:unmarked") == next_friday);
}

TEST_CASE("a month that describes something is the nearest, whatever is done with it") {
    CHECK(friday_of("They they PRP 3 nsubj  will will MD 3 aux  discuss discuss VB 0 root  the the DT 6 det  November November NNP 6 compound  attack attack NN 3 obj") ==
          "2023-11");
    CHECK(friday_of("They they PRP 3 nsubj  will will MD 3 aux  return return VB 0 root  in in IN 5 case  November November NNP 3 obl") == "2024-11");
}

TEST_CASE("a verb in the present announces the day, but not in a headline") {
    const std::string rows = "It it PRP 2 nsubj  opens open VBZ 0 root  on on IN 4 case  Friday Friday NNP 2 obl";
    CHECK(friday_of(rows) == next_friday);
    CHECK(friday_of(rows, true) == last_friday);
}

TEST_CASE("a date that something is set for may lie ahead, though the verb is past") {
    const auto day_of = [](const std::string& preposition) {
        return friday_of("It it PRP 2 nsubj  set set VBD 0 root  it it PRP 2 obj  " + preposition + " IN 5 case  April April NNP 2 obl  20 20 CD 5 nummod");
    };
    CHECK(day_of("for for") == "2024-04-20");
    CHECK(day_of("on on") == "2023-04-20");
}

TEST_CASE("what went as planned tells no plan") {
    CHECK(friday_of("It it PRP 2 nsubj  began begin VBD 0 root  as as IN 4 mark  planned plan VBN 2 advcl  Friday Friday NNP 4 obl:unmarked") == last_friday);
}

TEST_CASE("what is planned lies ahead, not who plans") {
    const std::string verb = "plan plan VBP 0 root  talks talk NNS 4 obj";
    CHECK(friday_of("The the DT 2 det  winners winner NNS 4 nsubj  Friday Friday NNP 2 nmod:unmarked  " + verb) == last_friday);
    CHECK(friday_of("The the DT 2 det  winners winner NNS 4 nsubj  now now RB 4 advmod  " + verb + "  Friday Friday NNP 5 nmod:unmarked") == next_friday);
}

TEST_CASE("a verb in the present announces the day of a month, whichever way it is written") {
    const auto day_of = [](const std::string& date) {
        return friday_of("It it PRP 2 nsubj  ends end VBZ 0 root  on on IN 4 case  " + date);
    };
    CHECK(day_of("November November NNP 2 obl  30 30 CD 4 nummod") == "2024-11-30");
    CHECK(day_of("30 30 CD 2 obl  November November NNP 4 nmod") == "2024-11-30");
}
