// SPDX-License-Identifier: MIT
//
// Any bytes give time expressions that lie in the text, in order, without overlap. Built with libFuzzer where the compiler has it;
// unit/time replays inputs through the same function.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>

#include <dateline/time/resolver.hpp>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    dateline::Document document;
    document.text.assign(reinterpret_cast<const char*>(data), size);
    if (size > 0 && data[0] % 2 == 0) document.article.published = dateline::parse_instant("2024-02-29T23:59:00-11:00");
    std::uint32_t end = 0;
    for (const auto& timex : dateline::find_times(document)) {
        if (timex.span.begin < end || timex.span.empty() || timex.span.end > size) std::abort();
        if (timex.value.empty() && (timex.interval.earliest || timex.interval.latest)) std::abort(); // no such day: no date
        const auto& [earliest, latest, precision, basis] = timex.interval;
        if (earliest && latest && *latest < *earliest) std::abort();
        end = timex.span.end;
    }
    return 0;
}
