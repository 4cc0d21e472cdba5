// SPDX-License-Identifier: MIT
//
// "The Housing Authority of New Orleans (HANO)": words whose initials spell the capitals in brackets behind them are one name, and so are
// those capitals wherever the article has them (the way of Schwartz and Hearst, 2003, with whole words). Networks lose both, since such a
// name holds other names and its acronym is a word never seen.
#pragma once

#include <vector>

#include <dateline/core/document.hpp>

#include "agreement.hpp"

namespace dateline::network {

/// Adds the mentions that definitions of acronyms give, and drops those inside them. A definition counts where the network saw a name
/// in it. The mentions are in order, inside sentences, and stay so.
void add_acronyms(const Document& document, std::vector<Mention>& mentions);

} // namespace dateline::network
