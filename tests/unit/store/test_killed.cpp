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

/// Adds all articles, batch by batch, and says after each that it is in.
[[noreturn]] void write_case(const std::filesystem::path& path, int report) {
    CaseFile file{path, CaseFile::Access::write};
    for (std::size_t at = 0; at < total; at += batch) {
        std::vector<ArticleEvents> some;
        for (auto i = at; i < at + batch; ++i) some.push_back(test::article_events(i));
        file.add(some);
        const auto done = static_cast<unsigned char>(at + batch);
        if (write(report, &done, 1) != 1) _exit(1);
    }
    _exit(0);
}

/// Starts a writer and kills it after `microseconds`; returns how many articles it had reported as safe.
std::size_t write_and_kill(const std::filesystem::path& path, unsigned microseconds) {
    int ends[2];
    REQUIRE(pipe(ends) == 0);
    const auto child = fork();
    REQUIRE(child >= 0);
    if (child == 0) {
        close(ends[0]);
        write_case(path, ends[1]);
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

} // namespace

TEST_CASE("a killed writer loses nothing that it reported, and the work is taken up where it was left") {
    std::mt19937 random{2025};
    for (int round = 0; round < 24; ++round) {
        const test::ScratchDirectory scratch;
        const auto path = scratch / "a.case";
        const auto safe = write_and_kill(path, 1000 + static_cast<unsigned>(random() % 40'000));
        CAPTURE(round, safe);
        CaseFile file{path, CaseFile::Access::write};
        CHECK(file.check().empty());
        const auto kept = file.stats().articles;
        CHECK(kept >= safe);
        CHECK(kept <= safe + batch); // the last batch may be in without the word having got out
        std::vector<ArticleEvents> all;
        for (std::size_t i = 0; i < total; ++i) all.push_back(test::article_events(i));
        CHECK(file.add(all) == total - kept);
        CHECK(file.stats().events == 2 * total);
        CHECK(file.check().empty());
    }
}
