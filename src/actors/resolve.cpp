// SPDX-License-Identifier: MIT
//
// Pointers are read in the order of the text, each against what was said before it. A role without a side is its last holder, or the
// office of the country that the article is about; "the five presidents" are those of the last five countries named in one breath; a
// pronoun is the first fitting actor of its sentence before it, else of the sentence before (subjects come first in English news);
// who only reports gives way to those reported on ("A said B was ready, as he …" is B).
#include "resolve.hpp"

#include <algorithm>
#include <iterator>

namespace dateline::actors {
namespace {

class Resolver {
public:
    Resolver(const Document& document, const Lexicon& lexicon, Cast& cast) : m_document{document}, m_lexicon{lexicon}, m_cast{cast} {}

    std::vector<Mention> run(std::vector<Reading> readings);

private:
    Mention meaning(const Pointer& pointer) const;
    std::vector<ActorId> of_list(const Pointer& pointer) const;
    std::optional<ActorId> last_holder(std::string_view role) const;
    std::optional<ActorId> main_country() const;
    std::optional<ActorId> pronoun(std::string_view value, std::uint32_t token) const;
    template <class Fits>
    std::optional<ActorId> nearest(std::uint32_t token, Fits fits) const;
    bool only_reports(const Mention& mention) const;
    std::string_view role_of(const Pointer& pointer) const { return m_lexicon.cell(*pointer.word, column::role_name); }

    const Document& m_document;
    const Lexicon& m_lexicon;
    Cast& m_cast;
    std::vector<Mention> m_mentions;  ///< so far, in order
    std::size_t m_sentence = 0;       ///< first mention of this sentence
    std::size_t m_sentence_before = 0;
    std::vector<std::vector<ActorId>> m_lists;
};

/// The countries that a count or a plural points at: the last list of that many.
std::vector<ActorId> Resolver::of_list(const Pointer& pointer) const {
    for (auto list = m_lists.rbegin(); list != m_lists.rend(); ++list) {
        if (pointer.count == 0 || list->size() == pointer.count) return *list;
    }
    return {};
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
std::optional<ActorId> Resolver::nearest(std::uint32_t token, Fits fits) const {
    for (const auto first : {m_sentence, m_sentence_before}) {
        const auto last = first == m_sentence ? m_mentions.size() : m_sentence;
        std::optional<ActorId> reporter;
        for (auto i = first; i < last; ++i) {
            const auto& mention = m_mentions[i];
            if (mention.tokens.end > token || mention.actors.size() != 1 || mention.place_only || !fits(m_cast[mention.actors.front()])) continue;
            if (!only_reports(mention)) return mention.actors.front();
            if (!reporter) reporter = mention.actors.front();
        }
        if (reporter) return reporter;
    }
    return std::nullopt;
}

bool Resolver::only_reports(const Mention& mention) const {
    if (m_document.head.empty()) return false;
    auto subject = mention.head; // the name of a titled person is not what the verb governs
    while (mention.tokens.contains(m_document.head[subject])) subject = m_document.head[subject];
    const auto verb = m_document.head[subject];
    return m_document.deprel[subject] == Deprel::nsubj && verb != Document::root && m_lexicon.reports(m_document.lemma_of(verb));
}

std::optional<ActorId> Resolver::pronoun(std::string_view value, std::uint32_t token) const {
    if (value == "m" || value == "f") {
        const auto other = value == "m" ? Gender::female : Gender::male;
        return nearest(token, [&](const Member& m) { return m.actor.kind == ActorKind::person && m.gender != other; });
    }
    if (value != "thing") return std::nullopt;
    return nearest(token, [](const Member& m) { return m.actor.kind == ActorKind::country || m.actor.kind == ActorKind::organisation; });
}

Mention Resolver::meaning(const Pointer& pointer) const {
    Mention mention{.tokens = pointer.tokens, .head = pointer.head, .form = MentionForm::nominal};
    const auto one = [&](std::optional<ActorId> actor, const char* rule) {
        if (actor) mention.actors.push_back(*actor);
        mention.rule = rule;
    };
    switch (pointer.word->use) {
    case Use::pronoun:
        mention.form = MentionForm::pronoun;
        one(pronoun(m_lexicon.cell(*pointer.word, column::word_value), pointer.tokens.begin), "pronoun");
        break;
    case Use::office:
        if (pointer.many) {
            mention.rule = "offices of a list";
            for (const auto country : of_list(pointer)) {
                mention.actors.push_back(m_cast.office({.office = pointer.office, .country = m_cast[country].actor.country, .sector = pointer.sector}, {}, pointer.tokens));
            }
        } else if (const auto holder = last_holder(pointer.office)) {
            one(holder, "holder");
        } else if (const auto country = main_country(); country && pointer.definite) {
            one(m_cast.office({.office = pointer.office, .country = m_cast[*country].actor.country, .sector = pointer.sector}, {}, pointer.tokens), "main country");
        }
        break;
    case Use::land:
        if (pointer.many) {
            mention.actors = of_list(pointer);
            mention.rule = "list";
        }
        break;
    case Use::person:
        if (pointer.definite && !pointer.many) one(last_holder(role_of(pointer)), "holder");
        break;
    case Use::force:
    case Use::body:
        if (pointer.definite) one(main_country(), "main country");
        break;
    default: break;
    }
    return mention;
}

std::vector<Mention> Resolver::run(std::vector<Reading> readings) {
    for (auto& reading : readings) {
        m_sentence_before = m_sentence;
        m_sentence = m_mentions.size();
        std::size_t next = 0;
        const auto take_to = [&](std::uint32_t token) {
            while (next < reading.mentions.size() && reading.mentions[next].tokens.begin < token) m_mentions.push_back(std::move(reading.mentions[next++]));
        };
        for (const auto& pointer : reading.pointers) {
            take_to(pointer.tokens.begin);
            auto mention = meaning(pointer);
            if (mention.actors.empty() && pointer.word->use == Use::pronoun) continue;
            mention.sector = pointer.former ? "ELI" : pointer.sector;
            m_mentions.push_back(std::move(mention));
        }
        take_to(0xFFFF'FFFFU);
        std::ranges::move(reading.lists, std::back_inserter(m_lists));
    }
    return std::move(m_mentions);
}

} // namespace

std::vector<Mention> resolve(const Document& document, const Lexicon& lexicon, std::vector<Reading> readings, Cast& cast) {
    return Resolver{document, lexicon, cast}.run(std::move(readings));
}

} // namespace dateline::actors
