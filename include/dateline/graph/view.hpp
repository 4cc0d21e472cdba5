// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <dateline/core/actor.hpp>
#include <dateline/core/day.hpp>
#include <dateline/core/event.hpp>

namespace dateline {

/// Which events are asked for. What is left empty restricts nothing.
struct View {
    std::optional<Day> from; ///< events that may fall on or after this day
    std::optional<Day> to;   ///< events that may fall on or before this day
    std::vector<std::string> actors; ///< events with any of these: an id or a name, compared without case and accents; "country:KAZ" also
                                     ///< asks for all who belong to it
    std::vector<EventType> types;
    std::vector<EventStatus> statuses;
    std::uint32_t min_publishers = 0; ///< independent ones, see TimelineEvent

    friend bool operator==(const View&, const View&) = default;
};

/// One of View::actors.
class ActorQuery {
public:
    explicit ActorQuery(std::string query);

    /// Whether it names this actor; `folded_name` is fold(actor.name).
    [[nodiscard]] bool names(const Actor& actor, std::string_view folded_name) const;

private:
    std::string m_query;
    std::string m_folded;
};

} // namespace dateline
