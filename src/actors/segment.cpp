// SPDX-License-Identifier: MIT
//
// At every token three readings compete, and the longest wins: a phrase of the tables, a learnt name (Document::names), and a run of
// capitalised words that ends in or starts with a word such as Party or Bank. At equal length the tables win, since they know who it
// is. A learnt name that is made of a side and a role ("Iranian Foreign Ministry") is left to the grammar, which knows what it means.
#include "segment.hpp"

#include <algorithm>

namespace dateline::actors {
namespace {

class Segmenter {
public:
    Segmenter(const Lexicon& lexicon, const Document& document, const Words& words, std::optional<Day> day)
        : m_lexicon{lexicon}, m_document{document}, m_words{words}, m_day{day} {}

    std::vector<Unit> run(TokenRange sentence);

private:
    Match match(std::uint32_t t) const;
    Match misspelt(std::uint32_t t) const;
    bool cuts_learnt_name(const Match& known, std::uint32_t t) const;
    bool accepts(const Entry& entry, std::uint32_t begin, std::uint32_t end) const;
    bool in_use(const Entry& entry) const;
    bool is_learnt(TokenRange tokens) const;
    bool written_as_acronym(const Entry& entry, TokenRange tokens) const;
    bool in_capital_run(TokenRange tokens) const;
    bool tagged_otherwise(std::uint32_t t) const;
    std::optional<Name> learnt_name(std::uint32_t t);
    bool made_of_role(TokenRange name) const;
    std::uint32_t whole_end(TokenRange name) const;
    std::uint32_t surname_end(TokenRange name) const;
    std::uint32_t hyphenated_end(std::uint32_t end) const;
    bool touch(std::uint32_t t) const { return m_document.token[t].end == m_document.token[t + 1].begin; }
    std::uint32_t organisation_end(std::uint32_t t) const;
    std::uint32_t capital_run_end(std::uint32_t t) const;
    bool name_word(std::uint32_t t) const;
    bool only_opens_sentence(std::uint32_t t) const;
    bool after_locative(std::uint32_t t) const;
    Unit next(std::uint32_t t);
    Unit of_learnt(const Name& name, const Match& known) const;
    Unit of_capitals(std::uint32_t t) const;

