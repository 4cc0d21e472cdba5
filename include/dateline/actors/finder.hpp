// SPDX-License-Identifier: MIT
#pragma once

#include <memory>

#include <dateline/actors/dictionary.hpp>
#include <dateline/core/actor.hpp>
#include <dateline/core/document.hpp>
#include <dateline/knowledge/table.hpp>

namespace dateline {

/// Finds who is spoken of in a document. Immutable once made; one instance serves all threads.
class ActorFinder {
public:
    explicit ActorFinder(ActorDictionary dictionary = {}, const Knowledge& knowledge = Knowledge::built_in());
    ~ActorFinder();
    ActorFinder(ActorFinder&&) noexcept;
    ActorFinder& operator=(ActorFinder&&) noexcept;

    [[nodiscard]] ActorLayer find(const Document& document) const;

private:
    struct Impl;
    std::unique_ptr<const Impl> m_impl;
};

} // namespace dateline
