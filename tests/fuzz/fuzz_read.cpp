// SPDX-License-Identifier: MIT
//
// Any bytes are pages in UTF-8, or refused with an Error that says where and why; nothing else is thrown, and no page is larger than allowed.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <sstream>
#include <string>

#include <dateline/read/reader.hpp>
#include <dateline/text/utf8.hpp>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    dateline::ReadOptions options;
    options.max_page_bytes = std::size_t{1} << 16U;
    std::istringstream in{std::string{reinterpret_cast<const char*>(data), size}};
    dateline::read_stream(
        in, "any", options,
        [&](dateline::Page&& page) {
            if (page.where.empty() || !dateline::is_utf8(page.content)) std::abort();
            if (page.content.size() > 4 * options.max_page_bytes) std::abort(); // a byte of a charset is at most four of UTF-8
        },
        [](const dateline::Error& error) {
            if (error.where().empty() || std::string{error.what()}.empty()) std::abort();
        });
    return 0;
}
