// SPDX-License-Identifier: MIT
//
// Is it the same event? Sameness is judged for pairs of reports and is not transitive, so the events that come out could depend
// on the order of merging. They do not: all pairs worth a look are judged first, then joined from the surest pair to the least
// sure, ties broken by the canonical order of the reports. The result is a function of the set of reports.
//
//   1. Blocking. Two reports are compared when they share an actor and the type or the predicate, or, where no actor is known,
//      the predicate and the place. In a block reports stand in the order of time and meet only their neighbours, so the
//      number of pairs grows with the number of reports and not with its square.
//   2. Judging. Some things forbid sameness: one article tells both (an article tells an event once), the dates exclude each other, one is
//      denied and the other is not, a side or the place is another. What is left collects points for what speaks for it.
//   3. Joining. What forbids two reports to be one also forbids two groups.
//
// Cost: about 2 µs a pair.
#include "same_event.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <optional>
#include <string>
#include <tuple>
#include <unordered_map>
#include <utility>

#include <dateline/text/fold.hpp>
#include <dateline/text/hash.hpp>
#include <dateline/text/utf8.hpp>

namespace dateline {
namespace {

/// Points that speak for or against sameness; two reports are one from `enough` on.
namespace points {
constexpr double enough = 4.0;
constexpr double same_predicate = 2.0;
constexpr double same_mode = 1.5;
constexpr double same_side = 1.5;     ///< times how far the sides agree
constexpr double same_day = 1.5;      ///< both dates are stated, and to the day
constexpr double same_week = 0.75;
constexpr double same_place = 1.0;
constexpr double same_words = 4.0;    ///< times the share of the words
constexpr double told_together = 1.0; ///< published within three days of each other
constexpr double told_apart = -1.5;   ///< published more than a month apart, and no stated date holds them together
} // namespace points

/// Sides that agree less are others. An act without direction has both sides in one list: two that share one of two actors are not
/// the same meeting.
constexpr double same_enough = 0.5;
constexpr double same_enough_together = 0.6;

constexpr std::size_t neighbours = 64; ///< of one block that a report is compared with

/// Who acts on whom, as numbers of ActorRows.
struct Sides {
    std::vector<std::uint32_t> sources;
    std::vector<std::uint32_t> targets;
    bool directed = true; ///< false: a meeting, an agreement; who stands on which side means nothing

    [[nodiscard]] std::vector<std::uint32_t> together() const {
        auto all = sources;
        all.insert(all.end(), targets.begin(), targets.end());
        return all;
    }
};

/// What is compared of a report.
struct Traits {
    const EventRow* row = nullptr;
    Sides sides;
    std::vector<StringPool::Number> words; ///< of its sentences, sorted
    std::vector<std::uint32_t> articles;   ///< ids, sorted
    std::optional<Day> published;
    std::optional<Day> earliest; ///< the days on which it may fall, with room for what publication alone tells
    std::optional<Day> latest;
    bool grounded = false;
};

bool is_symmetric(EventType type) {
    using enum EventType;
    return type == agree || type == consult || type == cooperate || type == trade;
}

/// A report dated by its publication alone may be late by days: the event is told again long after it happened.
constexpr date::days publication_slack{7};

void set_dates(Traits& traits) {
    const auto& date = traits.row->date;
    traits.grounded = date.basis == Basis::stated || date.basis == Basis::relative;
    traits.earliest = date.earliest;
    traits.latest = date.latest;
    if (!traits.grounded && traits.earliest && traits.latest) *traits.earliest -= publication_slack;
}

/// The words of a sentence that carry its matter: folded, four letters or more, or a number.
template <class Use>
void for_each_word(std::string_view sentence, const Use& use) {
    const auto text = fold(sentence);
    std::string word;
    std::size_t letters = 0;
    const auto flush = [&] {
        if (letters >= 4 || (!word.empty() && word.front() >= '0' && word.front() <= '9')) use(word);
        word.clear();
        letters = 0;
    };
    for (std::size_t at = 0; at < text.size();) {
        const auto [c, length] = decode(text, at);
        if (is_letter(c) || is_digit(c)) {
            word.append(text, at, length);
            ++letters;
        } else {
            flush();
        }
        at += length;
    }
    flush();
}

template <class Number>
void sort_unique(std::vector<Number>& numbers) {
    std::ranges::sort(numbers);
    numbers.erase(std::unique(numbers.begin(), numbers.end()), numbers.end());
}

template <class Number>
void unite(std::vector<Number>& into, const std::vector<Number>& from) {
    into.insert(into.end(), from.begin(), from.end());
    sort_unique(into);
}

template <class Number>
std::size_t common(const std::vector<Number>& a, const std::vector<Number>& b) {
    std::size_t count = 0;
    for (auto i = a.begin(), j = b.begin(); i != a.end() && j != b.end();) {
        if (*i == *j) ++count;
        const auto lower = std::min(*i, *j);
        i += *i == lower;
        j += *j == lower;
    }
    return count;
}

class Judge {
public:
    Judge(const ReportTable& table, std::span<const std::uint32_t> rows) : m_table{table} {
        m_traits.reserve(rows.size());
        for (const auto row : rows) m_traits.push_back(traits_of(table.events[row]));
    }

