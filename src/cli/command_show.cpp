// SPDX-License-Identifier: MIT
#include <memory>
#include <ostream>
#include <string>
#include <vector>

#include <fmt/format.h>
#include <fmt/ostream.h>

#include <dateline/core/error.hpp>
#include <dateline/graph/measures.hpp>
#include <dateline/store/case_file.hpp>
#include <dateline/text/printable.hpp>
#include <dateline/write/timeline_text.hpp>

#include "command.hpp"
#include "output_options.hpp"

namespace dateline::cli {
namespace {

struct Options {
    std::string case_file;
    std::string id;
    std::string other;
    OutputOptions output;
};

void write_event(std::ostream& out, const TimelineEvent& told) {
    const auto& event = told.event;
    fmt::print(out, "event       {}\ntitle       {}\ntype        {}{}{}\nstatus      {}\n", event.id, printable(event.title), name_of(event.type),
               event.mode.empty() ? "" : " / " + event.mode, event.cameo.empty() ? "" : ", CAMEO " + event.cameo, name_of(event.status));
    if (told.outcome != Outcome::none) fmt::print(out, "outcome     {}\n", name_of(told.outcome));
    fmt::print(out, "date        {} ({})\n", in_words(event.date), name_of(event.date.basis));
    if (told.reported) fmt::print(out, "reported    {}\n", format_day(*told.reported));
    if (event.location) fmt::print(out, "place       {} {}\n", printable(event.location->name), event.location->country);
    for (const auto& [actor, role] : event.actors) {
        fmt::print(out, "{:<12}{}  {}{}\n", name_of(role), actor.id, printable(actor.name), actor.office.empty() ? "" : ", " + printable(actor.office));
    }
    fmt::print(out, "confidence  {:.2f}, {} independent publisher{}\n", event.confidence, told.publishers, told.publishers == 1 ? "" : "s");
    for (const auto& proof : event.evidence) {
        fmt::print(out, "\n  \"{}\"\n  {}{}{}, sentence {}\n", printable(proof.text), printable(proof.publisher.empty() ? proof.article : proof.publisher),
                   proof.published ? ", " + format_day(proof.published->day()) : "", proof.url.empty() ? "" : ", " + printable(proof.url), proof.sentence);
        if (!proof.attribution.empty()) fmt::print(out, "  said by {}\n", printable(proof.attribution));
    }
}

/// "2025-01-21 –", or where only articles tell: "called so 2025-11-06 – 2025-11-09".
std::string days_of(const Affiliation& tenure) {
    const auto text = [](const std::optional<Day>& day) { return day ? format_day(*day) : std::string{}; };
    if (tenure.from || tenure.until) return fmt::format("{} – {}", text(tenure.from), text(tenure.until));
    return tenure.first ? fmt::format("called so {} – {}", text(tenure.first), text(tenure.last)) : "undated";
}

void write_affiliations(std::ostream& out, const TimelineGraph& graph, ActorId id) {
    for (const auto& what : graph.affiliations_of(id)) {
        const auto member = graph.actor(what.member);
        const auto whole = printable(graph.actor(what.whole).name);
        const bool own = what.member == id;
        if (what.kind == Affiliation::Kind::tenure) {
            const auto office = printable(what.office);
            const auto who = own ? fmt::format("{} of {}", office, whole) : fmt::format("{}  {}, {}", member.id, printable(member.name), office);
            fmt::print(out, "tenure      {}, {}\n", who, days_of(what));
        } else if (own) {
            fmt::print(out, "part of     {}\n", whole);
        }
    }
}

void write_actor(std::ostream& out, const TimelineGraph& graph, ActorId id) {
    const auto actor = graph.actor(id);
    fmt::print(out, "actor       {}\nname        {}\nkind        {}\n", actor.id, printable(actor.name), name_of(actor.kind));
    for (const auto& [title, value] : {std::pair{"country", &actor.country}, {"office", &actor.office}, {"sector", &actor.sector}, {"wikidata", &actor.wikidata}}) {
        if (!value->empty()) fmt::print(out, "{:<12}{}\n", title, printable(*value));
    }
    write_affiliations(out, graph, id);
    out << '\n';
    write_timeline_text(out, graph, graph.events_of(id));
}

void write_article(std::ostream& out, const Article& article) {
    fmt::print(out, "article     {}\ntitle       {}\npublished   {}\npublisher   {}\nurl         {}\n\n{}\n", article.id, printable(article.title),
               article.published ? format_instant(*article.published) : "", printable(article.publisher), printable(article.url), printable(article.text));
}

int write_path(std::ostream& out, const TimelineGraph& graph, const Options& options) {
    const auto path = shortest_path(graph, {}, options.id, options.other);
    if (!path) throw Error{Error::Kind::usage, options.case_file, fmt::format("no way leads from '{}' to '{}'", options.id, options.other)};
    for (const auto& [from, to, evidence] : *path) {
        fmt::print(out, "{} – {}\n", printable(from.name), printable(to.name));
        write_timeline_text(out, graph, evidence);
    }
    return exit_done;
}

int write(std::ostream& out, const CaseFile& file, const TimelineGraph& graph, const Options& options) {
    if (!options.other.empty()) return write_path(out, graph, options);
    if (const auto event = graph.find_event(options.id)) write_event(out, graph.event(*event));
    else if (const auto actor = graph.find_actor(options.id)) write_actor(out, graph, *actor);
    else if (const auto article = file.article(options.id)) write_article(out, *article);
    else throw Error{Error::Kind::usage, options.case_file, fmt::format("there is no event, actor or article '{}'", options.id)};
    return exit_done;
}

int run(const Options& options) {
    Output output{options.output.path, options.output.mode()};
    const CaseFile file{options.case_file};
    auto graph = options.other.empty() ? file.graph_around(options.id, Detail::outline) : file.graph({}, Detail::outline);
    if (graph.find_event(options.id)) graph = file.graph_around(options.id);
    const auto code = write(output.stream(), file, graph, options);
    output.commit();
    return code;
}

} // namespace

Run declare_show(CLI::App& app) {
    const auto options = std::make_shared<Options>();
    app.add_option("CASE", options->case_file, "A case file")->required();
    app.add_option("ID", options->id, "Of an event, an actor or an article")->required();
    app.add_option("OTHER", options->other, "Of a second actor: the shortest way between the two, with what proves it");
    add_output_options(app, options->output);
    app.footer("Examples:\n"
               "  dateline show case.dateline 64e186c1f69fa6a5\n"
               "  dateline show case.dateline person:marco-rubio\n"
               "  dateline show case.dateline person:marco-rubio country:KAZ");
    return [options](Context&) { return run(*options); };
}

} // namespace dateline::cli
