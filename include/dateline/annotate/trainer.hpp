// SPDX-License-Identifier: MIT
//
// Trains the model of tags, trees and names that `annotate` runs.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <iosfwd>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <dateline/core/document.hpp>

namespace dateline {

/// Where a word stands in a name: its BIO tag. Besides the names that `annotate` tells, training knows those of another type ("B-MISC"),
/// which are learnt in order not to be taken for one of the types, and those of a type that nobody has told ("B"), which it finds itself.
struct NameMark {
    enum class Place : std::uint8_t { outside, begin, inside };
    static constexpr std::uint8_t other_type = static_cast<std::uint8_t>(NameType::event) + 1;
    static constexpr std::uint8_t untold_type = other_type + 1;

    Place place = Place::outside;
    std::uint8_t type = 0; ///< a NameType or one of the two above

    friend constexpr bool operator==(const NameMark&, const NameMark&) = default;
};
/// "O", "B-PERSON", "I-MISC", "B"; nothing for any other tag.
[[nodiscard]] std::optional<NameMark> parse_name_mark(std::string_view tag) noexcept;

/// Documents in which the same layers are marked: all of their words, or none.
struct TrainingSet {
    std::vector<Document> documents;
    bool trees = false;          ///< UPOS, XPOS, features, heads and relations
    std::vector<NameMark> names; ///< of all words, one document after the other; or none
};

/// Reads CoNLL-U: always with trees, with names (MISC "NE=") if there is one. Throws Error{format} with `where` and line.
[[nodiscard]] TrainingSet read_treebank(std::istream& in, const std::string& where);

/// Reads names as lines of a word, a tab and a BIO tag, an empty line after every sentence.
/// Throws Error{format} for a line of another form or a tag that no NameMark has.
[[nodiscard]] TrainingSet read_names(std::istream& in, const std::string& where);

/// Word vectors in the order of their words' frequency.
struct WordVectors {
    static constexpr std::size_t width = 100;
    std::vector<std::string> words; ///< lower case
    std::vector<float> values;      ///< `width` a word
};

/// Reads the text format of GloVe: a word and its numbers, separated by spaces, a line each. Keeps the first `limit` words.
/// Throws Error{format} for a line that has not a hundred numbers.
[[nodiscard]] WordVectors read_word_vectors(std::istream& in, const std::string& where, std::size_t limit);

struct TrainingProgress {
    unsigned epoch = 0; ///< counts from 1
    unsigned epochs = 0;
    double loss = 0; ///< mean over the epoch, a word
};

struct TrainingOptions {
    unsigned epochs = 24;
    std::uint64_t seed = 1;
    unsigned threads = 1; ///< 1 or 2; the model is the same
    std::function<void(const TrainingProgress&)> progress; ///< called after every epoch
};

/// The bytes of a model file. The same sets, vectors and seed give the same bytes.
/// Throws Error{usage} when no set has trees or none has names.
[[nodiscard]] std::vector<std::byte> train_language_model(std::span<const TrainingSet> sets, const WordVectors& vectors, const TrainingOptions& options);

} // namespace dateline
