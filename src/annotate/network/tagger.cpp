// SPDX-License-Identifier: MIT
#include "../tagger.hpp"

namespace dateline {

struct Tagger::Workspace::State {};
struct Tagger::Impl {};

Tagger::Workspace::Workspace() : m_state{std::make_unique<State>()} {}
Tagger::Workspace::~Workspace() = default;
Tagger::Workspace::Workspace(Workspace&&) noexcept = default;
Tagger::Workspace& Tagger::Workspace::operator=(Workspace&&) noexcept = default;

Tagger::Tagger(std::span<const std::byte> /*model*/, std::string /*where*/) : m_impl{std::make_unique<const Impl>()} {}
Tagger::~Tagger() = default;
Tagger::Tagger(Tagger&&) noexcept = default;
Tagger& Tagger::operator=(Tagger&&) noexcept = default;

const Tagger& Tagger::built_in() {
    static const Tagger tagger{std::span<const std::byte>{}};
    return tagger;
}

void Tagger::tag(Document& document, Workspace& /*workspace*/) const {
    const auto count = document.token.size();
    document.upos.assign(count, Upos::x);
    document.xpos.assign(count, 0);
    document.morph.assign(count, Morph{});
    document.head.assign(count, Document::root);
    document.deprel.assign(count, Deprel::root);
    document.names.clear();
    for (const auto& sentence : document.sentences) {
        for (auto t = sentence.tokens.begin + 1; t < sentence.tokens.end; ++t) {
            document.head[t] = sentence.tokens.begin;
            document.deprel[t] = Deprel::dep;
        }
    }
}

} // namespace dateline
