// SPDX-License-Identifier: MIT
//
// What the text has told of so far: the reference that the next expression is counted from.
#pragma once

#include <optional>

#include "evaluate.hpp"

namespace dateline::time {

class Story {
public:
    Story(const std::optional<Instant>& publication, bool narrative);

    [[nodiscard]] const Context& context() const noexcept { return m_context; }

    /// The next expression looks that way.
    void look(Direction direction) noexcept { m_context.direction = direction; }

    void next_paragraph() noexcept { m_context.day.reset(); }

    /// The first line says on which day the report was written ("GENEVA, March 4 (Agency) -"); days are counted from there. A day far
    /// from publication is none of writing and changes nothing.
    void written_on(Day day);

    /// The text has named a place in the calendar. A story keeps to its years: what it looks back on ("a year earlier") and what is
    /// planned then are asides; so is one year far off, until another date there confirms it.
    void tell(const Place& place, const Node& node);

    /// The text has named a length of time; "the first nine months" change what "a year ago" is compared with.
    void tell_length(const Node& node);

private:
    [[nodiscard]] bool is_reported(const Stretch& quarter, const Node& node) const;
    [[nodiscard]] bool is_aside(const Place& place, const Node& node);

    Context m_context;
    std::optional<Stretch> m_aside; ///< a year far off what the story tells of
};

} // namespace dateline::time
