// SPDX-License-Identifier: MIT
#pragma once

#include <memory>

#include <dateline/core/document.hpp>

namespace dateline {

/// Article -> Document: sentences, tokens, tags, lemmas, trees and names. Immutable once made; one instance serves all threads.
class Annotator {
public:
    /// With the models built into the program.
    Annotator();
    ~Annotator();
    Annotator(Annotator&&) noexcept;
    Annotator& operator=(Annotator&&) noexcept;

    /// Total: any bytes give a document whose offsets are valid and whose trees are single-rooted and acyclic.
    [[nodiscard]] Document annotate(Article article) const;

    /// Keeps the text, sentences and tokens of `document` (read from CoNLL-U, say) and makes all other layers anew.
    [[nodiscard]] Document annotate_tokens(Document document) const;

    /// Text, sentences and tokens only.
    [[nodiscard]] Document tokenise(Article article) const;

private:
    struct Impl;
    std::unique_ptr<const Impl> m_impl;
};

} // namespace dateline
