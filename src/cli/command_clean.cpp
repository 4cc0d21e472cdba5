// SPDX-License-Identifier: MIT
#include <memory>

#include <dateline/write/json.hpp>

#include "articles.hpp"
#include "command.hpp"
#include "output_options.hpp"

namespace dateline::cli {
namespace {

struct Options {
    ArticleOptions articles;
    OutputOptions output;
};

int run(const Options& options, Context& context) {
    Output output{options.output.path, options.output.mode()};
    const auto tally = for_each_article<Article>(
        options.articles, context, [](Article article) { return article; },
        [&](const Article& article) { write_article_line(output.stream(), article); });
    context.report.summary(tally.in_words());
    return finish(output, tally);
}

} // namespace

Run declare_clean(CLI::App& app) {
    const auto options = std::make_shared<Options>();
    add_article_options(app, options->articles);
    add_output_options(app, options->output);
    app.footer("Examples:\n"
               "  dateline clean page.html | jq -r .text          the article without the page around it\n"
               "  dateline clean archive/ -o articles.jsonl       a folder of pages, one article a line");
    return [options](Context& context) { return run(*options, context); };
}

} // namespace dateline::cli
