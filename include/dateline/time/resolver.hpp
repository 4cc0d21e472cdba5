// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include <dateline/core/document.hpp>
#include <dateline/core/timex.hpp>

namespace dateline {

/// Finds the time expressions of a document and resolves them against its publication (Article::published) and its own dates.
/// In order of their spans, never overlapping. Total: a document without publication date keeps what is absolute.
[[nodiscard]] std::vector<Timex> find_times(const Document& document);

} // namespace dateline
