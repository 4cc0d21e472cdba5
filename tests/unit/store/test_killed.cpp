// SPDX-License-Identifier: MIT
#include <csignal>
#include <random>

#include <catch2/catch.hpp>
#include <sys/wait.h>
#include <unistd.h>

#include <dateline/store/case_file.hpp>

#include "case_articles.hpp"

using namespace dateline; // NOLINT: a test file

namespace {

constexpr std::size_t total = 120;
constexpr std::size_t batch = 4;

std::vector<ArticleEvents> articles(std::size_t from, std::size_t to) {
    std::vector<ArticleEvents> some;
    for (auto i = from; i < to; ++i) some.push_back(test::article_events(i));
    return some;
}

void say(int report, std::size_t safe) {
    const auto done = static_cast<unsigned char>(safe);
    if (write(report, &done, 1) != 1) _exit(1);
}

/// As `dateline build` does: adds all articles, batch by batch, and says after each that it is in; then merges.
void build(const std::filesystem::path& path, int report) {
    CaseFile file{path, CaseFile::Access::write};
    for (std::size_t at = 0; at < total; at += batch) {
        file.add(articles(at, at + batch));
        say(report, at + batch);
    }
    file.merge_reports();
}

/// As `dateline merge` does: adds two cases, of which the second has everything, and merges after each.
void merge(const std::filesystem::path& path, const std::filesystem::path& part, const std::filesystem::path& whole, int report) {
    CaseFile file{path, CaseFile::Access::write};
    file.add(CaseFile{part});
    say(report, CaseFile{part}.stats().articles);
    file.merge_reports();
    file.add(CaseFile{whole});
    say(report, total);
    file.merge_reports();
}

/// Runs a writer in a process of its own and kills it after `microseconds`; returns how many articles it had reported as safe.
template <class Write>
std::size_t run_and_kill(const Write& write_case, unsigned microseconds) {
    int ends[2];
    REQUIRE(pipe(ends) == 0);
    const auto child = fork();
    REQUIRE(child >= 0);
    if (child == 0) {
        close(ends[0]);
        write_case(ends[1]);
        _exit(0);
    }
    close(ends[1]);
    usleep(microseconds);
    kill(child, SIGKILL);
    waitpid(child, nullptr, 0);
    std::size_t safe = 0;
    for (unsigned char done = 0; read(ends[0], &done, 1) == 1;) safe = done;
    close(ends[0]);
    return safe;
}

std::vector<TimelineEvent> contents(const CaseFile& file) {
    const auto graph = file.graph();
    std::vector<TimelineEvent> all;
    for (const auto id : graph.select({})) all.push_back(graph.event(id));
    return all;
}

/// Kills writers at random points of their work, half of them building and half merging, and takes the work up again.
void kill_writers(int rounds, std::uint32_t seed) {
    const test::ScratchDirectory sources;
    const auto part = sources / "part.case";
    const auto whole = sources / "whole.case";
    CaseFile{part, CaseFile::Access::write}.add(articles(20, 60));
    CaseFile{whole, CaseFile::Access::write}.add(articles(0, total));
    const auto expected = contents(CaseFile{whole});

    std::mt19937 random{seed};
    for (int round = 0; round < rounds; ++round) {
        const bool building = round % 2 == 0;
        const test::ScratchDirectory scratch;
        const auto path = scratch / "a.case";
        const auto write_case = [&](int report) { building ? build(path, report) : merge(path, part, whole, report); };
        const auto safe = run_and_kill(write_case, 500 + static_cast<unsigned>(random() % 60'000));
        CAPTURE(seed, round, safe);
        CaseFile file{path, CaseFile::Access::write};
        CHECK(file.check().empty());
        const auto kept = file.stats().articles;
        CHECK(kept >= safe);
        if (building) CHECK(kept <= safe + batch); // the last batch may be in without the word having got out
        CHECK(file.add(articles(0, total)) == total - kept);
        file.merge_reports();
        CHECK(file.stats().events == 2 * total);
        CHECK(file.check().empty());
        CHECK(contents(file) == expected);
    }
}

} // namespace

TEST_CASE("a killed writer loses nothing that it reported, and the work is taken up where it was left") { kill_writers(16, 2025); }

TEST_CASE("the same at 200 points", "[.slow]") { kill_writers(200, 8); }
