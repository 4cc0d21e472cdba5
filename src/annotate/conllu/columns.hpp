// SPDX-License-Identifier: MIT
//
// Columns of a CoNLL-U line that hold several values: "Number=Sing|Person=3".
#pragma once

#include <string_view>

namespace dateline {

/// Calls `use(key, value)` for every "key=value" of a column like FEATS or MISC.
template <class Use>
void for_each_pair(std::string_view column, const Use& use) {
    while (!column.empty()) {
        const auto bar = column.find('|');
        const auto item = column.substr(0, bar);
        if (const auto equals = item.find('='); equals != std::string_view::npos) use(item.substr(0, equals), item.substr(equals + 1));
        column = bar == std::string_view::npos ? std::string_view{} : column.substr(bar + 1);
    }
}

/// The value of a key; the last one when there are several, "" when there is none.
inline std::string_view value_of(std::string_view column, std::string_view wanted) noexcept {
    std::string_view found;
    for_each_pair(column, [&](std::string_view key, std::string_view value) {
        if (key == wanted) found = value;
    });
    return found;
}

} // namespace dateline
