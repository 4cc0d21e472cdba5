// SPDX-License-Identifier: MIT
#include <catch2/catch.hpp>

#include <array>
#include <sstream>

#include <dateline/annotate/trainer.hpp>
#include <dateline/core/error.hpp>

#include "network/acronyms.hpp"
#include "network/agreement.hpp"
#include "network/name_bounds.hpp"
#include "network/word_features.hpp"
#include "network/word_lists.hpp"
#include "train/losses.hpp"

using dateline::Deprel;
using dateline::Document;
using dateline::NameMark;
using dateline::NameType;
using dateline::TokenRange;
using dateline::Upos;
using namespace dateline::network;

namespace {

Document document_of(const std::vector<std::string>& words) {
    Document d;
    for (const auto& word : words) {
        const auto at = static_cast<std::uint32_t>(d.text.size());
        d.text += word + ' ';
        d.token.push_back({at, at + static_cast<std::uint32_t>(word.size())});
    }
    return d;
}

/// A mention of tokens [begin, end) that scores `type` with `score` and all other kinds with 0.
Mention mention(std::uint32_t begin, std::uint32_t end, NameType type, float score) {
    Mention m{.tokens = {begin, end}};
    m.scores[static_cast<std::size_t>(type)] = score;
    return m;
}

NameMark mark(const char* tag) { return dateline::parse_name_mark(tag).value(); }

bool has(std::string_view word, WordList list) { return (WordLists::built_in().find(word) >> static_cast<unsigned>(list) & 1U) != 0; }

} // namespace

TEST_CASE("a sure mention decides for the doubtful ones of the same name") {
    auto d = document_of({"Brown", "left", "Brown", "and", "Brown", "."});
    const std::vector mentions{mention(0, 1, NameType::organisation, 1), mention(2, 3, NameType::organisation, 1), mention(4, 5, NameType::person, 3)};
    Agreement{}.settle(d, mentions);
    REQUIRE(d.names.size() == 3);
    for (const auto& name : d.names) CHECK(name.type == NameType::person);
    CHECK(d.names[1].tokens == TokenRange{2, 3});
}

TEST_CASE("a lone word that ends a person's name is that person; one that ends a place's is not") {
    auto d = document_of({"Ann", "Lee", "met", "Lee", "in", "Port", "Dee", ".", "Dee"});
    Agreement agreement;
    agreement.settle(d, std::vector{mention(0, 2, NameType::person, 4), mention(3, 4, NameType::gpe, 1), mention(5, 7, NameType::gpe, 4),
                                    mention(8, 9, NameType::person, 1)});
    REQUIRE(d.names.size() == 4);
    CHECK(d.names[1].type == NameType::person);
    CHECK(d.names[3].type == NameType::person);

    SECTION("and what is of no type of ours is left out") {
        auto other = mention(3, 4, NameType::gpe, 0);
        other.scores[other_kind] = 2;
        agreement.settle(d, std::vector{other});
        CHECK(d.names.empty());
        agreement.settle(d, {});
        CHECK(d.names.empty());
    }
}

TEST_CASE("marks of names are read from BIO, whatever they tell of the type") {
    CHECK(mark("O") == NameMark{});
    CHECK(mark("B-GPE") == NameMark{NameMark::Place::begin, static_cast<std::uint8_t>(NameType::gpe)});
    CHECK(mark("I-MISC") == NameMark{NameMark::Place::inside, NameMark::other_type});
    CHECK(mark("B") == NameMark{NameMark::Place::begin, NameMark::untold_type});
    for (const char* const tag : {"", "X", "BPERSON", "B-", "B-TOWN", "O-PERSON"}) CHECK_FALSE(dateline::parse_name_mark(tag));
}

TEST_CASE("what goes on with no name begins one") {
    std::istringstream in{"Ada\tI-PERSON\nLee\tI-PERSON\n,\tO\nOslo\tI-GPE\n\nLee\tI-PERSON\n"};
    const auto set = dateline::read_names(in, "names");
    CHECK(set.names == std::vector{mark("B-PERSON"), mark("I-PERSON"), mark("O"), mark("B-GPE"), mark("B-PERSON")});
}

