// SPDX-License-Identifier: MIT
#include "extract.hpp"
namespace dateline {
Extract extract_html(std::string_view html, const Article& given) { return extract_text(html, given); }
Extract extract_fragment(std::string_view html) { return extract_text(html, {}); }
}
