// SPDX-License-Identifier: MIT
//
// Is it the same event? Sameness is judged for pairs of reports and is not transitive, so the events that come out could depend
// on the order of merging. They do not: all pairs worth a look are judged first, then joined from the surest pair to the least
// sure, ties broken by the canonical order of the reports. The result is a function of the set of reports.
//
//   1. Blocking. Two reports are compared when they share an act ("die", "was killed") or a type, and an actor, a country, a place or
//      one of the words that tell most about their articles. In a block reports stand in the order of time and meet only their
//      neighbours, so the number of pairs grows with the number of reports and not with its square.
//   2. Judging. Some things forbid sameness: the dates exclude each other, a side or the place is another. What is left collects
//      points for what speaks for it and against it, first of all whether the two articles tell the same story.
//   3. Joining. Two groups become one when nothing that is known of one forbids the other, and their members agree on the average:
//      a chain of likely pairs does not make its ends the same.
//
// Cost: about 1 µs a pair.
#include "same_event.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <optional>
#include <string>
#include <tuple>
#include <unordered_map>
#include <utility>

#include <dateline/knowledge/table.hpp>
#include <dateline/text/hash.hpp>

#include "sides.hpp"
#include "wording.hpp"

namespace dateline {
namespace {

/// Points that speak for or against sameness.
namespace points {
constexpr double same_act = 3.0;
constexpr double same_type = 0.5;  ///< of another act
constexpr double other_type = -1.0;
constexpr double same_mode = 1.0;  ///< of another act
constexpr double same_side = 1.0;  ///< for each side that agrees whole
constexpr double same_words = 1.0; ///< times the likeness of the sentences
constexpr double story = 2.0;      ///< for twice `usual_likeness` of the articles, taken off for half of it
constexpr double least_story = -4.0;
constexpr double most_story = 2.0;
constexpr double same_article = 0.0; ///< instead of the story: an article seldom tells an event as two
constexpr double same_place = 0.5;
constexpr double other_place = -1.0; ///< which may yet lie in the one named by the other report
constexpr double same_day = 1.0;      ///< both dates are stated, and to the day
constexpr double told_apart = -1.0;   ///< published more than a week apart, and no stated date holds them together
constexpr double told_far_apart = -3.0; ///< the same for a month
constexpr double unlike = -3.0;       ///< of a pair that cannot be one, in an average
} // namespace points

constexpr double usual_likeness = 0.08; ///< of two articles, from which on they are held to tell one story

constexpr std::size_t neighbours = 64;  ///< of one block that a report is compared with
constexpr std::size_t spokesmen = 8;    ///< members of a group that are asked whether another group is the same
constexpr std::size_t telling_words = 10; ///< of an article, for blocking

/// What is compared of a report.
struct Traits {
    const EventRow* row = nullptr;
    std::uint64_t act = 0; ///< equal for words that tell the same kind of act
    bool once = false;     ///< an act that befalls a person once
    Sides sides;
    Wording wording;          ///< of its sentences
    std::uint32_t story = 0;  ///< number of its (first) article
    std::optional<Day> published;
    std::optional<Day> earliest; ///< the days on which it may fall, with room for what publication alone tells
    std::optional<Day> latest;
    bool grounded = false;
};

/// A report dated by its publication alone may be late by days: the event is told again long after it happened.
constexpr date::days publication_slack{7};

void set_dates(Traits& traits) {
    const auto& date = traits.row->date;
    traits.grounded = date.basis == Basis::stated || date.basis == Basis::relative;
    traits.earliest = date.earliest;
    traits.latest = date.latest;
    if (!traits.grounded && traits.earliest && traits.latest) *traits.earliest -= publication_slack;
}

/// The kind of act that a predicate tells in an event of this type; by itself where no table knows it.
std::string_view act_of(std::string_view predicate, EventType type) {
    static const auto table = Knowledge::built_in().table("kindred_acts");
    static const auto type_column = table.column("type");
    static const auto act_column = table.column("act");
    auto act = predicate;
    for (const auto row : table.find(predicate)) {
        const auto only = table.cell(row, type_column);
        if (only == name_of(type)) return table.cell(row, act_column);
        if (only == "-") act = table.cell(row, act_column);
    }
    return act;
}

bool happens_once(std::string_view act) {
    static const auto table = Knowledge::built_in().table("acts_once");
    return !table.find(act).empty();
}

/// A meeting or an agreement has no direction, whichever side the sentence puts first; a visit has.
bool has_direction(EventType type, std::string_view act) {
    using enum EventType;
    return (type != agree && type != consult && type != cooperate && type != trade) || act == "visit";
}

/// All reports with what is compared of them, and the pairwise verdict.
class Judge {
public:
    Judge(const ReportTable& table, std::span<const std::uint32_t> rows);

