// SPDX-License-Identifier: MIT
#include "word_features.hpp"

#include <algorithm>

#include <dateline/text/fold.hpp>
#include <dateline/text/hash.hpp>
#include <dateline/text/utf8.hpp>

#include "shape.hpp"
#include "word_lists.hpp"

namespace dateline::network {
namespace {

enum class Piece : std::uint64_t { form, shape, short_shape, prefix, suffix, trigram, root, list };

constexpr std::size_t longest_word = 64; // bytes that pieces are cut from: a URL tells by its ends
constexpr std::size_t max_trigrams = 14;

bool is_ascii_digit(char c) noexcept { return '0' <= c && c <= '9'; }

class Pieces {
public:
    explicit Pieces(WordFeatures& features) : m_features{features} {}
    void add(Piece kind, std::string_view bytes) {
        if (m_features.piece_count == max_pieces) return;
        const auto hash = mix(stable_hash(bytes, static_cast<std::uint64_t>(kind) * 0x9E37'79B9'7F4A'7C15U + bytes.size()));
        m_features.pieces[m_features.piece_count++] = static_cast<std::uint32_t>(hash % piece_buckets);
    }

private:
    WordFeatures& m_features;
};

char shape_of(CodePoint c) noexcept {
    if (c.value < 0x80) {
        const auto byte = static_cast<char>(c.value);
        if ('a' <= byte && byte <= 'z') return 'x';
        if ('A' <= byte && byte <= 'Z') return 'X';
        return is_ascii_digit(byte) ? '0' : byte;
    }
    if (is_upper(c.value)) return 'X';
    if (is_letter(c.value)) return 'x';
    return is_digit(c.value) ? '0' : '*';
}

/// "Washington-based" has the shape "Xxxxx-xxxx" and the short shape "Xx-x".
void add_shapes(std::string_view form, Pieces& pieces) {
    std::array<char, longest_word> shape{};
    std::array<char, longest_word> runs{};
    std::size_t shape_size = 0;
    std::size_t run_count = 0;
    std::size_t repeated = 0;
    for (std::size_t at = 0; at < form.size() && shape_size < longest_word;) {
        const auto c = decode(form, at);
        at += c.length;
        const auto kind = shape_of(c);
        const bool same = run_count > 0 && runs[run_count - 1] == kind;
        repeated = same ? repeated + 1 : 0;
        if (!same) runs[run_count++] = kind;
        if (repeated < 4) shape[shape_size++] = kind;
    }
    pieces.add(Piece::shape, {shape.data(), shape_size});
    pieces.add(Piece::short_shape, {runs.data(), run_count});
}

void add_affixes(std::string_view key, Pieces& pieces) {
    for (std::size_t size = 1; size <= 4 && size < key.size(); ++size) {
        if (size <= 3) pieces.add(Piece::prefix, key.substr(0, size));
        pieces.add(Piece::suffix, key.substr(key.size() - size));
    }
}

void add_trigrams(std::string_view key, Pieces& pieces) {
    if (key.size() < 3) return;
    const auto count = std::min(key.size() - 2, max_trigrams);
    for (std::size_t i = 0; i < count; ++i) pieces.add(Piece::trigram, key.substr(i, 3));
}

void add_lists(std::string_view key, Pieces& pieces, WordFeatures& features) {
    const auto lists = WordLists::built_in().find(key);
    const auto before = features.piece_count;
    for (std::size_t list = 0; list < word_list_count; ++list) {
        const auto name = static_cast<char>('a' + list);
        if ((lists >> list & 1U) != 0) pieces.add(Piece::list, {&name, 1});
    }
    features.list_count = features.piece_count - before;
}

} // namespace

void form_key(std::string_view form, std::string& key) {
    key.clear();
    append_lower(key, form);
    if (key.size() == 3 && key.starts_with("\xE2\x80")) { // U+2018 to U+201D
        const auto last = static_cast<unsigned char>(key[2]);
        if (last == 0x98 || last == 0x99) key = "'";
        if (last == 0x9C || last == 0x9D) key = "\"";
        return;
    }
    for (auto at = key.find("\xE2\x80\x99"); at != std::string::npos; at = key.find("\xE2\x80\x99", at)) key.replace(at, 3, "'");
}

bool mask_digits(std::string& key) {
    bool any = false;
    for (auto& c : key) {
        if (is_ascii_digit(c)) {
            c = '0';
            any = true;
        }
    }
    return any;
}

WordFeatures word_features(std::string_view form, const Vocabulary& vocabulary, std::string& scratch) {
    WordFeatures features;
    form_key(form, scratch);
    Pieces pieces{features};
    pieces.add(Piece::form, form.substr(0, longest_word));
    add_shapes(form, pieces);
    const auto key = std::string_view{scratch}.substr(0, longest_word);
    add_affixes(key, pieces);
    add_trigrams(key, pieces);
    add_lists(key, pieces, features);
    features.word = vocabulary.find(scratch).value_or(unknown_word);
    if (features.word == unknown_word && mask_digits(scratch)) features.word = vocabulary.find(scratch).value_or(unknown_word);
    return features;
}

WordFeatures root_features() {
    WordFeatures features;
    features.word = root_word;
    Pieces{features}.add(Piece::root, "");
    return features;
}

} // namespace dateline::network