    [[nodiscard]] const Traits& operator[](std::uint32_t report) const noexcept { return m_traits[report]; }
    [[nodiscard]] std::size_t size() const noexcept { return m_traits.size(); }

    /// How sure it is that both speak of one event, even if one denies it; nothing when they cannot.
    [[nodiscard]] std::optional<double> points_for(std::uint32_t a, std::uint32_t b) const;

    /// Whether one denies what the other reports.
    [[nodiscard]] bool opposed(std::uint32_t a, std::uint32_t b) const noexcept {
        return (m_traits[a].row->status == EventStatus::negated) != (m_traits[b].row->status == EventStatus::negated);
    }

    /// How far both know the same actors on the same sides: 1 for a side that agrees whole; nothing when they exclude each other.
    [[nodiscard]] std::optional<double> agreement(const Sides& a, const Sides& b) const;

private:
    Traits traits_of(const EventRow& row);
    [[nodiscard]] unsigned likeness(const ActorRow& a, const ActorRow& b) const;
    [[nodiscard]] double shared(const std::vector<std::uint32_t>& a, const std::vector<std::uint32_t>& b) const;
    [[nodiscard]] std::optional<double> place_points(const EventRow& a, const EventRow& b) const;
    [[nodiscard]] double time_points(const Traits& a, const Traits& b) const;

