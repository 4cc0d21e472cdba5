// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "draft.hpp"

namespace dateline {

/// Who is dealt with where a sentence names only who acts: the other side of what the actor was last told to do. Only for acts that
/// have another side by their nature. `drafts` in the order of the text.
void fill_counterparts(std::vector<Draft>& drafts);

} // namespace dateline
