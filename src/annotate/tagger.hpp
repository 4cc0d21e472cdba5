// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <memory>
#include <span>
#include <string>

#include <dateline/core/document.hpp>

namespace dateline {

/// The learnt layer of `annotate`: tags, features, trees and names of sentences that are already split into tokens.
/// Immutable once made; one instance serves all threads, each with a Workspace of its own.
class Tagger {
public:
    /// Scratch space that is worth keeping from document to document; after the first few, tagging allocates nothing a token.
    class Workspace {
    public:
        Workspace();
        ~Workspace();
        Workspace(Workspace&&) noexcept;
        Workspace& operator=(Workspace&&) noexcept;

    private:
        friend class Tagger;
        struct State;
        std::unique_ptr<State> m_state;
    };

    /// Checks the model whole; throws Error{internal} when it is damaged. The bytes must be aligned to 64 and outlive the object.
    explicit Tagger(std::span<const std::byte> model, std::string where = "language model");
    ~Tagger();
    Tagger(Tagger&&) noexcept;
    Tagger& operator=(Tagger&&) noexcept;

    /// The model built into the program.
    [[nodiscard]] static const Tagger& built_in();

    /// Fills `upos`, `xpos`, `morph`, `head`, `deprel` and `names` from `text`, `sentences` and `token`; their former content is lost.
    /// Requires that the sentences' token ranges follow one another and cover all tokens. Total: any tokens get trees that are
    /// single-rooted and acyclic; time is linear in the number of tokens.
    void tag(Document& document, Workspace& workspace) const;

private:
    struct Impl;
    explicit Tagger(std::unique_ptr<const Impl> impl);

    std::unique_ptr<const Impl> m_impl;
};

} // namespace dateline
