// SPDX-License-Identifier: MIT
#include "language.hpp"

#include <algorithm>

#include <cld2/public/compact_lang_det.h>
#include <cld2/public/encodings.h>

namespace dateline {

Language detect_language(std::string_view text) {
    constexpr std::size_t enough = 20'000; // bytes
    constexpr int clear_majority = 60;     // percent of the text
    text = text.substr(0, enough);
    while (!text.empty() && (static_cast<unsigned char>(text.back()) & 0xC0U) == 0x80U) text.remove_suffix(1); // not in the middle of a character
    if (!text.empty() && static_cast<unsigned char>(text.back()) >= 0xC0U) text.remove_suffix(1);
    const CLD2::CLDHints hints{nullptr, nullptr, CLD2::UNKNOWN_ENCODING, CLD2::UNKNOWN_LANGUAGE};
    CLD2::Language languages[3];
    int percents[3];
    double scores[3];
    int text_bytes = 0;
    bool reliable = false;
    int valid_bytes = 0;
    const auto language = CLD2::ExtDetectLanguageSummaryCheckUTF8(text.data(), static_cast<int>(text.size()), true, &hints, 0, languages, percents,
                                                                  scores, nullptr, &text_bytes, &reliable, &valid_bytes);
    if (language == CLD2::UNKNOWN_LANGUAGE) return {};
    std::string code = CLD2::LanguageCode(language);
    return {.code = code.substr(0, code.find('-')), .certain = reliable && percents[0] >= clear_majority};
}

} // namespace dateline
