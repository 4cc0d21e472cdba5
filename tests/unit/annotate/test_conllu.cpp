// SPDX-License-Identifier: MIT
#include <sstream>
#include <string>

#include <catch2/catch.hpp>

#include <dateline/annotate/conllu.hpp>
#include <dateline/core/error.hpp>

using namespace dateline; // NOLINT: a test file

namespace {

const std::string sample = "# newdoc id = a\n"
                           "# newpar\n"
                           "# sent_id = a-1\n"
                           "# text = Ann can't sing.\n"
                           "1\tAnn\tAnn\tPROPN\tNNP\tNumber=Sing\t4\tnsubj\t_\tStart=0|End=3|NE=B-PERSON\n"
                           "2-3\tcan't\t_\t_\t_\t_\t_\t_\t_\t_\n"
                           "2\tca\tcan\tAUX\tMD\tVerbForm=Fin\t4\taux\t_\tStart=4|End=6\n"
                           "3\tn't\tnot\tPART\tRB\tPolarity=Neg\t4\tadvmod\t_\tStart=6|End=9\n"
                           "4\tsing\tsing\tVERB\tVB\tVerbForm=Inf\t0\troot\t_\tStart=10|End=14|SpaceAfter=No\n"
                           "5\t.\t.\tPUNCT\t.\t_\t4\tpunct\t_\tStart=14|End=15\n"
                           "\n";

std::vector<Document> read(const std::string& text) {
    std::istringstream in{text};
    return read_conllu(in, "x.conllu");
}

} // namespace

TEST_CASE("CoNLL-U that was read is written as it was") {
    const auto documents = read(sample);
    REQUIRE(documents.size() == 1);
    CHECK(documents[0].text == "Ann can't sing.");
    CHECK(documents[0].form(2) == "n't");
    CHECK(documents[0].lemma_of(1) == "can");
    std::string out;
    append_conllu(out, documents[0]);
    CHECK(out == sample);
}

TEST_CASE("features are written as they were read") {
    const auto feature = GENERATE(as<std::string>{}, "_", "Case=Gen", "Definite=Def|PronType=Art", "Definite=Ind|PronType=Art", "Degree=Sup", "Gender=Fem|Number=Sing|Person=3|PronType=Prs",
                                  "Mood=Sub|VerbForm=Fin", "Polarity=Neg", "Case=Gen|Person=1|Poss=Yes|PronType=Prs", "Person=2|PronType=Prs|Reflex=Yes", "Tense=Past|VerbForm=Part|Voice=Pass",
                                  "PronType=Rcp", "VerbForm=Ger", "Number=Plur");
    CHECK(format_features(parse_features(feature)) == feature);
}

TEST_CASE("features that are not kept are passed over") {
    CHECK(format_features(parse_features("Abbr=Yes|Number=Sing|NumForm=Word|Person=9|Tense=Fut")) == "Number=Sing");
    CHECK(format_features(parse_features("|||=|Number")) == "_");
}

namespace {

/// A sentence of the words given as "head relation".
std::string sentence(const std::vector<std::string>& words) {
    std::string out;
    int number = 0;
    for (const auto& word : words) {
        const auto space = word.find(' ');
        out += std::to_string(++number) + "\tw\tw\tNOUN\tNN\t_\t" + word.substr(0, space) + '\t' + word.substr(space + 1) + "\t_\t_\n";
    }
    return out + '\n';
}

} // namespace

TEST_CASE("a document without heads has no trees") {
    const auto documents = read(sentence({"_ _", "_ _"}));
    REQUIRE(documents.size() == 1);
    CHECK(documents[0].token.size() == 2);
    CHECK(documents[0].head.empty());
    CHECK(documents[0].deprel.empty());
}

TEST_CASE("a name ends with its sentence") {
    const auto documents = read("1\tNew\t_\t_\t_\t_\t_\t_\t_\tNE=B-GPE\n\n1\tYork\t_\t_\t_\t_\t_\t_\t_\tNE=I-GPE\n\n");
    REQUIRE(documents[0].names.size() == 2);
    CHECK(documents[0].names[0].tokens == TokenRange{0, 1});
    CHECK(documents[0].names[1].tokens == TokenRange{1, 2});
}

TEST_CASE("what is no CoNLL-U is refused with file, line and reason") {
    struct Bad {
        std::string text;
        std::string place;
        std::string reason;
    };
    const auto bad = GENERATE(values<Bad>({
        {"1\ta\tb\n\n", "x.conllu:1", "expected 10 columns separated by tabs, found 3"},
        {"# c\n2\ta\t_\t_\t_\t_\t_\t_\t_\t_\n\n", "x.conllu:2", "expected word number 1, found 2"},
        {"1\ta\t_\tNOUNS\t_\t_\t_\t_\t_\t_\n\n", "x.conllu:1", "expected a UPOS of Universal Dependencies, found NOUNS"},
        {"1\t\xFF\t_\t_\t_\t_\t_\t_\t_\t_\n\n", "x.conllu:1", "expected UTF-8"},
        {"3-2\tab\t_\t_\t_\t_\t_\t_\t_\t_\n\n", "x.conllu:1", "expected a range of words that follows the words before it, found 3-2"},
        {"1-3\tabc\t_\t_\t_\t_\t_\t_\t_\t_\n1\ta\t_\t_\t_\t_\t_\t_\t_\t_\n\n", "x.conllu:3", "the sentence ends inside a multiword token"},
        {sentence({"0 root", "1 nsubjs"}), "x.conllu:2", "expected a relation of Universal Dependencies, found nsubjs"},
        {sentence({"0 root", "x nsubj"}), "x.conllu:2", "expected a number as head, found x"},
        {sentence({"0 root", "3 nsubj"}), "x.conllu:3", "a head of this sentence is no word of it"},
        {sentence({"0 root", "0 root"}), "x.conllu:3", "the heads of this sentence make no tree with one root"},
        {sentence({"0 root", "3 obj", "2 obj"}), "x.conllu:4", "the heads of this sentence make no tree with one root"},
        {sentence({"0 root", "_ _"}), "x.conllu:2", "expected a head, as the words before it have one"},
        {sentence({"_ _", "1 obj"}), "x.conllu:2", "expected no head, as the words before it have none"},
        {sentence({"0 root"}) + sentence({"_ _"}), "x.conllu:4", "some sentences of this document have trees, others none"},
    }));
    INFO(bad.text);
    try {
        static_cast<void>(read(bad.text));
        FAIL("it was read");
    } catch (const Error& error) {
        CHECK(error.kind() == Error::Kind::format);
        CHECK_THAT(error.what(), Catch::Contains(bad.place));
        CHECK_THAT(error.what(), Catch::Contains(bad.reason));
    }
}
