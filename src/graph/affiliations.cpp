// SPDX-License-Identifier: MIT
//
// Reports say of an actor what its article knew: "Marco Rubio, secretary of state, USA". Such words have the day of the article, and
// that day chooses the tenure in our table of office holders, which knows when it began and ended; where it knows none, the first and
// last such article are all that is known.
#include "affiliations.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>
#include <utility>

#include <dateline/knowledge/table.hpp>
#include <dateline/text/fold.hpp>

namespace dateline {
namespace {

constexpr std::string_view country_prefix = "country:";
constexpr std::string_view organisation_prefix = "organisation:";
constexpr std::string_view person_prefix = "person:";

std::string prefixed(std::string_view prefix, std::string_view id) { return std::string{prefix}.append(id); }

/// What offices and holders are of: ISO 3166-1 alpha-3, or the id of an organisation.
std::string whole_id(std::string_view of) {
    const bool country = of.size() == 3 && std::ranges::all_of(of, [](char c) { return c >= 'A' && c <= 'Z'; });
    return prefixed(country ? country_prefix : organisation_prefix, of);
}

/// The whole of an actor that is no person in office; empty: none is known. An office says in its id whose it is.
std::string whole_of(const Actor& actor) {
    if (actor.kind == ActorKind::country) return {};
    if (const auto at = actor.id.rfind('@'); actor.kind == ActorKind::office && at != std::string::npos) return whole_id(std::string_view{actor.id}.substr(at + 1));
    return actor.country.empty() ? std::string{} : prefixed(country_prefix, actor.country);
}

/// Tenures of persons, from office_holders.tsv.
class Holders {
public:
    struct Tenure {
        std::string office;
        std::string of;
        std::optional<Day> from, until;
    };

    /// All of the person in that office, whatever another country calls it; of that country, where one is given.
    [[nodiscard]] std::vector<Tenure> tenures(std::string_view person, std::string_view office, std::string_view country) const {
        std::vector<Tenure> found;
        if (!person.starts_with(person_prefix)) return found;
        std::string name{person.substr(person_prefix.size())};
        std::ranges::replace(name, '-', ' ');
        const auto held = lower(office);
        for (const auto row : m_holders.find(name)) {
            const auto of = m_holders.cell(row, m_of);
            if (common(m_holders.cell(row, m_office)) != common(held) || (!country.empty() && of != country)) continue;
            found.push_back({std::string{m_holders.cell(row, m_office)}, std::string{of}, parse_day(m_holders.cell(row, m_from)), parse_day(m_holders.cell(row, m_until))});
        }
        return found;
    }

private:
    [[nodiscard]] std::string_view common(std::string_view office) const {
        const auto rows = m_classes.find(office);
        return rows.empty() ? office : m_classes.cell(rows.front(), 1);
    }

    Table m_holders = Knowledge::built_in().table("office_holders");
    Table m_classes = Knowledge::built_in().table("office_classes");
    std::uint32_t m_office = m_holders.column("office");
    std::uint32_t m_of = m_holders.column("of");
    std::uint32_t m_from = m_holders.column("from");
    std::uint32_t m_until = m_holders.column("until");
};

bool in_office(const Holders::Tenure& tenure, Day day) { return (!tenure.from || *tenure.from <= day) && (!tenure.until || day < *tenure.until); }

/// Affiliations by the ids of their ends, each once.
class Roll {
public:
    using Key = std::tuple<std::string, std::string, Affiliation::Kind, std::string, std::optional<Day>, std::optional<Day>>;

    void add(const std::string& member, const std::string& whole, const Affiliation& what) {
        auto& known = m_all.try_emplace({member, whole, what.kind, what.office, what.from, what.until}, what).first->second;
        if (what.first && (!known.first || *what.first < *known.first)) known.first = what.first;
        if (what.last && (!known.last || *what.last > *known.last)) known.last = what.last;
    }

    [[nodiscard]] bool serves(const std::string& member, const std::string& whole) const {
        const auto next = m_all.lower_bound({member, whole, Affiliation::Kind::tenure, {}, {}, {}});
        return next != m_all.end() && std::get<0>(next->first) == member && std::get<1>(next->first) == whole;
    }

