// SPDX-License-Identifier: MIT
#include <memory>
#include <optional>
#include <ostream>
#include <string>
#include <utility>

#include <fmt/format.h>

#include <dateline/write/json.hpp>

#include "articles.hpp"
#include "command.hpp"

namespace dateline::cli {
namespace {

struct Options {
    ArticleOptions articles;
    OutputOptions output;
    bool all = false;
    bool explain = false;
};

/// For the eyes of who asks why: what came of a page, the days it names, and each block with its score and why it stayed or went.
std::string explanation(const std::string& where, const Cleaned& cleaned) {
    const auto& article = cleaned.article;
    auto text = fmt::format("== {}: {}\n", where, name_of(cleaned.verdict));
    text += fmt::format("title      {}\n", article.title);
    text += fmt::format("published  {}{}\n", article.published ? format_instant(*article.published) : "unknown",
                        article.published ? fmt::format(" ({})", article.published_source) : "");
    for (const auto& date : cleaned.dates) {
        text += fmt::format("           {:.2f}  {}  {}, {}\n", date.trust, format_instant(date.instant), date.source, date.what);
    }
    for (const auto& note : cleaned.notes) text += fmt::format("note       {}\n", note);
    for (const auto& block : cleaned.blocks) {
        text += fmt::format("{} {:.2f}  {}{}\n", block.kept ? '+' : '-', block.score, block.why.empty() ? "" : fmt::format("[{}] ", block.why), block.text);
    }
    return text + '\n';
}

Tally explain(const Options& options, Context& context, std::ostream& out) {
    auto cleaning = clean_options(options.articles);
    cleaning.explain = true;
    return for_each_page<std::string>(
        options.articles, cleaning, context, [](const std::string& where, Cleaned& cleaned) { return explanation(where, cleaned); },
        [&](const std::string& text, const std::string&) { out << text; });
}

Tally write(const Options& options, Context& context, std::ostream& out) {
    return for_each_page<Article>(
        options.articles, clean_options(options.articles), context,
        [&](const std::string&, Cleaned& cleaned) {
            return options.all || cleaned.verdict == Verdict::article ? std::optional{std::move(cleaned.article)} : std::nullopt;
        },
        [&](const Article& article, const std::string& repeats) { write_article_line(out, article, repeats); });
}

int run(const Options& options, Context& context) {
    return write_from_articles(options.output, context, [&](std::ostream& out) {
        return options.explain ? explain(options, context, out) : write(options, context, out);
    });
}

} // namespace

Run declare_clean(CLI::App& app) {
    const auto options = std::make_shared<Options>();
    add_article_options(app, options->articles);
    add_output_options(app, options->output);
    app.add_flag("--all", options->all, "Write what is left out otherwise too: other languages than English, pages without a body");
    app.add_flag("--explain", options->explain, "Instead of articles, write each block with its score and why it stayed or went");
    app.footer("Examples:\n"
               "  dateline clean page.html | jq -r .text          the article without the page around it\n"
               "  dateline clean archive/ -o articles.jsonl       a folder of pages, one article a line\n"
               "  dateline clean --explain page.html              why a block stayed or went, and which date was believed");
    return [options](Context& context) { return run(*options, context); };
}

} // namespace dateline::cli
