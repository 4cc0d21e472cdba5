// SPDX-License-Identifier: MIT
#include <cerrno>
#include <fstream>
#include <iostream>
#include <memory>
#include <system_error>

#include <dateline/annotate/annotator.hpp>
#include <dateline/annotate/conllu.hpp>
#include <dateline/core/error.hpp>

#include "articles.hpp"
#include "command.hpp"
#include "output_options.hpp"

namespace dateline::cli {
namespace {

struct Options {
    ArticleOptions articles;
    OutputOptions output;
    bool conllu_in = false;
};

std::string to_conllu(const Document& document) {
    std::string lines;
    append_conllu(lines, document);
    return lines;
}

std::vector<Document> read_conllu_input(const std::string& path) {
    if (path == "-") return read_conllu(std::cin, "standard input");
    errno = 0;
    std::ifstream in{path, std::ios::binary};
    if (!in) throw Error{Error::Kind::io, path, "cannot open: " + std::generic_category().message(errno)};
    return read_conllu(in, path);
}

/// Gold sentences and tokens stay, all else is made anew: so the models can be scored.
Tally annotate_conllu(const Options& options, const Annotator& annotator, std::ostream& out) {
    Tally tally;
    OrderedPool<Document, std::string> pool{thread_count(options.articles),
                                            [&](Document document) { return to_conllu(annotator.annotate_tokens(std::move(document))); },
                                            [&](const std::string& lines) { out << lines; }};
    for (const auto& input : options.articles.inputs) {
        for (auto& document : read_conllu_input(input)) {
            pool.push(std::move(document));
            ++tally.articles;
        }
    }
    pool.finish();
    return tally;
}

int run(const Options& options, Context& context) {
    const Annotator annotator;
    return write_from_articles(options.output, context, [&](std::ostream& out) {
        if (options.conllu_in) return annotate_conllu(options, annotator, out);
        return for_each_article<std::string>(
            options.articles, context,
            [&](Article article) { return to_conllu(annotator.annotate(std::move(article))); },
            [&](const std::string& lines) { out << lines; });
    });
}

} // namespace

Run declare_annotate(CLI::App& app) {
    const auto options = std::make_shared<Options>();
    add_article_options(app, options->articles);
    add_output_options(app, options->output);
    app.add_flag("--conllu-in", options->conllu_in, "The inputs are CoNLL-U: keep their sentences and tokens, make the rest anew");
    app.footer("Examples:\n"
               "  dateline annotate page.html                     CoNLL-U, names as MISC NE=B-PERSON\n"
               "  dateline annotate --conllu-in gold.conllu -o system.conllu   to score the models");
    return [options](Context& context) { return run(*options, context); };
}

} // namespace dateline::cli
