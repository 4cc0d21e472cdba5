// SPDX-License-Identifier: MIT
//
// Phrases that a common noun heads: "the author", "his brother", "three villages". What they say of whom is read off the tree ("she is
// the author", "Bell, the author"); who was called by a noun is remembered for the next time that the noun comes.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include <dateline/core/actor.hpp>
#include <dateline/core/document.hpp>
#include <dateline/knowledge/table.hpp>

namespace dateline::actors {

/// How a noun phrase is tied to what was said before it.
struct NounLinks {
    bool definite = false;                   ///< by article, demonstrative or possessor
    std::uint32_t owner = Document::root;    ///< token of the possessor
    std::vector<std::string_view> modifiers; ///< lemmas of the words that narrow it down
};

class Nominals {
public:
    Nominals(const Document& document, const Knowledge& knowledge)
        : m_document{document}, m_persons{knowledge.table("person_nouns")}, m_others{knowledge.table("group_place_nouns")} {}

    /// Person, organisation (any group of people) or place, where the token is a common noun for one that heads a phrase of its own.
    [[nodiscard]] std::optional<ActorKind> kind(std::uint32_t token) const;
    /// The noun with the words before it that describe it, without article and possessor.
    [[nodiscard]] TokenRange phrase(std::uint32_t noun) const;
    [[nodiscard]] bool many(std::uint32_t noun) const;
    [[nodiscard]] NounLinks links(std::uint32_t noun) const;
    /// The token whose mention the noun describes, as a predicate ("she is", "she became", "she served as") or in apposition.
    [[nodiscard]] std::optional<std::uint32_t> described(std::uint32_t noun) const;

private:
    [[nodiscard]] std::optional<std::uint32_t> subject(std::uint32_t predicate) const;

    const Document& m_document;
    Table m_persons;
    Table m_others;
};

/// Who was called by which noun.
class Descriptions {
public:
    struct Call {
        std::string owner; ///< whose; empty: nobody's
        std::vector<std::string_view> modifiers;
        std::vector<ActorId> actors;
        bool many = false;
    };
    void add(std::string_view noun, Call call) { m_calls[std::string{noun}].push_back(std::move(call)); }
    /// The last who was called so and is not told apart by owner, number or a word that narrows the noun down.
    [[nodiscard]] const Call* find(std::string_view noun, const Call& wanted) const;

private:
    std::unordered_map<std::string, std::vector<Call>> m_calls;
};

} // namespace dateline::actors
