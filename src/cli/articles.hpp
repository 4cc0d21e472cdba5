// SPDX-License-Identifier: MIT
//
// What the commands that read articles have in common: their options, the way from inputs to clean articles, and the reckoning of
// what was read, skipped and rejected.
#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <ostream>
#include <string>
#include <string_view>
#include <vector>

#include <dateline/actors/dictionary.hpp>
#include <dateline/clean/cleaner.hpp>
#include <dateline/clean/duplicates.hpp>
#include <dateline/pipeline/ordered_pool.hpp>
#include <dateline/read/reader.hpp>

#include "command.hpp"
#include "output_options.hpp"

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
    std::size_t duplicates = 0; ///< of the articles, those that repeat an earlier one
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

/// Counts a cleaned page and says what there is to say about it. `repeats`: the id of the article that it repeats, or empty.
void reckon(const std::string& where, const Cleaned& cleaned, const std::string& repeats, Context& context, Tally& tally);

/// Opens the output, lets `work` fill it and commits it; says what was read, in `words`. The frame of every command that writes
/// something of each article.
int write_from_articles(const OutputOptions& options, Context& context, const std::function<Tally(std::ostream&)>& work,
                        const std::function<std::string(const Tally&)>& words = &Tally::in_words);

/// Reads the inputs, cleans every page and gives what came of it to `work` on some thread; what that gives goes to `sink`, in the order
/// of the inputs (PartJoiner says which pages wait) and on the calling thread, with the id of the earlier article that this one repeats (empty: none). A repeated article is
/// further evidence and no further event: the graph merges what it tells, and counts copies of one text once. `seen`: those that were
/// there before.
template <class Result>
Tally for_each_page(const ArticleOptions& options, const CleanOptions& cleaning, Context& context,
                    std::function<std::optional<Result>(const std::string& where, Cleaned&)> work, std::function<void(Result, const std::string& repeats)> sink,
                    Duplicates seen = {}) {
    struct Done {
        std::string where;
        std::string id;
        Cleaned cleaned;
        Fingerprint print;
        std::optional<Result> result;
    };
    Tally tally;
    OrderedPool<Page, Done> pool{thread_count(options),
                                 [&](Page page) {
                                     Done done;
                                     done.where = page.where;
                                     done.cleaned = clean(std::move(page), cleaning);
                                     if (done.cleaned.verdict == Verdict::article) done.print = fingerprint(done.cleaned.article);
                                     done.id = done.cleaned.article.id;
                                     done.result = work(done.where, done.cleaned);
                                     return done;
                                 },
                                 [&](Done done) {
                                     const bool article = done.cleaned.verdict == Verdict::article;
                                     const auto repeats = article ? seen.add(done.id, done.print).value_or(std::string{}) : std::string{};
                                     reckon(done.where, done.cleaned, repeats, context, tally);
                                     if (done.result) sink(std::move(*done.result), repeats);
                                     context.report.progress(tally.articles);
                                 }};
    read_pages(options, context, tally, [&](Page&& page) { pool.push(std::move(page)); });
    pool.finish();
    return tally;
}

/// The same for pages that are articles, with what the options say about cleaning.
template <class Result>
Tally for_each_article(const ArticleOptions& options, Context& context, std::function<Result(Article)> work,
                       std::function<void(Result)> sink, Duplicates seen = {}) {
    return for_each_page<Result>(
        options, clean_options(options), context,
        [&](const std::string&, Cleaned& cleaned) {
            return cleaned.verdict == Verdict::article ? std::optional<Result>{work(std::move(cleaned.article))} : std::nullopt;
        },
        [&](Result result, const std::string&) { sink(std::move(result)); }, std::move(seen));
}

} // namespace dateline::cli
