// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <dateline/core/article.hpp>
#include <dateline/core/day.hpp>
#include <dateline/core/page.hpp>

namespace dateline {

struct CleanOptions {
    std::optional<Instant> published; ///< wins over what record and page say
    std::optional<Day> today;         ///< later publication dates are refused; nothing is too late when it is absent
    bool explain = false;             ///< fill Cleaned::blocks and Cleaned::dates
};

/// Why a page gave an article, or none.
enum class Verdict : std::uint8_t {
    article,
    empty,       ///< no text at all
    not_article, ///< text, but nothing that reads like a body
    not_english,
};
[[nodiscard]] std::string_view name_of(Verdict verdict) noexcept; ///< "article", "empty", "not an article", "not English"

/// One block of the page, for those who ask why it stayed or went.
struct Block {
    std::string text;
    double score = 0; ///< from 0, furniture, to 1, body
    bool kept = false;
    std::string why;
};

/// One place that names a day of publication, and how it weighed.
struct DateSource {
    Instant instant;
    std::string source; ///< as Article::published_source
    std::string what;   ///< "published", "modified", "unclear"
    double trust = 0;   ///< from 0 to 1
};

struct Cleaned {
    Verdict verdict = Verdict::empty;
    Article article;                ///< what was found, even where the verdict is against it
    std::vector<std::string> notes; ///< for the log: dates refused, a language other than English, …
    std::vector<Block> blocks;      ///< in the order of the page; only where CleanOptions::explain asks
    std::vector<DateSource> dates;  ///< the same
};

/// Makes an article of a page: title, body, publication, byline, dateline, publisher, URL and language; furniture goes.
/// A page that is a record already keeps its text as it is. Total: any bytes give a result, in time linear in their number.
[[nodiscard]] Cleaned clean(Page page, const CleanOptions& options = {});

} // namespace dateline
