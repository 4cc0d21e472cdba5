// SPDX-License-Identifier: MIT
//
// Pointers are read in the order of the text, each against what was said before it. A role without a side is its last holder, or the
// office of the country that the article is about; "the five presidents" are those of the last five countries named in one breath;
// "the company" is the last one spoken of; a pronoun is the likeliest antecedent (antecedents.hpp), "I" in quotes is who speaks.
#include "resolve.hpp"

#include <algorithm>
#include <iterator>

#include "antecedents.hpp"
#include "quotes.hpp"

namespace dateline::actors {
namespace {

constexpr std::uint32_t nominal_reach = 6; ///< sentences that "the company" or "the woman" looks back

class Resolver {
public:
    Resolver(const Document& document, const Lexicon& lexicon, const TreeModel& ranker, const AntecedentWatch& watch, Cast& cast)
        : m_document{document}, m_lexicon{lexicon}, m_cast{cast}, m_quotes{document, lexicon},
          m_antecedents{document, lexicon, cast, m_quotes, ranker, watch} {}

    std::vector<Mention> run(std::vector<Reading> readings);

private:
    Mention meaning(const Pointer& pointer);
    void office(const Pointer& pointer, Mention& mention);
    void pronoun(const Pointer& pointer, Mention& mention);
    void somebody(const Pointer& pointer, Mention& mention);
    void speakers();
    void take_to(std::uint32_t token);
    ActorId first_person(const Pointer& pointer, const Mention* speaker);
    std::vector<ActorId> of_list(const Pointer& pointer) const;
    std::vector<ActorId> last_persons(const Pointer& pointer) const;
    std::optional<ActorId> last_holder(std::string_view role) const;
    std::optional<ActorId> main_country() const;
    template <class Fits>
    void last_named(const Pointer& pointer, Mention& mention, Fits fits) const;
    std::string_view role_of(const Pointer& pointer) const { return m_lexicon.cell(*pointer.word, column::role_name); }

