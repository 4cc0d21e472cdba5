// SPDX-License-Identifier: MIT
#include <cerrno>
#include <fstream>
#include <memory>
#include <span>
#include <system_error>
#include <utility>

#include <fmt/format.h>

#include <dateline/annotate/conllu.hpp>
#include <dateline/annotate/train_sentences.hpp>
#include <dateline/annotate/trainer.hpp>
#include <dateline/core/error.hpp>

#include "command.hpp"
#include "output_options.hpp"

namespace dateline::cli {
namespace {

struct Options {
    std::string model;
    std::vector<std::string> treebanks;
    std::vector<std::string> names;
    std::string vectors;
    std::size_t vector_limit = 100'000;
    TrainingOptions training;
    OutputOptions output;
};

std::ifstream open(const std::string& path) {
    errno = 0;
    std::ifstream in{path, std::ios::binary};
    if (!in) throw Error{Error::Kind::io, path, "cannot open: " + std::generic_category().message(errno)};
    return in;
}

std::vector<std::byte> train_sentences(const Options& options) {
    std::vector<Document> gold;
    for (const auto& path : options.treebanks) {
        auto in = open(path);
        for (auto& document : read_conllu(in, path)) gold.push_back(std::move(document));
    }
    return train_sentence_model(gold);
}

std::vector<std::byte> train_language(const Options& options, Report& report) {
    std::vector<TrainingSet> sets;
    for (const auto& path : options.treebanks) {
        auto in = open(path);
        sets.push_back(read_treebank(in, path));
    }
    for (const auto& path : options.names) {
        auto in = open(path);
        sets.push_back(read_names(in, path));
    }
    WordVectors vectors;
    if (!options.vectors.empty()) {
        auto in = open(options.vectors);
        vectors = read_word_vectors(in, options.vectors, options.vector_limit);
    }
    auto training = options.training;
    training.progress = [&](const TrainingProgress& done) {
        report.summary(fmt::format("epoch {} of {}: loss {:.4f} a word", done.epoch, done.epochs, done.loss));
    };
    return train_language_model(sets, vectors, training);
}

int run(const Options& options, Context& context) {
    Output output{options.output.path, options.output.mode()};
    const auto model = options.model == "sentences" ? train_sentences(options) : train_language(options, context.report);
    output.stream().write(reinterpret_cast<const char*>(model.data()), static_cast<std::streamsize>(model.size()));
    output.commit();
    context.report.summary(fmt::format("{}: {} bytes", options.output.path, model.size()));
    return exit_done;
}

} // namespace

Run declare_train(CLI::App& app) {
    const auto options = std::make_shared<Options>();
    app.add_option("MODEL", options->model, "language (tags, trees, names) or sentences (where they end)")
        ->required()
        ->check(CLI::IsMember({"language", "sentences"}));
    app.add_option("--treebank", options->treebanks, "CoNLL-U files of Universal Dependencies")->required()->type_name("FILE");
    app.add_option("--names", options->names, "Files of words and BIO tags (B-PERSON, …), tab-separated")->type_name("FILE");
    app.add_option("--vectors", options->vectors, "Word vectors in GloVe's text format, 100 numbers a word")->type_name("FILE");
    app.add_option("--vector-limit", options->vector_limit, "How many of them to use")->type_name("N")->capture_default_str();
    app.add_option("--epochs", options->training.epochs, "How often the language model sees the data")->type_name("N")->capture_default_str();
    app.add_option("--seed", options->training.seed, "Of all random choices; the same seed gives the same bytes")->type_name("N")->capture_default_str();
    app.add_option("-j,--threads", options->training.threads, "1 or 2; the model does not depend on it")->type_name("N")->check(CLI::Range(1U, 2U));
    add_output_options(app, options->output);
    app.get_option("--output")->required();
    app.footer("Examples:\n"
               "  dateline train sentences --treebank en_ewt-ud-train.conllu -o sentences.bin\n"
               "  dateline train language --treebank en_ewt-ud-train.conllu --names wikigold.bio --vectors glove.6B.100d.txt -o language.bin");
    return [options](Context& context) { return run(*options, context); };
}

} // namespace dateline::cli
