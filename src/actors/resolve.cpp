// SPDX-License-Identifier: MIT
//
// Pointers are read in the order of the text, each against what was said before it. A role without a side is its last holder, or the
// office of the country that the text is about there (topic.hpp); "the five presidents" are those of the last five countries named in one breath;
// "the company" is the last one spoken of; a pronoun is the likeliest antecedent (antecedents.hpp), "I" in quotes is who speaks.
#include "resolve.hpp"

#include <algorithm>
#include <iterator>

#include <dateline/text/fold.hpp>

#include "antecedents.hpp"
#include "nominals.hpp"
#include "quotes.hpp"
#include "topic.hpp"

namespace dateline::actors {
namespace {

constexpr std::size_t most_told = 3;           ///< alternatives kept for `why`
constexpr std::uint32_t nominal_reach = 6; ///< sentences that "the company" or "the woman" looks back

class Resolver {
public:
    Resolver(const Document& document, const Lexicon& lexicon, const Knowledge& knowledge, const TreeModel& ranker, const AntecedentWatch& watch, Cast& cast)
        : m_document{document}, m_lexicon{lexicon}, m_cast{cast}, m_quotes{document, lexicon}, m_topics{document, lexicon, cast}, m_nominals{document, knowledge},
          m_antecedents{document, lexicon, cast, m_quotes, ranker, watch}, m_headed_by(document.token_count()), m_common_noun(document.token_count()) {}

    std::vector<Mention> run(std::vector<Reading> readings);

private:
    Mention meaning(const Pointer& pointer);
    void office(const Pointer& pointer, Mention& mention);
    void pronoun(const Pointer& pointer, Mention& mention);
    void common_noun(const Pointer& pointer, Mention& mention);
    void add_common_nouns(Reading& reading, TokenRange sentence);
    const Mention* described(std::uint32_t noun, ActorKind kind, bool many) const;
    void describe_somebody(Mention& mention);
    const Mention* name_behind(const Pointer& pointer) const;
    std::string owner_of(std::uint32_t token) const;
    void drop_lone_common_nouns();
    void speakers();
    void take_to(std::uint32_t token);
    void say(Mention mention);
    ActorId first_person(const Pointer& pointer, const Mention* speaker);
    std::vector<ActorId> of_list(const Pointer& pointer) const;
    bool has_complement(const Pointer& pointer) const;
    std::vector<ActorId> last_persons(const Pointer& pointer) const;
    std::optional<ActorId> last_holder(std::string_view role) const;
    bool is_sole_organ(const Pointer& pointer) const;
    void sole_organ(const Pointer& pointer, Mention& mention);
    template <class Make>
    void of_topic(const Pointer& pointer, Mention& mention, Make make);
    template <class Fits>
    void last_named(const Pointer& pointer, Mention& mention, Fits fits) const;
    std::string_view role_of(const Pointer& pointer) const { return m_lexicon.cell(*pointer.word, column::role_name); }

