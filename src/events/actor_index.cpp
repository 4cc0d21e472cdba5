// SPDX-License-Identifier: MIT
#include "actor_index.hpp"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>

namespace dateline {
namespace {

constexpr int max_depth = 4;
constexpr int max_steps = 6; ///< from a predicate down to whom it concerns

/// Whether a word is part of what its head says, not an aside to it or a time and manner of its own.
bool belongs(const Syntax& syntax, Token t) {
    using enum Deprel;
    switch (syntax.relation(t)) {
    case acl_relcl:
    case advcl_relcl:
    case advcl:
    case appos:
    case parataxis:
    case nsubj_outer:
    case vocative: return false;
    default: return true;
    }
}

/// The code of a share in brackets behind its company's name: "<IBM.N>", "(AAPL.O)".
bool is_ticker(const Document& document, TokenRange tokens) {
    constexpr std::size_t longest = 8;
    if (tokens.size() != 1 || tokens.begin == 0 || tokens.end >= document.token_count()) return false;
    const auto opens = document.form(tokens.begin - 1);
    const auto closes = document.form(tokens.end);
    const auto code = document.form(tokens.begin);
    const auto angled = opens == "<" && closes == ">";
    const auto dotted = opens == "(" && closes == ")" && code.find('.') != std::string_view::npos && !code.ends_with('.');
    return (angled || dotted) && code.size() <= longest && std::ranges::none_of(code, [](char c) { return c >= 'a' && c <= 'z'; });
}

void add_new(std::vector<ActorId>& out, ActorId id) {
    if (std::ranges::find(out, id) == out.end()) out.push_back(id);
}

/// The country that an actor belongs to, where the layer has it.
std::optional<ActorId> country_of(const ActorLayer& layer, ActorId id) {
    const auto& actor = layer.actors[id.value];
    if (actor.country.empty()) return std::nullopt;
    const auto found = std::ranges::find_if(layer.actors, [&](const Actor& a) { return a.kind == ActorKind::country && a.country == actor.country; });
    if (found == layer.actors.end()) return std::nullopt;
    return ActorId{static_cast<std::uint32_t>(found - layer.actors.begin())};
}

} // namespace

ActorLayer with_countries(ActorLayer layer, const Table& countries) {
    const auto named = layer.actors.size();
    for (std::uint32_t i = 0; i < named; ++i) {
        if (layer.actors[i].kind != ActorKind::place || layer.actors[i].country.empty() || country_of(layer, ActorId{i})) continue;
        const auto rows = countries.find(layer.actors[i].country);
        if (rows.empty()) continue;
        auto code = layer.actors[i].country;
        layer.actors.push_back({.id = "country:" + code, .name = std::string{countries.cell(rows.front(), 1)}, .kind = ActorKind::country, .country = code,
                                .wikidata = std::string{countries.cell(rows.front(), 3)}});
    }
    return layer;
}

ActorIndex::ActorIndex(const Syntax& syntax, const ActorLayer& layer, const Lexicon& lexicon)
    : m_syntax{&syntax}, m_layer{&layer}, m_lexicon{&lexicon}, m_by_head(syntax.document().token_count(), 0),
      m_inside(syntax.document().token_count(), 0) {
    m_stands_for.reserve(layer.actors.size());
    m_serves.reserve(layer.actors.size());
    for (std::uint32_t i = 0; i < layer.actors.size(); ++i) {
        m_serves.push_back(country_of(layer, ActorId{i}).value_or(ActorId{i}));
        m_stands_for.push_back(layer.actors[i].kind == ActorKind::place ? m_serves.back() : ActorId{i});
    }
    const auto longer = [&](std::uint32_t known, const Mention& mention) {
        return known == 0 || layer.mentions[known - 1].tokens.size() < mention.tokens.size();
    };
    for (std::uint32_t i = 0; i < layer.mentions.size(); ++i) {
        const auto& mention = layer.mentions[i];
        if (mention.actors.empty()) continue;
        const auto head = syntax.lemma(mention.head);
        const auto nobody = lexicon.in_class(head, "currency") || lexicon.in_class(head, "figure"); // "SWISS FRANC", "Shr 12 cts"
        if (nobody || is_ticker(syntax.document(), mention.tokens)) continue;
        // The finder and the parser may see different heads: whatever joins the mention to the rest of the sentence stands for it.
        for (auto t = mention.tokens.begin; t < mention.tokens.end; ++t) {
            const auto joins = t == mention.head || syntax.head(t) == no_token || !mention.tokens.contains(syntax.head(t));
            if (joins && longer(m_by_head[t], mention)) m_by_head[t] = i + 1;
        }
        for (auto t = mention.tokens.begin; t < mention.tokens.end; ++t) {
            if (m_inside[t] == 0 || layer.mentions[m_inside[t] - 1].tokens.size() > mention.tokens.size()) m_inside[t] = i + 1;
        }
        // "FIRST CHICAGO <FNB> RAISES": where the parser took the ticker for the head, the name before it is meant.
        const auto ticker = mention.tokens.end + 1;
        if (ticker < m_by_head.size() && is_ticker(syntax.document(), {ticker, ticker + 1})) m_by_head[ticker] = i + 1;
    }
}

const Mention* ActorIndex::mention_at(Token t) const noexcept {
    return m_inside[t] == 0 ? nullptr : &m_layer->mentions[m_inside[t] - 1];
}

std::vector<ActorId> ActorIndex::actors_of(Token head, bool places) const {
    std::vector<ActorId> out;
    if (head == no_token) return out;
    for (const auto t : m_syntax->conjuncts(head)) add_phrase(t, places, out, 0);
    add_joined(head, places, out);
    return out;
}

/// "Secretary of State X and Foreign Minister Y", where the parser joined Y to X, who is no head: whoever is joined to any word of the mention counts.
void ActorIndex::add_joined(Token head, bool places, std::vector<ActorId>& out) const {
    if (m_by_head[head] == 0) return;
    const auto& mention = m_layer->mentions[m_by_head[head] - 1];
    for (auto t = mention.tokens.begin; t < mention.tokens.end; ++t) {
        if (t == head) continue;
        for (const auto c : m_syntax->children(t)) {
            if (m_syntax->relation(c) == Deprel::conj && !mention.tokens.contains(c)) add_phrase(c, places, out, 0);
        }
    }
}

std::vector<ActorId> ActorIndex::owners_of(Token head, bool places) const {
    auto out = actors_of(head, places);
    if (!out.empty() || head == no_token || m_lexicon->in_class(m_syntax->lemma(head), "outsider")) return out; // X's customers are not X
    for (const auto c : m_syntax->children(head)) {
        const auto r = m_syntax->relation(c);
        const auto of = r == Deprel::nmod && m_syntax->preposition(c) == "of" && m_syntax->upos(head) != Upos::propn; // "Community Bank of X" is not X's
        if (is_of_currency(c)) continue;
        if (of || r == Deprel::nmod_poss || r == Deprel::amod || r == Deprel::compound) add_phrase(c, true, out, max_depth - 1);
    }
    return out.empty() ? makers_of(head, places) : out;
}

/// "Canadian dollars" are not Canada's.
bool ActorIndex::is_of_currency(Token t) const noexcept {
    const auto unit = m_syntax->head(t);
    return (m_syntax->relation(t) == Deprel::amod || unit == t + 1) && m_lexicon->in_class(m_syntax->lemma(unit), "currency");
}

std::vector<ActorId> ActorIndex::makers_of(Token head, bool places) const {
    auto out = actors_of(m_syntax->phrase(head, "by"), places);
    for (const auto c : m_syntax->children(head)) {
        const auto told = m_syntax->relation(c) == Deprel::acl_relcl || (m_syntax->relation(c) == Deprel::acl && m_syntax->is_passive(c));
        if (!out.empty() || !told) continue;
        const auto maker = m_syntax->subject(c);
        if (maker != head) out = actors_of(maker, places);
    }
    return out;
}

std::vector<ActorId> ActorIndex::named_below(Token head, bool places) const {
    constexpr std::size_t widest = 64;
    std::vector<ActorId> out;
    if (head == no_token) return out;
    std::vector<Token> level{head};
    for (int depth = 0; depth < max_steps && out.empty() && !level.empty() && level.size() < widest; ++depth) {
        std::vector<Token> next;
        for (const auto t : level) {
            for (const auto c : m_syntax->children(t)) {
                if (!places && m_lexicon->in_class(m_syntax->preposition(c), "whereabouts")) continue; // "in a meeting at the X mission"
                if (!belongs(*m_syntax, c) || is_of_currency(c) || (t == head && m_syntax->relation(c) == Deprel::conj)) continue;
                for (const auto id : actors_of(c, places)) add_new(out, id);
                next.push_back(c);
            }
        }
        level = std::move(next);
    }
    return out;
}

bool ActorIndex::is(Token head, ActorKind kind) const {
    return std::ranges::any_of(actors_of(head, true), [&](ActorId id) {
        const auto found = actor(id).kind;
        return found == kind || (found == ActorKind::office && kind == ActorKind::person);
    });
}

bool ActorIndex::add_mention(Token head, bool places, std::vector<ActorId>& out) const {
    if (m_by_head[head] == 0) return false;
    const auto& mention = m_layer->mentions[m_by_head[head] - 1];
    if (mention.place_only && !places) return false;
    for (const auto id : mention.actors) {
        if (actor(id).kind != ActorKind::place || places) add_new(out, id);
    }
    return true;
}

void ActorIndex::add_phrase(Token head, bool places, std::vector<ActorId>& out, int depth) const {
    if (head != no_token && m_syntax->lemma(head) == "whose") head = m_syntax->antecedent(head);
    if (head == no_token || add_mention(head, places, out) || depth == max_depth) return;
    for (const auto c : m_syntax->children(head)) {
        if (m_syntax->relation(c) == Deprel::appos) add_phrase(c, places, out, depth + 1);
    }
    if (!out.empty() || !m_syntax->is_noun(head)) return;
    for (const auto c : m_syntax->children(head)) {
        if (m_syntax->relation(c) != Deprel::nmod || m_syntax->preposition(c) != "include") continue; // "leaders including X and Y"
        for (const auto t : m_syntax->conjuncts(c)) add_phrase(t, places, out, depth + 1);
    }
    if (!out.empty() || m_syntax->has_child(head, Deprel::amod, "former")) return;
    const auto represents = m_lexicon->in_class(m_syntax->lemma(head), "representative");
    const auto part = m_lexicon->in_class(m_syntax->lemma(head), "part");
    if (!represents && !part) return;
    for (const auto c : m_syntax->children(head)) {
        const auto r = m_syntax->relation(c);
        const auto of = (r == Deprel::nmod && (m_syntax->preposition(c) == "of" || m_syntax->preposition(c) == "from"));
        const auto before = represents && (r == Deprel::amod || r == Deprel::compound || r == Deprel::nmod_poss || r == Deprel::nmod_desc);
        if (!of && !before) continue;
        for (const auto t : m_syntax->conjuncts(c)) add_phrase(t, true, out, depth + 1);
    }
}

} // namespace dateline
