// SPDX-License-Identifier: MIT
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include <dateline/clean/duplicates.hpp>
#include <dateline/pipeline/pipeline.hpp>
#include <dateline/store/case_file.hpp>

#include "articles.hpp"
#include "command.hpp"

namespace dateline::cli {
namespace {

constexpr std::size_t batch_size = 256; ///< articles a transaction: large enough to be fast, small enough to lose little

struct Options {
    ArticleOptions articles;
    std::string dictionary; ///< --actors
    std::string case_file;
};

/// Articles on their way into the case file, a transaction at a time.
class Batch {
public:
    explicit Batch(CaseFile& file) : m_file{file} {}

    void add(ArticleEvents article) {
        m_events += article.events.size();
        m_articles.push_back(std::move(article));
        if (m_articles.size() == batch_size) flush();
    }

    void flush() {
        m_added += m_file.add(m_articles);
        m_articles.clear();
    }

    [[nodiscard]] std::size_t added() const noexcept { return m_added; }
    [[nodiscard]] std::size_t events() const noexcept { return m_events; }

private:
    CaseFile& m_file;
    std::vector<ArticleEvents> m_articles;
    std::size_t m_added = 0;
    std::size_t m_events = 0;
};

/// So that what another paper printed last week is known again.
Duplicates articles_of(const CaseFile& file) {
    Duplicates seen;
    file.for_each_fingerprint([&](const std::string& id, const std::optional<Fingerprint>& print) {
        static_cast<void>(seen.add(id, print ? *print : fingerprint(file.article(id).value_or(Article{}))));
    });
    return seen;
}

ArticleEvents analyse(const Pipeline& pipeline, Article article) {
    auto analysis = pipeline.analyse(std::move(article));
    auto& document = analysis.document;
    document.article.text = slice(document.text, document.body);
    auto print = fingerprint(document.article);
    return {std::move(document.article), std::move(analysis.events), std::move(print)};
}

int run(const Options& options, Context& context) {
    CaseFile file{options.case_file, CaseFile::Access::write};
    const Pipeline pipeline{load_dictionary(options.dictionary)};
    Batch batch{file};
    const auto tally = for_each_article<ArticleEvents>(
        options.articles, context, [&](Article article) { return analyse(pipeline, std::move(article)); },
        [&](ArticleEvents article) { batch.add(std::move(article)); }, articles_of(file));
    batch.flush();
    file.merge_reports();
    context.report.summary(fmt::format("{}: {} ({} new to the case), {} events", options.case_file, tally.in_words(), batch.added(), batch.events()));
    return tally.exit_code();
}

} // namespace

Run declare_build(CLI::App& app) {
    const auto options = std::make_shared<Options>();
    add_article_options(app, options->articles);
    add_dictionary_option(app, options->dictionary);
    app.add_option("-o,--output", options->case_file, "The case file; created when it does not exist, else added to")->required()->type_name("CASE");
    app.footer("Examples:\n"
               "  dateline build pages/ -o case.dateline          read a folder into a new case\n"
               "  dateline build today.jsonl -o case.dateline     add to it; what is in it already is skipped, copies of it are evidence\n"
               "  dateline timeline case.dateline                 then ask");
    return [options](Context& context) { return run(*options, context); };
}

} // namespace dateline::cli