    [[nodiscard]] const std::map<Key, Affiliation>& all() const noexcept { return m_all; }

private:
    std::map<Key, Affiliation> m_all;
};

/// The days on which articles describe persons as holders of an office; by number of an ActorRow. Without a day: an empty set.
std::map<std::uint32_t, std::set<Day>> days_in_office(const ReportTable& table) {
    std::map<std::uint32_t, std::set<Day>> days;
    for (const auto& row : table.events) {
        for (const auto& [number, role] : table.participants_of(row)) {
            const auto& actor = table.actors[number];
            if (actor.kind != ActorKind::person || actor.office == StringPool::empty) continue;
            auto& told = days[number];
            for (const auto& proof : table.evidence_of(row)) {
                if (const auto day = table.published(table.articles[proof.article])) told.insert(*day);
            }
        }
    }
    return days;
}

void add_tenures(const ReportTable& table, Roll& roll) {
    const Holders holders;
    for (const auto& [number, days] : days_in_office(table)) {
        const auto person = table.actor(number);
        const auto tenures = holders.tenures(person.id, person.office, person.country);
        const auto attest = [&](std::optional<Day> day) {
            const auto known = day ? std::ranges::find_if(tenures, [&](const auto& tenure) { return in_office(tenure, *day); }) : tenures.end();
            if (known != tenures.end()) {
                roll.add(person.id, whole_id(known->of),
                         {.kind = Affiliation::Kind::tenure, .office = known->office, .from = known->from, .until = known->until, .first = day, .last = day});
            } else if (!person.country.empty()) {
                roll.add(person.id, whole_id(person.country), {.kind = Affiliation::Kind::tenure, .office = person.office, .first = day, .last = day});
            }
        };
        for (const auto day : days) attest(day);
        if (days.empty()) attest(std::nullopt);
    }
}

Actor organisation_named(std::string_view name) {
    Actor organisation{.id = prefixed(organisation_prefix, name), .name = std::string{name}, .kind = ActorKind::organisation};
    const auto known = Knowledge::built_in().table("organisations");
    const auto column = known.column("id");
    for (std::uint32_t row = 0; row < known.rows(); ++row) {
        if (known.cell(row, column) != name) continue;
        organisation.name = known.cell(row, known.column("name"));
        organisation.country = known.cell(row, known.column("country"));
        break;
    }
    return organisation;
}

std::uint32_t place_of(std::string_view id, const std::vector<Actor>& actors) {
    return static_cast<std::uint32_t>(std::ranges::lower_bound(actors, id, {}, &Actor::id) - actors.begin());
}

/// Adds the wholes that are no actors yet.
void complete(std::vector<Actor>& actors, const Roll& roll) {
    std::set<std::string_view> missing;
    for (const auto& [key, what] : roll.all()) {
        const std::string_view whole = std::get<1>(key);
        const auto place = place_of(whole, actors);
        if (place == actors.size() || actors[place].id != whole) missing.insert(whole);
    }
    for (const auto id : missing) {
        const bool country = id.starts_with(country_prefix);
        actors.push_back(country ? country_named(id.substr(country_prefix.size())) : organisation_named(id.substr(organisation_prefix.size())));
    }
    std::ranges::sort(actors, {}, &Actor::id);
}

void add_parts(const std::vector<Actor>& actors, Roll& roll) {
    for (const auto& actor : actors) {
        const auto whole = whole_of(actor);
        if (!whole.empty() && whole != actor.id && !roll.serves(actor.id, whole)) roll.add(actor.id, whole, {.kind = Affiliation::Kind::part_of});
    }
}

} // namespace

std::string_view name_of(Affiliation::Kind kind) noexcept { return kind == Affiliation::Kind::tenure ? "tenure" : "part of"; }

std::optional<Affiliation::Kind> parse_affiliation_kind(std::string_view name) noexcept {
    for (const auto kind : {Affiliation::Kind::part_of, Affiliation::Kind::tenure}) {
        if (name == name_of(kind)) return kind;
    }
    return std::nullopt;
}

std::vector<Affiliation> find_affiliations(const ReportTable& table, std::vector<Actor>& actors) {
    Roll roll;
    add_tenures(table, roll);
    complete(actors, roll); // organisations, which may be parts themselves
    add_parts(actors, roll);
    complete(actors, roll);
    std::vector<Affiliation> all;
    for (const auto& [key, what] : roll.all()) {
        auto& affiliation = all.emplace_back(what);
        affiliation.member = {place_of(std::get<0>(key), actors)};
        affiliation.whole = {place_of(std::get<1>(key), actors)};
    }
    return all;
}

Actor country_named(std::string_view iso3) {
    const auto countries = Knowledge::built_in().table("countries");
    const auto found = countries.find(iso3);
    const auto name = found.empty() ? iso3 : countries.cell(found.front(), countries.column("name"));
    return {.id = prefixed(country_prefix, iso3), .name = std::string{name}, .kind = ActorKind::country, .country = std::string{iso3}};
}

} // namespace dateline
