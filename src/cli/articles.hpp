// SPDX-License-Identifier: MIT
//
// What the commands that read articles have in common: their options, the way from inputs to clean articles, and the reckoning of
// what was read, skipped and rejected.
#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <dateline/actors/dictionary.hpp>
#include <dateline/clean/cleaner.hpp>
#include <dateline/pipeline/ordered_pool.hpp>
#include <dateline/read/reader.hpp>

#include "command.hpp"
#include "output.hpp"

namespace dateline::cli {

struct ArticleOptions {
    std::vector<std::string> inputs;
    std::string format; ///< of the inputs; empty: each by its content
    std::string published; ///< --dct
    std::string today;
    unsigned threads = 0;  ///< 0: one a core
    bool strict = false;
};

void add_article_options(CLI::App& app, ArticleOptions& options);
/// --actors, for the commands that find actors.
void add_dictionary_option(CLI::App& app, std::string& path);
/// Throws Error{io} when the file cannot be read, Error{format} when it is no dictionary. An empty path gives an empty one.
[[nodiscard]] ActorDictionary load_dictionary(const std::string& path);

struct Tally {
    std::size_t articles = 0;
    std::size_t skipped = 0;  ///< read, but no article: empty, not English, …
    std::size_t rejected = 0; ///< broken, named one by one
    bool unreadable = false;  ///< at least one was rejected because the system could not read it
    bool stopped = false;     ///< before the inputs' end: by --strict or Ctrl-C
    bool interrupted = false; ///< by Ctrl-C

    [[nodiscard]] int exit_code() const noexcept;
    /// "31 articles, 2 skipped, 1 rejected"
    [[nodiscard]] std::string in_words() const;
};

/// Commits the output of a command and gives its exit code. Where no input could be read or reading was stopped, it is not
/// committed: what stood in its place stays.
[[nodiscard]] int finish(Output& output, const Tally& tally);

/// Reads pages until the inputs end or Ctrl-C.
void read_pages(const ArticleOptions& options, Context& context, Tally& tally, const std::function<void(Page&&)>& on_page);
[[nodiscard]] CleanOptions clean_options(const ArticleOptions& options);
[[nodiscard]] unsigned thread_count(const ArticleOptions& options) noexcept;

/// Counts a cleaned page and says what there is to say about it; true when it is an article.
[[nodiscard]] bool reckon(const std::string& where, const Cleaned& cleaned, Context& context, Tally& tally);

/// Reads the inputs, cleans every page and gives each article to `work` on some thread, and what that gave to `sink`, in the order
/// of the inputs and on the calling thread.
template <class Result>
Tally for_each_article(const ArticleOptions& options, Context& context, std::function<Result(Article)> work,
                       std::function<void(Result)> sink) {
    struct Done {
        std::string where;
        Cleaned cleaned;
        std::optional<Result> result;
    };
    Tally tally;
    const auto cleaning = clean_options(options);
    OrderedPool<Page, Done> pool{thread_count(options),
                                 [&](Page page) {
                                     Done done;
                                     done.where = page.where;
                                     done.cleaned = clean(std::move(page), cleaning);
                                     if (done.cleaned.verdict == Verdict::article) done.result = work(std::move(done.cleaned.article));
                                     return done;
                                 },
                                 [&](Done done) {
                                     if (reckon(done.where, done.cleaned, context, tally)) sink(std::move(*done.result));
                                     context.report.progress(tally.articles);
                                 }};
    read_pages(options, context, tally, [&](Page&& page) { pool.push(std::move(page)); });
    pool.finish();
    return tally;
}

} // namespace dateline::cli
