// SPDX-License-Identifier: MIT
#include "model.hpp"

#include <algorithm>
#include <bit>
#include <cassert>
#include <cmath>
#include <cstring>
#include <utility>

#include <dateline/annotate/conllu.hpp>
#include <dateline/core/error.hpp>
#include <dateline/text/hash.hpp>

namespace dateline::network {
namespace {

static_assert(std::endian::native == std::endian::little, "a model is little endian and read in place");

constexpr std::string_view magic = "DLLANG01";
constexpr std::size_t head_size = 24; // magic, total size, sections, checksum
constexpr std::size_t alignment = 64;

// The sections in their order: these, then weights, scales and biases of every matrix.
enum SectionId : std::size_t { vocabulary_slots, word_values, word_scales, piece_values, piece_scales, gate_peepholes, label_offsets, feature_list };
constexpr std::size_t plain_sections = 8;
constexpr std::size_t section_count = plain_sections + 3 * matrix_count;

constexpr std::size_t peephole_count = layer_count * 2 * 2 * direction_width;
constexpr std::size_t max_morphs = 1024;

// How a file stores matrices: for each group of lanes, for each pair of inputs, for each lane, the weights of both; scales are of this part.
constexpr float stored_scale = 2048.0F;
constexpr std::size_t stored_index(std::size_t depth, std::size_t input, std::size_t column) noexcept {
    return (column / lanes) * depth * lanes + (input / 2) * 2 * lanes + (column % lanes) * 2 + input % 2;
}

std::string_view text_of(std::span<const std::byte> bytes) noexcept { return {reinterpret_cast<const char*>(bytes.data()), bytes.size()}; }

/// Eight bytes at a time; a model is large.
std::uint64_t checksum(std::span<const std::byte> bytes) noexcept {
    std::uint64_t sum = bytes.size();
    std::size_t at = 0;
    for (; at + 8 <= bytes.size(); at += 8) {
        std::uint64_t word = 0;
        std::memcpy(&word, bytes.data() + at, sizeof word);
        sum = (std::rotl(sum, 5) ^ word) * 0x9E37'79B9'7F4A'7C15U;
    }
    return mix(sum ^ stable_hash(text_of(bytes.subspan(at))));
}

/// The checked sections of a file.
class Sections {
public:
    Sections(std::span<const std::byte> bytes, const std::string& where, Checksum how) : m_bytes{bytes}, m_where{where} {
        require(bytes.size() >= head_size + section_count * 8 && bytes.size() <= 0xFFFF'FFFFU, "too short");
        require(reinterpret_cast<std::uintptr_t>(bytes.data()) % alignment == 0, "it is not aligned in memory");
        require(text_of(bytes.first(8)) == magic, "it does not start as a language model of this version");
        require(number(8) == bytes.size(), "its length is not what its head says");
        require(number(12) == section_count, "it has not the sections of this version");
        std::uint64_t sum = 0;
        std::memcpy(&sum, bytes.data() + 16, sizeof sum);
        require(how == Checksum::skip || sum == checksum(bytes.subspan(head_size)), "its checksum does not fit");
    }

    void require(bool holds, std::string_view what) const {
        if (!holds) throw Error{Error::Kind::internal, m_where, "damaged: " + std::string{what}};
    }

    [[nodiscard]] std::span<const std::byte> bytes(std::size_t id) const {
        const std::size_t offset = number(head_size + id * 8);
        const std::size_t size = number(head_size + id * 8 + 4);
        require(offset % alignment == 0 && offset <= m_bytes.size() && size <= m_bytes.size() - offset, "a section lies outside");
        return m_bytes.subspan(offset, size);
    }

    template <class T>
    [[nodiscard]] std::span<const T> items(std::size_t id) const {
        const auto section = bytes(id);
        require(section.size() % sizeof(T) == 0, "a section is cut off");
        return {reinterpret_cast<const T*>(section.data()), section.size() / sizeof(T)};
    }

    template <class T>
    [[nodiscard]] std::span<const T> items(std::size_t id, std::size_t count) const {
        const auto found = items<T>(id);
        require(found.size() == count, "a section has not the size that the network's shape asks for");
        return found;
    }

    [[nodiscard]] std::span<const float> numbers(std::size_t id, std::size_t count) const {
        const auto found = items<float>(id, count);
        require(std::ranges::all_of(found, [](float x) { return std::isfinite(x); }), "a number is not finite");
        return found;
    }

private:
    [[nodiscard]] std::uint32_t number(std::size_t at) const noexcept {
        std::uint32_t value = 0;
        std::memcpy(&value, m_bytes.data() + at, sizeof value);
        return value;
    }

    std::span<const std::byte> m_bytes;
    const std::string& m_where;
};

PackedRows read_rows(const Sections& sections, std::size_t values, std::size_t scales, std::size_t width, std::size_t count) {
    return {width, sections.items<std::int8_t>(values, count * width), sections.numbers(scales, count)};
}

PackedMatrix read_matrix(const Sections& sections, std::size_t index, Size size) {
    const auto id = plain_sections + 3 * index;
    const auto columns = padded(size.columns);
    const auto weights = sections.items<std::int8_t>(id, size.depth * columns);
    const auto stored = sections.numbers(id + 1, columns);
    std::vector<float> scales{stored.begin(), stored.end()};
    for (auto& scale : scales) scale *= stored_scale;
    return PackedMatrix::pack(size.depth, std::move(scales), sections.numbers(id + 2, columns),
                              [&](std::size_t input, std::size_t column) { return weights[stored_index(size.depth, input, column)]; });
}

std::vector<Morph> read_morphs(const Sections& sections) {
    std::vector<Morph> found;
    auto text = text_of(sections.bytes(feature_list));
    while (!text.empty()) {
        const auto end = text.find('\n');
        sections.require(end != std::string_view::npos, "the list of features is cut off");
        found.push_back(parse_features(text.substr(0, end)));
        text.remove_prefix(end + 1);
    }
    sections.require(!found.empty() && found.size() <= max_morphs, "it has too few or too many combinations of features");
    return found;
}

/// Grows a file section by section.
class FileBuilder {
public:
    FileBuilder() : m_bytes(head_size + section_count * 8) {}

