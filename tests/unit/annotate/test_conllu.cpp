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
