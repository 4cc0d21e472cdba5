// SPDX-License-Identifier: MIT
#include <memory>
#include <utility>

#include <dateline/actors/finder.hpp>
#include <dateline/actors/tenure_book.hpp>
#include <dateline/annotate/annotator.hpp>
#include <dateline/write/actors_json.hpp>

#include "articles.hpp"
#include "command.hpp"
#include "output_options.hpp"

namespace dateline::cli {
namespace {

struct Options {
    ArticleOptions articles;
    std::string dictionary; ///< --actors
    OutputOptions output;
    bool why = false;
    bool tenures = false;
};

/// Who holds which office, over all articles.
Tally write_tenures(const Options& options, const Annotator& annotator, const ActorFinder& finder, Context& context, std::ostream& out) {
    TenureBook book;
    struct Found {
        Document document;
        ActorLayer layer;
    };
    const auto tally = for_each_article<Found>(
        options.articles, context,
        [&](Article article) {
            auto document = annotator.annotate(std::move(article));
            auto layer = finder.find(document);
            return Found{std::move(document), std::move(layer)};
        },
        [&](const Found& found) { book.add(found.document, found.layer); });
    out << book.table();
    return tally;
}

/// The actors of each article, a line each.
Tally write_actors(const Options& options, const Annotator& annotator, const ActorFinder& finder, Context& context, std::ostream& out) {
    const auto why = options.why ? Why::yes : Why::no;
    return for_each_article<std::string>(
        options.articles, context,
        [&](Article article) {
            const auto document = annotator.annotate(std::move(article));
            return actors_json(document, finder.find(document), why);
        },
        [&](const std::string& line) { out << line << '\n'; });
}

int run(const Options& options, Context& context) {
    const Annotator annotator;
    const ActorFinder finder{load_dictionary(options.dictionary)};
    const auto write = options.tenures ? write_tenures : write_actors;
    return write_from_articles(options.output, context, [&](std::ostream& out) { return write(options, annotator, finder, context, out); });
}

} // namespace

Run declare_actors(CLI::App& app) {
    const auto options = std::make_shared<Options>();
    add_article_options(app, options->articles);
    add_dictionary_option(app, options->dictionary);
    add_output_options(app, options->output);
    app.add_flag("--why", options->why, "Tell for each mention the rule that decided, the words it was joined to and who else could be meant");
    app.add_flag("--tenures", options->tenures, "Instead: who holds which office since when, over all articles, as a table that --actors takes");
    app.footer("Examples:\n"
               "  dateline actors page.html\n"
               "  echo 'Mr. Baker said he would resign.' | dateline actors --dct 1988-03-01 --why -\n"
               "  dateline actors --tenures archive.jsonl -o learnt.tsv     ministers that the tables lack\n"
               "  dateline extract --actors learnt.tsv today.jsonl          are known from then on");
    return [options](Context& context) { return run(*options, context); };
}

} // namespace dateline::cli
