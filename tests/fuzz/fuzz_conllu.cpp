// SPDX-License-Identifier: MIT
//
// Any bytes are CoNLL-U whose documents are sound, or refused with an error of that kind. What was written is read and written again
// alike, once the control characters that the forms may have held are gone (they move the offsets).
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <sstream>
#include <string>

#include <dateline/annotate/conllu.hpp>
#include <dateline/core/error.hpp>

#include "soundness.hpp"

namespace {

std::string written(const std::vector<dateline::Document>& documents) {
    std::string out;
    for (const auto& document : documents) dateline::append_conllu(out, document);
    return out;
}

std::string rewritten(const std::string& conllu) {
    std::istringstream in{conllu};
    return written(dateline::read_conllu(in, "again"));
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    std::istringstream in{std::string{reinterpret_cast<const char*>(data), size}};
    try {
        const auto documents = dateline::read_conllu(in, "any");
        for (const auto& document : documents) {
            if (!dateline::test::unsoundness(document).empty()) std::abort();
        }
        const auto clean = rewritten(written(documents));
        if (rewritten(clean) != clean) std::abort();
    } catch (const dateline::Error& error) {
        if (error.kind() != dateline::Error::Kind::format) std::abort();
    }
    return 0;
}
