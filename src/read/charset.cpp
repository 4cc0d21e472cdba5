// SPDX-License-Identifier: MIT
#include "charset.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <utility>

#include <uchardet/uchardet.h>
#include <unicode/ucnv.h>
#include <unicode/unistr.h>

#include <dateline/knowledge/table.hpp>
#include <dateline/text/fold.hpp>
#include <dateline/text/utf8.hpp>

#include "input.hpp"

namespace dateline {
namespace {

constexpr std::string_view utf8_mark{"\xEF\xBB\xBF", 3};
constexpr std::size_t declaration_window = 4096; // HTML says 1024; pages that put scripts first need more

struct CloseConverter {
    void operator()(UConverter* converter) const noexcept { ucnv_close(converter); }
};
using Converter = std::unique_ptr<UConverter, CloseConverter>;

Converter open_converter(const std::string& name) {
    UErrorCode error = U_ZERO_ERROR;
    Converter converter{ucnv_open(name.c_str(), &error)};
    return U_SUCCESS(error) ? std::move(converter) : nullptr;
}

/// The ICU name for a label as the web uses it: "latin1" means windows-1252 there (WHATWG Encoding 4.2).
std::string converter_name(std::string_view label) {
    auto key = lower(label);
    const auto table = Knowledge::built_in().table("charsets");
    const auto rows = table.find(key);
    return rows.empty() ? key : std::string{table.cell(rows.front(), 1)};
}

std::optional<std::string> convert(std::string_view bytes, std::string_view label) {
    if (label.empty() || bytes.size() > INT32_MAX) return std::nullopt;
    const auto converter = open_converter(converter_name(label));
    if (!converter) return std::nullopt;
    UErrorCode error = U_ZERO_ERROR;
    const icu::UnicodeString text{bytes.data(), static_cast<std::int32_t>(bytes.size()), converter.get(), error};
    if (U_FAILURE(error)) return std::nullopt;
    std::string out;
    text.toUTF8String(out);
    return out;
}

/// The share of characters that could not be read: what a wrong label leaves behind.
double damage(std::string_view text) {
    constexpr std::string_view replacement = "\xEF\xBF\xBD";
    std::size_t count = 0;
    for (auto at = text.find(replacement); at != std::string_view::npos; at = text.find(replacement, at + replacement.size())) ++count;
    return static_cast<double>(count) / static_cast<double>(text.size() + 1);
}

/// The value behind `key` and an equals sign, quoted or bare.
std::string_view value_after(std::string_view text, std::string_view key) {
    const auto at = text.find(key);
    if (at == std::string_view::npos) return {};
    auto rest = text.substr(at + key.size());
    rest.remove_prefix(std::min(rest.find_first_not_of(" \t\r\n"), rest.size()));
    if (!rest.starts_with('=')) return {};
    rest.remove_prefix(1);
    rest.remove_prefix(std::min(rest.find_first_not_of(" \t\r\n\"'"), rest.size()));
    return rest.substr(0, rest.find_first_of(" \t\r\n\"';>/?"));
}

std::string declared_label(std::string_view bytes) {
    const auto head = lower(bytes.substr(0, declaration_window));
    if (head.starts_with("<?xml")) {
        const auto label = value_after(std::string_view{head}.substr(0, head.find("?>")), "encoding");
        if (!label.empty()) return std::string{label};
    }
    for (auto at = head.find("<meta"); at != std::string::npos; at = head.find("<meta", at + 1)) {
        const auto tag = std::string_view{head}.substr(at, head.find('>', at) - at);
        const auto label = value_after(tag, "charset");
        if (!label.empty()) return std::string{label};
    }
    return {};
}

std::string guessed_label(std::string_view bytes) {
    constexpr std::size_t enough = std::size_t{1} << 17U;
    const std::unique_ptr<uchardet, decltype(&uchardet_delete)> detector{uchardet_new(), &uchardet_delete};
    if (uchardet_handle_data(detector.get(), bytes.data(), std::min(bytes.size(), enough)) != 0) return {};
    uchardet_data_end(detector.get());
    return uchardet_get_charset(detector.get());
}

/// Is `bytes` UTF-8 but for a few stray bytes, as of pages glued together or cut off?
bool is_nearly_utf8(std::string_view bytes) {
    std::size_t good = 0;
    std::size_t bad = 0;
    for (std::size_t i = 0; i < bytes.size();) {
        const auto [c, length] = decode(bytes, i);
        if (c == 0xFFFD && length == 1) {
            ++bad;
        } else if (c >= 0x80) {
            ++good;
        }
        i += length;
    }
    return good > 4 * bad;
}

} // namespace

std::string_view wide_encoding(std::string_view head) noexcept {
    const auto starts = [&](std::initializer_list<unsigned> bytes) {
        std::size_t i = 0;
        return head.size() >= bytes.size() &&
               std::ranges::all_of(bytes, [&](unsigned byte) { return static_cast<unsigned char>(head[i++]) == byte; });
    };
    if (starts({0xFF, 0xFE, 0, 0})) return "UTF-32LE";
    if (starts({0, 0, 0xFE, 0xFF})) return "UTF-32BE";
    if (starts({0xFF, 0xFE})) return "UTF-16LE";
    if (starts({0xFE, 0xFF})) return "UTF-16BE";
    // Without a mark: what starts as markup or JSON starts with ASCII, and ASCII shows where the zeros are (RFC 4627 3).
    if (head.size() < 4) return {};
    const auto zero = [&](std::size_t i) { return head[i] == '\0'; };
    if (zero(0) && zero(1) && zero(2) && !zero(3)) return "UTF-32BE";
    if (!zero(0) && zero(1) && zero(2) && zero(3)) return "UTF-32LE";
    if (zero(0) && !zero(1) && zero(2) && !zero(3)) return "UTF-16BE";
    if (!zero(0) && zero(1) && !zero(2) && zero(3)) return "UTF-16LE";
    return {};
}

std::string to_utf8(std::string bytes, std::string_view label) {
    if (bytes.starts_with(utf8_mark)) return repair_utf8(bytes.substr(utf8_mark.size()));
    if (const auto wide = wide_encoding(bytes); !wide.empty()) {
        auto text = convert(bytes, wide).value_or(std::string{});
        return text.starts_with(utf8_mark) ? text.substr(utf8_mark.size()) : text;
    }
    const bool escapes = bytes.find('\x1B') != std::string::npos; // ISO-2022-JP is ASCII to the eye
    if (!escapes && is_utf8(bytes)) return bytes;
    if (is_nearly_utf8(bytes) && !escapes) return repair_utf8(std::move(bytes));

    constexpr double bearable = 0.001;
    std::optional<std::string> best;
    for (const auto& candidate : {std::string{label}, declared_label(bytes), guessed_label(bytes), std::string{"windows-1252"}}) {
        auto text = convert(bytes, candidate);
        if (!text) continue;
        if (damage(*text) <= bearable) return *text;
        if (!best || damage(*text) < damage(*best)) best = std::move(text);
    }
    return best ? *best : repair_utf8(std::move(bytes));
}

namespace {

/// UTF-16 or UTF-32 as UTF-8, as a stream.
class WideSource final : public ByteSource {
public:
    WideSource(Input input, Converter from) : m_input{std::move(input)}, m_from{std::move(from)}, m_to{open_converter("UTF-8")} {}

