// SPDX-License-Identifier: MIT
//
// Any bytes become a sound document, and what is written of it as CoNLL-U can be read again with the same sentences, trees and names.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <sstream>
#include <string>

#include <dateline/annotate/annotator.hpp>
#include <dateline/annotate/conllu.hpp>

#include "soundness.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static const dateline::Annotator annotator;
    dateline::Article article;
    article.text.assign(reinterpret_cast<const char*>(data), size);
    const auto document = annotator.annotate(std::move(article));
    if (!dateline::test::unsoundness(document).empty()) std::abort();
    if (document.token.empty()) return 0;

    std::string written;
    dateline::append_conllu(written, document);
    std::istringstream in{written};
    const auto read = dateline::read_conllu(in, "written");
    if (read.size() != 1 || read[0].head != document.head || read[0].deprel != document.deprel || read[0].upos != document.upos) std::abort();
    if (read[0].sentences.size() != document.sentences.size() || read[0].names.size() != document.names.size()) std::abort();
    return 0;
}
