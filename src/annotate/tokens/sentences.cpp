// SPDX-License-Identifier: MIT
#include "tokens/sentences.hpp"

#include <dateline/text/utf8.hpp>

namespace dateline {
namespace {

bool ends_sentence(std::string_view token) noexcept {
    return token.find_first_not_of(".!?") == std::string_view::npos || token == "…";
}

bool is_closing(std::string_view token) noexcept {
    return token == "\"" || token == "'" || token == "''" || token == "”" || token == "’" || token == ")" || token == "]";
}

bool may_begin(std::string_view token) noexcept { return !is_lower(decode(token, 0).value); }

} // namespace

SentenceSplitter::SentenceSplitter(const Knowledge& knowledge) : m_abbreviations{knowledge} {}

void SentenceSplitter::split(std::string_view text, const std::vector<Span>& tokens, TokenRange part,
                             std::vector<std::uint32_t>& ends) const {
    const auto form = [&](std::uint32_t t) { return slice(text, tokens[t]); };
    for (auto t = part.begin; t + 1 < part.end; ++t) {
        if (!ends_sentence(form(t))) continue;
        auto last = t;
        while (last + 1 < part.end && tokens[last].end == tokens[last + 1].begin && is_closing(form(last + 1))) ++last;
        if (last + 1 < part.end && tokens[last].end < tokens[last + 1].begin && may_begin(form(last + 1))) {
            ends.push_back(last + 1);
            t = last;
        }
    }
    ends.push_back(part.end);
}

} // namespace dateline
