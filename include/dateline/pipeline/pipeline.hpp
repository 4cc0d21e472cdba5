// SPDX-License-Identifier: MIT
#pragma once

#include <utility>
#include <vector>

#include <dateline/actors/finder.hpp>
#include <dateline/annotate/annotator.hpp>
#include <dateline/core/actor.hpp>
#include <dateline/core/article.hpp>
#include <dateline/core/document.hpp>
#include <dateline/core/event.hpp>
#include <dateline/core/timex.hpp>
#include <dateline/events/extractor.hpp>
#include <dateline/time/resolver.hpp>

namespace dateline {

/// One article with everything that was found in it.
struct Analysis {
    Document document;
    std::vector<Timex> times;
    ActorLayer actors;
    std::vector<Event> events;
};

/// The stages from an article to its events. Immutable once made; one instance serves all threads.
class Pipeline {
public:
    /// `actors`: the user's own, see ActorDictionary.
    explicit Pipeline(ActorDictionary actors = {}) : m_actors{std::move(actors)} {}

    /// Total, as its stages are.
    [[nodiscard]] Analysis analyse(Article article) const;

private:
    Annotator m_annotator;
    ActorFinder m_actors;
    EventExtractor m_events;
};

} // namespace dateline