    const ReportTable& m_table;
    std::vector<Traits> m_traits;
    std::unordered_map<std::string, StringPool::Number> m_words;
};

Traits Judge::traits_of(const EventRow& row) {
    Traits traits{.row = &row};
    traits.sides.directed = !is_symmetric(row.type);
    for (const auto& [actor, role] : m_table.participants_of(row)) {
        (role == Role::target ? traits.sides.targets : traits.sides.sources).push_back(actor);
    }
    for (const auto& proof : m_table.evidence_of(row)) {
        const auto& article = m_table.articles[proof.article];
        traits.articles.push_back(article.id);
        const auto day = m_table.published(article);
        if (day && (!traits.published || *day < *traits.published)) traits.published = day;
        for_each_word(m_table.strings[proof.text], [&](const std::string& word) {
            traits.words.push_back(m_words.try_emplace(word, static_cast<StringPool::Number>(m_words.size())).first->second);
        });
    }
    sort_unique(traits.articles);
    sort_unique(traits.words);
    set_dates(traits);
    return traits;
}

/// In tenths (sums of whole numbers do not depend on their order): 10 for the same actor; less for one who may stand for the other
/// ("Washington", the Secretary of State); 0 for others.
unsigned Judge::likeness(const ActorRow& a, const ActorRow& b) const {
    if (a.id == b.id || (a.wikidata != StringPool::empty && a.wikidata == b.wikidata)) return 10;
    if (a.country == StringPool::empty || a.country != b.country || a.kind == b.kind) return 0;
    if (a.office != StringPool::empty && a.office == b.office) return 9;
    const auto stands_for_state = [](ActorKind kind) { return kind == ActorKind::country || kind == ActorKind::office; };
    return stands_for_state(a.kind) || stands_for_state(b.kind) ? 6 : 0;
}

/// The share of the fewer that is found among the more, both not empty.
double Judge::shared(const std::vector<std::uint32_t>& a, const std::vector<std::uint32_t>& b) const {
    const auto& fewer = a.size() <= b.size() ? a : b;
    const auto& more = a.size() <= b.size() ? b : a;
    unsigned tenths = 0;
    for (const auto one : fewer) {
        unsigned best = 0;
        for (const auto other : more) best = std::max(best, likeness(m_table.actors[one], m_table.actors[other]));
        tenths += best;
    }
    return tenths / (10.0 * static_cast<double>(fewer.size()));
}

std::optional<double> Judge::agreement(const Sides& a, const Sides& b) const {
    if (!a.directed || !b.directed) {
        const auto all = a.together();
        const auto others = b.together();
        if (all.empty() || others.empty()) return 0;
        const auto share = shared(all, others);
        if (share < same_enough_together) return std::nullopt;
        return share * static_cast<double>(std::min({all.size(), others.size(), std::size_t{2}}));
    }
    double sum = 0;
    for (const auto side : {&Sides::sources, &Sides::targets}) {
        if ((a.*side).empty() || (b.*side).empty()) continue;
        const auto share = shared(a.*side, b.*side);
        if (share < same_enough) return std::nullopt;
        sum += share;
    }
    return sum;
}

std::optional<double> Judge::place_points(const EventRow& a, const EventRow& b) const {
    if (a.place == EventRow::no_place || b.place == EventRow::no_place) return 0;
    const auto& here = m_table.places[a.place];
    const auto& there = m_table.places[b.place];
    if (here.name == there.name) return points::same_place;
    if (here.country != StringPool::empty && there.country != StringPool::empty && here.country != there.country) return std::nullopt;
    return 0;
}

double Judge::time_points(const Traits& a, const Traits& b) const {
    if (a.grounded && b.grounded && a.earliest && a.latest && b.earliest && b.latest) {
        const auto span = std::max(*a.latest, *b.latest) - std::min(*a.earliest, *b.earliest);
        if (span <= date::days{1}) return points::same_day;
        return span <= date::days{7} ? points::same_week : 0;
    }
    if (!a.published || !b.published) return 0;
    const auto apart = date::abs(*a.published - *b.published);
    if (apart <= date::days{3}) return points::told_together;
    return apart > date::days{31} ? points::told_apart : 0;
}

bool exclude(std::optional<Day> latest, std::optional<Day> earliest) { return latest && earliest && *latest < *earliest; }

std::optional<double> Judge::points_for(std::uint32_t a, std::uint32_t b) const {
    const auto& one = m_traits[a];
    const auto& two = m_traits[b];
    if (exclude(one.latest, two.earliest) || exclude(two.latest, one.earliest)) return std::nullopt;
    if (!opposed(a, b) && common(one.articles, two.articles) != 0) return std::nullopt;
    auto sum = place_points(*one.row, *two.row);
    if (!sum) return std::nullopt;
    const auto sides = agreement(one.sides, two.sides);
    if (!sides) return std::nullopt;
    *sum += points::same_side * *sides;
    if (one.row->predicate == two.row->predicate) *sum += points::same_predicate;
    else if (one.row->mode != StringPool::empty && one.row->mode == two.row->mode) *sum += points::same_mode;
    *sum += time_points(one, two);
    const auto words = std::min(one.words.size(), two.words.size());
    if (words > 0) *sum += points::same_words * static_cast<double>(common(one.words, two.words)) / static_cast<double>(words);
    return sum;
}

struct Candidate {
    double points;
    std::uint32_t a, b; ///< a < b
};

/// Step 1: the pairs worth judging, each once, by (a, b).
std::vector<std::pair<std::uint32_t, std::uint32_t>> block(const ReportTable& table, const Judge& judge) {
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
        const auto predicate = stable_hash(table.strings[row.predicate]);
        const auto type = static_cast<std::uint64_t>(row.type) + 1;
        const auto enter = [&](std::string_view what, std::uint64_t how) { entries.push_back({mix(stable_hash(what) ^ mix(how)), when, report}); };
        for (const auto& [number, role] : table.participants_of(row)) {
            const auto& actor = table.actors[number];
            enter(table.strings[actor.id], predicate);
            enter(table.strings[actor.id], type);
            if (actor.country != StringPool::empty) enter("side:" + table.strings.str(actor.country), predicate);
        }
        if (row.participants.size == 0) enter(row.place == EventRow::no_place ? "" : table.strings[table.places[row.place].name], predicate);
    }
    std::ranges::sort(entries);
    std::vector<std::pair<std::uint32_t, std::uint32_t>> pairs;
    for (std::size_t i = 0; i < entries.size(); ++i) {
        const auto end = std::min(entries.size(), i + 1 + neighbours);
        for (auto j = i + 1; j < end && entries[j].key == entries[i].key; ++j) {
            if (entries[i].report != entries[j].report) pairs.push_back(std::minmax(entries[i].report, entries[j].report));
        }
    }
    sort_unique(pairs);
    return pairs;
}

/// Groups of reports, growing. What a group is known by must not contradict what another is known by when they become one.
class Groups {
public:
    explicit Groups(const Judge& judge) : m_judge{judge}, m_parent(judge.size()), m_facts(judge.size()) {
        std::iota(m_parent.begin(), m_parent.end(), 0U);
        for (std::uint32_t i = 0; i < judge.size(); ++i) {
            const auto& traits = judge[i];
            m_facts[i] = {traits.sides, traits.articles, traits.earliest, traits.latest};
        }
    }

