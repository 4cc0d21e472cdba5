// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <dateline/knowledge/table.hpp>

namespace dateline {

/// A user's own actors: names, aliases, dated offices, merges and splits. They win over the tables that the program brings.
///
/// Text form: fields separated by one tab; lines starting with '#' and empty lines are comments; the first other line names the columns,
/// in any order, of which `name` and `id` must be there:
///     name      what texts call the actor; several rows of one id are its aliases, the first of them is the name shown
///     id        "person:…", "organisation:…" or "country:KAZ"; ours or new
///     country   ISO 3166-1 alpha-3 of its side, or the id of the organisation whose office it is
///     sector    PLOVER sector
///     office    that a person held, from `from` to before `until` (YYYY-MM-DD, empty where open)
///     wikidata  "Q42"
///     same_as   another id: both are one actor, who goes by this one
/// Two persons of one name are told apart by the dates and the country of their rows. Other columns are ignored.
class ActorDictionary {
public:
    ActorDictionary() = default;
    /// Throws Error{format} with `where` and the line for a row that cannot be used.
    static ActorDictionary parse(std::string_view text, const std::string& where);

    [[nodiscard]] bool empty() const noexcept { return !m_tables; }
    /// Tables "people", "organisations", "country_names" and "merges"; nothing when empty.
    [[nodiscard]] const Knowledge* tables() const noexcept { return m_tables ? &*m_tables : nullptr; }

private:
    std::vector<std::byte> m_bytes; ///< that the tables view; moving the vector leaves them where they are
    std::optional<Knowledge> m_tables;
};

} // namespace dateline
