// SPDX-License-Identifier: MIT
#pragma once

#include <span>
#include <vector>

#include <dateline/core/actor.hpp>

#include "lexicon.hpp"
#include "syntax.hpp"

namespace dateline {

/// Which actors a phrase of a sentence stands for.
class ActorIndex {
public:
    /// All three must outlive this.
    ActorIndex(const Syntax& syntax, const ActorLayer& layer, const Lexicon& lexicon);

    /// The actors of the phrase headed by `head`, coordination and apposition included: of its own mention, else of whom the
    /// phrase represents ("troops from X", "the X delegation", "a group of Xs"). `places` admits places that are only places.
    [[nodiscard]] std::vector<ActorId> actors_of(Token head, bool places = false) const;
    /// The same, and where the phrase names no actor, those to whom the thing belongs or who made it: "the X embassy", "the ban imposed by X".
    [[nodiscard]] std::vector<ActorId> owners_of(Token head, bool places = false) const;
    /// Where neither says anything: the actors named nearest below `head`, level by level; relative clauses,
    /// asides and what is coordinated with `head` stay out. "the mandate of the force in X" gives X.
    [[nodiscard]] std::vector<ActorId> named_below(Token head, bool places) const;
    /// Whether one of the actors of the phrase, places included, is of this kind; offices count as persons.
    [[nodiscard]] bool is(Token head, ActorKind kind) const;
    /// The country that a place stands for, where the layer has it; any other actor itself.
    [[nodiscard]] ActorId stands_for(ActorId id) const noexcept { return m_stands_for[id.value]; }
    /// The country for which an actor acts, where the layer has it; else the actor itself.
    [[nodiscard]] ActorId serves(ActorId id) const noexcept { return m_serves[id.value]; }
    /// The mention that `t` stands in, or nothing.
    [[nodiscard]] const Mention* mention_at(Token t) const noexcept;
    [[nodiscard]] const Actor& actor(ActorId id) const noexcept { return m_layer->actors[id.value]; }

private:
    void add_joined(Token head, bool places, std::vector<ActorId>& out) const;
    bool is_of_currency(Token t) const noexcept;
    std::vector<ActorId> makers_of(Token head, bool places) const;
    void add_phrase(Token head, bool places, std::vector<ActorId>& out, int depth) const;
    bool add_mention(Token head, bool places, std::vector<ActorId>& out) const;

    const Syntax* m_syntax;
    const ActorLayer* m_layer;
    const Lexicon* m_lexicon;
    std::vector<ActorId> m_stands_for;    ///< actor -> itself, or the country of a place
    std::vector<ActorId> m_serves;        ///< actor -> itself, or the country it belongs to
    std::vector<std::uint32_t> m_by_head; ///< token -> mention + 1
    std::vector<std::uint32_t> m_inside;  ///< token -> mention + 1, the shortest that covers it
};

/// The layer and, behind its actors, the countries of the places it names.
[[nodiscard]] ActorLayer with_countries(ActorLayer layer, const Table& countries);

} // namespace dateline
