// SPDX-License-Identifier: MIT
//
// Names and trees are read off the network apart and must agree on where a name begins and ends:
// - a name has no function word at its ends ("Ed Wong of") nor, if it begins with a capital, a common noun ("U.S. secretary"), unless it goes on behind it: "Gulf of" and "Mexico" are one name, and so are
//   "Department of Health" and "Human Services" across "and";
// - a name takes in the proper nouns beside it that a relation of names joins to it ("flat"; "compound" too, but for places, which modify
//   other names: "Boston Marathon"), and two names so joined become one, as do two places ("East Jerusalem"); a place takes in a capital
//   adjective of its own ("Greater Manchester"), and "al-" goes with the word behind the hyphen and a person's name before it;
// - a city or region and what it lies in ("Paris France") are two names.
// What this gives is in tests/quality/language.md.
#pragma once

#include <vector>

#include <dateline/core/document.hpp>

#include "agreement.hpp"

namespace dateline::network {

/// The mentions are in order, inside sentences, and stay so; tags and trees must be there.
void set_bounds(const Document& document, std::vector<Mention>& mentions);

} // namespace dateline::network
