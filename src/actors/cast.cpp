// SPDX-License-Identifier: MIT
//
// When are two names one person? When the shorter's words stand in the longer in their order, initials counting for names, and the
// shorter holds the longer's last word: "James Baker", "James A. Baker", "J. Baker", "Baker". A single word may also be the first of
// a name, for names that begin with the family's ("Kim" for Kim Jong-un) and for children. Of several the last spoken of is meant.
#include "cast.hpp"

#include <algorithm>

#include <fmt/format.h>

#include <dateline/text/fold.hpp>

namespace dateline::actors {
namespace {

bool same_word(std::string_view a, std::string_view b) noexcept {
    if (a == b) return true;
    return (a.size() == 1 || b.size() == 1) && a.front() == b.front();
}

/// The words of `part` stand in `whole` in their order.
bool in_order(const std::vector<std::string>& part, const std::vector<std::string>& whole) noexcept {
    std::size_t at = 0;
    for (const auto& word : part) {
        while (at < whole.size() && !same_word(word, whole[at])) ++at;
        if (at == whole.size()) return false;
        ++at;
    }
    return true;
}

bool one_person(const std::vector<std::string>& a, const std::vector<std::string>& b) noexcept {
    const auto& shorter = a.size() <= b.size() ? a : b;
    const auto& longer = a.size() <= b.size() ? b : a;
    if (shorter.size() == 1) return shorter[0] == longer.back();
    return shorter.back() == longer.back() && in_order(shorter, longer);
}

std::string initials(const std::vector<std::string>& name) {
    std::string out;
    for (const auto& word : name) {
        if (word != "of" && word != "the" && word != "and" && word != "for") out += word.front();
    }
    return out;
}

std::string run_together(const std::vector<std::string>& name) {
    std::string out;
    for (const auto& word : name) out += word;
    return out;
}

} // namespace

Cast::Cast(const Document& document, const Words& words, const Knowledge& knowledge, const Holders& holders)
    : m_document{document}, m_words{words}, m_holders{holders}, m_countries{knowledge.table("countries")}, m_given_names{knowledge.table("given_names")},
      m_family_names{knowledge.table("family_names")}, m_legal_forms{knowledge.table("legal_forms")},
      m_time_words{knowledge.table("time_words")}, m_day{document.article.published ? format_day(document.article.published->day()) : std::string{}} {}

ActorId Cast::add(Member member) {
    m_members.push_back(std::move(member));
    return {static_cast<std::uint32_t>(m_members.size() - 1)};
}

std::optional<ActorId> Cast::with_id(std::string_view id) const {
    for (std::uint32_t i = 0; i < m_members.size(); ++i) {
        if (m_members[i].actor.id == id) return ActorId{i};
    }
    return std::nullopt;
}

std::string_view Cast::country_code(std::string_view iso3) const {
    const auto rows = m_countries.find(iso3);
    return rows.empty() ? std::string_view{} : m_countries.cell(rows.front(), 0);
}

std::string_view Cast::country_name(std::string_view iso3) const {
    const auto rows = m_countries.find(iso3);
    return rows.empty() ? iso3 : m_countries.cell(rows.front(), 1);
}

ActorId Cast::country(std::string_view iso3) {
    const auto id = fmt::format("country:{}", iso3);
    if (const auto known = with_id(id)) return *known;
    const auto rows = m_countries.find(iso3);
    Actor actor{.id = id, .name = std::string{country_name(iso3)}, .kind = ActorKind::country, .country = std::string{iso3}, .sector = "GOV"};
    if (!rows.empty()) actor.wikidata = m_countries.cell(rows.front(), 3);
    return add({.actor = std::move(actor), .from_table = true});
}

std::vector<std::string> Cast::name_words(TokenRange name) const {
    std::vector<std::string> out;
    for (auto t = name.begin; t < name.end; ++t) {
        if (m_words.possessive(t)) continue;
        if (const auto key = m_words.key(t); !key.empty()) out.emplace_back(key);
    }
    return out;
}

std::string Cast::key_of(TokenRange name) const { return fmt::format("{}", fmt::join(name_words(name), " ")); }

std::vector<std::string> Cast::words_of(std::string_view name) {
    std::vector<std::string> out{""};
    const auto folded = slug(name); // words of letters and digits with hyphens between
    for (const char c : folded) {
        if (c == '-') out.emplace_back();
        else out.back() += c;
    }
    return out;
}

/// By the given name; a single word may be the family's ("Williams"), which tells none.
Gender Cast::gender_of(const std::vector<std::string>& name) const {
    if (name.empty()) return Gender::unknown;
    if (name.size() == 1 && !m_family_names.find(name.front()).empty()) return Gender::unknown;
    for (const auto row : m_given_names.find(name.front())) {
        const auto gender = m_given_names.cell(row, 1);
        return gender == "f" ? Gender::female : gender == "m" ? Gender::male : Gender::unknown;
    }
    return Gender::unknown;
}

std::optional<ActorId> Cast::same_person(const std::vector<std::string>& name, Gender gender) const {
    std::optional<ActorId> best;
    const auto better = [&](std::uint32_t i, bool by_first_word) {
        if (by_first_word && best) return false;
        return !best || m_members[i].last_token >= m_members[best->value].last_token;
    };
    for (const bool by_first_word : {false, true}) {
        if (by_first_word && (best || name.size() != 1)) break;
        for (std::uint32_t i = 0; i < m_members.size(); ++i) {
            const auto& member = m_members[i];
            if (member.actor.kind != ActorKind::person || member.name.empty()) continue;
            if (gender != Gender::unknown && member.gender != Gender::unknown && gender != member.gender) continue;
            const bool same = by_first_word ? member.name.front() == name.front() : one_person(name, member.name);
            if (same && better(i, by_first_word)) best = ActorId{i};
        }
    }
    return best;
}

std::optional<ActorId> Cast::same_organisation(const std::vector<std::string>& name) const {
    const auto together = run_together(name);
    for (std::uint32_t i = 0; i < m_members.size(); ++i) {
        const auto& member = m_members[i];
        if (member.actor.kind != ActorKind::organisation) continue;
        if (member.name == name || std::ranges::find(member.called, together) != member.called.end()) return ActorId{i};
        const bool begins = name.size() < member.name.size() && std::equal(name.begin(), name.end(), member.name.begin());
        if (begins && name.front().size() > 2) return ActorId{i};
        if (name.size() == 1 && name.front().size() >= 2 && member.name.size() > 1 && initials(member.name) == name.front()) return ActorId{i};
    }
    return std::nullopt;
}

ActorId Cast::person(TokenRange range, Gender gender, const Post& post) {
    auto name = name_words(range);
    const bool sure = gender != Gender::unknown;
    if (!sure) gender = gender_of(name);
    auto known = name.empty() ? std::nullopt : same_person(name, gender);
    const bool is_new = !known;
    if (is_new) {
        known = add({.actor = {.name = std::string{m_document.words(range)}, .kind = ActorKind::person}, .gender = gender, .name = name});
    } else if (auto& longer = m_members[known->value]; name.size() > longer.name.size()) {
        longer.actor.name = m_document.words(range);
        longer.name = std::move(name);
    }
    auto& member = m_members[known->value];
    if (member.gender == Gender::unknown) member.gender = gender;
    member.gender_sure = member.gender_sure || sure;
    give(*known, post);
    if (!is_new) return *known;
    if (const auto* const row = holder(member.name, post)) link(member, *row);
    return *known;
}

/// Who of the tables is meant.
const Holding* Cast::holder(const std::vector<std::string>& name, const Post& post) const {
    std::string key;
    for (const auto& word : name) key += key.empty() ? word : " " + word;
    const Question question{.office = post.office, .of = post.country, .day = m_day, .former = post.former};
    return name.size() == 1 ? m_holders.by_surname(key, question) : m_holders.by_name(key, question);
}

/// What the tables know of a person who is new here and the text does not say.
void Cast::link(Member& member, const Holding& holding) {
    const auto when = Holders::tenure(holding, m_day);
    member.actor.id = holding.person_id();
    member.actor.wikidata = holding.wikidata;
    if (member.actor.country.empty()) member.actor.country = holding.country();
    if (member.name.size() <= 1) member.actor.name = holding.name;
    if (when == Tenure::now && member.actor.office.empty()) member.actor.office = holding.office;
    if (when != Tenure::future && !holding.office.empty()) member.offices.emplace_back(holding.office);
    if (!member.actor.sector.empty()) return;
    if (when == Tenure::now) member.actor.sector = holding.sector;
    else if (when == Tenure::past) member.actor.sector = "ELI";
}

void Cast::give(ActorId person, const Post& post) {
    auto& member = m_members[person.value];
    if (!post.office.empty() && std::ranges::find(member.offices, post.office) == member.offices.end()) member.offices.push_back(post.office);
    if (member.actor.office.empty() && !post.former) member.actor.office = post.office;
    if (member.actor.country.empty()) member.actor.country = post.country;
    if (member.actor.sector.empty()) member.actor.sector = post.former ? "ELI" : post.sector;
}

ActorId Cast::organisation(std::string_view id, std::string_view name, std::string_view country, std::string_view sector) {
    const auto full = fmt::format("organisation:{}", id);
    if (const auto known = with_id(full)) return *known;
    Member member{.actor = {.id = full,
                            .name = std::string{name},
                            .kind = ActorKind::organisation,
                            .country = std::string{country},
                            .sector = std::string{sector}},
                  .from_table = true};
    return add(std::move(member));
}

TokenRange Cast::without_legal_form(TokenRange name) const {
    auto end = name.end;
    for (auto t = name.end; t > name.begin + 1; --t) {
        const auto key = m_words.key(t - 1);
        if (!key.empty() && m_legal_forms.find(key).empty()) break;
        if (!key.empty()) end = t - 1; // "Merck & Co": the sign before goes with it
        else if (end == t) end = t - 1;
    }
    return {name.begin, end};
}

ActorId Cast::organisation(TokenRange range, std::string_view country, std::string_view sector) {
    const auto core = without_legal_form(range);
    auto name = name_words(core);
    const auto known_as = core == range ? std::string{} : std::string{m_document.words(core)};
    if (const auto known = same_organisation(name)) {
        auto& member = m_members[known->value];
        if (member.actor.country.empty()) member.actor.country = country;
        const bool longer = name.size() > member.name.size() || (name == member.name && !known_as.empty());
        if (!member.from_table && longer) {
            member.actor.name = m_document.words(range);
            member.known_as = known_as;
            member.name = std::move(name);
        }
        return *known;
    }
    return add({.actor = {.name = std::string{m_document.words(range)},
                          .kind = ActorKind::organisation,
                          .country = std::string{country},
                          .sector = std::string{sector}},
                .guessed = range.size() <= 2 && sector.empty() && !m_words.all_capitals(range.begin),
                .name = std::move(name),
                .known_as = known_as});
}

ActorId Cast::organ(std::string_view role, std::string_view country, std::string_view of, TokenRange words, std::string_view sector) {
    return organisation(fmt::format("{}-{}", slug(role), slug(of.empty() ? country : of)), m_document.words(words), country, sector);
}

std::optional<ActorId> Cast::holder_of(const Post& post) {
    if (post.former) return std::nullopt;
    const auto office = m_holders.common_office(post.office);
    for (std::uint32_t i = 0; i < m_members.size(); ++i) { // the text's own word comes first
        const auto& member = m_members[i];
        if (member.actor.kind != ActorKind::person || member.actor.country != post.country) continue;
        const auto held = m_holders.common_office(member.actor.office);
        if (held == office || (office == "leader" && Holders::heads_state(held))) return ActorId{i};
    }
    const auto* const holding = m_holders.by_office(post.office, post.country, m_day);
    if (!holding) return std::nullopt;
    if (const auto known = with_id(holding->person_id())) return known;
    Member member{.actor = {.name = std::string{holding->name}, .kind = ActorKind::person}, .name = words_of(holding->name)};
    member.gender = gender_of(member.name);
    link(member, *holding);
    return add(std::move(member));
}

ActorId Cast::office(const Post& post, std::string_view of_organisation, TokenRange words) {
    const auto whose = post.country.empty() || !of_organisation.empty() ? slug(of_organisation) : post.country;
    const auto id = whose.empty() ? fmt::format("office:{}", slug(post.office)) : fmt::format("office:{}@{}", slug(post.office), whose);
    if (const auto known = with_id(id)) return *known;
    auto name = post.country.empty() || !of_organisation.empty() ? std::string{m_document.words(words)}
                                                                 : fmt::format("{} of {}", post.office, country_name(post.country));
    return add({.actor = {.id = id,
                          .name = std::move(name),
                          .kind = ActorKind::office,
                          .country = post.country,
                          .office = post.office,
                          .sector = post.former ? "ELI" : post.sector},
                .from_table = true});
}

ActorId Cast::group(TokenRange words, std::string_view country, std::string_view sector, bool many) {
    auto name = std::string{m_document.words(words)};
    const auto id = fmt::format("group:{}", slug(name));
    if (const auto known = with_id(id)) return *known;
    return add({.actor = {.id = id, .name = std::move(name), .kind = ActorKind::group, .country = std::string{country}, .sector = std::string{sector}},
                .many = many,
                .from_table = true});
}

ActorId Cast::place(std::string_view name, std::string_view country) {
    const auto id = fmt::format("place:{}", slug(name));
    if (const auto known = with_id(id)) return *known;
    return add({.actor = {.id = id, .name = std::string{name}, .kind = ActorKind::place, .country = std::string{country}}, .from_table = true, .guessed = country.empty()});
}

ActorId Cast::somebody(std::string_view word, ActorKind kind, Gender gender, bool many) {
    return add({.actor = {.name = std::string{word}, .kind = kind}, .gender = gender, .gender_sure = gender != Gender::unknown, .many = many, .from_table = true, .unnamed = true});
}

std::optional<ActorId> Cast::somebody_called(std::string_view word) const {
    for (auto i = size(); i > 0; --i) {
        if (m_members[i - 1].unnamed && m_members[i - 1].actor.name == word) return ActorId{i - 1};
    }
    return std::nullopt;
}

std::optional<ActorId> Cast::known(TokenRange range, Gender gender) const {
    const auto name = name_words(range);
    if (name.empty()) return std::nullopt;
    if (const auto person = same_person(name, gender)) return person;
    return same_organisation(name_words(without_legal_form(range)));
}

bool Cast::looks_like_person(TokenRange name) const {
    if (m_words.in_title_case(name.begin) || m_words.shouted(name.begin)) return false;
    if ((name.size() > 1 || stands_alone(name.begin)) && !m_given_names.find(m_words.key(name.begin)).empty()) return true;
    return holder(name_words(name), {}) != nullptr;
}

/// A name of its own as far as the tree tells: "Daisy" in "he met Daisy", not in "the Daisy chain" or "in April".
bool Cast::stands_alone(std::uint32_t token) const {
    if (m_document.head.empty() || m_document.upos[token] != Upos::propn || m_words.all_capitals(token) || m_words.dotted(token)) return false;
    if (!m_time_words.find(m_words.key(token)).empty()) return false;
    switch (universal(m_document.deprel[token])) {
    case Deprel::nsubj:
    case Deprel::obj:
    case Deprel::iobj:
    case Deprel::obl:
    case Deprel::conj:
    case Deprel::appos:
    case Deprel::vocative: return true;
    default: return m_document.deprel[token] == Deprel::nmod_poss;
    }
}

std::optional<ActorId> Cast::called(std::string_view key) const {
    for (std::uint32_t i = 0; i < size(); ++i) {
        if (std::ranges::find(m_members[i].called, key) != m_members[i].called.end()) return ActorId{i};
    }
    return std::nullopt;
}

void Cast::call(ActorId organisation, std::string_view key) { m_members[organisation.value].called.emplace_back(key); }

void Cast::take_for_person(ActorId actor) {
    auto& member = m_members[actor.value];
    member.actor.kind = ActorKind::person;
    member.actor.sector.clear();
    if (member.name.empty()) member.name = words_of(member.actor.name);
    if (member.from_table) member.actor.id.clear();
    member.from_table = false;
    member.guessed = false;
}

void Cast::note(ActorId actor, std::uint32_t token) {
    auto& member = m_members[actor.value];
    member.last_token = std::max(member.last_token, token);
    ++member.times;
}

std::vector<Actor> Cast::actors() const {
    std::vector<Actor> out;
    for (const auto& member : m_members) {
        out.push_back(member.actor);
        if (!out.back().id.empty()) continue;
        const auto& name = member.known_as.empty() ? member.actor.name : member.known_as;
        out.back().id = fmt::format("{}:{}", name_of(member.actor.kind), slug(name));
    }
    return out;
}

} // namespace dateline::actors
