// SPDX-License-Identifier: MIT
#include "tagger.hpp"

#include <algorithm>
#include <utility>

#include "acronyms.hpp"
#include "embedded.hpp"
#include "name_bounds.hpp"
#include "network.hpp"
#include "tree_repair.hpp"

namespace dateline {
namespace {

constexpr std::size_t batch_tokens = 128; // so many that weights are read from memory once for several words, so few that all stays in cache

/// A stretch of a sentence, at most max_piece_tokens long.
struct Stretch {
    TokenRange tokens;
    std::uint32_t sentence_begin;
};

} // namespace

struct Tagger::Workspace::State {
    network::Batch batch;
    network::Reading reading;
    network::Scratch scratch;
    std::vector<Stretch> stretches; ///< in `batch`
    std::vector<network::Mention> mentions; ///< in the document
    network::Agreement agreement;
};

struct Tagger::Impl {
    Impl(std::span<const std::byte> model, const std::string& where, network::Checksum how)
        : network{network::Model::read(model, where, how), network::available_arithmetic().back()} {}

    network::Network network;

    void read(Document& document, Workspace::State& state) const;
    static void write(Document& document, const Stretch& stretch, const network::Reading& reading, std::size_t at);
};

Tagger::Workspace::Workspace() : m_state{std::make_unique<State>()} {}
Tagger::Workspace::~Workspace() = default;
Tagger::Workspace::Workspace(Workspace&&) noexcept = default;
Tagger::Workspace& Tagger::Workspace::operator=(Workspace&&) noexcept = default;

Tagger::Tagger(std::span<const std::byte> model, std::string where)
    : Tagger{std::make_unique<const Impl>(model, where, network::Checksum::verify)} {}
Tagger::Tagger(std::unique_ptr<const Impl> impl) : m_impl{std::move(impl)} {}
Tagger::~Tagger() = default;
Tagger::Tagger(Tagger&&) noexcept = default;
Tagger& Tagger::operator=(Tagger&&) noexcept = default;

const Tagger& Tagger::built_in() {
    // Part of the program, which does not check itself whenever it starts; a test looks at the checksum.
    static const Tagger tagger{std::make_unique<const Impl>(embedded_language_model(), "built-in language model", network::Checksum::skip)};
    return tagger;
}

void Tagger::tag(Document& document, Workspace& workspace) const {
    const auto count = document.token.size();
    document.upos.resize(count);
    document.xpos.resize(count);
    document.morph.resize(count);
    document.head.resize(count);
    document.deprel.resize(count);
    auto& state = *workspace.m_state;
    state.mentions.clear();
    const auto flush = [&] {
        m_impl->read(document, state);
        state.batch.clear();
        state.stretches.clear();
    };
    for (const auto& sentence : document.sentences) {
        for (auto begin = sentence.tokens.begin; begin < sentence.tokens.end;) {
            const auto end = std::min(sentence.tokens.end, begin + static_cast<std::uint32_t>(network::max_piece_tokens));
            for (auto t = begin; t < end; ++t) state.batch.forms.push_back(document.form(t));
            state.batch.sizes.push_back(end - begin);
            state.stretches.push_back({{begin, end}, sentence.tokens.begin});
            begin = end;
            if (state.batch.forms.size() >= batch_tokens) flush();
        }
    }
    flush();
    network::set_bounds(document, state.mentions);
    network::add_acronyms(document, state.mentions);
    state.agreement.settle(document, state.mentions);
    network::repair_trees(document);
}

void Tagger::Impl::read(Document& document, Workspace::State& state) const {
    if (state.batch.forms.empty()) return;
    network.read(state.batch, state.scratch, state.reading);
    std::size_t at = 0;
    for (const auto& stretch : state.stretches) {
        write(document, stretch, state.reading, at);
        at += stretch.tokens.size();
    }
    const auto first = state.stretches.front().tokens.begin; // the stretches of a batch follow one another
    for (const auto& name : state.reading.names) {
        state.mentions.push_back({{first + name.tokens.begin, first + name.tokens.end}, name.scores});
    }
}

void Tagger::Impl::write(Document& document, const Stretch& stretch, const network::Reading& reading, std::size_t at) {
    const auto begin = stretch.tokens.begin;
    for (std::uint32_t i = 0; i < stretch.tokens.size(); ++i) {
        const auto t = begin + i;
        document.upos[t] = reading.upos[at + i];
        document.xpos[t] = reading.xpos[at + i];
        document.morph[t] = reading.morph[at + i];
        const auto head = reading.head[at + i];
        document.head[t] = head == 0 ? Document::root : begin + head - 1;
        document.deprel[t] = reading.deprel[at + i];
    }
    if (begin == stretch.sentence_begin) return;
    // What the sentence goes on with hangs on its beginning.
    const auto sentence_begin = document.head.begin() + stretch.sentence_begin;
    const auto first_root = std::find(sentence_begin, document.head.begin() + begin, Document::root) - document.head.begin();
    const auto root = std::find(document.head.begin() + begin, document.head.begin() + stretch.tokens.end, Document::root) - document.head.begin();
    document.head[static_cast<std::size_t>(root)] = static_cast<std::uint32_t>(first_root);
    document.deprel[static_cast<std::size_t>(root)] = Deprel::parataxis;
}

} // namespace dateline
