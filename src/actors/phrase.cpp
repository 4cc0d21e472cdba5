// SPDX-License-Identifier: MIT
//
// A noun phrase about actors, as news writes it:
//
//     [the] [count] [former] (side ['s])* (portfolio)* role [of|for|from (sides | portfolio)] [name] [, role phrase ,]
//     U.S.                                             Secretary of State                    Marco Rubio
//     the five                Central Asian                        presidents
//                             Russian                              forces
//                             Canada 's           trade            minister
//                                                                  foreign ministers from A, B and C
//     Joe Clark ,                                                  the foreign minister of Canada ,
//
// A side is a country, by name, people, capital or government seat, or an organisation. Where a side is named, a force or body is the
// side itself, an organ (a court, a parliament) an organisation of it, and an office is its holder, named or not.
#include "phrase.hpp"

#include <algorithm>

#include <dateline/text/fold.hpp>

namespace dateline::actors {
namespace {

struct NounPhrase {
    std::uint32_t begin = 0, end = 0; ///< units
    TokenRange tokens;                ///< without a name that follows
    std::uint32_t head = 0;           ///< token of the role
    const Entry* role = nullptr;
    std::string office;
    std::string sector;
    std::vector<std::string_view> sides; ///< ISO 3166-1 alpha-3
    std::optional<ActorId> organisation;
    std::string_view place;              ///< the city or province that a side came by: "Texas governor"
    std::string_view kind;               ///< sector that a word before the role gives: "Muslim leader"
    const Entry* region = nullptr;
    std::uint32_t count = 0;
    std::optional<TokenRange> name;
    std::uint32_t name_end = 0;          ///< unit after the name
    bool many = false, former = false, definite = false;
    bool deputy = false;     ///< "assistant trade representative"
    bool bodies = false;     ///< a body stands before the office: "central bank president"
    bool by_bare_name = false; ///< the side is a country's name as it is: "Canada president"
    bool by_capital = false; ///< the side was named by its capital: "London managing director"
};

ActorKind kind_of(Use role) noexcept {
    switch (role) {
    case Use::organ:
    case Use::body:
    case Use::force: return ActorKind::organisation;
    case Use::land: return ActorKind::country;
    default: return ActorKind::person;
    }
}

class Grammar {
public:
    Grammar(const Lexicon& lexicon, const Document& document, const Words& words, const std::vector<Unit>& units, Cast& cast)
        : m_lexicon{lexicon}, m_document{document}, m_words{words}, m_units{units}, m_cast{cast} {}

    Reading run();

private:
    bool at(std::uint32_t u, UnitKind kind) const { return u < m_units.size() && m_units[u].kind == kind; }
    bool at(std::uint32_t u, Use use) const { return u < m_units.size() && m_units[u].is(use); }
    bool nameable(std::uint32_t u) const;
    bool role_within(std::uint32_t u, std::uint32_t reach) const;
    std::string_view side_of(std::uint32_t u) const;
    std::string_view name_of_place(const Unit& unit) const;
    bool before_organisation(std::uint32_t u) const;

    std::optional<NounPhrase> noun_phrase(std::uint32_t u);
    bool modifier(NounPhrase& phrase, std::uint32_t& u);
    void role(NounPhrase& phrase, std::uint32_t& u);
    std::string office_name(const NounPhrase& phrase, std::uint32_t u) const;
    void complement(NounPhrase& phrase, std::uint32_t& u);
    std::uint32_t side_list(NounPhrase& phrase, std::uint32_t u);
    void name_after(NounPhrase& phrase);
    std::string portfolios(std::uint32_t& u) const;

    std::uint32_t emit(NounPhrase& phrase);
    bool emit_apposition(NounPhrase& phrase, std::uint32_t& next);
    std::uint32_t behind_aside(std::uint32_t u) const;
    void emit_role(const NounPhrase& phrase);
    static bool anybody(const NounPhrase& phrase);
    static bool speaks_for_state(const NounPhrase& phrase);
    static std::string sector_of(const NounPhrase& phrase);
    std::uint32_t emit_unit(std::uint32_t u);
    void emit_inside(TokenRange whole);
    void emit_place(const Unit& unit, std::string_view iso3, bool stands_for_country);
    std::optional<ActorId> namesake(const Unit& place) const;
    void add(TokenRange tokens, std::uint32_t head, std::vector<ActorId> actors, MentionForm form, const char* rule, bool place_only = false);
    ActorId organisation(const Unit& unit);
    ActorId new_organisation(const Unit& unit);
    const Entry* without_legal_form(TokenRange name) const;
    void read_acronym(const Unit& unit, ActorId organisation);
    ActorId person(const Unit& unit, Gender gender, const Post& post);
    std::uint32_t head_of(TokenRange tokens) const;
    bool only_a_place(std::uint32_t token) const;
    bool stands_as_somebody(TokenRange tokens) const;
    Post post_of(const NounPhrase& phrase) const;
    void learn_tenure(const NounPhrase& phrase, ActorId person, TokenRange name);
    Gender gender_of(const Entry& role) const;
    void remember_lists();

