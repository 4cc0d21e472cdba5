// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "actor_index.hpp"
#include "draft.hpp"

namespace dateline {

/// Who stands on the other side where a sentence names only one: the other side of what the actor was last told to do, else whom the
/// report tells it to deal with most, by itself or for its country. Only for acts that have another side by their nature.
/// `drafts` in the order of the text.
void fill_counterparts(std::vector<Draft>& drafts, const ActorIndex& who);

} // namespace dateline
