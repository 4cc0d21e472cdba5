// SPDX-License-Identifier: MIT
//
// bench_graph [EVENTS [ACTORS [CASE]]]: a synthetic graph, by default of 1,000,000 events and 50,000 actors, is loaded from its events as
// merging left them; its 100 busiest actors are exported as DOT; its actors are measured. CSV: seconds of each step, and the
// most memory that the process has had until its end. With CASE the events are written to a case file instead and merged there, for
// `dateline` to be asked.
#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <iostream>
#include <map>
#include <random>
#include <sstream>
#include <string>

#include <sys/resource.h>

#include <dateline/graph/measures.hpp>
#include <dateline/graph/network.hpp>
#include <dateline/graph/told_events.hpp>
#include <dateline/store/case_file.hpp>
#include <dateline/write/dot.hpp>

#include "records.hpp"

namespace {

using namespace dateline; // NOLINT: a program

std::uint64_t peak_bytes() {
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    return static_cast<std::uint64_t>(usage.ru_maxrss) * 1024;
}

/// Few actors take part in much, most in little, as in the news; two in an event, five events in an article, over twenty years.
class World {
public:
    explicit World(std::uint32_t actors) : m_actors{actors} {}

    Event event(std::uint32_t number) {
        const auto id = std::to_string(number);
        Event event{.id = id, .type = static_cast<EventType>(m_random() % event_type_count), .predicate = "act", .title = "Event " + id};
        const auto day = *make_day(2005, 1, 1) + date::days{static_cast<int>(number / 137)};
        event.date.earliest = event.date.latest = day;
        event.date.precision = Precision::day;
        event.date.basis = Basis::stated;
        event.goldstein = static_cast<double>(m_random() % 20) - 10;
        for (const auto role : {Role::source, Role::target}) event.actors.push_back({actor(), role});
        event.evidence.push_back({.article = "article " + std::to_string(number / 5), .sentence = number % 5, .text = "Sentence " + id, .trigger = "act"});
        return event;
    }

private:
    Actor actor() {
        const auto share = static_cast<double>(m_random()) / static_cast<double>(std::mt19937::max());
        const auto number = std::min(m_actors - 1, static_cast<std::uint32_t>(m_actors * std::pow(share, 3)));
        const auto name = std::to_string(number);
        return {.id = "person:" + name, .name = "Person " + name};
    }

    std::uint32_t m_actors;
    std::mt19937 m_random{1};
};

/// Runs a step and says how long it took.
template <class Step>
auto timed(const char* name, const Step& step) {
    const auto start = bench::wall_seconds();
    auto result = step();
    std::cout << name << ',' << bench::wall_seconds() - start << ',' << peak_bytes() << std::endl;
    return result;
}

/// Puts the world's events into a case file, five an article, and merges them.
void write_case(World& world, std::uint32_t events, const char* path) {
    CaseFile file{path, CaseFile::Access::write};
    timed("add", [&] {
        std::vector<ArticleEvents> batch;
        for (std::uint32_t number = 0; number < events; ++number) {
            auto event = world.event(number);
            const auto& article = event.evidence.front().article;
            if (batch.empty() || batch.back().article.id != article) {
                if (batch.size() == 1000) {
                    file.add(batch);
                    batch.clear();
                }
                batch.push_back({.article = {.id = article}, .events = {}});
            }
            batch.back().events.push_back(std::move(event));
        }
        return file.add(batch);
    });
    timed("merge", [&] {
        file.merge_reports();
        return 0;
    });
}

} // namespace

int main(int argc, char** argv) {
    const auto events = static_cast<std::uint32_t>(argc > 1 ? std::atoi(argv[1]) : 1'000'000);
    World world{static_cast<std::uint32_t>(argc > 2 ? std::atoi(argv[2]) : 50'000)};
    std::cout << "step,seconds,peak_bytes\n";
    if (argc > 3) {
        write_case(world, events, argv[3]);
        return 0;
    }
    std::map<std::string, Actor> actors;
    auto told = timed("collect", [&] { // every event is told once, in the order of time
        ToldEvents all;
        for (std::uint32_t number = 0; number < events; ++number) {
            const TimelineEvent event{.event = world.event(number)};
            std::vector<ToldEvents::Part> parts;
            for (const auto& [actor, role] : event.event.actors) {
                parts.push_back({all.describe(actor), role});
                actors.try_emplace(actor.id, actor);
            }
            all.add(event, parts, 1);
        }
        for (const auto& [id, actor] : actors) all.add_actor(actor);
        return all;
    });
    const auto graph = timed("load", [&] { return TimelineGraph{std::move(told)}; });
    timed("export the busiest 100", [&] {
        std::ostringstream out;
        write_dot(out, make_network(graph, {}, {.top = 100}));
        return out.str().size();
    });
    timed("measure", [&] { return measure(graph, {}).size(); });
    return 0;
}
