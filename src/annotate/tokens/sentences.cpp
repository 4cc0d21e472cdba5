// SPDX-License-Identifier: MIT
#include "tokens/sentences.hpp"

#include "tokens/boundary.hpp"

namespace dateline {
namespace {

/// A sentence that ends without a stop needs more than even odds: e to this power.
constexpr float caution_without_stop = 1.0F;

} // namespace

SentenceSplitter::SentenceSplitter(const Knowledge& knowledge, const SentenceModel& model) : m_abbreviations{knowledge}, m_model{&model} {}

void SentenceSplitter::split(std::string_view text, const std::vector<Span>& tokens, TokenRange part,
                             std::vector<std::uint32_t>& ends) const {
    const BoundaryReader boundaries{text, tokens, part, m_abbreviations};
    auto begin = part.begin;
    for (auto t = part.begin; t + 1 < part.end; ++t) {
        if (!boundaries.is_candidate(t)) continue;
        const auto needed = boundaries.is_stop(t) ? 0.0F : caution_without_stop;
        if (m_model->score(boundaries.features(t, begin)) <= needed) continue;
        begin = t + 1;
        ends.push_back(begin);
    }
    ends.push_back(part.end);
}

} // namespace dateline
