// SPDX-License-Identifier: MIT
#include "graph_source.hpp"

#include <array>
#include <fstream>
#include <optional>
#include <string_view>
#include <utility>

#include <fmt/format.h>

#include <dateline/core/error.hpp>
#include <dateline/pipeline/pipeline.hpp>

namespace dateline::cli {
namespace {

std::optional<Day> day_of(const std::string& option, const std::string& text) {
    if (text.empty()) return std::nullopt;
    if (const auto day = parse_day(text)) return day;
    throw Error{Error::Kind::usage, option, fmt::format("'{}' is no day; write 2025-11-06", text)};
}

template <class Value, class Parse>
std::vector<Value> parse_all(const std::string& option, const std::vector<std::string>& names, Parse parse) {
    std::vector<Value> values;
    for (const auto& name : names) {
        const auto value = parse(name);
        if (!value) throw Error{Error::Kind::usage, option, fmt::format("there is no {} '{}'", option.substr(2), name)};
        values.push_back(*value);
    }
    return values;
}

} // namespace

void add_graph_options(CLI::App& app, GraphOptions& options) {
    add_article_options(app, options.articles);
    app.get_option("INPUT")->description("A case file, or articles (files, folders, - for standard input)");
    add_dictionary_option(app, options.dictionary);
    constexpr auto group = "Filters";
    app.add_option("--from", options.from, "Events that may fall on or after DAY")->type_name("DAY")->group(group);
    app.add_option("--to", options.to, "Events that may fall on or before DAY")->type_name("DAY")->group(group);
    app.add_option("--as-of", options.as_of, "Only what was published on or before DAY: what was known then")->type_name("DAY")->group(group);
    app.add_option("--actor", options.actors, "Events with this actor, by id or name; country:KAZ is all who act for it; may be repeated")->type_name("ACTOR")->group(group);
    app.add_option("--type", options.types, "Events of this type (CONSULT, ASSAULT, …); may be repeated")->type_name("TYPE")->group(group);
    app.add_option("--status", options.statuses, "occurred, ongoing, planned, possible or negated; may be repeated")->type_name("STATUS")->group(group);
    app.add_option("--min-publishers", options.min_publishers, "Events that at least N independent publishers tell")->type_name("N")->group(group);
    for (const auto* name : {"--actor", "--type", "--status"}) {
        app.get_option(name)->delimiter(',')->take_all()->allow_extra_args(false);
    }
}

View make_view(const GraphOptions& options) {
    View view;
    view.from = day_of("--from", options.from);
    view.to = day_of("--to", options.to);
    view.actors = options.actors;
    view.types = parse_all<EventType>("--type", options.types, parse_event_type);
    view.statuses = parse_all<EventStatus>("--status", options.statuses, parse_event_status);
    view.min_publishers = options.min_publishers;
    return view;
}

bool is_case_file(const std::string& path) {
    static constexpr std::string_view magic{"SQLite format 3\0", 16};
    std::array<char, magic.size()> head{};
    std::ifstream in{path, std::ios::binary};
    return in.read(head.data(), head.size()) && std::string_view{head.data(), head.size()} == magic;
}

GraphSource load_graph(const GraphOptions& options, const View& view, Context& context, Detail detail, const NetworkOptions& network) {
    const auto& inputs = options.articles.inputs;
    const auto as_of = day_of("--as-of", options.as_of);
    const auto graph_of = [&](Reports reports) { return TimelineGraph{as_of ? reports.known_on(*as_of) : std::move(reports)}; };
    if (inputs.size() == 1 && is_case_file(inputs.front())) {
        const CaseFile file{inputs.front()};
        return {as_of ? graph_of(file.reports()) : file.graph(view, detail, network), {}};
    }
    const Pipeline pipeline{load_dictionary(options.dictionary)};
    Reports reports;
    auto tally = for_each_article<std::vector<Event>>(
        options.articles, context, [&](Article article) { return pipeline.analyse(std::move(article)).events; },
        [&](const std::vector<Event>& events) {
            for (const auto& event : events) reports.add(event);
        });
    return {graph_of(std::move(reports)), tally};
}

} // namespace dateline::cli
