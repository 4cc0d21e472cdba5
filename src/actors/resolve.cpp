// SPDX-License-Identifier: MIT
#include "resolve.hpp"

#include <iterator>

namespace dateline::actors {

std::vector<Mention> resolve(const Lexicon&, const Document&, const Words&, std::vector<Reading> readings, Cast&) {
    std::vector<Mention> mentions;
    for (auto& reading : readings) std::ranges::move(reading.mentions, std::back_inserter(mentions));
    return mentions;
}

} // namespace dateline::actors
