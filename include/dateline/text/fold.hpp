// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

namespace dateline {

/// Appends `text` in lower case, byte for byte as long as it is ASCII. No allocation beyond `out`'s growth.
void append_lower(std::string& out, std::string_view text);
[[nodiscard]] std::string lower(std::string_view text);

/// Form in which names are compared: lower case, without diacritics (NFKD, marks dropped), white space runs as one
/// space, typographic quotes and dashes as ASCII. "Müller’s  Büro" gives "muller's buro".
[[nodiscard]] std::string fold(std::string_view text);

/// A name as part of an id: folded, every run of other than letters and digits as one '-', none at the ends.
/// "Marco A. Rubio" gives "marco-a-rubio"; letters that are not Latin stay.
[[nodiscard]] std::string slug(std::string_view text);

} // namespace dateline