    const Document& m_document;
    const Lexicon& m_lexicon;
    Cast& m_cast;
    Quotes m_quotes;
    Topics m_topics;
    Nominals m_nominals;
    Antecedents m_antecedents;
    Descriptions m_descriptions;
    std::vector<std::uint32_t> m_headed_by; ///< token -> the mention of m_mentions that it heads, + 1
    std::vector<bool> m_common_noun;        ///< by token: heads a phrase that no table knows
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

/// "Leaders of Congress": what they are of is said, and is no list of countries.
bool Resolver::has_complement(const Pointer& pointer) const {
    return pointer.tokens.end < m_document.token_count() && m_document.form(pointer.tokens.end) == "of";
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

/// Means what `make` gives for the country that the text is about there; the next likeliest could have been meant as well.
template <class Make>
void Resolver::of_topic(const Pointer& pointer, Mention& mention, Make make) {
    const auto topic = m_topics.at(pointer.head, m_mentions, std::span{m_named}.subspan(m_next));
    if (topic.countries.empty()) return;
    mean(mention, make(topic.countries.front()), "topic country");
    mention.because = topic.because;
    for (std::size_t i = 1; i < topic.countries.size() && i <= most_told; ++i) mention.instead.push_back(make(topic.countries[i]));
}

/// "The parliament", "Parliament", "police": nobody needs to say whose. "A court" and "two parliaments" are others.
bool Resolver::is_sole_organ(const Pointer& pointer) const {
    if (!m_lexicon.is_sole(role_of(pointer))) return false;
    if (pointer.many) return pointer.tokens.size() == 1 && m_lexicon.is_sole(lower(m_document.form(pointer.head))); // "police"
    const auto first = m_document.form(pointer.tokens.begin).front();
    return pointer.definite || (first >= 'A' && first <= 'Z');
}

/// The one of that role last spoken of ("Kenya's parliament"); else that of the country that the text is about there, by a name told
/// before ("the Knesset") or without one.
void Resolver::sole_organ(const Pointer& pointer, Mention& mention) {
    const auto of_role = "organisation:" + slug(role_of(pointer)) + "-";
    last_named(pointer, mention, [&](const Member& m) { return m.actor.id.starts_with(of_role); });
    if (!mention.actors.empty()) return;
    of_topic(pointer, mention, [&](const std::string& country) { return m_cast.organ(role_of(pointer), country, {}, pointer.tokens, pointer.sector); });
    if (mention.actors.empty() || pointer.sector == "GOV") return; // many are of the government
    const auto country = m_cast[mention.actors.front()].actor.country;
    Mention named;
    last_named(pointer, named, [&](const Member& m) { return m.actor.kind == ActorKind::organisation && m.actor.sector == pointer.sector && m.actor.country == country; });
    if (named.actors.empty()) return;
    mention.actors = std::move(named.actors);
    mention.rule = named.rule;
    mention.because = named.because;
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
    const auto of_country = [&](const std::string& country) {
        const Post post{.office = pointer.office, .country = country, .sector = pointer.sector};
        const auto holder = m_cast.holder_of(post);
        return holder ? *holder : m_cast.office(post, {}, pointer.tokens);
    };
    if (pointer.many) {
        mention.rule = "offices of a list";
        if (pointer.count > 0 && pointer.definite) mention.actors = last_persons(pointer);
        if (!mention.actors.empty() || has_complement(pointer)) return;
        for (const auto country : of_list(pointer)) mention.actors.push_back(of_country(m_cast[country].actor.country));
    } else if (const auto holder = last_holder(pointer.office)) {
        mean(mention, holder, "holder");
    } else if (pointer.definite) {
        of_topic(pointer, mention, of_country);
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
    if (!pointer.word) {
        common_noun(pointer, mention);
        return mention;
    }
    switch (pointer.word->use) {
    case Use::pronoun: pronoun(pointer, mention); return mention;
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
        if (is_sole_organ(pointer)) {
            sole_organ(pointer, mention);
            break;
        }
        if (!pointer.definite || pointer.many) break;
        last_named(pointer, mention, [&](const Member& m) { return m.actor.kind == ActorKind::organisation && m.actor.sector == pointer.sector; });
        break;
    case Use::force:
    case Use::body:
        if (pointer.definite) of_topic(pointer, mention, [&](const std::string& country) { return m_cast.country(country); });
        break;
    default: break;
    }
    if (mention.actors.empty()) common_noun(pointer, mention);
    return mention;
}

namespace {

/// Whether a noun for `noun` can say what a `named` is.
bool can_describe(ActorKind noun, ActorKind named) noexcept {
    switch (noun) {
    case ActorKind::person: return named == ActorKind::person || named == ActorKind::office || named == ActorKind::group;
    case ActorKind::place: return named == ActorKind::place || named == ActorKind::country;
    default: return named == ActorKind::organisation || named == ActorKind::country;
    }
}

} // namespace

/// Whom the noun describes where it stands, by the tree.
const Mention* Resolver::described(std::uint32_t noun, ActorKind kind, bool many) const {
    const auto token = m_nominals.described(noun);
    if (!token || m_headed_by[*token] == 0) return nullptr;
    const auto& mention = m_mentions[m_headed_by[*token] - 1];
    if (mention.actors.empty()) return nullptr;
    const auto& member = m_cast[mention.actors.front()];
    const bool is_many = mention.actors.size() > 1 || member.many;
    return can_describe(kind, member.actor.kind) && is_many == many ? &mention : nullptr;
}

/// "Lind is a Swedish chemist", "she became the president of Finland": not some chemist or whoever presides, but she.
void Resolver::describe_somebody(Mention& mention) {
    if (mention.form != MentionForm::nominal || mention.actors.size() != 1) return;
    const auto stated = mention.actors.front();
    const bool of_a_person = m_cast[stated].actor.kind == ActorKind::group || m_cast[stated].actor.kind == ActorKind::office;
    if (!of_a_person || m_cast[stated].many) return;
    const auto* const whom = described(mention.head, ActorKind::person, false);
    if (!whom) return;
    const auto who = whom->actors.front();
    if (m_cast[who].actor.kind != ActorKind::person || m_cast[who].unnamed) return;
    m_cast.give(who, {.office = {}, .country = m_cast[stated].actor.country, .sector = {}});
    mention.actors = whom->actors;
    mention.rule = "description";
    mention.because = whom->tokens;
}

/// "Her brother Karl", "the painter, Karl Beck": the name that the noun introduces.
const Mention* Resolver::name_behind(const Pointer& pointer) const {
    if (m_document.head.empty()) return nullptr;
    for (auto i = m_next; i < m_named.size() && m_named[i].tokens.begin <= pointer.head + 2; ++i) {
        const auto& name = m_named[i];
        const auto relation = universal(m_document.deprel[name.head]);
        if (m_document.head[name.head] != pointer.head || (relation != Deprel::appos && relation != Deprel::flat)) continue;
        if (name.actors.size() == 1 && can_describe(pointer.kind, m_cast[name.actors.front()].actor.kind)) return &name;
    }
    return nullptr;
}

/// Whose a thing is, as a word that is the same for the same owner; empty where it is nobody's.
std::string Resolver::owner_of(std::uint32_t token) const {
    if (token == Document::root) return {};
    if (m_headed_by[token] > 0) return std::to_string(m_mentions[m_headed_by[token] - 1].actors.front().value);
    return std::string{m_document.lemma_of(token)};
}

/// "a gunman", then "the gunman", "he": one, whoever it is. "She is the author", then "the author": she.
void Resolver::common_noun(const Pointer& pointer, Mention& mention) {
    const auto noun = pointer.word ? role_of(pointer) : m_document.lemma_of(pointer.head);
    const auto links = m_nominals.links(pointer.head);
    Descriptions::Call call{.owner = owner_of(links.owner), .modifiers = links.modifiers, .actors = {}, .many = pointer.many};
    const auto* whom = described(pointer.head, pointer.kind, pointer.many);
    if (!whom) whom = name_behind(pointer);
    if (whom) {
        mention.actors = whom->actors;
        mention.rule = "description";
        mention.because = whom->tokens;
    } else if (const auto* const before = pointer.definite || links.definite ? m_descriptions.find(noun, call) : nullptr) {
        mention.actors = before->actors;
        mention.rule = "same noun";
    } else {
        const auto gender = pointer.word ? m_lexicon.cell(*pointer.word, column::role_gender) : std::string_view{};
        mean(mention, m_cast.somebody(noun, pointer.kind, gender == "f" ? Gender::female : gender == "m" ? Gender::male : Gender::unknown, pointer.many), "somebody");
    }
    call.actors = mention.actors;
    m_descriptions.add(noun, std::move(call));
}

/// Nouns that no title or name of the sentence has taken.
void Resolver::add_common_nouns(Reading& reading, TokenRange sentence) {
    std::vector<bool> taken(sentence.size());
    const auto take = [&](TokenRange tokens) { std::fill(taken.begin() + (tokens.begin - sentence.begin), taken.begin() + (tokens.end - sentence.begin), true); };
    for (const auto& mention : reading.mentions) take(mention.tokens);
    for (const auto& pointer : reading.pointers) take(pointer.tokens);
    const auto known = reading.pointers.size();
    for (auto t = sentence.begin; t < sentence.end; ++t) {
        if (taken[t - sentence.begin]) continue;
        const auto kind = m_nominals.kind(t);
        if (!kind) continue;
        m_common_noun[t] = true;
        reading.pointers.push_back({.tokens = m_nominals.phrase(t), .head = t, .kind = *kind, .many = m_nominals.many(t)});
    }
    std::ranges::inplace_merge(reading.pointers, reading.pointers.begin() + static_cast<std::ptrdiff_t>(known), {}, [](const Pointer& p) { return p.tokens.begin; });
}

/// A common noun that is said but once tells nothing.
void Resolver::drop_lone_common_nouns() {
    std::vector<std::uint32_t> times(m_cast.size());
    for (const auto& mention : m_mentions) {
        for (const auto actor : mention.actors) ++times[actor.value];
    }
    std::erase_if(m_mentions, [&](const Mention& mention) { return m_common_noun[mention.head] && times[mention.actors.front().value] == 1; });
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

void Resolver::say(Mention mention) {
    describe_somebody(mention);
    if (mention.form == MentionForm::name && mention.actors.size() == 1 && mention.tokens.size() > 1) {
        const auto kind = m_cast[mention.actors.front()].actor.kind;
        if (kind == ActorKind::organisation || kind == ActorKind::place) m_descriptions.add(slug(m_document.form(mention.head)), {.owner = {}, .modifiers = {}, .actors = mention.actors});
    }
    m_mentions.push_back(std::move(mention));
    m_headed_by[m_mentions.back().head] = static_cast<std::uint32_t>(m_mentions.size());
}

/// Moves what the readings name before `token` to what was said.
void Resolver::take_to(std::uint32_t token) {
    for (; m_next < m_named.size() && m_named[m_next].tokens.begin < token; ++m_next) say(std::move(m_named[m_next]));
}

std::vector<Mention> Resolver::run(std::vector<Reading> readings) {
    for (std::size_t i = 0; i < readings.size(); ++i) add_common_nouns(readings[i], m_document.sentences[i].tokens);
    for (auto& reading : readings) std::ranges::move(reading.mentions, std::back_inserter(m_named));
    for (auto& reading : readings) {
        for (const auto& pointer : reading.pointers) {
            const bool is_pronoun = pointer.word && pointer.word->use == Use::pronoun;
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
            say(std::move(mention));
        }
        std::ranges::move(reading.lists, std::back_inserter(m_lists));
    }
    take_to(m_document.token_count());
    speakers();
    drop_lone_common_nouns();
    return std::move(m_mentions);
}

} // namespace

std::vector<Mention> resolve(const Document& document, const Lexicon& lexicon, const Knowledge& knowledge, const TreeModel& ranker,
                             const AntecedentWatch& watch, std::vector<Reading> readings, Cast& cast) {
    return Resolver{document, lexicon, knowledge, ranker, watch, cast}.run(std::move(readings));
}

} // namespace dateline::actors
