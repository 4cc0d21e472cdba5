// SPDX-License-Identifier: MIT
#include "articles.hpp"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <thread>

#include <fmt/format.h>

#include <dateline/clean/join_parts.hpp>
#include <dateline/clean/split_ticker.hpp>
#include <dateline/core/error.hpp>

namespace dateline::cli {
namespace {

/// Thrown through `read_input` to end it: after Ctrl-C, or after the first rejection where --strict asks.
struct Stop {};

InputFormat input_format(const std::string& name) {
    if (name.empty()) return InputFormat::automatic;
    if (const auto format = parse_input_format(name)) return *format;
    throw Error{Error::Kind::usage, "--input-format", fmt::format("there is no format '{}'", name)};
}

} // namespace

void add_article_options(CLI::App& app, ArticleOptions& options) {
    app.add_option("INPUT", options.inputs, "Files, folders (with all below), or - for standard input")->required();
    app.add_option("--input-format", options.format, "Format of the inputs instead of what their content says")
        ->type_name("FORMAT")
        ->check(CLI::IsMember({"text", "html", "jsonl", "feed", "newsml", "warc"}));
    app.add_option("--dct", options.published, "Publication of every article, against what it says: 2025-11-06 or 2025-11-06T05:47+05:30")
        ->type_name("DATE");
    app.add_option("--today", options.today, "Refuse publication dates after this day")->type_name("DAY");
    app.add_option("-j,--threads", options.threads, "Threads; the output does not depend on it")->type_name("N")->check(CLI::Range(1U, 1024U));
    app.add_flag("--strict", options.strict, "Stop at the first input that is rejected");
}

void add_dictionary_option(CLI::App& app, std::string& path) {
    app.add_option("--actors", path, "Names, aliases, offices and merges of your own, as a table; they win over the built-in ones")->type_name("FILE");
}

ActorDictionary load_dictionary(const std::string& path) {
    if (path.empty()) return {};
    std::ifstream in{path, std::ios::binary};
    const std::string text{std::istreambuf_iterator<char>{in}, {}};
    if (!in) throw Error{Error::Kind::io, path, "cannot be read"};
    return ActorDictionary::parse(text, path);
}

int Tally::exit_code() const noexcept {
    if (interrupted) return exit_interrupted;
    if (rejected == 0) return exit_done;
    return unreadable && articles == 0 ? exit_io : exit_some_rejected;
}

std::string Tally::in_words() const {
    auto words = fmt::format("{} article{}", articles, articles == 1 ? "" : "s");
    if (duplicates > 0) words += fmt::format(" ({} repeat an earlier one)", duplicates);
    if (skipped > 0) words += fmt::format(", {} skipped", skipped);
    if (rejected > 0) words += fmt::format(", {} rejected", rejected);
    if (interrupted) words += ", interrupted";
    return words;
}

int finish(Output& output, const Tally& tally) {
    const auto code = tally.exit_code();
    if (code != exit_io && !tally.stopped) output.commit();
    return code;
}

int write_from_articles(const OutputOptions& options, Context& context, const std::function<Tally(std::ostream&)>& work,
                        const std::function<std::string(const Tally&)>& words) {
    Output output{options.path, options.mode()};
    const auto tally = work(output.stream());
    context.report.summary(words(tally));
    return finish(output, tally);
}

CleanOptions clean_options(const ArticleOptions& options) {
    CleanOptions cleaning;
    if (!options.published.empty()) {
        cleaning.published = parse_instant(options.published);
        if (!cleaning.published) {
            throw Error{Error::Kind::usage, "--dct", fmt::format("'{}' is no date; write 2025-11-06 or 2025-11-06T05:47+05:30", options.published)};
        }
    }
    if (!options.today.empty()) {
        cleaning.today = parse_day(options.today);
        if (!cleaning.today) throw Error{Error::Kind::usage, "--today", fmt::format("'{}' is no day; write 2025-11-06", options.today)};
    }
    return cleaning;
}

unsigned thread_count(const ArticleOptions& options) noexcept {
    return options.threads > 0 ? options.threads : std::max(1U, std::thread::hardware_concurrency());
}

void read_pages(const ArticleOptions& options, Context& context, Tally& tally, const std::function<void(Page&&)>& on_page) {
    ReadOptions reading;
    reading.format = input_format(options.format);
    const auto rejected = [&](const Error& error) {
        ++tally.rejected;
        tally.unreadable = tally.unreadable || error.kind() == Error::Kind::io;
        context.report.error(error.what());
        if (options.strict) throw Stop{};
    };
    PartJoiner joiner{[&](Page&& page) {
        auto entries = split_ticker(page);
        on_page(std::move(page));
        for (auto& entry : entries) on_page(std::move(entry));
    }};
    try {
        for (const auto& input : options.inputs) {
            read_input(
                input, reading,
                [&](Page&& page) {
                    if (context.interrupted) throw Stop{};
                    joiner.add(std::move(page));
                },
                rejected);
        }
        joiner.finish();
    } catch (const Stop&) {
        tally.stopped = true;
        tally.interrupted = context.interrupted;
    }
}

void reckon(const std::string& where, const Cleaned& cleaned, const std::string& repeats, Context& context, Tally& tally) {
    for (const auto& note : cleaned.notes) context.report.note(fmt::format("{}: {}", where, note));
    if (cleaned.verdict != Verdict::article) {
        ++tally.skipped;
        context.report.warning(fmt::format("{}: skipped: {}", where, name_of(cleaned.verdict)));
        return;
    }
    ++tally.articles;
    if (!repeats.empty()) {
        ++tally.duplicates;
        context.report.note(fmt::format("{}: repeats article {}", where, repeats));
    }
    if (!cleaned.article.published) {
        context.report.warning(fmt::format("{}: no publication date found; relative dates stay open (give one with --dct)", where));
    }
}

} // namespace dateline::cli
