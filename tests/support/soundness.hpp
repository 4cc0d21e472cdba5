// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>

#include <dateline/core/document.hpp>

namespace dateline::test {

/// What every document must keep, whatever its text: tokens in order, none empty, each byte that is no white space in one; sentences that
/// follow one another and cover all tokens; one tree a sentence; names in order, each inside a sentence. Layers that are empty are not looked
/// at. Gives what is broken first, "" when nothing is.
[[nodiscard]] std::string_view unsoundness(const Document& document);

} // namespace dateline::test
