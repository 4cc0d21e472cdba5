// SPDX-License-Identifier: MIT
//
// Damaged models are refused with one clear error, or – when the damage is such that the file is whole again – read text soundly.
// The input says which bytes of the built-in models to change: four bytes of place, one of value, again and again. The language model's
// checksum is made to fit afterwards, since nothing would get past it.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <memory>
#include <new>
#include <span>
#include <utility>
#include <vector>

#include <dateline/annotate/annotator.hpp>
#include <dateline/core/error.hpp>

#include "network/embedded.hpp"
#include "network/model.hpp"
#include "soundness.hpp"
#include "tagger.hpp"
#include "tokens/sentence_model.hpp"

namespace dateline {
std::span<const std::byte> embedded_sentence_model();
}

namespace {

/// A copy of a model in memory aligned as the built-in one is.
class Copy {
public:
    explicit Copy(std::span<const std::byte> original) : m_bytes{static_cast<std::byte*>(::operator new(original.size(), alignment))}, m_size{original.size()} {
        std::memcpy(m_bytes.get(), original.data(), m_size);
    }
    [[nodiscard]] std::span<std::byte> bytes() const noexcept { return {m_bytes.get(), m_size}; }

private:
    static constexpr std::align_val_t alignment{64};
    struct Free {
        void operator()(std::byte* bytes) const noexcept { ::operator delete(bytes, alignment); }
    };
    std::unique_ptr<std::byte, Free> m_bytes;
    std::size_t m_size;
};

/// Changes bytes for as long as it lives.
class Damage {
public:
    Damage(std::span<std::byte> model, std::span<const std::uint8_t> changes) : m_model{model} {
        for (; changes.size() >= 5; changes = changes.subspan(5)) {
            std::uint32_t place = 0;
            std::memcpy(&place, changes.data(), sizeof place);
            auto& byte = model[place % model.size()];
            m_before.emplace_back(place % model.size(), byte);
            byte = std::byte{changes[4]};
        }
    }
    ~Damage() {
        for (auto change = m_before.rbegin(); change != m_before.rend(); ++change) m_model[change->first] = change->second;
    }
    Damage(const Damage&) = delete;
    Damage& operator=(const Damage&) = delete;

private:
    std::span<std::byte> m_model;
    std::vector<std::pair<std::size_t, std::byte>> m_before;
};

/// Runs `use`; true when it refused with the error that a damaged model gives.
/// Runs `use`, which may refuse with the error that a damaged model gives, and with no other.
template <class Use>
void read_or_refuse(const Use& use) {
    try {
        use();
    } catch (const dateline::Error& error) {
        if (error.kind() != dateline::Error::Kind::internal) std::abort();
    }
}

void read_text(const dateline::Tagger& tagger) {
    static const auto split = dateline::Annotator{}.tokenise({.title = {}, .text = "On Friday Ms. Ada Brown, the minister, left Oslo for the U.N. talks; nobody knew."});
    auto document = split;
    dateline::Tagger::Workspace workspace;
    tagger.tag(document, workspace);
    if (!dateline::test::unsoundness(document).empty()) std::abort();
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static const Copy language{dateline::embedded_language_model()};
    static const Copy sentences{dateline::embedded_sentence_model()};
    const Damage in_language{language.bytes(), {data, size}};
    dateline::network::seal_model(language.bytes());
    read_or_refuse([&] { read_text(dateline::Tagger{language.bytes()}); });
    const Damage in_sentences{sentences.bytes(), {data, size}};
    read_or_refuse([&] { dateline::SentenceModel{sentences.bytes()}; });
    return 0;
}
