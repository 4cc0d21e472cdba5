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
int run_tenures(const Options& options, Context& context) {
    Output output{options.output.path, options.output.mode()};
    const Annotator annotator;
    const ActorFinder finder{load_dictionary(options.dictionary)};
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
    output.stream() << book.table();
    context.report.summary(tally.in_words());
    return finish(output, tally);
}

int run(const Options& options, Context& context) {
    if (options.tenures) return run_tenures(options, context);
    Output output{options.output.path, options.output.mode()};
    const Annotator annotator;
    const ActorFinder finder{load_dictionary(options.dictionary)};
    const auto why = options.why ? Why::yes : Why::no;
    const auto tally = for_each_article<std::string>(
        options.articles, context,
        [&](Article article) {
            const auto document = annotator.annotate(std::move(article));
            return actors_json(document, finder.find(document), why);
        },
        [&](const std::string& line) { output.stream() << line << '\n'; });
    context.report.summary(tally.in_words());
    return finish(output, tally);
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
