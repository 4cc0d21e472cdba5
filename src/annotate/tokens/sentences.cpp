// SPDX-License-Identifier: MIT
#include "tokens/sentences.hpp"

#include "tokens/boundary.hpp"

namespace dateline {
namespace {

/// What the model's score (log odds) must exceed. A sentence without a stop needs more than even odds. Between an abbreviation and a
/// word like "The" they are better than the model believes: the treebanks, being no news, have few sentences that end with "the U.S."
float needed_score(BoundaryReader::Ending ending) noexcept {
    switch (ending) {
    case BoundaryReader::Ending::stop:
    case BoundaryReader::Ending::abbreviation: return 0.0F;
    case BoundaryReader::Ending::abbreviation_before_opener: return -4.0F;
    case BoundaryReader::Ending::word: break;
    }
    return 1.0F;
}

} // namespace

SentenceSplitter::SentenceSplitter(const Knowledge& knowledge, const SentenceModel& model) : m_abbreviations{knowledge}, m_model{&model} {}

void SentenceSplitter::split(std::string_view text, const std::vector<Span>& tokens, TokenRange part,
                             std::vector<std::uint32_t>& ends) const {
    const BoundaryReader boundaries{text, tokens, part, m_abbreviations};
    auto begin = part.begin;
    for (auto t = part.begin; t + 1 < part.end; ++t) {
        if (!boundaries.is_candidate(t)) continue;
        if (m_model->score(boundaries.features(t, begin)) <= needed_score(boundaries.ending(t))) continue;
        begin = t + 1;
        ends.push_back(begin);
    }
    ends.push_back(part.end);
}

} // namespace dateline