    const Document& m_document;
    const Lexicon& m_lexicon;
    Cast& m_cast;
    Quotes m_quotes;
    Antecedents m_antecedents;
    std::vector<Mention> m_named;    ///< all that the readings tell, in order
    std::size_t m_next = 0;          ///< the first of them that is not among m_mentions yet
    std::vector<Mention> m_mentions; ///< so far, in order
    std::vector<Pointer> m_first_persons;
    std::vector<std::vector<ActorId>> m_lists;
};

void mean(Mention& mention, std::optional<ActorId> actor, const char* rule) {
    if (!actor) return;
    mention.actors.push_back(*actor);
    mention.rule = rule;
}

/// The countries that a count or a plural points at: the last list of that many.
std::vector<ActorId> Resolver::of_list(const Pointer& pointer) const {
    for (auto list = m_lists.rbegin(); list != m_lists.rend(); ++list) {
        if (pointer.count == 0 || list->size() == pointer.count) return *list;
    }
    return {};
}

/// "The two leaders": the persons named just before, if they are that many.
std::vector<ActorId> Resolver::last_persons(const Pointer& pointer) const {
    std::vector<ActorId> persons;
    const auto here = m_document.sentence_of(pointer.head).value;
    for (auto mention = m_mentions.rbegin(); mention != m_mentions.rend(); ++mention) {
        if (here - m_document.sentence_of(mention->head).value > 1) break;
        if (mention->actors.size() != 1 || m_cast[mention->actors.front()].actor.kind != ActorKind::person || m_cast[mention->actors.front()].unnamed) continue;
        if (std::ranges::find(persons, mention->actors.front()) == persons.end()) persons.insert(persons.begin(), mention->actors.front());
    }
    return persons.size() == pointer.count ? persons : std::vector<ActorId>{};
}

std::optional<ActorId> Resolver::last_holder(std::string_view role) const {
    for (auto mention = m_mentions.rbegin(); mention != m_mentions.rend(); ++mention) {
        if (mention->actors.size() != 1) continue;
        const auto& member = m_cast[mention->actors.front()];
        const auto holds = [&](const std::string& office) { // "the minister" is the foreign minister, "the prime minister" not his deputy
            return office == role || (office.ends_with(" " + std::string{role}) && !m_lexicon.is_deputy(office));
        };
        if (std::ranges::any_of(member.offices, holds)) return mention->actors.front();
    }
    return std::nullopt;
}

std::optional<ActorId> Resolver::main_country() const {
    std::optional<ActorId> best;
    for (std::uint32_t i = 0; i < m_cast.size(); ++i) {
        const ActorId id{i};
        if (m_cast[id].actor.kind == ActorKind::country && (!best || m_cast[id].times > m_cast[*best].times)) best = id;
    }
    return best;
}

template <class Fits>
void Resolver::last_named(const Pointer& pointer, Mention& mention, Fits fits) const {
    const auto here = m_document.sentence_of(pointer.head).value;
    for (auto before = m_mentions.rbegin(); before != m_mentions.rend(); ++before) {
        if (here - m_document.sentence_of(before->head).value > nominal_reach) return;
        if (before->actors.size() != 1 || before->place_only || !fits(m_cast[before->actors.front()])) continue;
        mean(mention, before->actors.front(), "last named");
        mention.because = before->tokens;
        return;
    }
}

void Resolver::office(const Pointer& pointer, Mention& mention) {
    const auto of_country = [&](ActorId country) {
        const Post post{.office = pointer.office, .country = m_cast[country].actor.country, .sector = pointer.sector};
        const auto holder = m_cast.holder_of(post);
        return holder ? *holder : m_cast.office(post, {}, pointer.tokens);
    };
    if (pointer.many) {
        mention.rule = "offices of a list";
        if (pointer.count > 0 && pointer.definite) mention.actors = last_persons(pointer);
        if (!mention.actors.empty()) return;
        for (const auto country : of_list(pointer)) mention.actors.push_back(of_country(country));
    } else if (const auto holder = last_holder(pointer.office)) {
        mean(mention, holder, "holder");
    } else if (const auto country = main_country(); country && pointer.definite) {
        mean(mention, of_country(*country), "main country");
    }
}

void Resolver::pronoun(const Pointer& pointer, Mention& mention) {
    auto found = m_antecedents.of(pointer.head, m_lexicon.cell(*pointer.word, column::word_value), m_mentions, std::span{m_named}.subspan(m_next));
    mention.form = MentionForm::pronoun;
    mention.rule = "pronoun";
    mention.actors = std::move(found.actors);
    if (const auto value = m_lexicon.cell(*pointer.word, column::word_value); value == "m" || value == "f") {
        for (const auto actor : mention.actors) {
            if (m_cast[actor].guessed) m_cast.take_for_person(actor);
        }
    }
    mention.because = found.words;
    mention.instead = std::move(found.instead);
    mention.grounds = std::move(found.grounds);
}

Mention Resolver::meaning(const Pointer& pointer) {
    Mention mention{.tokens = pointer.tokens, .head = pointer.head, .form = MentionForm::nominal};
    switch (pointer.word->use) {
    case Use::pronoun: pronoun(pointer, mention); break;
    case Use::office: office(pointer, mention); break;
    case Use::land:
        if (pointer.many) {
            mention.actors = of_list(pointer);
            mention.rule = "list";
        } else if (pointer.definite) {
            last_named(pointer, mention, [](const Member& m) { return m.actor.kind == ActorKind::country; });
        }
        break;
    case Use::person:
        if (!pointer.definite || pointer.many) break;
        mean(mention, last_holder(role_of(pointer)), "holder");
        if (const auto gender = m_lexicon.cell(*pointer.word, column::role_gender); mention.actors.empty() && !gender.empty()) {
            const auto wanted = gender == "f" ? Gender::female : Gender::male;
            last_named(pointer, mention, [&](const Member& m) { return m.actor.kind == ActorKind::person && m.gender == wanted; });
        }
        break;
    case Use::organ:
        if (!pointer.definite || pointer.many) break;
        last_named(pointer, mention, [&](const Member& m) { return m.actor.kind == ActorKind::organisation && m.actor.sector == pointer.sector; });
        break;
    case Use::force:
    case Use::body:
        if (pointer.definite) mean(mention, main_country(), "main country");
        break;
    default: break;
    }
    if (mention.actors.empty() && pointer.word->use != Use::pronoun) somebody(pointer, mention);
    return mention;
}

/// "a gunman", then "the gunman", "he": one, whoever it is.
void Resolver::somebody(const Pointer& pointer, Mention& mention) {
    const auto word = role_of(pointer);
    const auto use = pointer.word->use;
    auto who = pointer.definite ? m_cast.somebody_called(word) : std::nullopt;
    if (!who || m_cast[*who].many != pointer.many) {
        const auto gender = m_lexicon.cell(*pointer.word, column::role_gender);
        const auto kind = use == Use::organ || use == Use::body || use == Use::force ? ActorKind::organisation
                          : use == Use::land                                        ? ActorKind::country
                                                                                    : ActorKind::person;
        who = m_cast.somebody(word, kind, gender == "f" ? Gender::female : gender == "m" ? Gender::male : Gender::unknown, pointer.many);
    }
    mean(mention, who, "somebody");
}

/// "I" in quotes is who speaks; outside them it is who writes. "We" and "you" are followed, but are nobody's.
ActorId Resolver::first_person(const Pointer& pointer, const Mention* speaker) {
    const auto value = m_lexicon.cell(*pointer.word, column::word_value);
    if (value == "speaker" && speaker && m_cast[speaker->actors.front()].actor.kind == ActorKind::person) return speaker->actors.front();
    auto word = std::string{value};
    if (speaker) word += m_cast[speaker->actors.front()].actor.name;
    if (const auto known = m_cast.somebody_called(word)) return *known;
    return m_cast.somebody(word, ActorKind::group, Gender::unknown, value != "speaker");
}

void Resolver::speakers() {
    if (m_first_persons.empty()) return;
    const auto known = m_mentions.size();
    for (const auto& pointer : m_first_persons) {
        const auto* const speaker = m_quotes.quoted(pointer.head) ? m_quotes.speaker(pointer.head, std::span{m_mentions}.first(known)) : nullptr;
        Mention mention{.tokens = pointer.tokens, .head = pointer.head, .form = MentionForm::pronoun, .rule = "speaker"};
        if (speaker) mention.because = speaker->tokens;
        mention.actors.push_back(first_person(pointer, speaker));
        m_mentions.push_back(std::move(mention));
    }
}

/// Moves what the readings name before `token` to what was said.
void Resolver::take_to(std::uint32_t token) {
    for (; m_next < m_named.size() && m_named[m_next].tokens.begin < token; ++m_next) m_mentions.push_back(std::move(m_named[m_next]));
}

std::vector<Mention> Resolver::run(std::vector<Reading> readings) {
    for (auto& reading : readings) std::ranges::move(reading.mentions, std::back_inserter(m_named));
    for (auto& reading : readings) {
        for (const auto& pointer : reading.pointers) {
            const bool is_pronoun = pointer.word->use == Use::pronoun;
            const auto value = is_pronoun ? m_lexicon.cell(*pointer.word, column::word_value) : std::string_view{};
            if (value == "speaker" || value == "we" || value == "you") {
                m_first_persons.push_back(pointer);
                continue;
            }
            take_to(pointer.tokens.begin);
            auto mention = meaning(pointer);
            if (is_pronoun && mention.actors.empty()) continue;
            mention.sector = pointer.former ? "ELI" : pointer.sector;
            for (const auto actor : mention.actors) m_cast.note(actor, mention.tokens.begin);
            m_mentions.push_back(std::move(mention));
        }
        std::ranges::move(reading.lists, std::back_inserter(m_lists));
    }
    take_to(m_document.token_count());
    speakers();
    return std::move(m_mentions);
}

} // namespace

std::vector<Mention> resolve(const Document& document, const Lexicon& lexicon, const TreeModel& ranker, const AntecedentWatch& watch,
                             std::vector<Reading> readings, Cast& cast) {
    return Resolver{document, lexicon, ranker, watch, cast}.run(std::move(readings));
}

} // namespace dateline::actors
