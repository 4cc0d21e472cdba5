// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <filesystem>
#include <string>
#include <utility>
#include <vector>

#include <fmt/format.h>
#include <unistd.h>

#include <dateline/store/case_file.hpp>

#include "event_literal.hpp"

namespace dateline::test {

/// A directory of its own that goes with it.
class ScratchDirectory {
public:
    ScratchDirectory() {
        auto pattern = (std::filesystem::temp_directory_path() / "dateline-XXXXXX").string();
        if (mkdtemp(pattern.data()) == nullptr) throw std::filesystem::filesystem_error{"no scratch directory", std::error_code{errno, std::generic_category()}};
        m_path = pattern;
    }
    ~ScratchDirectory() {
        std::error_code ignored;
        std::filesystem::remove_all(m_path, ignored);
    }
    ScratchDirectory(const ScratchDirectory&) = delete;
    ScratchDirectory& operator=(const ScratchDirectory&) = delete;

    [[nodiscard]] std::filesystem::path operator/(const char* name) const { return m_path / name; }

private:
    std::filesystem::path m_path;
};

/// Article `number` with two events in it.
inline ArticleEvents article_events(std::size_t number) {
    ArticleEvents one;
    one.article = {.id = fmt::format("article-{}", number),
                   .url = fmt::format("https://example.org/{}", number),
                   .title = "A title with 'quotes' and \"more\"",
                   .published = parse_instant("2025-11-06T05:47:00+05:30"),
                   .published_source = "record",
                   .byline = "By Nobody",
                   .dateline = "ASTANA, Nov 6",
                   .publisher = "Herald",
                   .language = "en",
                   .text = "Rubio visited Kazakhstan. Students marched."};
    one.events = event_literals(R"(
        CONSULT visit/visit | 2025-11-06 | person:marco-rubio@USA > country:KAZ | Rubio visited Kazakhstan. | Herald @Astana
        PROTEST march planned | 2025-11-06/.. | group:students > | Students marched. | Herald)");
    for (auto& event : one.events) {
        event.id += fmt::format("-{}", number);
        event.goldstein = 1.9;
        event.cameo = "042";
        event.contexts = {"economic", "military"};
        event.date.text = "on Thursday";
        event.date.rule = "weekday";
        for (auto& proof : event.evidence) {
            proof.article = one.article.id;
            proof.url = one.article.url;
            proof.published = one.article.published;
            proof.attribution = "person:marco-rubio";
        }
    }
    one.events.front().location->latitude = 51.125;
    one.events.front().location->longitude = 71.5;
    return one;
}

} // namespace dateline::test
