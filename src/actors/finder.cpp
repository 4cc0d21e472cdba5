// SPDX-License-Identifier: MIT
#include <dateline/actors/finder.hpp>

#include <algorithm>
#include <iterator>
#include <map>
#include <string>
#include <unordered_map>
#include <utility>

#include "cast.hpp"
#include "find.hpp"
#include "phrase.hpp"
#include "resolve.hpp"
#include "segment.hpp"
#include "words.hpp"

namespace dateline {
namespace {

using actors::Cast;
using actors::Reading;

/// Who a user says is another actor of ours.
std::string merged(std::string id, const Knowledge* user) {
    if (!user) return id;
    const auto merges = user->table("merges");
    const auto rows = merges.find(id);
    return rows.empty() ? id : std::string{merges.cell(rows.front(), 1)};
}

/// Numbers the actors by first appearance, makes those of one id one, and leaves out those whom no mention names.
class Numbering {
public:
    Numbering(const Cast& cast, const Knowledge* user) : m_cast{cast}, m_all{cast.actors()} {
        for (auto& actor : m_all) actor.id = merged(std::move(actor.id), user);
        m_place.resize(m_all.size());
    }

    /// The mention's chain is its first actor's; who has no name outside the text is an actor no more.
    void keep(Mention& mention) {
        if (mention.actors.empty()) {
            mention.chain = m_chains++;
            return;
        }
        const auto first = mention.actors.front();
        std::erase_if(mention.actors, [&](ActorId actor) { return m_cast[actor].unnamed; });
        keep(mention.actors);
        const auto key = mention.actors.empty() ? std::pair{true, first.value} : std::pair{false, mention.actors.front().value};
        const auto [at, is_new] = m_chain.try_emplace(key, m_chains);
        if (is_new) ++m_chains;
        mention.chain = at->second;
    }

    void keep(std::vector<ActorId>& actors) {
        for (auto& actor : actors) actor = place(actor);
        std::vector<ActorId> once;
        for (const auto actor : actors) {
            if (std::ranges::find(once, actor) == once.end()) once.push_back(actor);
        }
        actors = std::move(once);
    }
    [[nodiscard]] bool known(ActorId actor) const { return m_place[actor.value].ok(); }
    [[nodiscard]] ActorId operator()(ActorId actor) const { return m_place[actor.value]; }
    [[nodiscard]] std::vector<Actor> take() { return std::move(m_kept); }

private:
    ActorId place(ActorId actor) {
        auto& id = m_place[actor.value];
        if (id.ok()) return id;
        const auto next = ActorId{static_cast<std::uint32_t>(m_kept.size())};
        const auto [at, is_new] = m_by_id.try_emplace(m_all[actor.value].id, next);
        if (is_new) m_kept.push_back(m_all[actor.value]);
        return id = at->second;
    }

    const Cast& m_cast;
    std::vector<Actor> m_all;
    std::vector<Actor> m_kept;
    std::vector<ActorId> m_place; ///< of the cast -> kept
    std::unordered_map<std::string, ActorId> m_by_id;
    std::map<std::pair<bool, std::uint32_t>, std::uint32_t> m_chain; ///< unnamed or not, and which -> chain
    std::uint32_t m_chains = 0;
};

ActorLayer number(const Cast& cast, const Knowledge* user, std::vector<Mention> mentions, std::vector<StatedTenure> tenures) {
    const auto place = [](const Mention& m) { return std::pair{m.tokens.begin, ~m.tokens.end}; }; // a mention stands before those inside it
    std::ranges::stable_sort(mentions, {}, place);
    Numbering numbering{cast, user};
    for (auto& mention : mentions) numbering.keep(mention);
    for (auto& mention : mentions) {
        std::erase_if(mention.instead, [&](ActorId actor) { return !numbering.known(actor); });
        numbering.keep(mention.instead);
    }
    std::erase_if(tenures, [&](const StatedTenure& tenure) { return !numbering.known(tenure.person); });
    std::ranges::stable_sort(tenures, {}, [](const StatedTenure& t) { return std::pair{t.tokens.begin, t.tokens.end}; });
    for (auto& tenure : tenures) tenure.person = numbering(tenure.person);
    return {numbering.take(), std::move(mentions), std::move(tenures)};
}

} // namespace

namespace actors {

Resources::Resources(ActorDictionary users, const Knowledge& ours)
    : dictionary{std::move(users)}, knowledge{ours}, lexicon{ours, dictionary.tables()}, holders{ours, dictionary.tables()},
      ranker{ours.table("antecedent_trees"), feature_names()} {}

ActorLayer find(const Document& document, const Resources& resources, const AntecedentWatch& watch) {
    const Words words{document};
    Cast cast{document, words, resources.knowledge, resources.holders};
    const auto day = document.article.published ? std::optional{document.article.published->day()} : std::nullopt;

    // The headline comes last: in its capitals only names that the body has told can be seen.
    std::vector<Reading> readings(document.sentences.size());
    for (const bool headline : {false, true}) {
        for (std::size_t s = 0; s < readings.size(); ++s) {
            if (document.sentences[s].headline != headline) continue;
            const auto units = segment(resources.lexicon, document, words, document.sentences[s].tokens, day);
            readings[s] = read_phrases(resources.lexicon, document, words, units, cast);
        }
    }
    std::vector<StatedTenure> tenures;
    for (auto& reading : readings) std::ranges::move(reading.tenures, std::back_inserter(tenures));
    auto mentions = resolve(document, resources.lexicon, resources.knowledge, resources.ranker, watch, std::move(readings), cast);
    return number(cast, resources.dictionary.tables(), std::move(mentions), std::move(tenures));
}

} // namespace actors

struct ActorFinder::Impl {
    actors::Resources resources;
};

ActorFinder::ActorFinder(ActorDictionary dictionary, const Knowledge& knowledge) : m_impl{new Impl{{std::move(dictionary), knowledge}}} {}
ActorFinder::~ActorFinder() = default;
ActorFinder::ActorFinder(ActorFinder&&) noexcept = default;
ActorFinder& ActorFinder::operator=(ActorFinder&&) noexcept = default;

ActorLayer ActorFinder::find(const Document& document) const { return actors::find(document, m_impl->resources, {}); }

} // namespace dateline
