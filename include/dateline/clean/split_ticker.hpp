// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include <dateline/core/page.hpp>

namespace dateline {

/// The entries of a live ticker as pages of their own, each with its time stamp, for `clean`; what `clean` makes of the page itself is then
/// its head alone. Empty for a page that is none. A ticker is known by its metadata (schema.org LiveBlogPosting) or, where its title or
/// address calls it live, by time stamps that the page sets in one way.
[[nodiscard]] std::vector<Page> split_ticker(const Page& page);

} // namespace dateline
