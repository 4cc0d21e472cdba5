// SPDX-License-Identifier: MIT
//
// A report as one line, so that a test can be read as a story:
//
//     CONSULT visit | 2025-11-06 | person:marco-rubio@USA > country:KAZ | Rubio visited Kazakhstan on Thursday. | Reuters 2025-11-06
//
//   type predicate[/mode] [status]   status: occurred unless given
//   date                             a day, a month (2025-11), a year, from/to with either end "..", or - for none; "~" before it: known
//                                    from publication only
//   sources > targets                ids with @COUNTRY where it is not in the id, separated by ", "; no ">": participants
//   sentence                         the trigger is its first word that starts like the predicate
//   publisher [published] [#article] [@place]
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <dateline/core/event.hpp>

namespace dateline::test {

/// Throws std::runtime_error for a line that is not of the form above. The id is made from the line.
[[nodiscard]] Event event_literal(std::string_view line);

/// One for each line that is not empty.
[[nodiscard]] std::vector<Event> event_literals(std::string_view lines);

} // namespace dateline::test
