// SPDX-License-Identifier: MIT
#include <dateline/actors/finder.hpp>

#include <algorithm>

#include "cast.hpp"
#include "holders.hpp"
#include "lexicon.hpp"
#include "phrase.hpp"
#include "resolve.hpp"
#include "segment.hpp"
#include "words.hpp"

namespace dateline {
namespace {

using actors::Cast;
using actors::Reading;

/// Numbers the actors by first appearance and leaves out those whom no mention names.
ActorLayer number(const Cast& cast, std::vector<Mention> mentions) {
    std::ranges::stable_sort(mentions, {}, [](const Mention& m) { return std::pair{m.tokens.begin, m.tokens.end}; });
    const auto all = cast.actors();
    std::vector<ActorId> place(all.size());
    ActorLayer layer;
    for (auto& mention : mentions) {
        for (auto& actor : mention.actors) {
            auto& id = place[actor.value];
            if (!id.ok()) {
                id = ActorId{static_cast<std::uint32_t>(layer.actors.size())};
                layer.actors.push_back(all[actor.value]);
            }
            actor = id;
        }
    }
    layer.mentions = std::move(mentions);
    return layer;
}

} // namespace

struct ActorFinder::Impl {
    const Knowledge& knowledge;
    actors::Lexicon lexicon;
    actors::Holders holders;
};

ActorFinder::ActorFinder(const Knowledge& knowledge) : m_impl{new Impl{knowledge, actors::Lexicon{knowledge}, actors::Holders{knowledge, nullptr}}} {}
ActorFinder::~ActorFinder() = default;
ActorFinder::ActorFinder(ActorFinder&&) noexcept = default;
ActorFinder& ActorFinder::operator=(ActorFinder&&) noexcept = default;

ActorLayer ActorFinder::find(const Document& document) const {
    const actors::Words words{document};
    Cast cast{document, words, m_impl->knowledge, m_impl->holders};
    const auto day = document.article.published ? std::optional{document.article.published->day()} : std::nullopt;

    // The headline comes last: in its capitals only names that the body has told can be seen.
    std::vector<Reading> readings(document.sentences.size());
    for (const bool headline : {false, true}) {
        for (std::size_t s = 0; s < readings.size(); ++s) {
            if (document.sentences[s].headline != headline) continue;
            const auto units = actors::segment(m_impl->lexicon, document, words, document.sentences[s].tokens, day);
            readings[s] = actors::read_phrases(m_impl->lexicon, document, words, units, cast);
        }
    }
    return number(cast, actors::resolve(document, m_impl->lexicon, std::move(readings), cast));
}

} // namespace dateline