    template <class T>
    void add(std::span<const T> items) {
        m_bytes.resize((m_bytes.size() + alignment - 1) / alignment * alignment);
        const auto data = std::as_bytes(items);
        put(head_size + m_sections * 8, static_cast<std::uint32_t>(m_bytes.size()));
        put(head_size + m_sections * 8 + 4, static_cast<std::uint32_t>(data.size()));
        m_bytes.insert(m_bytes.end(), data.begin(), data.end());
        ++m_sections;
    }

    [[nodiscard]] std::vector<std::byte> finish() {
        assert(m_sections == section_count);
        std::memcpy(m_bytes.data(), magic.data(), magic.size());
        put(8, static_cast<std::uint32_t>(m_bytes.size()));
        put(12, static_cast<std::uint32_t>(section_count));
        seal_model(m_bytes);
        return std::move(m_bytes);
    }

private:
    template <class T>
    void put(std::size_t at, T value) {
        std::memcpy(m_bytes.data() + at, &value, sizeof value);
    }

    std::vector<std::byte> m_bytes;
    std::size_t m_sections = 0;
};

std::int8_t to_byte(float value, float scale) noexcept {
    return static_cast<std::int8_t>(scale > 0.0F ? std::clamp(std::lround(value / scale), -127L, 127L) : 0L);
}

void add_rows(FileBuilder& file, std::span<const float> rows, std::size_t width) {
    std::vector<std::int8_t> values;
    std::vector<float> scales;
    values.reserve(rows.size());
    for (std::size_t at = 0; at < rows.size(); at += width) {
        float largest = 0;
        for (std::size_t i = 0; i < width; ++i) largest = std::max(largest, std::abs(rows[at + i]));
        scales.push_back(largest / 127.0F);
        for (std::size_t i = 0; i < width; ++i) values.push_back(to_byte(rows[at + i], scales.back()));
    }
    file.add<std::int8_t>(values);
    file.add<float>(scales);
}

void add_matrix(FileBuilder& file, Size size, std::span<const float> weights, std::span<const float> biases) {
    const auto columns = padded(size.columns);
    std::vector<std::int8_t> packed(size.depth * columns, 0);
    std::vector<float> scales(columns, 0.0F);
    std::vector<float> padded_biases(biases.begin(), biases.end());
    padded_biases.resize(columns, 0.0F);
    for (std::size_t column = 0; column < size.columns; ++column) {
        float largest = 0;
        for (std::size_t k = 0; k < size.depth; ++k) largest = std::max(largest, std::abs(weights[k * size.columns + column]));
        const float scale = largest / 127.0F;
        for (std::size_t k = 0; k < size.depth; ++k) {
            packed[stored_index(size.depth, k, column)] = to_byte(weights[k * size.columns + column], scale);
        }
        scales[column] = scale / stored_scale;
    }
    file.add<std::int8_t>(packed);
    file.add<float>(scales);
    file.add<float>(padded_biases);
}

} // namespace

void seal_model(std::span<std::byte> file) {
    const auto sum = checksum(file.subspan(head_size));
    std::memcpy(file.data() + 16, &sum, sizeof sum);
}

Size matrix_size(MatrixId id, std::size_t morph_count) noexcept {
    switch (id) {
    case MatrixId::layer0: return {input_width, projection_width(0)};
    case MatrixId::layer1:
    case MatrixId::layer2: return {encoder_width, projection_width(1)};
    case MatrixId::tag_hidden: return {encoder_width, tag_width};
    case MatrixId::tag_out: return {tag_width, upos_count + xpos_count + morph_count};
    case MatrixId::heads: return {encoder_width, heads_width};
    case MatrixId::arc_bilinear: return {arc_width, arc_width};
    case MatrixId::arc_distance: return {arc_width, distance_classes};
    case MatrixId::label_out: return {label_width, deprel_count};
    case MatrixId::name_out: return {name_width, name_labels};
    }
    return {};
}

Model Model::read(std::span<const std::byte> bytes, const std::string& where, Checksum how) {
    const Sections sections{bytes, where, how};
    Model model;
    const auto word_count = sections.items<float>(word_scales).size();
    const auto slots = sections.items<std::uint32_t>(vocabulary_slots);
    sections.require(word_count > 1 && Vocabulary::valid(slots, word_count), "its vocabulary is no table of its words");
    model.vocabulary = Vocabulary{slots};
    model.words = read_rows(sections, word_values, word_scales, word_width, word_count);
    model.pieces = read_rows(sections, piece_values, piece_scales, piece_width, piece_buckets);
    model.peepholes = sections.numbers(gate_peepholes, peephole_count);
    model.label_distances = sections.numbers(label_offsets, distance_classes * label_width);
    model.morphs = read_morphs(sections);
    for (std::size_t i = 0; i < matrix_count; ++i) {
        model.matrices[i] = read_matrix(sections, i, matrix_size(static_cast<MatrixId>(i), model.morphs.size()));
    }
    return model;
}

std::vector<std::byte> write_model(const LearntModel& learnt) {
    FileBuilder file;
    file.add<std::uint32_t>(learnt.vocabulary);
    add_rows(file, learnt.words, word_width);
    add_rows(file, learnt.pieces, piece_width);
    file.add<float>(learnt.peepholes);
    file.add<float>(learnt.label_distances);
    std::string features;
    for (const auto& morph : learnt.morphs) features += format_features(morph) + '\n';
    file.add<char>(features);
    for (std::size_t i = 0; i < matrix_count; ++i) {
        add_matrix(file, matrix_size(static_cast<MatrixId>(i), learnt.morphs.size()), learnt.matrices[i], learnt.biases[i]);
    }
    return file.finish();
}

} // namespace dateline::network
