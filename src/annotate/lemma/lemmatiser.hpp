// SPDX-License-Identifier: MIT
#pragma once

#include <dateline/core/document.hpp>
#include <dateline/knowledge/table.hpp>

namespace dateline {

/// Gives every token its lemma after its form, XPOS and features.
class Lemmatiser {
public:
    explicit Lemmatiser(const Knowledge& knowledge);

    /// Fills `lemma` and `lemma_text`; requires `token`, `upos`, `xpos` and `morph`.
    void lemmatise(Document& document) const;
};

} // namespace dateline
