// SPDX-License-Identifier: MIT
#include <memory>

#include <fmt/format.h>

#include <dateline/pipeline/pipeline.hpp>
#include <dateline/write/json.hpp>

#include "articles.hpp"
#include "command.hpp"

namespace dateline::cli {
namespace {

struct Options {
    ArticleOptions articles;
    std::string dictionary; ///< --actors
    OutputOptions output;
};

int run(const Options& options, Context& context) {
    const Pipeline pipeline{load_dictionary(options.dictionary)};
    std::size_t count = 0;
    const auto work = [&](std::ostream& out) {
        return for_each_article<std::vector<Event>>(
            options.articles, context, [&](Article article) { return pipeline.analyse(std::move(article)).events; },
            [&](std::vector<Event> events) {
                for (const auto& event : events) write_event_line(out, event);
                count += events.size();
            });
    };
    return write_from_articles(options.output, context, work, [&](const Tally& tally) { return fmt::format("{}, {} events", tally.in_words(), count); });
}

} // namespace

Run declare_extract(CLI::App& app) {
    const auto options = std::make_shared<Options>();
    add_article_options(app, options->articles);
    add_dictionary_option(app, options->dictionary);
    add_output_options(app, options->output);
    app.footer("Examples:\n"
               "  dateline extract page.html                      events of one page, to the terminal\n"
               "  dateline extract articles/ -o events.jsonl      of a folder\n"
               "  dateline extract --dct 2025-11-06 - < page.txt  of a text without a date of its own");
    return [options](Context& context) { return run(*options, context); };
}

} // namespace dateline::cli