    [[nodiscard]] const Traits& operator[](std::uint32_t report) const noexcept { return m_traits[report]; }
    [[nodiscard]] std::size_t size() const noexcept { return m_traits.size(); }
    [[nodiscard]] const Acquaintance& acquaintance() const noexcept { return m_acquaintance; }
    [[nodiscard]] std::vector<WordNumber> telling(std::uint32_t report) const {
        return m_stories[m_traits[report].story].telling(telling_words, m_vocabulary);
    }

    /// How sure it is that both speak of one event, even if one denies it; nothing when they cannot.
    [[nodiscard]] std::optional<Sameness> weigh(std::uint32_t a, std::uint32_t b) const;

    /// Whether one denies what the other reports.
    [[nodiscard]] bool opposed(std::uint32_t a, std::uint32_t b) const noexcept {
        return (m_traits[a].row->status == EventStatus::negated) != (m_traits[b].row->status == EventStatus::negated);
    }

    /// Whether `later` puts off what `earlier` tells: the same act of the same sides planned for another time, told before the first.
    [[nodiscard]] bool postpones(std::uint32_t later, std::uint32_t earlier) const;

private:
    [[nodiscard]] bool once_to_one(const Traits& a, const Traits& b) const;
    [[nodiscard]] std::optional<double> place_points(const EventRow& a, const EventRow& b) const;
    [[nodiscard]] double story_points(const Traits& a, const Traits& b) const;

