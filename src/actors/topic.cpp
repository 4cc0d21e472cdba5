// SPDX-License-Identifier: MIT
#include "topic.hpp"

#include <algorithm>
#include <cmath>
#include <string_view>

namespace dateline::actors {
namespace {

constexpr std::size_t most_mentions = 200; ///< that are looked at on either side: keeps the time linear
constexpr double fading = .95;             ///< by sentence
constexpr double here = 1.5;               ///< in the sentence itself
constexpr double to_come = .1;
constexpr double only_a_place = .5;
constexpr double by_side = .1;             ///< a person or organisation of the country
constexpr double by_dateline = .5;

/// What the mentions around a token say for each country, in the order in which the countries come up.
class Ballot {
public:
    void vote(std::string_view country, double weight) {
        const auto known = std::ranges::find(m_votes, country, &Vote::country);
        if (known != m_votes.end()) known->weight += weight;
        else m_votes.push_back({std::string{country}, weight});
    }
    [[nodiscard]] std::vector<std::string> ranked() {
        std::ranges::stable_sort(m_votes, std::ranges::greater{}, &Vote::weight);
        std::vector<std::string> countries;
        for (auto& vote : m_votes) countries.push_back(std::move(vote.country));
        return countries;
    }

private:
    struct Vote {
        std::string country;
        double weight = 0;
    };
    std::vector<Vote> m_votes;
};

} // namespace

Topics::Topics(const Document& document, const Lexicon& lexicon, const Cast& cast) : m_document{document}, m_cast{cast} {
    const std::string_view dateline = document.article.dateline;
    m_written_in = lexicon.country_of_place(dateline.substr(0, dateline.find(',')));
}

double Topics::weight(const Mention& mention, const Actor& actor) const noexcept {
    if (actor.kind == ActorKind::country) return mention.place_only ? only_a_place : 1;
    return actor.kind == ActorKind::place ? 0 : by_side;
}

Topic Topics::at(std::uint32_t token, std::span<const Mention> said, std::span<const Mention> ahead) const {
    const auto here_sentence = m_document.sentence_of(token).value;
    Ballot ballot;
    const auto hear = [&](const Mention& mention, double side) {
        for (const auto id : mention.actors) {
            const auto& actor = m_cast[id].actor;
            if (!actor.country.empty()) ballot.vote(actor.country, side * weight(mention, actor));
        }
    };
    const auto before = said.last(std::min(said.size(), most_mentions));
    for (auto mention = before.rbegin(); mention != before.rend(); ++mention) {
        const auto back = here_sentence - m_document.sentence_of(mention->head).value;
        hear(*mention, back == 0 ? here : std::pow(fading, back));
    }
    for (const auto& mention : ahead.first(std::min(ahead.size(), most_mentions))) {
        hear(mention, to_come * std::pow(fading, m_document.sentence_of(mention.head).value - here_sentence));
    }
    if (!m_written_in.empty()) ballot.vote(m_written_in, by_dateline);

    Topic topic{.countries = ballot.ranked(), .because = {}};
    if (topic.countries.empty()) return topic;
    const auto names_it = [&](const Mention& mention) {
        return std::ranges::any_of(mention.actors, [&](ActorId id) { return m_cast[id].actor.country == topic.countries.front(); });
    };
    if (const auto mention = std::find_if(before.rbegin(), before.rend(), names_it); mention != before.rend()) topic.because = mention->tokens;
    return topic;
}

} // namespace dateline::actors
