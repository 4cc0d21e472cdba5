// SPDX-License-Identifier: MIT
#include "widening.hpp"

namespace dateline::network {
namespace {

bool is(const Mention& mention, NameType type) noexcept { return mention.best_kind() == static_cast<std::size_t>(type); }

/// Whether the tree joins word `t`, beside the mention, to it: one hangs on the other, or both on the same proper noun.
bool joins(const Document& d, std::uint32_t t, const Mention& mention) noexcept {
    if (d.upos[t] != Upos::propn || is(mention, NameType::norp)) return false;
    const bool place = is(mention, NameType::gpe) || is(mention, NameType::location) || is(mention, NameType::facility);
    const auto links = [&](std::uint32_t word) { return d.deprel[word] == Deprel::flat || (d.deprel[word] == Deprel::compound && !place); };
    if (links(t) && mention.tokens.contains(d.head[t])) return true;
    for (auto word = mention.tokens.begin; word < mention.tokens.end; ++word) {
        if (!links(word)) continue;
        const auto head = d.head[word];
        if (head == t || (head == d.head[t] && links(t) && d.upos[head] == Upos::propn)) return true;
    }
    return false;
}

} // namespace

void widen(const Document& document, std::vector<Mention>& mentions) {
    std::size_t kept = 0;
    for (std::size_t i = 0; i < mentions.size(); ++i) {
        auto mention = mentions[i];
        auto& tokens = mention.tokens;
        const auto before = kept == 0 ? 0 : mentions[kept - 1].tokens.end;
        const auto after = i + 1 < mentions.size() ? mentions[i + 1].tokens.begin : document.token_count();
        while (tokens.begin > before && joins(document, tokens.begin - 1, mention)) --tokens.begin;
        while (tokens.end < after && joins(document, tokens.end, mention)) ++tokens.end;
        if (kept > 0 && before == tokens.begin && !is(mentions[kept - 1], NameType::norp) && joins(document, before - 1, mention)) {
            auto& last = mentions[kept - 1];
            if (tokens.size() >= last.tokens.size()) last.scores = mention.scores;
            last.tokens.end = tokens.end;
        } else {
            mentions[kept++] = mention;
        }
    }
    mentions.resize(kept);
}

} // namespace dateline::network
