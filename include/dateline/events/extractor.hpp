// SPDX-License-Identifier: MIT
#pragma once

#include <memory>
#include <span>
#include <vector>

#include <dateline/core/actor.hpp>
#include <dateline/core/document.hpp>
#include <dateline/core/event.hpp>
#include <dateline/core/timex.hpp>
#include <dateline/knowledge/table.hpp>

namespace dateline {

/// Finds what happened in a document. Immutable once made; one instance serves all threads.
class EventExtractor {
public:
    explicit EventExtractor(const Knowledge& knowledge = Knowledge::built_in());
    ~EventExtractor();
    EventExtractor(EventExtractor&&) noexcept;
    EventExtractor& operator=(EventExtractor&&) noexcept;

    /// The events of one article, each once however often it is told there, in the order of their first sentence.
    [[nodiscard]] std::vector<Event> extract(const Document& document, std::span<const Timex> times, const ActorLayer& actors) const;

private:
    struct Impl;
    std::unique_ptr<const Impl> m_impl;
};

} // namespace dateline
