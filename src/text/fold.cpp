// SPDX-License-Identifier: MIT
#include <dateline/text/fold.hpp>

#include <cstdint>

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <dateline/text/utf8.hpp>

namespace dateline {
namespace {

/// One character of folded text, or 0 for a mark that is dropped. Letters that NFKD leaves whole are spelt by hand.
char32_t fold_one(char32_t c) {
    switch (c) {
    case 0x2018: case 0x2019: case 0x02BC: case 0x2032: case 0x0060: case 0x00B4: return '\'';
    case 0x201C: case 0x201D: case 0x2033: return '"';
    case 0x2010: case 0x2011: case 0x2012: case 0x2013: case 0x2014: case 0x2015: case 0x2212: return '-';
    case 0x0142: return 'l'; // ł
    case 0x00F8: return 'o'; // ø
    case 0x0111: return 'd'; // đ
    case 0x0131: return 'i'; // ı
    default: break;
    }
    const auto type = u_charType(static_cast<UChar32>(c));
    return type == U_NON_SPACING_MARK || type == U_ENCLOSING_MARK || type == U_FORMAT_CHAR ? U'\0' : c;
}

} // namespace

void append_lower(std::string& out, std::string_view text) {
    for (std::size_t i = 0; i < text.size();) {
        const auto byte = static_cast<unsigned char>(text[i]);
        if (byte < 0x80) {
            out += static_cast<char>(byte >= 'A' && byte <= 'Z' ? byte + ('a' - 'A') : byte);
            ++i;
            continue;
        }
        const auto [c, length] = decode(text, i);
        append_utf8(out, static_cast<char32_t>(u_tolower(static_cast<UChar32>(c))));
        i += length;
    }
}

std::string lower(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    append_lower(out, text);
    return out;
}

std::string fold(std::string_view text) {
    std::string lowered;
    bool ascii = true;
    for (const char c : text) ascii = ascii && static_cast<unsigned char>(c) < 0x80;
    if (ascii) {
        append_lower(lowered, text);
    } else {
        UErrorCode error = U_ZERO_ERROR;
        const auto* const nfkd = icu::Normalizer2::getNFKDInstance(error);
        if (U_FAILURE(error)) return lower(text); // ICU without its data: names compare less well, nothing else breaks
        auto decomposed = nfkd->normalize(icu::UnicodeString::fromUTF8({text.data(), static_cast<std::int32_t>(text.size())}), error);
        decomposed.toLower().toUTF8String(lowered);
    }
    std::string out;
    out.reserve(lowered.size());
    for (std::size_t i = 0; i < lowered.size();) {
        const auto [c, length] = decode(lowered, i);
        i += length;
        if (is_space(c)) {
            if (!out.empty() && out.back() != ' ') out += ' ';
        } else if (const auto folded = fold_one(c); folded != 0) {
            append_utf8(out, folded);
        }
    }
    if (!out.empty() && out.back() == ' ') out.pop_back();
    return out;
}

std::string slug(std::string_view text) {
    const auto folded = fold(text);
    std::string out;
    for (std::size_t i = 0; i < folded.size();) {
        const auto [c, length] = decode(folded, i);
        if (is_letter(c) || is_digit(c)) {
            out.append(folded, i, length);
        } else if (c != '\'' && c != '.' && !out.empty() && out.back() != '-') {
            out += '-';
        }
        i += length;
    }
    if (!out.empty() && out.back() == '-') out.pop_back();
    return out;
}

} // namespace dateline