    const Lexicon& m_lexicon;
    const Document& m_document;
    const Words& m_words;
    const std::vector<Unit>& m_units;
    Cast& m_cast;
    Reading m_reading;
};

bool Grammar::nameable(std::uint32_t u) const { return at(u, UnitKind::person) || (at(u, UnitKind::capitalised) && !m_words.in_title_case(m_units[u].tokens.begin)); }

/// The country that the unit names, or nothing.
std::string_view Grammar::side_of(std::uint32_t u) const {
    if (u >= m_units.size()) return {};
    if (m_units[u].kind == UnitKind::place && !m_units[u].entry) return m_lexicon.country_of_town(m_cast.key_of(m_units[u].tokens));
    if (!m_units[u].entry) return {};
    const auto& entry = *m_units[u].entry;
    if (entry.use <= Use::seat) return m_lexicon.cell(entry, column::country_iso3);
    if (entry.use == Use::city) return m_lexicon.cell(entry, column::city_iso3);
    return {};
}

std::string_view Grammar::name_of_place(const Unit& unit) const {
    return unit.entry ? m_lexicon.cell(*unit.entry, column::city_name) : m_document.words(unit.tokens);
}

/// A role word comes within `reach` units, nothing between but words that may stand before it.
bool Grammar::role_within(std::uint32_t u, std::uint32_t reach) const {
    for (const auto last = std::min<std::size_t>(m_units.size(), u + reach); u < last; ++u) {
        if (m_units[u].kind == UnitKind::role) return true;
        if (m_units[u].kind == UnitKind::comma || at(u, Use::link) || at(u, Use::locative) || at(u, Use::article) || at(u, Use::pronoun)) return false;
    }
    return false;
}

/// "foreign", "finance and trade": one name of the office, in the words of portfolios.tsv; moves `u` past them.
std::string Grammar::portfolios(std::uint32_t& u) const {
    std::string out;
    while (at(u, Use::portfolio)) {
        if (!out.empty()) out += " and ";
        out += m_lexicon.cell(*m_units[u].entry, column::portfolio_name);
        ++u;
        const bool goes_on = (at(u, Use::conjunction) || at(u, UnitKind::comma)) && at(u + 1, Use::portfolio);
        if (goes_on) ++u;
    }
    return out;
}

std::optional<NounPhrase> Grammar::noun_phrase(std::uint32_t u) {
    NounPhrase phrase{.begin = u};
    if (at(u, Use::article)) {
        phrase.definite = m_lexicon.cell(*m_units[u].entry, column::word_value).empty();
        ++u;
    }
    while (modifier(phrase, u)) {}
    if (!at(u, UnitKind::role)) return std::nullopt;
    role(phrase, u);
    complement(phrase, u);
    if (!phrase.kind.empty() && (phrase.role->use == Use::person || phrase.sector == "GOV" || phrase.sector == "CVL")) phrase.sector = phrase.kind;
    phrase.end = u;
    phrase.tokens = {m_units[phrase.begin].tokens.begin, m_units[u - 1].tokens.end};
    if (at(phrase.begin, Use::article) && phrase.end > phrase.begin + 1) phrase.tokens.begin = m_units[phrase.begin + 1].tokens.begin;
    name_after(phrase);
    return phrase;
}

/// "the rebel FDLR force": who they are in one word, before the organisation that they are.
bool Grammar::before_organisation(std::uint32_t u) const {
    const bool organisation = at(u + 1, UnitKind::organisation) || at(u + 1, Use::organisation);
    return at(u, Use::person) && m_lexicon.cell(*m_units[u].entry, column::role_number) == "one" && organisation && at(u + 2, UnitKind::role);
}

bool Grammar::modifier(NounPhrase& phrase, std::uint32_t& u) {
    if (u >= m_units.size()) return false;
    const auto& unit = m_units[u];
    if (at(u, Use::count)) {
        const auto value = m_lexicon.cell(*unit.entry, column::word_value);
        for (const char c : value) phrase.count = phrase.count * 10 + static_cast<std::uint32_t>(c - '0');
    } else if (at(u, Use::former)) {
        phrase.former = true;
    } else if (at(u, Use::sector) && role_within(u + 1, 4)) {
        phrase.kind = m_lexicon.cell(*unit.entry, column::word_value);
    } else if (at(u, Use::acting) || before_organisation(u)) {
        // says nothing that we keep
    } else if (at(u, Use::portfolio) && role_within(u, 6)) {
        auto after = u;
        const auto office = portfolios(after);
        if (!at(after, UnitKind::role)) return false;
        phrase.office = office;
        u = after;
        return true;
    } else if (const auto side = side_of(u); !side.empty() && role_within(u + 1, 5)) {
        phrase.by_capital = phrase.by_capital || unit.is(Use::capital);
        phrase.by_bare_name = unit.is(Use::country) && !unit.entry->acronym && !at(u + 1, UnitKind::possessive);
        const bool town = unit.is(Use::city) || !unit.entry;
        if (town) phrase.place = name_of_place(unit);
        if (phrase.sides.empty() || !town) phrase.sides.push_back(side);
    } else if (unit.is(Use::region) && role_within(u + 1, 5)) {
        phrase.region = unit.entry;
    } else if ((unit.is(Use::organisation) || unit.kind == UnitKind::organisation) && role_within(u + 1, 4)) {
        phrase.organisation = organisation(unit);
    } else if (nameable(u) && (at(u + 1, UnitKind::possessive) ? at(u + 2, UnitKind::role) || at(u + 3, UnitKind::role) : at(u + 1, Use::body))) {
        const auto holder = m_cast.known(unit.tokens); // "the Trump administration", "Gorbachev's foreign minister"
        const auto country = holder ? m_cast.country_code(m_cast[*holder].actor.country) : std::string_view{};
        if (country.empty()) return false;
        phrase.sides.push_back(country);
    } else if (unit.kind == UnitKind::other && unit.tokens.size() == 1 && m_words.has_letter(unit.tokens.begin) && !m_words.capital(unit.tokens.begin) &&
               (!phrase.sides.empty() || phrase.definite || phrase.count > 0 || u > phrase.begin) && role_within(u + 1, 2)) {
        const auto tagged = !m_document.upos.empty();
        const auto upos = tagged ? m_document.upos[unit.tokens.begin] : Upos::adj;
        if (upos != Upos::adj && upos != Upos::noun && upos != Upos::propn && upos != Upos::num) return false;
        phrase.deputy = phrase.deputy || m_lexicon.is_deputy(m_words.key(unit.tokens.begin));
    } else {
        return false;
    }
    ++u;
    if (at(u, UnitKind::possessive)) ++u;
    return true;
}

/// "foreign" "minister"; "U.S. Treasury" "Secretary", where the body before the office says what it is for.
std::string Grammar::office_name(const NounPhrase& phrase, std::uint32_t u) const {
    std::string name{m_lexicon.cell(*m_units[u].entry, column::role_name)};
    if (!phrase.role && !phrase.office.empty()) return phrase.office + " " + name;
    const bool after_body = u > 0 && (phrase.role ? phrase.role->use == Use::body : m_units[u - 1].is(Use::seat));
    if (!after_body) return name;
    const auto before = m_units[u - 1].tokens;
    const auto match = m_lexicon.longest(m_words, before.end - 1, before.end, [](const Entry& e, std::uint32_t) { return e.use == Use::portfolio; });
    return match.entry && match.end == before.end ? std::string{m_lexicon.cell(*match.entry, column::portfolio_name)} + " " + name : name;
}

/// One or more role words: "Foreign Ministry spokesman", "Army General". The last is the head; what stands before says whose.
void Grammar::role(NounPhrase& phrase, std::uint32_t& u) {
    for (; at(u, UnitKind::role); ++u) {
        const auto& entry = *m_units[u].entry;
        const auto name = m_lexicon.cell(entry, column::role_name);
        if (phrase.role && (phrase.role->use == Use::honorific || entry.use == Use::honorific)) {
            if (entry.use == Use::honorific) continue;
        }
        if (phrase.role && phrase.role->use == Use::office && entry.use == Use::rank) continue; // "President General Zia"
        if (entry.use == Use::office) phrase.office = office_name(phrase, u);
        phrase.bodies = phrase.bodies || (phrase.role && (phrase.role->use == Use::organ || phrase.role->use == Use::force));
        phrase.role = &entry;
        phrase.many = m_lexicon.cell(entry, column::role_number) == "many";
        if (const auto sector = m_lexicon.cell(entry, column::role_sector); phrase.sector.empty() || entry.use == Use::office) phrase.sector = sector;
        phrase.head = m_units[u].tokens.begin;
        const auto first_word_heads = name.find(" of ") != std::string_view::npos || name.find(" in ") != std::string_view::npos;
        if (!first_word_heads) phrase.head = m_units[u].tokens.end - 1;
        if (at(u + 1, UnitKind::possessive) && at(u + 2, UnitKind::role)) ++u; // "the foreign minister's spokesman"
    }
}

/// "of Japan", "of foreign affairs", "for trade of Canada", "from A, B and C"
void Grammar::complement(NounPhrase& phrase, std::uint32_t& u) {
    for (int links = 0; links < 2; ++links) {
        if (!at(u, Use::link) && !at(u, Use::directional) && !at(u, Use::locative)) return;
        const auto link = m_words.key(m_units[u].tokens.begin);
        const bool whereabouts = link == "in" || link == "across"; // "Muslim leaders in France", not "the leaders in Paris"
        const auto somewhere = [&](std::uint32_t v) { return at(v, Use::country) || (phrase.role->use == Use::organ && (at(v, Use::capital) || at(v, Use::city))); };
        const bool all_of_them = phrase.definite && !(phrase.many && phrase.role->use == Use::organ); // "the largest unions in Denmark" are its own
        if (whereabouts && (!anybody(phrase) || !phrase.sides.empty() || all_of_them || !(somewhere(u + 1) || somewhere(u + 2)))) return;
        const bool works_at = link == "at" && phrase.role->use == Use::person && (at(u + 1, UnitKind::organisation) || at(u + 2, UnitKind::organisation));
        if (!whereabouts && !works_at && link != "of" && link != "for" && link != "from") return;
        auto next = u + 1;
        if (at(next, Use::article)) ++next;
        if (at(next, Use::portfolio) && !whereabouts) {
            const auto office = portfolios(next);
            if (phrase.role->use == Use::office) phrase.office = office + " " + phrase.office;
            u = next;
            continue;
        }
        if (const auto after = side_list(phrase, next); after != next) {
            u = after;
            continue;
        }
        if ((at(next, UnitKind::organisation) || at(next, Use::organisation)) && !phrase.organisation && link != "from" && !whereabouts) {
            phrase.organisation = organisation(m_units[next]);
            u = next + 1;
            continue;
        }
        return;
    }
}

/// People or bodies in general, who may be said to be somewhere rather than somebody's.
bool Grammar::anybody(const NounPhrase& phrase) {
    if (phrase.count > 0) return false;
    return phrase.role->use == Use::person || phrase.role->use == Use::organ || (phrase.role->use == Use::office && phrase.many);
}

std::uint32_t Grammar::side_list(NounPhrase& phrase, std::uint32_t u) {
    auto end = u;
    while (true) {
        if (at(u, Use::article)) ++u;
        const auto side = side_of(u);
        if (side.empty() || (m_units[u].is(Use::demonym) && at(u + 1, UnitKind::other))) {
            if (at(u, Use::region) && end == u) {
                phrase.region = m_units[u].entry;
                return u + 1;
            }
            return end;
        }
        if (m_units[u].is(Use::city) || !m_units[u].entry) {
            if (end != u) return end;
            phrase.place = name_of_place(m_units[u]);
        }
        phrase.sides.push_back(side);
        end = ++u;
        if (!phrase.many || at(u, UnitKind::possessive)) return end;
        if (at(u, UnitKind::comma)) ++u;
        if (at(u, Use::conjunction)) ++u;
    }
}

void Grammar::name_after(NounPhrase& phrase) {
    const auto u = phrase.end;
    const bool takes_name = phrase.role->use == Use::office || phrase.role->use == Use::rank || phrase.role->use == Use::honorific || phrase.role->use == Use::person;
    const bool ranked = phrase.role->use == Use::rank || phrase.role->use == Use::honorific; // "Colonel Rabuka", whatever the name was taken for
    const bool taken_for_other = (at(u, UnitKind::organisation) || at(u, UnitKind::place)) && !m_units[u].entry;
    if (!takes_name || !(nameable(u) || (ranked && taken_for_other))) return;
    if (phrase.many && !at(u + 1, Use::conjunction)) return; // "Presidents Bush and Gorbachev": the first is told here
    phrase.name = m_units[u].tokens;
    phrase.name_end = u + 1;
    // "Colonel Sitiveni" "Rabuka": two readings of one name
    const bool goes_on = nameable(u + 1) || ((at(u + 1, UnitKind::organisation) || at(u + 1, UnitKind::place)) && !m_units[u + 1].entry);
    if (ranked && m_units[u].tokens.size() == 1 && goes_on) phrase.name->end = m_units[phrase.name_end++].tokens.end;
}

std::uint32_t Grammar::head_of(TokenRange tokens) const {
    if (m_document.head.empty()) return tokens.end - 1;
    for (auto t = tokens.begin; t < tokens.end; ++t) {
        if (!tokens.contains(m_document.head[t])) return t;
    }
    return tokens.end - 1;
}

void Grammar::add(TokenRange tokens, std::uint32_t head, std::vector<ActorId> actors, MentionForm form, const char* rule, bool place_only) {
    for (const auto actor : actors) m_cast.note(actor, tokens.begin);
    m_reading.mentions.push_back({.tokens = tokens, .head = head, .actors = std::move(actors), .form = form, .place_only = place_only, .rule = rule});
}

Gender Grammar::gender_of(const Entry& role) const {
    const auto gender = m_lexicon.cell(role, column::role_gender);
    return gender == "m" ? Gender::male : gender == "f" ? Gender::female : Gender::unknown;
}

Post Grammar::post_of(const NounPhrase& phrase) const {
    Post post{.sector = phrase.sector, .former = phrase.former};
    if (phrase.role->use == Use::office) post.office = phrase.office;
    if (!phrase.sides.empty()) post.country = phrase.sides.front();
    else if (phrase.organisation) post.country = m_cast[*phrase.organisation].actor.country;
    return post;
}

/// "African Development Forum (ADF)": from here on the text calls it so, whoever else has that acronym.
void Grammar::read_acronym(const Unit& unit, ActorId organisation) {
    const auto open = unit.tokens.end;
    if (unit.tokens.size() < 2 || open + 2 >= m_document.token_count() || m_document.form(open) != "(" || m_document.form(open + 2) != ")") return;
    if (m_words.all_capitals(open + 1)) m_cast.call(organisation, m_words.key(open + 1));
}

ActorId Grammar::organisation(const Unit& unit) {
    if (const auto begin = unit.tokens.begin; unit.tokens.size() == 1 && m_words.all_capitals(begin)) {
        if (const auto defined = m_cast.called(m_words.key(begin))) return *defined;
    }
    const auto found = new_organisation(unit);
    read_acronym(unit, found);
    return found;
}

/// "Boeing Co" is the Boeing of the tables.
const Entry* Grammar::without_legal_form(TokenRange name) const {
    const auto core = m_cast.without_legal_form(name);
    if (core == name) return nullptr;
    const auto match = m_lexicon.longest(m_words, core.begin, core.end, [&](const Entry& e, std::uint32_t end) { return e.use == Use::organisation && !e.acronym && end == core.end; });
    return match.entry;
}

ActorId Grammar::new_organisation(const Unit& unit) {
    const auto* const known = unit.is(Use::organisation) ? unit.entry : without_legal_form(unit.tokens);
    if (known) {
        const auto& entry = *known;
        return m_cast.organisation(m_lexicon.cell(entry, column::organisation_id), m_lexicon.cell(entry, column::organisation_name),
                                   m_lexicon.cell(entry, column::organisation_country), m_lexicon.cell(entry, column::organisation_sector));
    }
    std::string_view country;
    std::string_view sector;
    for (auto t = unit.tokens.begin; t < unit.tokens.end; ++t) { // "Australian Waterside Workers' Federation"
        const auto in_name = m_lexicon.longest(m_words, t, unit.tokens.end, [&](const Entry& e, std::uint32_t) {
            return (e.use <= Use::capital && !e.acronym && m_words.capital(t)) || e.use == Use::organisation_word;
        });
        if (!in_name.entry) continue;
        if (in_name.entry->use == Use::organisation_word) sector = m_lexicon.cell(*in_name.entry, column::organisation_word_sector);
        else if (country.empty()) country = m_lexicon.cell(*in_name.entry, column::country_iso3);
        t = in_name.end - 1;
    }
    return m_cast.organisation(unit.tokens, country, sector);
}

ActorId Grammar::person(const Unit& unit, Gender gender, const Post& post) { return m_cast.person(unit.tokens, gender, post); }

/// "Polish Foreign Minister X" says who holds which office: kept as a fact, with its words.
void Grammar::learn_tenure(const NounPhrase& phrase, ActorId person, TokenRange name) {
    if (phrase.role->use != Use::office || phrase.former || phrase.deputy || phrase.many || phrase.bodies || phrase.organisation) return;
    if (phrase.sides.size() != 1 || phrase.by_capital || !phrase.place.empty() || m_cast[person].actor.kind != ActorKind::person) return;
    const auto role = m_lexicon.cell(*phrase.role, column::role_name);
    if (!m_lexicon.held_by_one(role, phrase.office.size() > role.size())) return;
    const bool of_a_branch = phrase.by_bare_name && !m_words.capital(phrase.head); // "Canada president X" is a company's
    if (of_a_branch || m_cast[person].name.size() < 2) return;
    const TokenRange words{std::min(phrase.tokens.begin, name.begin), std::max(phrase.tokens.end, name.end)};
    m_reading.tenures.push_back({.person = person, .office = phrase.office, .of = std::string{phrase.sides.front()}, .tokens = words});
}

/// Past what may stand between a phrase and the comma before its name: "the head of the CEI (Italian Bishops), X", "the president of
/// the Lombardy region, X", "the chief minister of Somewhere, X".
std::uint32_t Grammar::behind_aside(std::uint32_t u) const {
    constexpr std::uint32_t longest = 8; // units in parentheses
    const auto reads = [&](std::uint32_t v, std::string_view form) { return v < m_units.size() && m_document.form(m_units[v].tokens.begin) == form; };
    if (reads(u, "(")) {
        for (auto v = u + 1; v < u + longest; ++v) {
            if (reads(v, ")")) return v + 1;
        }
        return u;
    }
    if (at(u, Use::link) && reads(u, "of") && (at(u + 1, UnitKind::capitalised) || at(u + 1, UnitKind::place)) && at(u + 2, UnitKind::comma)) return u + 2;
    const auto noun = !m_document.upos.empty() && at(u, UnitKind::other) && m_document.upos[m_units[u].tokens.begin] == Upos::noun;
    return noun && at(u + 1, UnitKind::comma) ? u + 1 : u;
}

/// "X, the foreign minister of Y," and "the foreign minister of Y, X,": the phrase and the name are one person.
bool Grammar::emit_apposition(NounPhrase& phrase, std::uint32_t& next) {
    const auto u = behind_aside(phrase.end);
    const bool personal = phrase.role->use == Use::office || phrase.role->use == Use::person;
    if (!personal || phrase.many || !at(u, UnitKind::comma) || !at(u + 1, UnitKind::person)) return false;
    if (!at(u + 2, UnitKind::comma) && u + 2 < m_units.size() && m_words.has_letter(m_units[u + 2].tokens.begin)) return false;
    if (at(u + 2, UnitKind::comma) && (at(u + 3, UnitKind::person) || at(u + 3, Use::conjunction))) return false; // a list
    const auto who = person(m_units[u + 1], Gender::unknown, post_of(phrase));
    learn_tenure(phrase, who, m_units[u + 1].tokens);
    add(phrase.tokens, phrase.head, {who}, MentionForm::nominal, "apposition");
    emit_inside(phrase.tokens);
    for (auto aside = phrase.end; aside < u;) aside = emit_unit(aside);
    add(m_units[u + 1].tokens, head_of(m_units[u + 1].tokens), {who}, MentionForm::name, "apposition");
    next = u + 2;
    return true;
}

std::uint32_t Grammar::emit(NounPhrase& phrase) {
    if (phrase.name) {
        const TokenRange tokens{phrase.tokens.begin, phrase.name->end};
        const auto who = m_cast.person(*phrase.name, gender_of(*phrase.role), post_of(phrase));
        learn_tenure(phrase, who, *phrase.name);
        add(tokens, head_of(*phrase.name), {who}, MentionForm::name, phrase.role->use == Use::honorific ? "honorific" : "title");
        emit_inside(phrase.tokens);
        return phrase.name_end;
    }
    auto next = phrase.end;
    if (emit_apposition(phrase, next)) return next;
    emit_role(phrase);
    emit_inside(phrase.tokens);
    return next;
}

/// "Saudi officials", "a French soldier": nobody by themselves, they act for their country.
bool Grammar::speaks_for_state(const NounPhrase& phrase) {
    return !phrase.former && (phrase.sector == "GOV" || phrase.sector == "MIL" || phrase.sector == "SPY");
}

std::string Grammar::sector_of(const NounPhrase& phrase) { return phrase.former ? "ELI" : phrase.sector; }

void Grammar::emit_role(const NounPhrase& phrase) {
    const auto use = phrase.role->use;
    std::vector<std::string_view> sides = phrase.sides;
    if (phrase.region) {
        const auto members = m_lexicon.cell(*phrase.region, column::region_members);
        for (std::size_t i = 0; i + 3 <= members.size(); i += 4) sides.push_back(members.substr(i, 3));
    }
    std::vector<ActorId> actors;
    if (use == Use::force || use == Use::body || use == Use::land) {
        for (const auto side : sides) actors.push_back(m_cast.country(side));
        if (actors.empty() && phrase.organisation && use != Use::land) actors.push_back(*phrase.organisation);
    } else if (use == Use::organ) {
        const auto role = m_lexicon.cell(*phrase.role, column::role_name);
        for (const auto side : sides) actors.push_back(m_cast.organ(role, side, phrase.place, phrase.tokens, phrase.sector));
        if (actors.empty() && phrase.organisation) {
            const auto& whose = m_cast[*phrase.organisation].actor;
            actors.push_back(m_cast.organ(role, m_cast.country_code(whose.country), std::string{whose.name}, phrase.tokens, phrase.sector));
        }
    } else if (use == Use::office) {
        auto post = post_of(phrase);
        for (const auto side : sides) {
            post.country = side;
            const auto holder = phrase.place.empty() && !phrase.deputy && !phrase.bodies ? m_cast.holder_of(post) : std::nullopt;
            actors.push_back(holder ? *holder : m_cast.office(post, phrase.place, phrase.tokens));
        }
        if (actors.empty() && phrase.organisation) actors.push_back(m_cast.office(post, m_cast[*phrase.organisation].actor.name, phrase.tokens));
    } else if (use == Use::person && !sides.empty() && speaks_for_state(phrase)) {
        for (const auto side : sides) actors.push_back(m_cast.country(side));
    } else if (use == Use::person && phrase.organisation && !phrase.former) { // "Boko Haram gunmen", "a CIA official"
        actors.push_back(*phrase.organisation);
    } else if (use == Use::person && (!sides.empty() || phrase.organisation)) {
        if (sides.empty()) sides.push_back(m_cast[*phrase.organisation].actor.country);
        actors.push_back(m_cast.group(phrase.tokens, sides.front(), sector_of(phrase), phrase.many));
    }
    if (!actors.empty()) {
        add(phrase.tokens, phrase.head, std::move(actors), MentionForm::nominal, use == Use::office ? "office" : use == Use::organ ? "organ" : "side");
        const bool for_organisation = use == Use::person && sides.empty(); // whose sector is known better
        if (!for_organisation) m_reading.mentions.back().sector = sector_of(phrase);
        return;
    }
    m_reading.pointers.push_back({.tokens = phrase.tokens,
                                  .head = phrase.head,
                                  .word = phrase.role,
                                  .kind = kind_of(use),
                                  .office = phrase.office,
                                  .sector = phrase.sector,
                                  .count = phrase.count,
                                  .many = phrase.many,
                                  .definite = phrase.definite,
                                  .former = phrase.former});
}

/// "in Beijing", "arrived in Tokyo": the word before says that the name is a place here.
bool Grammar::only_a_place(std::uint32_t token) const {
    for (std::uint32_t u = 0; u < m_units.size(); ++u) {
        if (m_units[u].tokens.begin != token) continue;
        auto before = u;
        while (before > 0 && at(before - 1, Use::article)) --before;
        return before > 0 && at(before - 1, Use::locative);
    }
    return false;
}

/// The places that a longer name or phrase has in it, which act no part of their own: "the University of Basel", "the mayor of Basel".
void Grammar::emit_inside(TokenRange whole) {
    for (auto t = whole.begin; t < whole.end; ++t) {
        const auto known = m_lexicon.longest(m_words, t, whole.end, [&](const Entry& e, std::uint32_t end) {
            const bool place = e.use == Use::country || e.use == Use::capital || e.use == Use::city;
            return place && (e.acronym ? m_words.all_capitals(t) || m_words.dotted(t) : m_words.capital(t)) && TokenRange{t, end} != whole;
        });
        if (!known.entry) continue;
        const TokenRange tokens{t, known.end};
        const auto country = m_lexicon.cell(*known.entry, known.entry->use == Use::city ? column::city_iso3 : column::country_iso3);
        const auto actor = known.entry->use == Use::country ? m_cast.country(country) : m_cast.place(m_document.words(tokens), country);
        add(tokens, head_of(tokens), {actor}, MentionForm::name, "inside", true);
        t = known.end - 1;
    }
}

void Grammar::emit_place(const Unit& unit, std::string_view iso3, bool stands_for_country) {
    const auto name = m_document.words(unit.tokens);
    const auto begin = unit.tokens.begin;
    if (stands_for_country && !only_a_place(begin)) { // "a visit to Moscow" is one to Russia
        add(unit.tokens, head_of(unit.tokens), {m_cast.country(iso3)}, MentionForm::name, "capital");
        return;
    }
    add(unit.tokens, head_of(unit.tokens), {m_cast.place(name, iso3)}, MentionForm::name, "place", true);
}

/// "Elizabeth" after "Elizabeth Bennet" is she, and no town in New Jersey, unless the words say that they mean a place.
std::optional<ActorId> Grammar::namesake(const Unit& place) const {
    if (only_a_place(place.tokens.begin)) return std::nullopt;
    const auto who = m_cast.known(place.tokens);
    return who && m_cast[*who].actor.kind == ActorKind::person ? who : std::nullopt;
}

/// A proper noun that the tables and the learnt names lack, but that does or owns something: "Madrazo lost", "Giggs's goal".
bool Grammar::stands_as_somebody(TokenRange tokens) const {
    if (m_document.head.empty() || m_words.in_title_case(tokens.begin) || m_words.shouted(tokens.begin)) return false;
    for (auto t = tokens.begin; t < tokens.end; ++t) {
        if (m_document.upos[t] != Upos::propn || m_words.all_capitals(t)) return false;
    }
    const auto relation = m_document.deprel[head_of(tokens)];
    return relation == Deprel::nsubj || relation == Deprel::nmod_poss;
}

std::uint32_t Grammar::emit_unit(std::uint32_t u) {
    const auto& unit = m_units[u];
    const auto head = head_of(unit.tokens);
    switch (unit.kind) {
    case UnitKind::person:
        if (const auto known = m_cast.known(unit.tokens)) add(unit.tokens, head, {*known}, MentionForm::name, "same name");
        else add(unit.tokens, head, {person(unit, Gender::unknown, {})}, MentionForm::name, "name");
        break;
    case UnitKind::organisation:
        if (const auto known = m_cast.known(unit.tokens)) add(unit.tokens, head, {*known}, MentionForm::name, "same name");
        else add(unit.tokens, head, {organisation(unit)}, MentionForm::name, "name");
        emit_inside(unit.tokens);
        break;
    case UnitKind::place:
        if (const auto known = m_cast.known(unit.tokens)) add(unit.tokens, head, {*known}, MentionForm::name, "same name");
        else emit_place(unit, side_of(u), false);
        break;
    case UnitKind::capitalised:
        if (const auto who = m_cast.known(unit.tokens)) add(unit.tokens, head, {*who}, MentionForm::name, "same name");
        else if (m_cast.looks_like_person(unit.tokens)) add(unit.tokens, head, {person(unit, Gender::unknown, {})}, MentionForm::name, "given name");
        else if (stands_as_somebody(unit.tokens)) add(unit.tokens, head, {person(unit, Gender::unknown, {})}, MentionForm::name, "as a subject");
        break;
    case UnitKind::word:
        if (unit.is(Use::pronoun)) m_reading.pointers.push_back({.tokens = unit.tokens, .head = head, .word = unit.entry});
        break;
    case UnitKind::known:
        switch (unit.entry->use) {
        case Use::organisation:
            add(unit.tokens, head, {organisation(unit)}, MentionForm::name, "organisation");
            emit_inside(unit.tokens);
            break;
        case Use::country:
            add(unit.tokens, head, {m_cast.country(side_of(u))}, MentionForm::name, "country", only_a_place(unit.tokens.begin));
            break;
        case Use::capital: emit_place(unit, side_of(u), true); break;
        case Use::seat: add(unit.tokens, head, {m_cast.country(side_of(u))}, MentionForm::name, "seat", only_a_place(unit.tokens.begin)); break;
        case Use::city:
            if (const auto who = namesake(unit)) add(unit.tokens, head, {*who}, MentionForm::name, "namesake");
            else emit_place(unit, side_of(u), false);
            break;
        case Use::region: break;
        default: add(unit.tokens, head, {m_cast.country(side_of(u))}, MentionForm::demonym, "demonym"); break;
        }
        break;
    default: break;
    }
    return u + 1;
}

/// Countries named in one breath: "Kazakhstan, Kyrgyzstan and Uzbekistan" are whom "the three countries" will mean.
void Grammar::remember_lists() {
    std::vector<ActorId> list;
    const auto close = [&] {
        if (list.size() > 1) m_reading.lists.push_back(list);
        list.clear();
    };
    for (std::uint32_t u = 0; u < m_units.size(); ++u) {
        const auto& unit = m_units[u];
        if (unit.is(Use::region)) {
            close();
            const auto members = m_lexicon.cell(*unit.entry, column::region_members);
            for (std::size_t i = 0; i + 3 <= members.size(); i += 4) list.push_back(m_cast.country(members.substr(i, 3)));
            close();
        } else if (unit.is(Use::country) || unit.is(Use::demonym)) {
            const auto id = m_cast.country(side_of(u));
            if (std::ranges::find(list, id) == list.end()) list.push_back(id);
        } else if (unit.kind != UnitKind::comma && !unit.is(Use::conjunction) && !unit.is(Use::article)) {
            close();
        }
    }
    close();
}

Reading Grammar::run() {
    for (std::uint32_t u = 0; u < m_units.size();) {
        if (auto phrase = noun_phrase(u)) {
            const auto named_before = m_reading.mentions.empty() || u == 0 || !at(u - 1, UnitKind::comma) || u < 2 ? nullptr : &m_reading.mentions.back();
            const bool personal = phrase->role->use == Use::office || phrase->role->use == Use::person;
            if (named_before && personal && !phrase->name && !phrase->many && named_before->tokens.end == m_units[u - 2].tokens.end &&
                m_cast[named_before->actors.front()].actor.kind == ActorKind::person && named_before->form == MentionForm::name &&
                (at(phrase->end, UnitKind::comma) || phrase->end >= m_units.size() || !m_words.has_letter(m_units[phrase->end].tokens.begin))) {
                const auto who = named_before->actors.front();
                m_cast.give(who, post_of(*phrase));
                learn_tenure(*phrase, who, named_before->tokens);
                add(phrase->tokens, phrase->head, {who}, MentionForm::nominal, "apposition");
                emit_inside(phrase->tokens);
                u = phrase->end;
                continue;
            }
            u = emit(*phrase);
            continue;
        }
        u = emit_unit(u);
    }
    remember_lists();
    return std::move(m_reading);
}

} // namespace

Reading read_phrases(const Lexicon& lexicon, const Document& document, const Words& words, const std::vector<Unit>& units, Cast& cast) {
    return Grammar{lexicon, document, words, units, cast}.run();
}

} // namespace dateline::actors
