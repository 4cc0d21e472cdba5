// SPDX-License-Identifier: MIT
#include <memory>

#include <dateline/annotate/annotator.hpp>
#include <dateline/time/resolver.hpp>
#include <dateline/write/times_json.hpp>

#include "articles.hpp"
#include "command.hpp"
#include "output_options.hpp"

namespace dateline::cli {
namespace {

struct Options {
    ArticleOptions articles;
    OutputOptions output;
    bool why = false;
};

int run(const Options& options, Context& context) {
    const Annotator annotator;
    const auto why = options.why ? Why::yes : Why::no;
    return write_from_articles(options.output, context, [&](std::ostream& out) {
        return for_each_article<std::string>(
            options.articles, context,
            [&](Article article) {
                const auto document = annotator.annotate(std::move(article));
                return times_json(document, find_times(document), why);
            },
            [&](const std::string& line) { out << line << '\n'; });
    });
}

} // namespace

Run declare_times(CLI::App& app) {
    const auto options = std::make_shared<Options>();
    add_article_options(app, options->articles);
    add_output_options(app, options->output);
    app.add_flag("--why", options->why, "Tell for each the rule that read it, the operators it was computed by and what it was counted from");
    app.footer("Examples:\n"
               "  dateline times page.html\n"
               "  echo 'They met last Friday.' | dateline times --dct 2025-11-06 --why -");
    return [options](Context& context) { return run(*options, context); };
}

} // namespace dateline::cli