TEST_CASE("a treebank's names are those of its words, multiword tokens left out") {
    std::istringstream in{"1-2\tCan't\t_\t_\t_\t_\t_\t_\t_\t_\n"
                          "1\tCa\tcan\tAUX\tMD\t_\t0\troot\t_\t_\n"
                          "2\tn't\tnot\tPART\tRB\t_\t1\tadvmod\t_\t_\n"
                          "3\tOslo\tOslo\tPROPN\tNNP\t_\t1\tobj\t_\tSpaceAfter=No|NE=B\n"
                          "4\tOpen\tOpen\tPROPN\tNNP\t_\t3\tflat\t_\tNE=I\n\n"};
    const auto set = dateline::read_treebank(in, "bank");
    CHECK(set.names == std::vector{mark("O"), mark("O"), mark("B"), mark("I")});
}

TEST_CASE("the loss of an untold type is that of all labels that it may be, and its gradient is the slope") {
    std::array<float, name_labels> logits{};
    for (std::size_t i = 0; i < name_labels; ++i) logits[i] = static_cast<float>(i % 5) * 0.4F - 0.7F;
    for (const auto first : {begin_label(0), inside_label(0)}) {
        const auto loss_of = [&](std::array<float, name_labels> values) { return untold_cross_entropy(first, 1.0F, values.data()); };
        auto gradient = logits;
        const auto loss = untold_cross_entropy(first, 1.0F, gradient.data());
        CHECK(loss > 0);
        for (std::size_t i = 0; i < name_labels; ++i) {
            auto moved = logits;
            moved[i] += 1e-2F;
            CHECK((loss_of(moved) - loss) / 1e-2 == Approx(static_cast<double>(gradient[i])).margin(5e-3));
        }
    }
}

TEST_CASE("words are looked up in the lists of names") {
    CHECK(has("france", WordList::country));
    CHECK(has("french", WordList::people));
    CHECK(has("angela", WordList::given_name));
    CHECK(has("university", WordList::organisation_word));
    CHECK_FALSE(has("parliament", WordList::given_name));
    CHECK(WordLists::built_in().find("qwrtzp") == 0);
    CHECK(WordLists::built_in().find("") == 0);

    std::string scratch;
    const auto features = word_features("France", {}, scratch);
    CHECK(features.list_count > 0);
    CHECK(features.list_count < features.piece_count);
    CHECK(word_features("qwrtzp", {}, scratch).list_count == 0);
}

namespace {

/// Names as `set_bounds` leaves them, of words with their tags and what they hang on (counted from 1 in the sentence, 0 the root).
struct Word {
    const char* form;
    Upos upos;
    std::uint32_t head;
    Deprel deprel;
};

Document tree_of(const std::vector<Word>& words) {
    std::vector<std::string> forms;
    for (const auto& word : words) forms.emplace_back(word.form);
    auto d = document_of(forms);
    for (const auto& word : words) {
        d.upos.push_back(word.upos);
        d.xpos.push_back(0);
        d.head.push_back(word.head == 0 ? Document::root : word.head - 1);
        d.deprel.push_back(word.deprel);
    }
    d.sentences.push_back({.span = {0, static_cast<std::uint32_t>(d.text.size())}, .tokens = {0, static_cast<std::uint32_t>(words.size())}});
    return d;
}

std::vector<TokenRange> bounds(const Document& d, std::vector<Mention> mentions) {
    set_bounds(d, mentions);
    std::vector<TokenRange> found;
    for (const auto& m : mentions) found.push_back(m.tokens);
    return found;
}

} // namespace

TEST_CASE("a name takes in the proper nouns that the tree joins to it") {
    const auto d = tree_of({{"Ann", Upos::propn, 3, Deprel::nsubj}, {"Lee", Upos::propn, 1, Deprel::flat}, {"saw", Upos::verb, 0, Deprel::root},
                            {"Boston", Upos::propn, 5, Deprel::compound}, {"Globe", Upos::propn, 3, Deprel::obj}, {"Oslo", Upos::propn, 5, Deprel::appos}});
    CHECK(bounds(d, {mention(0, 1, NameType::person, 1), mention(4, 5, NameType::organisation, 1)}) == std::vector<TokenRange>{{0, 2}, {3, 5}});
    CHECK(bounds(d, {mention(0, 1, NameType::person, 1), mention(1, 2, NameType::organisation, 1)}) == std::vector<TokenRange>{{0, 2}});
    CHECK(bounds(d, {mention(3, 4, NameType::gpe, 1)}) == std::vector<TokenRange>{{3, 4}}); // places modify other names
}

