// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <dateline/core/document.hpp>
#include <dateline/core/id.hpp>

namespace dateline {

enum class ActorKind : std::uint8_t { person, office, country, organisation, group, place };
[[nodiscard]] std::string_view name_of(ActorKind kind) noexcept;
[[nodiscard]] std::optional<ActorKind> parse_actor_kind(std::string_view name) noexcept;

/// Someone or something that acts, as far as one article and our tables tell.
struct Actor {
    std::string id;       ///< stable over articles: "person:marco-rubio", "country:KAZ", "organisation:nato", "office:foreign-minister@KAZ"
    std::string name;     ///< the fullest name that the article gives
    ActorKind kind = ActorKind::person;
    std::string country;  ///< ISO 3166-1 alpha-3 of the side it belongs to; empty when not known
    std::string office;   ///< office held at the article's date, lower case except names: "Secretary of State"
    std::string sector;   ///< PLOVER sector: "GOV", "MIL", …; empty when not known
    std::string wikidata; ///< "Q42"; empty when not known

    friend bool operator==(const Actor&, const Actor&) = default;
};

/// How an actor is spoken of at one place.
enum class MentionForm : std::uint8_t { name, nominal, pronoun, demonym };
[[nodiscard]] std::string_view name_of(MentionForm form) noexcept;

struct Mention {
    TokenRange tokens;
    std::uint32_t head = 0;        ///< token that carries the syntax of the phrase
    std::vector<ActorId> actors;   ///< usually one; several for "the five presidents"; none for people nobody knows more of ("gunmen")
    std::uint32_t chain = 0;       ///< mentions of one chain are of the same, also where nobody knows who ("a gunman … he"); by first mention
    std::string sector;            ///< of the words, where they say more than the actor: "MIL" for "French soldiers"; else empty
    MentionForm form = MentionForm::name;
    bool place_only = false;       ///< a place that here is only a place ("in Beijing on Monday")
    std::string rule;              ///< which rule decided, for `why`
    TokenRange because;            ///< the words elsewhere that decided, for `why`: the antecedent; empty where none
    std::string grounds;           ///< what spoke most for it against the next likeliest, for `why`; empty where a rule decided alone
    std::vector<ActorId> instead;  ///< who else could have been meant, the likeliest first, for `why`
};

/// An office that the text gives to a person: "foreign minister of Kazakhstan" is Murat Nurtleu. What tables lack is learnt so.
struct StatedTenure {
    ActorId person;
    std::string office; ///< as Actor::office
    std::string of;     ///< ISO 3166-1 alpha-3
    TokenRange tokens;  ///< the words that say so
};

/// All actors of one document and where they are spoken of; mentions in order of their first token, a longer one before those inside it.
struct ActorLayer {
    std::vector<Actor> actors; ///< ActorId is the index; by first appearance
    std::vector<Mention> mentions;
    std::vector<StatedTenure> tenures; ///< in order of their words; former holders left out
};

} // namespace dateline