    const ReportTable& m_table;
    Acquaintance m_acquaintance;
    Vocabulary m_vocabulary;
    std::vector<Traits> m_traits;
    std::vector<Wording> m_stories; ///< what each article reports, all in all
};

Judge::Judge(const ReportTable& table, std::span<const std::uint32_t> rows) : m_table{table}, m_acquaintance{table} {
    std::vector<std::vector<WordNumber>> sentences(rows.size());
    std::vector<std::vector<WordNumber>> articles;
    std::unordered_map<StringPool::Number, std::uint32_t> story_of;
    const auto unite = [](std::vector<WordNumber>& into, std::span<const WordNumber> from) {
        into.insert(into.end(), from.begin(), from.end());
        std::ranges::sort(into);
        into.erase(std::unique(into.begin(), into.end()), into.end());
    };
    for (const auto number : rows) {
        const auto& row = table.events[number];
        auto& sentence = sentences[m_traits.size()];
        auto& traits = m_traits.emplace_back();
        traits.row = &row;
        const auto act = act_of(table.strings[row.predicate], row.type);
        traits.act = stable_hash(act);
        traits.once = happens_once(act);
        traits.sides = m_acquaintance.sides_of(row, has_direction(row.type, act));
        set_dates(traits);
        const auto proofs = table.evidence_of(row);
        for (const auto& proof : proofs) {
            const auto day = table.published(table.articles[proof.article]);
            if (day && (!traits.published || *day < *traits.published)) traits.published = day;
            unite(sentence, m_vocabulary.words_of(table.strings[proof.text]));
        }
        const auto article = proofs.empty() ? StringPool::empty : table.articles[proofs.front().article].id;
        traits.story = story_of.try_emplace(article, static_cast<std::uint32_t>(articles.size())).first->second;
        if (traits.story == articles.size()) articles.emplace_back();
        unite(articles[traits.story], sentence);
    }
    for (const auto& words : articles) m_vocabulary.count(words);
    m_stories.reserve(articles.size());
    for (const auto& words : articles) m_stories.emplace_back(words, m_vocabulary);
    for (std::size_t i = 0; i < sentences.size(); ++i) m_traits[i].wording = Wording{sentences[i], m_vocabulary};
}

/// What happens to a person once is the same whenever it is said to have happened. Who suffers it is the target, or the only side.
bool Judge::once_to_one(const Traits& a, const Traits& b) const {
    const auto sufferers = [](const Sides& sides) -> const auto& { return sides.targets.empty() ? sides.sources : sides.targets; };
    return a.once && a.act == b.act && m_acquaintance.share_person(sufferers(a.sides), sufferers(b.sides));
}

std::optional<double> Judge::place_points(const EventRow& a, const EventRow& b) const {
    if (a.place == EventRow::no_place || b.place == EventRow::no_place) return 0;
    const auto& here = m_table.places[a.place];
    const auto& there = m_table.places[b.place];
    if (here.name == there.name) return points::same_place;
    const bool countries_known = here.country != StringPool::empty && there.country != StringPool::empty;
    if (countries_known && here.country != there.country) return std::nullopt;
    const bool nobody_known = a.participants.size == 0 && b.participants.size == 0; // then the place is what tells events apart
    if (nobody_known && !countries_known) return std::nullopt;
    return points::other_place;
}

double Judge::story_points(const Traits& a, const Traits& b) const {
    if (a.story == b.story) return points::same_article;
    const auto likeness = m_stories[a.story].likeness(m_stories[b.story]);
    return std::clamp(points::story * std::log2(std::max(likeness, 1e-6) / usual_likeness), points::least_story, points::most_story);
}

double act_points(const Traits& a, const Traits& b) {
    if (a.act == b.act) return points::same_act;
    const bool same_mode = a.row->mode != StringPool::empty && a.row->mode == b.row->mode;
    return (same_mode ? points::same_mode : 0) + (a.row->type == b.row->type ? points::same_type : points::other_type);
}

double time_points(const Traits& a, const Traits& b) {
    if (a.grounded && b.grounded && a.earliest && a.latest && b.earliest && b.latest) {
        const auto span = std::max(*a.latest, *b.latest) - std::min(*a.earliest, *b.earliest);
        return span <= date::days{1} ? points::same_day : 0;
    }
    if (!a.published || !b.published) return 0;
    const auto apart = date::abs(*a.published - *b.published);
    return apart > date::days{31} ? points::told_far_apart : apart > date::days{7} ? points::told_apart : 0;
}

bool exclude(std::optional<Day> latest, std::optional<Day> earliest) { return latest && earliest && *latest < *earliest; }

std::optional<Sameness> Judge::weigh(std::uint32_t a, std::uint32_t b) const {
    const auto& one = m_traits[a];
    const auto& two = m_traits[b];
    const bool other_days = exclude(one.latest, two.earliest) || exclude(two.latest, one.earliest);
    if (other_days && !once_to_one(one, two)) return std::nullopt;
    const auto place = place_points(*one.row, *two.row);
    const auto sides = m_acquaintance.agreement(one.sides, two.sides);
    if (!place || !sides) return std::nullopt;
    return Sameness{.act = act_points(one, two),
                    .sides = points::same_side * *sides,
                    .story = story_points(one, two),
                    .words = points::same_words * one.wording.likeness(two.wording),
                    .time = time_points(one, two),
                    .place = *place};
}

bool Judge::postpones(std::uint32_t later, std::uint32_t earlier) const {
    const auto& one = m_traits[earlier];
    const auto& two = m_traits[later];
    if (one.row->status != EventStatus::planned || two.row->status != EventStatus::planned) return false;
    if (one.act != two.act || !one.grounded || !two.grounded || !exclude(one.latest, two.earliest)) return false;
    if (!one.published || !two.published || *two.published < *one.published || *two.published > *one.latest) return false;
    return m_acquaintance.agreement(one.sides, two.sides).value_or(0) >= 1;
}

/// Two reports, the smaller first, as one number: millions of them are sorted.
std::uint64_t packed(std::uint32_t a, std::uint32_t b) noexcept { return std::uint64_t{std::min(a, b)} << 32U | std::max(a, b); }
std::pair<std::uint32_t, std::uint32_t> unpacked(std::uint64_t pair) noexcept {
    return {static_cast<std::uint32_t>(pair >> 32U), static_cast<std::uint32_t>(pair)};
}

/// Step 1: the pairs worth judging, each once, by (a, b); packed.
std::vector<std::uint64_t> block(const ReportTable& table, const Judge& judge) {
    struct Entry {
        std::uint64_t key;
        Day when;
        std::uint32_t report;
        auto operator<=>(const Entry&) const = default;
    };
    std::vector<Entry> entries;
    for (std::uint32_t report = 0; report < judge.size(); ++report) {
        const auto& traits = judge[report];
        const auto& row = *traits.row;
        const auto when = traits.latest.value_or(traits.earliest.value_or(traits.published.value_or(Day{})));
        const auto type = static_cast<std::uint64_t>(row.type) + 1;
        const auto enter = [&](std::uint64_t what, std::uint64_t how) { entries.push_back({mix(what ^ mix(how)), when, report}); };
        for (const auto& [number, role] : table.participants_of(row)) {
            const auto& actor = table.actors[number];
            const auto id = stable_hash(table.strings[actor.id]);
            enter(id, traits.act);
            enter(id, type);
            if (actor.country != StringPool::empty) enter(stable_hash(table.strings[actor.country]), traits.act);
        }
        if (row.participants.size == 0) enter(row.place == EventRow::no_place ? 0 : stable_hash(table.strings[table.places[row.place].name]), traits.act);
        for (const auto word : judge.telling(report)) {
            enter(mix(word + 1), traits.act);
            enter(mix(word + 1), type);
        }
    }
    std::ranges::sort(entries);
    std::vector<std::uint64_t> pairs;
    for (std::size_t i = 0; i < entries.size(); ++i) {
        const auto end = std::min(entries.size(), i + 1 + neighbours);
        for (auto j = i + 1; j < end && entries[j].key == entries[i].key; ++j) {
            if (entries[i].report != entries[j].report) pairs.push_back(packed(entries[i].report, entries[j].report));
        }
    }
    std::ranges::sort(pairs);
    pairs.erase(std::unique(pairs.begin(), pairs.end()), pairs.end());
    return pairs;
}

/// Step 3: groups of reports, growing.
class Groups {
public:
    explicit Groups(const Judge& judge) : m_judge{judge}, m_parent(judge.size()), m_facts(judge.size()) {
        std::iota(m_parent.begin(), m_parent.end(), 0U);
        for (std::uint32_t i = 0; i < judge.size(); ++i) m_facts[i] = {judge[i].sides, judge[i].earliest, judge[i].latest, judge[i].once, {i}};
    }