    [[nodiscard]] std::uint32_t root(std::uint32_t i) {
        while (m_parent[i] != i) i = m_parent[i] = m_parent[m_parent[i]];
        return i;
    }

    void join(std::uint32_t a, std::uint32_t b) {
        a = root(a);
        b = root(b);
        if (a == b || contradict(m_facts[a], m_facts[b])) return;
        if (b < a) std::swap(a, b);
        m_parent[b] = a;
        absorb(m_facts[a], m_facts[b]);
        m_facts[b] = {};
    }

private:
    struct Facts {
        Sides sides;
        std::vector<std::uint32_t> articles; ///< sorted
        std::optional<Day> earliest, latest; ///< what all members leave possible
    };

    [[nodiscard]] bool contradict(const Facts& a, const Facts& b) const {
        if (exclude(a.latest, b.earliest) || exclude(b.latest, a.earliest)) return true;
        if (common(a.articles, b.articles) != 0) return true;
        return !m_judge.agreement(a.sides, b.sides);
    }

    static void absorb(Facts& into, const Facts& from) {
        unite(into.sides.sources, from.sides.sources);
        unite(into.sides.targets, from.sides.targets);
        unite(into.articles, from.articles);
        into.sides.directed &= from.sides.directed;
        if (from.earliest && (!into.earliest || *from.earliest > *into.earliest)) into.earliest = from.earliest;
        if (from.latest && (!into.latest || *from.latest < *into.latest)) into.latest = from.latest;
    }

    const Judge& m_judge;
    std::vector<std::uint32_t> m_parent;
    std::vector<Facts> m_facts;
};

} // namespace

SameEvents same_events(const ReportTable& table, std::span<const std::uint32_t> rows) {
    const Judge judge{table, rows};
    SameEvents same;
    std::vector<Candidate> candidates;
    for (const auto& [a, b] : block(table, judge)) {
        const auto points = judge.points_for(a, b);
        if (!points || *points < points::enough) continue;
        if (judge.opposed(a, b)) same.contradictions.emplace_back(a, b);
        else candidates.push_back({*points, a, b});
    }
    std::ranges::sort(candidates, [](const Candidate& x, const Candidate& y) {
        return std::tuple{-x.points, x.a, x.b} < std::tuple{-y.points, y.a, y.b};
    });
    Groups groups{judge};
    for (const auto& [points, a, b] : candidates) groups.join(a, b);
    same.first.resize(rows.size());
    for (std::uint32_t i = 0; i < rows.size(); ++i) same.first[i] = groups.root(i);
    return same;
}

} // namespace dateline
