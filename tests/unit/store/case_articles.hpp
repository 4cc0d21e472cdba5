// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include <fmt/format.h>

#include <dateline/store/case_file.hpp>

#include "event_literal.hpp"
#include "scratch_directory.hpp"

namespace dateline::test {

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
