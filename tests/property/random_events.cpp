// SPDX-License-Identifier: MIT
#include "random_events.hpp"

#include <array>
#include <random>
#include <string>

#include <fmt/format.h>

namespace dateline::test {
namespace {

struct Act {
    EventType type;
    const char* predicate;
    const char* mode;
};
constexpr std::array<Act, 5> acts{{{EventType::consult, "visit", "visit"},
                                   {EventType::consult, "meet", "meet"},
                                   {EventType::assault, "attack", ""},
                                   {EventType::accuse, "blame", ""},
                                   {EventType::trade, "sign", ""}}};
constexpr std::array countries{"KAZ", "USA", "RUS", "FRA"};
constexpr std::array publishers{"", "Herald", "Courier", "Gazette", "Agency \"X\"\\"};

class World {
public:
    explicit World(std::uint32_t seed) : m_random{seed} {}

    Event event(std::size_t number) {
        const auto& act = acts[below(acts.size())];
        const auto article = below(40);
        Event event{.id = fmt::format("e{}", number), .type = act.type, .mode = act.mode, .predicate = act.predicate};
        if (below(10) == 0) event.id = fmt::format("e{}", below(number + 1)); // an id may be told twice
        event.status = static_cast<EventStatus>(below(5));
        event.date = date(m_start + date::days{static_cast<int>(article % 20)});
        for (auto left = below(4); left > 0; --left) event.actors.push_back({actor(), static_cast<Role>(below(3))});
        if (below(3) == 0) event.location = Place{.name = "Astana", .country = countries[below(countries.size())]};
        if (below(3) == 0) event.contexts = {"economic"};
        event.title = fmt::format("Title {}", below(6));
        event.confidence = 0.1 * static_cast<double>(1 + below(9));
        event.evidence.push_back(evidence(article, act.predicate));
        return event;
    }

private:
    std::size_t below(std::size_t bound) { return m_random() % bound; }

    Actor actor() {
        const std::string country = countries[below(countries.size())];
        if (below(2) == 0) return {.id = "country:" + country, .name = country, .kind = ActorKind::country, .country = country};
        const auto who = below(4);
        const auto* const office = below(3) == 0 ? "foreign minister" : "";
        return {.id = fmt::format("person:p{}", who), .name = fmt::format("{}P{}", below(2) == 0 ? "Dr " : "", who), .country = who % 2 == 0 ? country : "", .office = office};
    }

    EventDate date(Day published) {
        EventDate date;
        const auto shape = below(6);
        date.basis = shape < 3 ? Basis::stated : Basis::publication;
        if (shape != 0) date.earliest = published - date::days{static_cast<int>(below(5))};
        if (shape != 1) date.latest = published + date::days{shape == 2 ? 0 : static_cast<int>(below(20))};
        date.precision = date.earliest == date.latest ? Precision::day : date.earliest && date.latest ? Precision::month : Precision::open;
        return date;
    }

    Evidence evidence(std::size_t article, const char* trigger) {
        Evidence proof{.article = fmt::format("a{}", article), .trigger = trigger};
        proof.publisher = publishers[article % publishers.size()];
        if (article % 7 != 0) proof.published = parse_instant(format_day(m_start + date::days{static_cast<int>(article % 20)}));
        proof.sentence = static_cast<std::uint32_t>(below(5));
        proof.text = fmt::format("The {} of the {} was told by ministers in words number {}.", trigger, below(3), below(8));
        return proof;
    }

    std::mt19937 m_random;
    Day m_start = *make_day(2025, 11, 1);
};

} // namespace

std::vector<Event> random_events(std::uint32_t seed, std::size_t count) {
    World world{seed};
    std::vector<Event> events;
    for (std::size_t i = 0; i < count; ++i) events.push_back(world.event(i));
    return events;
}

} // namespace dateline::test
