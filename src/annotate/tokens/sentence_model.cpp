// SPDX-License-Identifier: MIT
#include "tokens/sentence_model.hpp"

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstring>
#include <string_view>

#include <dateline/core/error.hpp>
#include <dateline/text/hash.hpp>

namespace dateline {

std::span<const std::byte> embedded_sentence_model();

namespace {

constexpr std::string_view magic = "DLSENT01";
constexpr std::size_t head_size = 24;
constexpr std::uint32_t most_bits = 24;

template <class T>
T read(std::span<const std::byte> bytes, std::size_t at) noexcept {
    T value;
    std::memcpy(&value, bytes.data() + at, sizeof value);
    return value;
}

template <class T>
void write(std::vector<std::byte>& bytes, std::size_t at, T value) noexcept {
    std::memcpy(bytes.data() + at, &value, sizeof value);
}

std::string_view characters(std::span<const std::byte> bytes) noexcept { return {reinterpret_cast<const char*>(bytes.data()), bytes.size()}; }

} // namespace

SentenceModel::SentenceModel(std::span<const std::byte> bytes, const std::string& where) {
    const auto fail = [&](const char* what) { throw Error{Error::Kind::internal, where, what}; };
    if (bytes.size() < head_size || !characters(bytes).starts_with(magic)) fail("expected a sentence model of version 1");
    const auto bits = read<std::uint32_t>(bytes, 8);
    const auto weights = bytes.subspan(head_size);
    if (bits > most_bits || weights.size() != std::size_t{1} << bits) fail("the sentence model is cut short or too long");
    if (read<std::uint64_t>(bytes, 16) != mix(stable_hash(characters(weights)))) fail("the sentence model's checksum is wrong");
    m_scale = read<float>(bytes, 12);
    if (!std::isfinite(m_scale)) fail("the sentence model's scale is no number");
    m_weights = {reinterpret_cast<const std::int8_t*>(weights.data()), weights.size()};
}

const SentenceModel& SentenceModel::built_in() {
    static const SentenceModel model{embedded_sentence_model()};
    return model;
}

float SentenceModel::score(const BoundaryFeatures& features) const noexcept {
    int sum = 0;
    for (std::size_t i = 0; i < features.count; ++i) sum += m_weights[features.hashes[i] & (m_weights.size() - 1)];
    return static_cast<float>(sum) * m_scale;
}

std::vector<std::byte> pack_sentence_model(std::span<const float> weights) {
    float largest = 1e-6F;
    for (const auto w : weights) largest = std::max(largest, std::abs(w));
    const auto scale = largest / 127.0F;
    std::vector<std::byte> bytes(head_size + weights.size());
    for (std::size_t i = 0; i < weights.size(); ++i) {
        bytes[head_size + i] = static_cast<std::byte>(static_cast<std::int8_t>(std::lround(weights[i] / scale)));
    }
    std::memcpy(bytes.data(), magic.data(), magic.size());
    write(bytes, 8, static_cast<std::uint32_t>(std::countr_zero(weights.size())));
    write(bytes, 12, scale);
    write(bytes, 16, mix(stable_hash(characters(std::span{bytes}.subspan(head_size)))));
    return bytes;
}

} // namespace dateline
