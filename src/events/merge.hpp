// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "draft.hpp"

namespace dateline {

/// Joins tellings of the same event: same type and status, predicates that can name one act, actors and dates that do not
/// contradict each other. Keeps the order of first tellings; quadratic in the events of one article, which are few.
[[nodiscard]] std::vector<Draft> merge_retold(std::vector<Draft> drafts);

} // namespace dateline