    [[nodiscard]] std::uint32_t root(std::uint32_t i) {
        while (m_parent[i] != i) i = m_parent[i] = m_parent[m_parent[i]];
        return i;
    }

    void join(std::uint32_t a, std::uint32_t b) {
        a = root(a);
        b = root(b);
        if (a == b || contradict(m_facts[a], m_facts[b]) || !agree(m_facts[a], m_facts[b])) return;
        if (b < a) std::swap(a, b);
        m_parent[b] = a;
        absorb(m_facts[a], m_facts[b]);
        m_facts[b] = {};
    }

private:
    /// What a group is known by.
    struct Facts {
        Sides sides;
        std::optional<Day> earliest, latest;  ///< what all members leave possible
        bool once = false;                    ///< all tell what happens once: members judge the days in their average
        std::vector<std::uint32_t> spokesmen; ///< its first members
    };

    [[nodiscard]] bool contradict(const Facts& a, const Facts& b) const {
        const bool other_days = exclude(a.latest, b.earliest) || exclude(b.latest, a.earliest);
        if (other_days && !(a.once && b.once)) return true;
        return !m_judge.acquaintance().agreement(a.sides, b.sides);
    }

    [[nodiscard]] bool agree(const Facts& a, const Facts& b) const {
        double sum = 0;
        for (const auto one : a.spokesmen) {
            for (const auto other : b.spokesmen) {
                const auto points = m_judge.weigh(one, other);
                sum += points ? points->sum() : points::unlike;
            }
        }
        return sum >= enough_for_sameness * static_cast<double>(a.spokesmen.size() * b.spokesmen.size());
    }

