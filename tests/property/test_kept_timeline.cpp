// SPDX-License-Identifier: MIT
//
// What a case file keeps of merging gives the same bytes as merging anew, whatever is asked, however the case was put together.
#include <map>
#include <random>
#include <sstream>
#include <string>
#include <vector>

#include <catch2/catch.hpp>

#include <dateline/graph/network.hpp>
#include <dateline/store/case_file.hpp>
#include <dateline/write/json.hpp>

#include "exports.hpp"
#include "random_events.hpp"
#include "scratch_directory.hpp"

using namespace dateline; // NOLINT: a test file
using test::exports;

namespace {

/// Random events, by the articles that tell them.
std::vector<ArticleEvents> random_articles(std::uint32_t seed, std::size_t events) {
    std::map<std::string, ArticleEvents> articles;
    for (auto& event : test::random_events(seed, events)) {
        const auto& proof = event.evidence.front();
        auto& [article, told, print] = articles[proof.article];
        article = {.id = proof.article, .published = proof.published, .publisher = proof.publisher};
        told.push_back(std::move(event));
    }
    std::vector<ArticleEvents> all;
    for (auto& [id, article] : articles) all.push_back(std::move(article));
    return all;
}

std::vector<View> views() {
    std::vector<View> all(1);
    const auto start = *make_day(2025, 11, 1);
    for (int from = -3; from < 30; from += 6) {
        all.push_back({.from = start + date::days{from}});
        all.push_back({.to = start + date::days{from}});
        all.push_back({.from = start + date::days{from}, .to = start + date::days{from + 4}});
    }
    for (const auto* actor : {"country:KAZ", "person:p1", "P2", "dr p3", "nobody", ""}) all.push_back({.actors = {actor}});
    all.push_back({.actors = {"p0", "country:FRA"}, .types = {EventType::consult, EventType::accuse}, .statuses = {EventStatus::occurred}});
    all.push_back({.min_publishers = 2});
    all.push_back({.statuses = {EventStatus::planned, EventStatus::negated}});
    return all;
}

std::vector<NetworkOptions> networks() {
    return {{}, {.affiliations = true}, {.top = 1}, {.top = 3, .affiliations = true}, {.top = 99}, {.level = Level::country}, {.level = Level::country, .top = 2}};
}

std::string network_bytes(const TimelineGraph& graph, const View& view, const NetworkOptions& options) {
    std::ostringstream out;
    write_node_link(out, make_network(graph, view, options));
    return out.str();
}

} // namespace

TEST_CASE("a view of a kept timeline is that of a fresh merge") {
    for (std::uint32_t seed = 1; seed <= 4; ++seed) {
        const test::ScratchDirectory scratch;
        CaseFile file{scratch / "a.case", CaseFile::Access::write};
        file.add(random_articles(seed, 200));
        file.merge_reports();
        CHECK(file.check().empty());
        const TimelineGraph fresh{file.reports()};
        const auto all = views();
        for (std::size_t i = 0; i < all.size(); ++i) {
            if (exports(file.graph(all[i]), all[i]) != exports(fresh, all[i])) FAIL("seed " << seed << ", view " << i);
            for (const auto& options : networks()) {
                const auto network = file.graph(all[i], Detail::outline, options);
                if (network_bytes(network, all[i], options) != network_bytes(fresh, all[i], options)) FAIL("network, seed " << seed << ", view " << i);
            }
        }
        for (std::uint32_t i = 0; i < fresh.event_count(); ++i) {
            const auto expected = fresh.event({i});
            const auto part = file.graph_around(expected.event.id);
            if (part.event(*part.find_event(expected.event.id)) != fresh.event(*fresh.find_event(expected.event.id))) FAIL("seed " << seed << ", event " << i);
        }
    }
    SUCCEED();
}

TEST_CASE("a case built in any order, in batches or from parts, exports the same bytes") {
    for (std::uint32_t seed = 1; seed <= 4; ++seed) {
        const test::ScratchDirectory scratch;
        auto articles = random_articles(seed, 150);
        CaseFile whole{scratch / "whole.case", CaseFile::Access::write};
        whole.add(articles);
        whole.merge_reports();
        const auto expected = exports(whole.graph());

        std::mt19937 random{seed};
        for (auto i = articles.size(); i > 1; --i) std::swap(articles[i - 1], articles[random() % i]);
        CaseFile batches{scratch / "batches.case", CaseFile::Access::write};
        CaseFile one{scratch / "one.case", CaseFile::Access::write};
        CaseFile two{scratch / "two.case", CaseFile::Access::write};
        for (std::size_t i = 0; i < articles.size(); ++i) {
            const std::span single{&articles[i], 1};
            batches.add(single);
            if (i % 3 == 0) batches.merge_reports();
            if (i % 2 == 0 || i % 3 == 0) one.add(single);
            if (i % 2 == 1) two.add(single);
        }
        batches.merge_reports();
        CHECK(exports(batches.graph()) == expected);
        CaseFile joined{scratch / "joined.case", CaseFile::Access::write};
        for (const auto* part : {&two, &one}) {
            joined.add(*part);
            joined.merge_reports();
        }
        CHECK(exports(joined.graph()) == expected);
    }
}
