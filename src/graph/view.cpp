// SPDX-License-Identifier: MIT
#include <dateline/graph/view.hpp>

#include <algorithm>
#include <utility>

#include <dateline/text/fold.hpp>

namespace dateline {
namespace {

/// A query of one word or more names an actor when all its words are words of the name: "rubio" names Marco Rubio.
bool all_words_in(std::string_view query, std::string_view folded_name) {
    const auto has_word = [&](std::string_view word) {
        for (std::size_t at = folded_name.find(word); at != std::string_view::npos; at = folded_name.find(word, at + 1)) {
            const auto end = at + word.size();
            if ((at == 0 || folded_name[at - 1] == ' ') && (end == folded_name.size() || folded_name[end] == ' ')) return true;
        }
        return false;
    };
    while (!query.empty()) {
        const auto word = query.substr(0, query.find(' '));
        if (!has_word(word)) return false;
        query.remove_prefix(std::min(query.size(), word.size() + 1));
    }
    return true;
}

/// "country:KAZ" asks for whoever acts for it: its government, persons and offices, and its organisations.
bool acts_for(const Actor& actor, std::string_view query) {
    constexpr std::string_view prefix = "country:";
    return query.size() > prefix.size() && query.starts_with(prefix) && actor.kind != ActorKind::place && actor.country == query.substr(prefix.size());
}

} // namespace

ActorQuery::ActorQuery(std::string query) : m_query{std::move(query)}, m_folded{fold(m_query)} {}

bool ActorQuery::names(const Actor& actor, std::string_view folded_name) const {
    return actor.id == m_query || acts_for(actor, m_query) || (!m_folded.empty() && all_words_in(m_folded, folded_name));
}

} // namespace dateline
