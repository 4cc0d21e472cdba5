// SPDX-License-Identifier: MIT
#include "antecedents.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <utility>

#include <fmt/format.h>

namespace dateline::actors {
namespace {

constexpr std::uint32_t reach = 6;            ///< sentences that a pronoun looks back; ahead it looks to the end of its own
constexpr std::size_t most_mentions = 80;     ///< that it looks at on either side: keeps the time linear
constexpr std::size_t most_told = 3;          ///< alternatives kept for `why`
constexpr std::size_t most_grounds = 3;

} // namespace

bool Antecedents::agrees(const Mention& mention, std::string_view value) const {
    if (mention.actors.empty()) return false;
    const auto& member = m_cast[mention.actors.front()];
    const auto kind = member.actor.kind;
    const bool one = mention.actors.size() == 1;
    if (value == "m" || value == "f") {
        const auto other = value == "m" ? Gender::female : Gender::male;
        if (!one || member.many || (member.gender == other && member.gender_sure)) return false;
        if (kind == ActorKind::organisation || kind == ActorKind::place) return member.guessed;
        return kind == ActorKind::person || kind == ActorKind::office || kind == ActorKind::group;
    }
    if (value == "thing") return one && !mention.place_only && (kind == ActorKind::country || kind == ActorKind::organisation);
    if (value != "many" || mention.place_only) return false;
    return !one || member.many || kind == ActorKind::organisation || (kind == ActorKind::group && member.many);
}

std::vector<Candidate> Antecedents::candidates(const PronounSite& site, std::span<const Mention> said, std::span<const Mention> ahead) const {
    std::vector<Candidate> found;
    const auto of = [&](const Mention& mention) -> Candidate& {
        const auto same = std::ranges::find_if(found, [&](const Candidate& c) { return c.actors() == mention.actors; });
        return same != found.end() ? *same : found.emplace_back();
    };
    const auto sentence = [&](const Mention& mention) { return m_document.sentence_of(mention.tokens.begin).value; };
    const auto last = said.last(std::min(said.size(), most_mentions));
    for (auto mention = last.rbegin(); mention != last.rend() && site.sentence - sentence(*mention) <= reach; ++mention) {
        if (agrees(*mention, site.value) && !mention->tokens.contains(site.token)) of(*mention).before.push_back(&*mention);
    }
    for (const auto& mention : ahead.first(std::min(ahead.size(), most_mentions))) {
        if (sentence(mention) > site.sentence) break;
        if (agrees(mention, site.value)) of(mention).ahead.push_back(&mention);
    }
    std::erase_if(found, [&](const Candidate& c) {
        return c.before.empty() && std::ranges::all_of(c.ahead, [&](const Mention* m) { return m_features.disjoint(*m, site.token); });
    });
    return found;
}

/// "its gender +1.20, sentences between +0.31": what the trees gave the best more than the next, by the features that parted the two.
std::string Antecedents::grounds(const FeatureRow& best, const FeatureRow& next) const {
    FeatureRow parts{};
    m_model.compare(best, next, parts);
    std::array<std::size_t, feature_count> order{};
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::partial_sort(order, order.begin() + most_grounds, std::ranges::greater{}, [&](std::size_t f) { return parts[f]; });
    std::string told;
    for (std::size_t i = 0; i < most_grounds && parts[order[i]] > 0; ++i) {
        told += fmt::format("{}{} {:+.2f}", told.empty() ? "" : ", ", feature_words()[order[i]], parts[order[i]]);
    }
    return told;
}

Antecedent Antecedents::of(std::uint32_t pronoun, std::string_view value, std::span<const Mention> said, std::span<const Mention> ahead) const {
    Antecedent found;
    if (!m_document.head.empty() && m_document.deprel[pronoun] == Deprel::expl) return found; // "it is likely that"
    const PronounSite site{pronoun, m_document.sentence_of(pronoun).value, value};
    const auto who = candidates(site, said, ahead);
    if (who.empty()) return found;
    const auto rows = m_features.rows(site, who, said);
    if (m_watch) m_watch(pronoun, who, rows);

    std::vector<std::pair<float, std::size_t>> ranked;
    for (std::size_t i = 0; i < rows.size(); ++i) ranked.emplace_back(m_model.sum(rows[i]), i);
    std::ranges::stable_sort(ranked, std::ranges::greater{}, &std::pair<float, std::size_t>::first);
    const auto nobody = who.size();
    const auto best = ranked.front().second;
    if (best == nobody) return found;
    found.actors = who[best].actors();
    found.words = who[best].nearest().tokens;
    found.grounds = grounds(rows[best], rows[ranked[1].second]);
    for (std::size_t i = 1; i < ranked.size() && found.instead.size() < most_told; ++i) {
        if (ranked[i].second != nobody) found.instead.push_back(who[ranked[i].second].actors().front());
    }
    return found;
}

} // namespace dateline::actors
