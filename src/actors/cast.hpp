// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <dateline/core/actor.hpp>
#include <dateline/core/document.hpp>
#include <dateline/knowledge/table.hpp>

#include "holders.hpp"
#include "words.hpp"

namespace dateline::actors {

enum class Gender : std::uint8_t { unknown, male, female };

/// Side and office that a text gives somebody.
struct Post {
    std::string office;  ///< "foreign minister"; empty: a side only
    std::string country; ///< ISO 3166-1 alpha-3; empty when not known
    std::string sector;
    bool former = false;
};

/// An actor of the document and what is known to tell it from others.
struct Member {
    Actor actor;
    Gender gender = Gender::unknown;
    bool gender_sure = false;            ///< by a title or noun, not by the given name alone
    bool many = false;                   ///< spoken of as "they"
    bool from_table = false;             ///< its id is fixed
    bool guessed = false;                ///< its kind is known by its looks only
    bool unnamed = false;                ///< "a gunman": followed through the text, but nobody outside it can know who
    std::vector<std::string> name;       ///< words of a person's or organisation's fullest name, as keys, without a legal form
    std::string known_as;                ///< that name as it is written, where it has a legal form
    std::vector<std::string> called;     ///< other keys, run together: acronyms, short names
    std::vector<std::string> offices;    ///< all offices that the text gives a person
    std::uint32_t last_token = 0;        ///< where it was last spoken of
    std::uint32_t times = 0;             ///< how often it was spoken of
};

/// Everybody who is spoken of in one document. Decides whether a name is somebody's who is here already.
class Cast {
public:
    Cast(const Document& document, const Words& words, const Knowledge& knowledge, const Holders& holders);

    ActorId country(std::string_view iso3);
    /// `gender`: what title or pronoun tells; a person of that name but another gender is another person.
    ActorId person(TokenRange name, Gender gender, const Post& post);
    ActorId organisation(std::string_view id, std::string_view name, std::string_view country, std::string_view sector);
    ActorId organisation(TokenRange name, std::string_view country, std::string_view sector);
    /// An organ without a name of its own: "the Vietnamese parliament", "Kyiv police". `of`: the city or organisation, where it is one's.
    ActorId organ(std::string_view role, std::string_view country, std::string_view of, TokenRange words, std::string_view sector);
    /// The person who holds a country's office on the article's day, by the text or by the tables.
    std::optional<ActorId> holder_of(const Post& post);
    ActorId office(const Post& post, std::string_view of_organisation, TokenRange words);
    ActorId group(TokenRange words, std::string_view country, std::string_view sector, bool many);
    ActorId place(std::string_view name, std::string_view country);
    /// Somebody without a name, called by a word: always new.
    ActorId somebody(std::string_view word, ActorKind kind, Gender gender, bool many);
    /// Somebody without a name who was called so before; the last one.
    [[nodiscard]] std::optional<ActorId> somebody_called(std::string_view word) const;

    /// The words as keys with spaces between, as the tables have names.
    [[nodiscard]] std::string key_of(TokenRange name) const;
    /// "Nippon Steel" of "Nippon Steel Corp".
    [[nodiscard]] TokenRange without_legal_form(TokenRange name) const;
    /// The person or organisation that is here and can be called so.
    [[nodiscard]] std::optional<ActorId> known(TokenRange name, Gender gender = Gender::unknown) const;
    /// A given name that stands alone or before another word, or who holds an office on the article's day.
    [[nodiscard]] bool looks_like_person(TokenRange name) const;
    void give(ActorId person, const Post& post);
    /// The organisation also goes by an acronym here: "African Union (AU)".
    void call(ActorId organisation, std::string_view key);
    /// The organisation that this text calls so.
    [[nodiscard]] std::optional<ActorId> called(std::string_view key) const;
    /// "Elkus said he": what was taken for a place or an organisation by its looks is a person after all.
    void take_for_person(ActorId actor);
    void note(ActorId actor, std::uint32_t token);

    [[nodiscard]] const Member& operator[](ActorId id) const noexcept { return m_members[id.value]; }
    [[nodiscard]] std::uint32_t size() const noexcept { return static_cast<std::uint32_t>(m_members.size()); }
    /// The country's code as the tables hold it, for longer than an actor stays in its place; empty where they have none.
    [[nodiscard]] std::string_view country_code(std::string_view iso3) const;
    /// The country's short name.
    [[nodiscard]] std::string_view country_name(std::string_view iso3) const;
    /// The actors, by id, with their ids made.
    [[nodiscard]] std::vector<Actor> actors() const;

private:
    ActorId add(Member member);
    [[nodiscard]] bool stands_alone(std::uint32_t token) const;
    [[nodiscard]] std::optional<ActorId> with_id(std::string_view id) const;
    [[nodiscard]] std::vector<std::string> name_words(TokenRange name) const;
    [[nodiscard]] std::optional<ActorId> same_person(const std::vector<std::string>& name, Gender gender) const;
    [[nodiscard]] std::optional<ActorId> same_organisation(const std::vector<std::string>& name) const;
    [[nodiscard]] const Holding* holder(const std::vector<std::string>& name, const Post& post) const;
    void link(Member& member, const Holding& holding);
    [[nodiscard]] static std::vector<std::string> words_of(std::string_view name);
    [[nodiscard]] Gender gender_of(const std::vector<std::string>& name) const;

    const Document& m_document;
    const Words& m_words;
    const Holders& m_holders;
    Table m_countries;
    Table m_given_names;
    Table m_family_names;
    Table m_legal_forms;
    Table m_time_words;
    std::string m_day; ///< of the article, YYYY-MM-DD; empty when not known
    std::vector<Member> m_members;
};

} // namespace dateline::actors
