// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include <dateline/core/event.hpp>

#include "arguments.hpp"
#include "status.hpp"
#include "triggers.hpp"

namespace dateline {

/// One telling of an event.
struct Telling {
    std::uint32_t sentence = 0;
    Token token = no_token;
    std::optional<ActorId> speaker;
};

/// An event while it is put together: actors still by number, tellings by token.
struct Draft {
    const Frame* frame = nullptr;
    std::string_view predicate; ///< lemma
    std::vector<ActorId> source;
    std::vector<ActorId> target;
    std::string_view target_preposition;
    EventStatus status = EventStatus::occurred;
    EventDate date;
    const Mention* place = nullptr;
    bool headline = false; ///< told there first
    bool own = false;      ///< its other side is told without a name, or is the same: "talks with creditors", "the weekly cabinet meeting"
    bool promised = false; ///< told only as what somebody agreed to do: no event by itself, but one telling of an event told elsewhere
    std::vector<Telling> tellings;
};

/// Whether those on the one side do it with each other: "X and Y met".
[[nodiscard]] inline bool is_among_themselves(const Draft& d) { return d.frame->joint && d.target.empty() && d.source.size() > 1; }

/// Whether it has happened or is happening.
[[nodiscard]] inline bool is_real(EventStatus status) noexcept { return status == EventStatus::occurred || status == EventStatus::ongoing; }

} // namespace dateline
