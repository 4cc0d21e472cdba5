// SPDX-License-Identifier: MIT
#include <algorithm>
#include <array>
#include <memory>
#include <ostream>
#include <string>

#include <fmt/format.h>
#include <fmt/ostream.h>

#include <dateline/graph/measures.hpp>
#include <dateline/store/case_file.hpp>
#include <dateline/text/printable.hpp>

#include "command.hpp"
#include "graph_source.hpp"
#include "output_options.hpp"

namespace dateline::cli {
namespace {

struct Options {
    GraphOptions graph;
    OutputOptions output;
    std::string level = "person";
    std::size_t top = 20;
};

/// How many take part in these events, which are sorted.
std::size_t count_actors(const TimelineGraph& graph, std::span<const EventId> events) {
    std::size_t count = 0;
    for (std::uint32_t actor = 0; actor < graph.actor_count(); ++actor) {
        const auto own = graph.events_of({actor});
        count += std::ranges::any_of(own, [&](EventId event) { return std::ranges::binary_search(events, event); }) ? 1U : 0U;
    }
    return count;
}

void write_counts(std::ostream& out, const TimelineGraph& graph, std::span<const EventId> events) {
    std::array<std::size_t, event_type_count> by_type{};
    std::array<std::size_t, 5> by_status{};
    std::array<std::size_t, 6> by_outcome{};
    std::size_t merged = 0;
    for (const auto id : events) {
        const auto told = graph.summary(id);
        ++by_type[static_cast<std::size_t>(told.type)];
        ++by_status[static_cast<std::size_t>(told.status)];
        ++by_outcome[static_cast<std::size_t>(told.outcome)];
        merged += told.reports > 1 ? 1U : 0U;
    }
    fmt::print(out, "events      {} ({} told more than once)\nactors      {}\n", events.size(), merged, count_actors(graph, events));
    const auto list = [&](const char* title, const auto& counts, auto name) {
        fmt::print(out, "\n{}\n", title);
        for (std::size_t i = 0; i < counts.size(); ++i) {
            if (counts[i] > 0) fmt::print(out, "  {:<12}{:>8}\n", name(i), counts[i]);
        }
    };
    list("by type", by_type, [](std::size_t i) { return name_of(static_cast<EventType>(i)); });
    list("by status", by_status, [](std::size_t i) { return name_of(static_cast<EventStatus>(i)); });
    list("by outcome", by_outcome, [](std::size_t i) { return name_of(static_cast<Outcome>(i)); });
}

void write_activity(std::ostream& out, const TimelineGraph& graph, const View& view) {
    fmt::print(out, "\nby month    events  Goldstein\n");
    for (const auto& month : activity(graph, view, Period::month)) {
        fmt::print(out, "  {:<10}{:>6}{:>11.1f}\n", format_day(month.first).substr(0, 7), month.events, month.goldstein);
    }
}

void write_actors(std::ostream& out, const TimelineGraph& graph, const View& view, const Options& options) {
    const auto level = options.level == "country" ? Level::country : Level::person;
    auto actors = measure(graph, view, {.level = level});
    if (actors.size() > options.top) actors.resize(options.top);
    fmt::print(out, "\n{:<40}{:>7}{:>8}{:>10}{:>13}{:>11}{:>11}\n", "actors", "events", "degree", "PageRank", "betweenness", "component", "community");
    for (const auto& one : actors) {
        fmt::print(out, "  {:<38}{:>7}{:>8}{:>10.4f}{:>13.4f}{:>11}{:>11}\n", printable(one.actor.name), one.events, one.degree, one.page_rank,
                   one.betweenness, one.component, one.community);
    }
}

void write_ties(std::ostream& out, const TimelineGraph& graph, const View& view) {
    if (!view.from || !view.to) return;
    const auto changes = tie_changes(graph, view);
    const auto list = [&](const char* title, const std::vector<Tie>& ties) {
        fmt::print(out, "\n{}\n", title);
        for (const auto& tie : ties) fmt::print(out, "  {} – {} ({} events)\n", printable(tie.source), printable(tie.target), tie.events);
    };
    list("new ties", changes.made);
    list("broken ties", changes.broken);
}

/// New and broken ties look back before the window.
View whole_time(View view) {
    view.from = view.to = std::nullopt;
    return view;
}

int run(const Options& options, Context& context) {
    const auto view = make_view(options.graph);
    Output output{options.output.path, options.output.mode()};
    auto& out = output.stream();
    const auto [graph, tally] = load_graph(options.graph, whole_time(view), context, Detail::outline);
    if (const auto& inputs = options.graph.articles.inputs; inputs.size() == 1 && is_case_file(inputs.front())) {
        const auto stats = CaseFile{inputs.front()}.stats();
        fmt::print(out, "articles    {}, {} to {}\nreports     {} with {} proofs\nfile        {} bytes\n", stats.articles,
                   stats.first_published.value_or("?"), stats.last_published.value_or("?"), stats.events, stats.evidence, stats.bytes);
    }
    write_counts(out, graph, graph.select(view));
    write_activity(out, graph, view);
    write_actors(out, graph, view, options);
    write_ties(out, graph, view);
    return finish(output, tally);
}

} // namespace

Run declare_stats(CLI::App& app) {
    const auto options = std::make_shared<Options>();
    add_graph_options(app, options->graph);
    add_output_options(app, options->output);
    app.add_option("--level", options->level, "person: actors as they are; country: every actor as its country")
        ->type_name("LEVEL")
        ->capture_default_str()
        ->check(CLI::IsMember({"person", "country"}));
    app.add_option("--top", options->top, "The N actors with the highest PageRank")->type_name("N")->capture_default_str();
    app.footer("With --from and --to also the ties that are new in that window, and those of the stretch before it that broke off.\n\n"
               "Examples:\n"
               "  dateline stats case.dateline\n"
               "  dateline stats case.dateline --level country --from 2025-11-01 --to 2025-11-30");
    return [options](Context& context) { return run(*options, context); };
}

} // namespace dateline::cli