TEST_CASE("no name ends in a function word, unless it goes on behind it") {
    const auto d = tree_of({{"Department", Upos::propn, 0, Deprel::root}, {"of", Upos::adp, 3, Deprel::case_}, {"Trade", Upos::propn, 1, Deprel::nmod},
                            {"and", Upos::cconj, 5, Deprel::cc}, {"Industry", Upos::propn, 3, Deprel::conj}, {"in", Upos::adp, 7, Deprel::case_},
                            {"Oslo", Upos::propn, 1, Deprel::nmod}});
    CHECK(bounds(d, {mention(0, 2, NameType::organisation, 1), mention(2, 3, NameType::organisation, 1)}) == std::vector<TokenRange>{{0, 3}});
    CHECK(bounds(d, {mention(0, 3, NameType::organisation, 1), mention(4, 5, NameType::organisation, 1)}) == std::vector<TokenRange>{{0, 5}});
    CHECK(bounds(d, {mention(0, 3, NameType::organisation, 1), mention(4, 6, NameType::organisation, 1)}) == std::vector<TokenRange>{{0, 5}});
    CHECK(bounds(d, {mention(5, 6, NameType::gpe, 1)}).empty());
    CHECK(bounds(d, {mention(2, 3, NameType::organisation, 1), mention(4, 5, NameType::organisation, 1)}).size() == 2); // not of one name
}

TEST_CASE("a particle belongs to the name behind its hyphen, and to the given name before it, but to no title") {
    const auto name = [](const char* first) {
        return tree_of({{first, Upos::propn, 5, Deprel::nsubj}, {"al", Upos::propn, 1, Deprel::appos}, {"-", Upos::punct, 4, Deprel::punct},
                        {"Samir", Upos::propn, 2, Deprel::flat}, {"spoke", Upos::verb, 0, Deprel::root}});
    };
    CHECK(bounds(name("Tarik"), {mention(3, 4, NameType::person, 1)}) == std::vector<TokenRange>{{0, 4}});
    CHECK(bounds(name("Tarik"), {mention(1, 2, NameType::gpe, 1), mention(3, 4, NameType::person, 1)}) == std::vector<TokenRange>{{0, 4}});
    CHECK(bounds(name("President"), {mention(3, 4, NameType::person, 1)}) == std::vector<TokenRange>{{1, 4}});
}

TEST_CASE("a city and its country are two places, unless both are one name") {
    const auto places = [](const char* first, const char* second) {
        return tree_of({{first, Upos::propn, 2, Deprel::compound}, {second, Upos::propn, 0, Deprel::root}});
    };
    CHECK(bounds(places("Paris", "France"), {mention(0, 2, NameType::gpe, 1)}) == std::vector<TokenRange>{{0, 1}, {1, 2}});
    CHECK(bounds(places("South", "Korea"), {mention(0, 2, NameType::gpe, 1)}) == std::vector<TokenRange>{{0, 2}});
    CHECK(bounds(places("East", "Paris"), {mention(0, 1, NameType::gpe, 1), mention(1, 2, NameType::gpe, 1)}) == std::vector<TokenRange>{{0, 2}});
}

TEST_CASE("a name and its acronym are found by each other, and the acronym wherever it stands") {
    auto d = document_of({"Housing", "Authority", "of", "Oslo", "(", "HAO", ")", "left", "HAO", "."});
    d.upos.assign(d.token.size(), Upos::propn);
    d.upos[2] = Upos::adp;
    d.sentences.push_back({.span = {0, 1}, .tokens = {0, d.token_count()}});
    std::vector mentions{mention(3, 4, NameType::gpe, 1)};
    add_acronyms(d, mentions);
    REQUIRE(mentions.size() == 3);
    CHECK(mentions[0].tokens == TokenRange{0, 4});
    CHECK(mentions[1].tokens == TokenRange{5, 6});
    CHECK(mentions[2].tokens == TokenRange{8, 9});
    for (const auto& m : mentions) CHECK(m.best_kind() == static_cast<std::size_t>(NameType::organisation));

    mentions.clear(); // nothing is a name there: the words may be no more than capitals
    add_acronyms(d, mentions);
    CHECK(mentions.empty());

    mentions = {mention(0, 4, NameType::facility, 1)}; // what is seen whole keeps its type
    add_acronyms(d, mentions);
    REQUIRE(mentions.size() == 3);
    CHECK(mentions[2].best_kind() == static_cast<std::size_t>(NameType::facility));
}
