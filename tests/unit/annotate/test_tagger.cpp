// SPDX-License-Identifier: MIT
#include <catch2/catch.hpp>

#include <cstring>
#include <sstream>

#include <dateline/annotate/conllu.hpp>
#include <dateline/annotate/trainer.hpp>
#include <dateline/core/error.hpp>

#include "network/embedded.hpp"
#include "soundness.hpp"
#include "tagger.hpp"
#include "train/random.hpp"

using dateline::Document;
using dateline::network::Random;

namespace {

/// A document of sentences given as words.
Document document_of(const std::vector<std::vector<std::string>>& sentences) {
    Document d;
    for (const auto& words : sentences) {
        const auto begin = d.token_count();
        for (const auto& word : words) {
            const auto at = static_cast<std::uint32_t>(d.text.size());
            d.text += word + ' ';
            d.token.push_back({at, at + static_cast<std::uint32_t>(word.size())});
        }
        const dateline::TokenRange tokens{begin, d.token_count()};
        d.sentences.push_back({.span = d.span_of(tokens), .tokens = tokens, .paragraph = 0, .headline = false});
    }
    return d;
}

Document tagged(Document d) {
    dateline::Tagger::Workspace workspace;
    dateline::Tagger::built_in().tag(d, workspace);
    return d;
}

std::string conllu(const Document& d) {
    std::string out;
    dateline::append_conllu(out, d);
    return out;
}

/// Aligned as an embedded model is.
struct Bytes {
    explicit Bytes(std::span<const std::byte> bytes) : storage(bytes.size() + 64) {
        const auto past = reinterpret_cast<std::uintptr_t>(storage.data()) % 64;
        begin = past == 0 ? 0 : 64 - past;
        size = bytes.size();
        std::memcpy(storage.data() + begin, bytes.data(), size);
    }
    [[nodiscard]] std::span<std::byte> all() { return {storage.data() + begin, size}; }

    std::vector<std::byte> storage;
    std::size_t begin = 0;
    std::size_t size = 0;
};

constexpr const char* treebank = R"(# newdoc id = cats
1	Cats	cat	NOUN	NNS	Number=Plur	2	nsubj	_	NE=O
2	sleep	sleep	VERB	VBP	Tense=Pres|VerbForm=Fin	0	root	_	NE=O
3	.	.	PUNCT	.	_	2	punct	_	NE=O

1	Ada	Ada	PROPN	NNP	Number=Sing	2	nsubj	_	NE=B-PERSON
2	feeds	feed	VERB	VBZ	Tense=Pres|VerbForm=Fin	0	root	_	NE=O
3	cats	cat	NOUN	NNS	Number=Plur	2	obj	_	NE=O
4	.	.	PUNCT	.	_	2	punct	_	NE=O

1	Oslo	Oslo	PROPN	NNP	Number=Sing	2	nsubj	_	NE=B-GPE
2	sleeps	sleep	VERB	VBZ	Tense=Pres|VerbForm=Fin	0	root	_	NE=O
3	.	.	PUNCT	.	_	2	punct	_	NE=O

)";

std::vector<std::byte> trained(unsigned epochs, unsigned threads) {
    std::istringstream in{treebank};
    const std::vector sets{dateline::read_treebank(in, "cats")};
    return dateline::train_language_model(sets, {}, {.epochs = epochs, .seed = 3, .threads = threads, .progress = {}});
}

} // namespace

TEST_CASE("any tokens get one tree a sentence, and names inside sentences") {
    Random random{11};
    std::vector<std::vector<std::string>> sentences;
    for (const std::size_t size : {1U, 2U, 7U, 40U, 191U, 192U, 193U, 500U}) {
        std::vector<std::string> words(size);
        for (auto& word : words) {
            const auto length = 1 + random.next() % 30;
            for (std::size_t i = 0; i < length; ++i) word += static_cast<char>(random.next() % 256);
        }
        sentences.push_back(words);
    }
    const auto d = tagged(document_of(sentences));
    CHECK(dateline::test::unsoundness(d) == "");
    CHECK(tagged({}).upos.empty());
}

TEST_CASE("what stood before does not change how a sentence is read") {
    const std::vector<std::string> sentence{"The", "minister", "met", "Angela", "Brown", "in", "Paris", "."};
    const std::vector<std::string> other{"Paris", "met", "nobody", "in", "Brown", "Streets", "!"};
    const auto alone = tagged(document_of({sentence}));
    const auto after = tagged(document_of({other, sentence}));
    for (std::uint32_t t = 0; t < sentence.size(); ++t) {
        CHECK(alone.upos[t] == after.upos[t + other.size()]);
        CHECK(alone.deprel[t] == after.deprel[t + other.size()]);
    }
}

TEST_CASE("the built-in model reads plain news") {
    const auto d = tagged(document_of({{"President", "Angela", "Brown", "visited", "Norway", "on", "Monday", "."}}));
    CHECK(d.upos[3] == dateline::Upos::verb);
    CHECK(d.head[3] == Document::root);
    CHECK(d.head[4] == 3);
    CHECK(d.deprel[4] == dateline::Deprel::obj);
    CHECK(d.morph[3].tense == dateline::Morph::Tense::past);
}

TEST_CASE("a damaged model is refused") {
    const auto good = dateline::embedded_language_model();
    const auto refused = [](std::span<const std::byte> bytes) {
        try {
            const dateline::Tagger tagger{bytes};
            return false;
        } catch (const dateline::Error& error) {
            return error.kind() == dateline::Error::Kind::internal;
        }
    };
    CHECK(refused({}));
    CHECK(refused(good.first(100)));
    CHECK(refused(good.first(good.size() - 1)));
    Bytes bytes{good};
    Random random{12};
    for (int i = 0; i < 40; ++i) {
        const auto at = i < 20 ? random.next() % 400 : random.next() % bytes.all().size();
        auto& byte = bytes.all()[at];
        byte ^= std::byte{0x10};
        CHECK(refused(bytes.all()));
        byte ^= std::byte{0x10};
    }
    CHECK_FALSE(refused(bytes.all()));
}

TEST_CASE("training learns a small treebank, and the same on one thread and on two", "[train]") {
    const auto model = trained(150, 1);
    REQUIRE(model == trained(150, 2));
    Bytes bytes{model};
    const dateline::Tagger tagger{bytes.all()};
    std::istringstream in{treebank};
    for (auto gold : dateline::read_conllu(in, "cats")) {
        auto read = gold;
        dateline::Tagger::Workspace workspace;
        tagger.tag(read, workspace);
        CHECK(conllu(read) == conllu(gold));
    }
}

TEST_CASE("training needs trees and names, and says where a file is wrong") {
    CHECK_THROWS_AS(dateline::train_language_model({}, {}, {}), dateline::Error);
    std::istringstream unknown{"Oslo\tB-TOWN\n"};
    CHECK_THROWS_WITH(dateline::read_names(unknown, "names.bio"), Catch::Contains("B-TOWN"));
    std::istringstream vectors{"the 0.1 0.2\n"};
    CHECK_THROWS_AS(dateline::read_word_vectors(vectors, "vectors.txt", 10), dateline::Error);
}
