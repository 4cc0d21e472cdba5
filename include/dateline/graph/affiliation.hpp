// SPDX-License-Identifier: MIT
//
// Who belongs to whom, beside what they do to each other.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include <dateline/core/day.hpp>
#include <dateline/core/id.hpp>

namespace dateline {

struct Affiliation {
    enum class Kind : std::uint8_t {
        part_of, ///< an organisation, office, group or place of a country; an office of an organisation; a person who holds no office of its country
        tenure,  ///< a person in an office of a country or organisation
    };

    ActorId member;
    ActorId whole;
    Kind kind = Kind::part_of;
    // of a tenure:
    std::string office;
    std::optional<Day> from;  ///< first day in office, as our table of office holders has it; nothing where it knows of no such tenure
    std::optional<Day> until; ///< day on which it ended, by the same table; nothing where that is not known or not yet the case
    std::optional<Day> first; ///< first and last publication that calls the person so; nothing when no such article bears a date
    std::optional<Day> last;

    friend bool operator==(const Affiliation&, const Affiliation&) = default;
};
[[nodiscard]] std::string_view name_of(Affiliation::Kind kind) noexcept; ///< "part of", "tenure"
[[nodiscard]] std::optional<Affiliation::Kind> parse_affiliation_kind(std::string_view name) noexcept;

} // namespace dateline