    std::size_t read(char* to, std::size_t size) override {
        for (;;) {
            const auto bytes = m_input.peek(portion);
            const bool last = bytes.size() < portion;
            const auto* source = bytes.data();
            auto* target = to;
            UErrorCode error = U_ZERO_ERROR;
            ucnv_convertEx(m_to.get(), m_from.get(), &target, to + size, &source, bytes.data() + bytes.size(), m_pivot.data(), &m_pivot_source,
                           &m_pivot_target, m_pivot.data() + m_pivot.size(), static_cast<UBool>(false), static_cast<UBool>(last), &error);
            m_input.skip(static_cast<std::uint64_t>(source - bytes.data()));
            const auto got = static_cast<std::size_t>(target - to);
            if (got > 0 || bytes.empty() || (U_FAILURE(error) && error != U_BUFFER_OVERFLOW_ERROR)) return got;
        }
    }

private:
    static constexpr std::size_t portion = std::size_t{1} << 15U;
    Input m_input;
    Converter m_from;
    Converter m_to;
    std::array<char16_t, 4096> m_pivot{};
    char16_t* m_pivot_source = m_pivot.data();
    char16_t* m_pivot_target = m_pivot.data();
};

} // namespace

Input decode_wide(Input input) {
    if (input.peek(utf8_mark.size()) == utf8_mark) {
        input.skip(utf8_mark.size());
        return input;
    }
    const auto encoding = wide_encoding(input.peek(4));
    if (encoding.empty()) return input;
    auto converter = open_converter(std::string{encoding});
    Input decoded{std::make_unique<WideSource>(std::move(input), std::move(converter))};
    if (decoded.peek(utf8_mark.size()) == utf8_mark) decoded.skip(utf8_mark.size());
    return decoded;
}

} // namespace dateline
