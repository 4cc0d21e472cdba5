// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include <dateline/core/document.hpp>

namespace dateline {

/// Learns from documents with gold sentences (read from CoNLL-U) where sentences end; gives the model in the form of its file,
/// data/models/sentences.bin. The same documents give the same bytes.
[[nodiscard]] std::vector<std::byte> train_sentence_model(std::span<const Document> gold);

} // namespace dateline