    const Lexicon& m_lexicon;
    const Document& m_document;
    const Words& m_words;
    std::optional<Day> m_day;
    TokenRange m_sentence;
    std::size_t m_next_name = 0;
};

/// Whether a country's name or capital was called so on the article's day, or is to this day where that is not known.
bool Segmenter::in_use(const Entry& entry) const {
    if (entry.users || entry.use > Use::seat) return true;
    const auto from = parse_day(m_lexicon.cell(entry, column::country_from));
    const auto to = parse_day(m_lexicon.cell(entry, column::country_to));
    if (!m_day) return !to;
    return (!from || *from <= *m_day) && (!to || *m_day <= *to);
}

bool Segmenter::is_learnt(TokenRange tokens) const {
    const auto name = std::ranges::lower_bound(m_document.names, tokens.begin, {}, [](const Name& n) { return n.tokens.begin; });
    return name != m_document.names.end() && name->tokens == tokens;
}

// "US", "U.S." and "WHO" are names, "us" and "who" are not; in a sentence all in capitals the dots tell, or the learnt names.
bool Segmenter::written_as_acronym(const Entry& entry, TokenRange tokens) const {
    for (auto t = tokens.begin; t < tokens.end; ++t) {
        if (m_words.dotted(t)) return true;
        if (!m_words.all_capitals(t) && m_words.has_letter(t)) return false;
        if (m_words.shouted(t) && (entry.word || m_words.key(t).size() < 3) && !is_learnt(tokens)) return false;
    }
    return !entry.word || !in_capital_run(tokens);
}

/// "STAR TECHNOLOGIES said": the words beside are in capitals too, so that capitals tell nothing.
bool Segmenter::in_capital_run(TokenRange tokens) const {
    const auto plain_capitals = [&](std::uint32_t t) { return m_sentence.contains(t) && m_words.all_capitals(t) && m_words.key(t).size() > 3; };
    return plain_capitals(tokens.end) || (tokens.begin > 0 && plain_capitals(tokens.begin - 1));
}

/// "MAP" is no name where it is a verb.
bool Segmenter::tagged_otherwise(std::uint32_t t) const {
    return !m_document.upos.empty() && m_document.upos[t] != Upos::propn && m_document.upos[t] != Upos::noun;
}

bool Segmenter::accepts(const Entry& entry, std::uint32_t begin, std::uint32_t end) const {
    if (!is_name(entry.use)) return true;
    if (entry.word && tagged_otherwise(begin)) return false;
    if (entry.acronym) return written_as_acronym(entry, {begin, end});
    if (entry.use == Use::organisation && m_words.key(begin) == "the" && end < m_sentence.end && m_words.capital(end) && !m_words.possessive(end)) {
        return false; // "The National Guard" is no newspaper's
    }
    const bool both_ends = entry.use != Use::organisation || m_words.capital(end - 1) || m_words.possessive(end - 1) || !m_words.has_letter(end - 1);
    return m_words.capital(begin) && both_ends && in_use(entry);
}

Match Segmenter::match(std::uint32_t t) const {
    return m_lexicon.longest(m_words, t, m_sentence.end,
                             [&](const Entry& entry, std::uint32_t end) { return accepts(entry, t, end); });
}

/// "Isreal": a name of a country that no table has as it is written.
Match Segmenter::misspelt(std::uint32_t t) const {
    if (!m_words.capital(t) || m_words.shouted(t)) return {};
    const auto* const entry = m_lexicon.with_letters_swapped(m_words.key(t));
    return entry && in_use(*entry) ? Match{entry, t + 1} : Match{};
}

/// A name of the tables that ends within a learnt name that begins inside it says less than that name.
bool Segmenter::cuts_learnt_name(const Match& known, std::uint32_t t) const {
    if (!known.entry || known.entry->use != Use::organisation) return false;
    const auto name = std::ranges::upper_bound(m_document.names, t, {}, [](const Name& n) { return n.tokens.begin; });
    return name != m_document.names.end() && name->tokens.begin < known.end && name->tokens.end > known.end;
}

std::optional<Name> Segmenter::learnt_name(std::uint32_t t) {
    const auto& names = m_document.names;
    while (m_next_name < names.size() && names[m_next_name].tokens.end <= t) ++m_next_name;
    if (m_next_name == names.size() || names[m_next_name].tokens.end > m_sentence.end) return {};
    auto name = names[m_next_name];
    if (name.tokens.begin + 1 == t && only_opens_sentence(name.tokens.begin)) ++name.tokens.begin;
    if (name.tokens.begin != t) return {};
    if (name.type == NameType::person) name.tokens.end = hyphenated_end(surname_end({t, whole_end(name.tokens)}));
    return name;
}

/// "Together Bell and Watson": the first word is written with a capital because it comes first.
bool Segmenter::only_opens_sentence(std::uint32_t t) const {
    if (t != m_sentence.begin || m_document.upos.empty()) return false;
    switch (m_document.upos[t]) {
    case Upos::adp:
    case Upos::adv:
    case Upos::aux:
    case Upos::cconj:
    case Upos::det:
    case Upos::intj:
    case Upos::pron:
    case Upos::sconj: return true;
    default: return false;
    }
}

/// Where a learnt name of a person ends: "Ronnie de Mel in Washington" and "Hanna Lind of the Green Party" are no one's.
std::uint32_t Segmenter::whole_end(TokenRange name) const {
    for (auto t = name.begin + 1; t < name.end; ++t) {
        if (t > name.begin + 1 && m_words.key(t) == "of") return t;
        const auto known = match(t);
        if (known.entry && known.entry->use == Use::locative && !m_words.capital(t)) return t;
    }
    return name.end;
}

/// A given name learnt alone goes on with the capitalised word after it: "Bobi" "Wine".
std::uint32_t Segmenter::surname_end(TokenRange name) const {
    const auto next = name.end;
    if (name.size() > 1 || next >= m_sentence.end || !m_words.capital(next) || m_words.in_title_case(next) || m_words.shouted(next)) return name.end;
    const auto known = match(next);
    const bool plain = !known.entry || known.entry->use == Use::city || known.entry->use == Use::organisation_word;
    const bool learnt = std::ranges::binary_search(m_document.names, next, {}, [](const Name& n) { return n.tokens.begin; });
    return plain && !learnt ? next + 1 : name.end;
}

/// "Kim Jong" "-" "un", "Jean" "-" "Claude Parrot": a name that was cut at its hyphen goes on; "Trump-backed" does not.
std::uint32_t Segmenter::hyphenated_end(std::uint32_t end) const {
    while (end + 1 < m_sentence.end && m_document.form(end) == "-" && touch(end - 1) && touch(end)) {
        const bool name = m_words.capital(end + 1) || (!m_document.upos.empty() && m_document.upos[end + 1] == Upos::propn);
        if (!name) break;
        end += 2;
        if (m_words.capital(end - 1) && end < m_sentence.end && !touch(end - 1) && m_words.capital(end) && !match(end).entry) ++end;
    }
    return end;
}

// "Iranian Foreign Ministry", "Ministry of Defence", "Prime Minister": the words say more than the name; so they do where they go on
// behind it: "U.S. Secretary" of State.
bool Segmenter::made_of_role(TokenRange name) const {
    for (auto t = name.begin; t < name.end; ++t) {
        const auto known = match(t);
        if (!known.entry) continue;
        if (known.end > name.end && !is_name(known.entry->use)) return true;
        const bool body = known.entry->use == Use::force || known.entry->use == Use::body || known.entry->use == Use::organ;
        if (body && (known.end == name.end || t == name.begin)) return true;
        if (is_name(known.entry->use)) t = known.end - 1;
    }
    return false;
}

bool Segmenter::name_word(std::uint32_t t) const {
    if (!m_words.capital(t) || m_words.key(t).empty()) return false;
    const auto known = match(t);
    return !known.entry || known.entry->use < Use::locative;
}

std::uint32_t Segmenter::capital_run_end(std::uint32_t t) const {
    auto end = t;
    for (auto at = t; at < m_sentence.end; ++at) {
        if (name_word(at)) {
            end = at + 1;
            continue;
        }
        const auto key = m_words.key(at);
        const bool tie = key == "of" || key == "for" || key == "the" || key == "and" || key == "on" || key == "de" || m_words.joint(at) ||
                         m_document.form(at) == "&";
        if (!tie || at - end >= 2) break;
    }
    return end;
}

/// The end of the organisation's name that starts at `t` by its shape, or `t`.
std::uint32_t Segmenter::organisation_end(std::uint32_t t) const {
    if (!name_word(t) || m_words.shouted(t) || m_words.in_title_case(t)) return t;
    const auto run = capital_run_end(t);
    auto end = t;
    for (auto at = t; at < run; ++at) {
        const auto key = m_words.key(at);
        if (key == "of" || key == "for" || key == "and" || key == "the" || key == "on") {
            if (end == t) return t; // "President of the Bank": a name's first part has the word, or another name begins
            continue;
        }
        const auto known = m_lexicon.longest(m_words, at, run, [](const Entry& e, std::uint32_t) { return e.use == Use::organisation_word; });
        const bool role = match(at).entry && is_role(match(at).entry->use) && match(at).entry->use < Use::force;
        if (role && !known.entry) break;
        if (!known.entry) continue;
        const bool alone = at == t;
        const bool goes_on = known.end < run && (m_words.key(known.end) == "of" || m_words.key(known.end) == "for");
        if (goes_on && m_lexicon.cell(*known.entry, column::organisation_word_side) == "both") {
            auto stop = known.end + 1;
            while (stop < run && (name_word(stop) || m_words.key(stop) == "the")) ++stop;
            return stop;
        }
        if (!alone) end = known.end;
    }
    return end;
}

bool Segmenter::after_locative(std::uint32_t t) const {
    const auto before = t > m_sentence.begin ? match(t - 1) : Match{};
    return before.entry && before.entry->use == Use::locative;
}

Unit Segmenter::of_learnt(const Name& name, const Match& known) const {
    const auto* const entry = known.end == name.tokens.end ? known.entry : nullptr;
    const bool namesake = entry && entry->use == Use::city && name.type == NameType::person && !after_locative(name.tokens.begin); // "Mary"
    if (namesake || (entry && entry->use == Use::holder)) return {UnitKind::person, name.tokens, nullptr};
    if (entry && is_name(entry->use)) return {UnitKind::known, name.tokens, entry};
    switch (name.type) {
    case NameType::person: return {UnitKind::person, name.tokens, nullptr};
    case NameType::organisation: return {UnitKind::organisation, name.tokens, nullptr};
    case NameType::gpe:
    case NameType::location:
    case NameType::facility: return {UnitKind::place, name.tokens, nullptr};
    default: return {UnitKind::other, name.tokens, nullptr};
    }
}

Unit Segmenter::of_capitals(std::uint32_t t) const {
    auto end = t + 1;
    for (auto at = end; at < m_sentence.end; ++at) {
        const auto known = match(at);
        const bool particle = known.entry && known.entry->use == Use::particle;
        const bool plain = !known.entry || known.entry->use == Use::suffix || known.entry->use == Use::city || known.entry->use == Use::organisation_word;
        if (name_word(at) && plain) end = at + 1;
        else if (!particle && !m_words.joint(at)) break;
        else if (at - end >= 2) break;
    }
    return {UnitKind::capitalised, {t, end}, nullptr};
}

Unit Segmenter::next(std::uint32_t t) {
    if (m_words.possessive(t)) return {UnitKind::possessive, {t, t + 1}, nullptr};
    if (m_document.form(t) == ",") return {UnitKind::comma, {t, t + 1}, nullptr};
    if (m_words.key(t).empty()) return {UnitKind::other, {t, t + 1}, nullptr};

    auto known = match(t);
    if (cuts_learnt_name(known, t) || (known.entry && known.entry->use == Use::organisation_word)) known = {};
    if (!known.entry) known = misspelt(t);
    if (!known.entry && only_opens_sentence(t)) return {UnitKind::other, {t, t + 1}, nullptr};
    const auto known_end = known.entry ? known.end : t;
    const bool known_name = known.entry && is_name(known.entry->use);
    if (known_name && known.entry->users && known.entry->use != Use::holder) return {UnitKind::known, {t, known_end}, known.entry};
    if (known_name && known.entry->use == Use::holder) return {UnitKind::person, {t, known_end}, nullptr};
    const auto learnt = learnt_name(t);
    const auto shape_end = organisation_end(t);
    if (learnt && learnt->tokens.end > known_end && learnt->tokens.end >= shape_end && !made_of_role(learnt->tokens)) {
        const bool title = known.entry && !known_name && learnt->type == NameType::person; // "President Trump" learnt whole
        if (!title) return of_learnt(*learnt, known);
    }
    if (shape_end > known_end && !made_of_role({t, shape_end})) return {UnitKind::organisation, {t, shape_end}, nullptr};
    if (learnt && known_end == learnt->tokens.end && known_name) return of_learnt(*learnt, known);
    if (known.entry && (known_name || !m_words.capital(t) || known.entry->use != Use::particle)) {
        const auto kind = known_name ? UnitKind::known : is_role(known.entry->use) ? UnitKind::role : UnitKind::word;
        return {kind, {t, known.end}, known.entry};
    }
    if (m_words.capital(t) && !m_words.shouted(t) && !m_words.in_title_case(t)) return of_capitals(t);
    return {m_words.capital(t) ? UnitKind::capitalised : UnitKind::other, {t, t + 1}, nullptr};
}

std::vector<Unit> Segmenter::run(TokenRange sentence) {
    m_sentence = sentence;
    m_next_name = static_cast<std::size_t>(
        std::ranges::lower_bound(m_document.names, sentence.begin, {}, [](const Name& n) { return n.tokens.begin; }) - m_document.names.begin());
    std::vector<Unit> units;
    for (auto t = sentence.begin; t < sentence.end; t = units.back().tokens.end) units.push_back(next(t));
    return units;
}

} // namespace

std::vector<Unit> segment(const Lexicon& lexicon, const Document& document, const Words& words, TokenRange sentence, std::optional<Day> day) {
    return Segmenter{lexicon, document, words, day}.run(sentence);
}

} // namespace dateline::actors
