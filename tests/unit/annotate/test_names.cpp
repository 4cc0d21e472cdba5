// SPDX-License-Identifier: MIT
#include <catch2/catch.hpp>

#include <array>
#include <sstream>

#include <dateline/annotate/trainer.hpp>
#include <dateline/core/error.hpp>

#include "network/agreement.hpp"
#include "network/widening.hpp"
#include "network/word_features.hpp"
#include "network/word_lists.hpp"
#include "train/losses.hpp"

using dateline::Document;
using dateline::NameMark;
using dateline::NameType;
using dateline::TokenRange;
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

TEST_CASE("a name takes in the proper nouns that the tree joins to it") {
    auto d = document_of({"Ann", "Lee", "saw", "Boston", "Globe", "Oslo"});
    d.upos = {dateline::Upos::propn, dateline::Upos::propn, dateline::Upos::verb, dateline::Upos::propn, dateline::Upos::propn, dateline::Upos::propn};
    using dateline::Deprel;
    d.deprel = {Deprel::nsubj, Deprel::flat, Deprel::root, Deprel::compound, Deprel::obj, Deprel::appos};
    d.head = {2, 0, Document::root, 4, 2, 4};
    std::vector mentions{mention(0, 1, NameType::person, 1), mention(4, 5, NameType::organisation, 1)};
    widen(d, mentions);
    REQUIRE(mentions.size() == 2);
    CHECK(mentions[0].tokens == TokenRange{0, 2});
    CHECK(mentions[1].tokens == TokenRange{3, 5});

    SECTION("two become one, of the longer one's type") {
        mentions = {mention(0, 1, NameType::person, 1), mention(1, 2, NameType::organisation, 1)};
        widen(d, mentions);
        REQUIRE(mentions.size() == 1);
        CHECK(mentions[0].tokens == TokenRange{0, 2});
    }
    SECTION("places modify other names") {
        mentions = {mention(3, 4, NameType::gpe, 1)};
        widen(d, mentions);
        CHECK(mentions[0].tokens == TokenRange{3, 4});
    }
}
