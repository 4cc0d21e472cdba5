// SPDX-License-Identifier: MIT
#include <dateline/pipeline/pipeline.hpp>

#include <utility>

namespace dateline {

Analysis Pipeline::analyse(Article article) const {
    Analysis analysis;
    analysis.document = m_annotator.annotate(std::move(article));
    analysis.times = find_times(analysis.document);
    analysis.actors = m_actors.find(analysis.document);
    analysis.events = m_events.extract(analysis.document, analysis.times, analysis.actors);
    return analysis;
}

} // namespace dateline