    static void absorb(Facts& into, const Facts& from) {
        into.sides.add(from.sides);
        into.once = into.once && from.once;
        if (from.earliest && (!into.earliest || *from.earliest > *into.earliest)) into.earliest = from.earliest;
        if (from.latest && (!into.latest || *from.latest < *into.latest)) into.latest = from.latest;
        const auto room = std::min(spokesmen - into.spokesmen.size(), from.spokesmen.size());
        into.spokesmen.insert(into.spokesmen.end(), from.spokesmen.begin(), from.spokesmen.begin() + static_cast<std::ptrdiff_t>(room));
    }

    const Judge& m_judge;
    std::vector<std::uint32_t> m_parent;
    std::vector<Facts> m_facts;
};

struct Candidate {
    double points;
    std::uint32_t a, b; ///< a < b
};

/// Of each report but the first of its event. `candidates`: the surest first; every report that was joined to others is in one with them.
std::vector<Grounds> grounds_of(const Judge& judge, Groups& groups, const std::vector<Candidate>& candidates) {
    constexpr auto nobody = 0xFFFF'FFFFU;
    std::vector<std::uint32_t> surest(judge.size(), nobody);
    for (const auto& [points, a, b] : candidates) {
        if (groups.root(a) != groups.root(b)) continue;
        if (surest[a] == nobody) surest[a] = b;
        if (surest[b] == nobody) surest[b] = a;
    }
    std::vector<Grounds> grounds;
    for (std::uint32_t report = 0; report < surest.size(); ++report) {
        if (groups.root(report) == report || surest[report] == nobody) continue;
        grounds.push_back({report, surest[report], judge.weigh(report, surest[report]).value_or(Sameness{})});
    }
    return grounds;
}

} // namespace

SameEvents same_events(const ReportTable& table, std::span<const std::uint32_t> rows) {
    const Judge judge{table, rows};
    SameEvents same;
    std::vector<Candidate> candidates;
    for (const auto pair : block(table, judge)) {
        const auto [a, b] = unpacked(pair);
        for (const auto& [later, earlier] : {std::pair{a, b}, std::pair{b, a}}) {
            if (judge.postpones(later, earlier)) same.postponed.push_back(earlier);
        }
        const auto points = judge.weigh(a, b);
        if (!points || points->sum() < enough_for_sameness) continue;
        if (judge.opposed(a, b)) same.contradictions.emplace_back(a, b);
        else candidates.push_back({points->sum(), a, b});
    }
    std::ranges::sort(candidates, [](const Candidate& x, const Candidate& y) {
        return std::tuple{-x.points, x.a, x.b} < std::tuple{-y.points, y.a, y.b};
    });
    Groups groups{judge};
    for (const auto& [points, a, b] : candidates) groups.join(a, b);
    same.first.resize(rows.size());
    for (std::uint32_t i = 0; i < rows.size(); ++i) same.first[i] = groups.root(i);
    same.grounds = grounds_of(judge, groups, candidates);
    return same;
}

} // namespace dateline
