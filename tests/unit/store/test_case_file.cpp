// SPDX-License-Identifier: MIT
#include <array>
#include <csignal>
#include <fstream>
#include <iterator>

#include <catch2/catch.hpp>
#include <sqlite3.h>
#include <sys/resource.h>

#include <dateline/core/error.hpp>
#include <dateline/graph/timeline_graph.hpp>
#include <dateline/store/case_file.hpp>

#include "case_articles.hpp"

using namespace dateline; // NOLINT: a test file
using Access = CaseFile::Access;

namespace {

std::vector<ArticleEvents> articles(std::size_t from, std::size_t to) {
    std::vector<ArticleEvents> all;
    for (auto i = from; i < to; ++i) all.push_back(test::article_events(i));
    return all;
}

std::string slurp(const std::filesystem::path& file) {
    std::ifstream in{file, std::ios::binary};
    return {std::istreambuf_iterator<char>{in}, {}};
}

void spit(const std::filesystem::path& file, std::string_view bytes) {
    std::ofstream{file, std::ios::binary} << bytes;
}

/// Runs SQL as any other program could.
void run_sql(const std::filesystem::path& file, const char* sql) {
    sqlite3* database = nullptr;
    REQUIRE(sqlite3_open(file.c_str(), &database) == SQLITE_OK);
    REQUIRE(sqlite3_exec(database, sql, nullptr, nullptr, nullptr) == SQLITE_OK);
    sqlite3_close(database);
}

Error::Kind kind_of_failure(const std::filesystem::path& file, Access access = Access::read) {
    try {
        const CaseFile opened{file, access};
        static_cast<void>(opened.reports());
    } catch (const Error& error) {
        CHECK(error.where() == file.string());
        return error.kind();
    }
    FAIL("no error for " << file);
    return {};
}

/// All that a reader of the graph can see of the reports.
std::vector<TimelineEvent> contents(const TimelineGraph& graph) {
    std::vector<TimelineEvent> all;
    for (const auto id : graph.select({})) all.push_back(graph.event(id));
    return all;
}
std::vector<TimelineEvent> contents(const Reports& reports) { return contents(TimelineGraph{reports}); }

} // namespace

TEST_CASE("what goes into a case file comes out of it") {
    const test::ScratchDirectory scratch;
    const auto given = test::article_events(1);
    {
        CaseFile file{scratch / "a.case", Access::write};
        CHECK(file.add(std::vector{given}) == 1);
    }
    const CaseFile file{scratch / "a.case"};
    CHECK(file.contains("article-1"));
    CHECK_FALSE(file.contains("article-2"));
    CHECK(file.article("article-1") == given.article);
    CHECK_FALSE(file.article("article-2"));
    Reports expected;
    for (const auto& event : given.events) expected.add(event);
    CHECK(contents(file.reports()) == contents(expected));
    std::vector<Article> all;
    file.for_each_article([&](const Article& article) { all.push_back(article); });
    CHECK(all == std::vector{given.article});
    CHECK(file.check().empty());
    CHECK(file.stats().articles == 1);
    CHECK(file.stats().events == 2);
    CHECK(file.stats().first_published == "2025-11-06T05:47:00+05:30");
}

TEST_CASE("an article that is there already is skipped") {
    const test::ScratchDirectory scratch;
    CaseFile file{scratch / "a.case", Access::write};
    CHECK(file.add(articles(0, 3)) == 3);
    CHECK(file.add(articles(0, 5)) == 2);
    CHECK(file.add({}) == 0);
    CHECK(file.add(std::vector{test::article_events(9), test::article_events(9)}) == 1);
    CHECK(file.stats().articles == 6);
    CHECK(file.stats().events == 12);
}

TEST_CASE("two cases become one") {
    const test::ScratchDirectory scratch;
    CaseFile one{scratch / "a.case", Access::write};
    CaseFile two{scratch / "b.case", Access::write};
    CaseFile both{scratch / "c.case", Access::write};
    one.add(articles(0, 4));
    two.add(articles(2, 6));
    both.add(articles(0, 6));
    CHECK(one.add(two) == 2);
    CHECK(contents(one.reports()) == contents(both.reports()));
    CHECK(one.check().empty());
}

TEST_CASE("what merging found is kept until something is added") {
    const test::ScratchDirectory scratch;
    CaseFile file{scratch / "a.case", Access::write};
    file.add(articles(0, 4));
    const auto kept = [&] { // a mark that only a kept timeline can bear
        run_sql(scratch / "a.case", "UPDATE timeline_actor SET name = 'Kept'");
        const auto graph = file.graph();
        return graph.actor(ActorId{0}).name == "Kept";
    };
    CHECK_FALSE(kept());
    file.merge_reports();
    CHECK(file.check().empty());
    CHECK(kept());
    CHECK(file.check() == std::vector<std::string>{"the timeline kept in it is not what its reports give"});
    file.merge_reports(); // nothing to do
    CHECK(kept());
    file.add(articles(4, 5));
    CHECK(contents(file.graph()) == contents(file.reports()));
    CHECK_FALSE(kept());
    file.merge_reports();
    CHECK(contents(file.graph()) == contents(file.reports()));
    run_sql(scratch / "a.case", "UPDATE merging SET rules = 'of another program'");
    CHECK_FALSE(kept());
}

TEST_CASE("a case file of version 1 is read, and brought up to date by who writes to it") {
    const test::ScratchDirectory scratch;
    const auto path = scratch / "old.case";
    { CaseFile{path, Access::write}.add(articles(0, 3)); }
    run_sql(path, "DROP TABLE fingerprint; DROP TRIGGER event_added; DROP TRIGGER event_changed; DROP TRIGGER event_removed; DROP TABLE merging; DROP TABLE timeline_part;"
                  "DROP TABLE timeline_affiliation; DROP TABLE timeline_context; DROP TABLE timeline_actor; DROP TABLE timeline_report; DROP TABLE timeline_event; PRAGMA user_version = 1;");
    {
        const CaseFile old{path};
        CHECK(contents(old.graph()) == contents(old.reports()));
        CHECK(old.graph_around("person:marco-rubio").event_count() > 0);
        CHECK(old.check().empty());
    }
    CaseFile file{path, Access::write};
    CHECK(file.add(articles(0, 4)) == 1);
    file.merge_reports();
    CHECK(contents(file.graph()) == contents(file.reports()));
    CHECK(file.check().empty());
    CHECK(file.stats().articles == 4);
}

TEST_CASE("a case file of version 2 is read, and merged anew by who writes to it") {
    const test::ScratchDirectory scratch;
    const auto path = scratch / "old.case";
    { CaseFile{path, Access::write}.add(articles(0, 3)); }
    run_sql(path, "DROP TABLE fingerprint; DROP TABLE timeline_affiliation; DROP TABLE timeline_part; DROP TABLE timeline_context; DROP TABLE timeline_report; DROP TABLE timeline_event; DROP TABLE timeline_actor;"
                  "CREATE TABLE timeline_part (x); CREATE TABLE timeline_report (x); CREATE TABLE timeline_event (x); CREATE TABLE timeline_actor (x);"
                  "INSERT INTO merging VALUES ('of version 2'); PRAGMA user_version = 2;");
    {
        const CaseFile old{path};
        CHECK(contents(old.graph()) == contents(old.reports()));
        CHECK(old.check().empty());
    }
    CaseFile file{path, Access::write};
    file.merge_reports();
    CHECK(contents(file.graph()) == contents(file.reports()));
    CHECK(file.graph_around("person:marco-rubio").event_count() > 0);
    CHECK(file.check().empty());
}

TEST_CASE("a case file of version 3 is read, and learns who belongs to whom from who writes to it") {
    const test::ScratchDirectory scratch;
    const auto path = scratch / "old.case";
    {
        CaseFile file{path, Access::write};
        file.add(articles(0, 3));
        file.merge_reports();
    }
    run_sql(path, "DROP TABLE fingerprint; DROP TABLE timeline_affiliation; PRAGMA user_version = 3;");
    {
        const CaseFile old{path};
        CHECK(old.graph().affiliations().size() == 1);
        CHECK(old.check().empty());
    }
    CaseFile file{path, Access::write};
    file.merge_reports();
    const auto graph = file.graph();
    REQUIRE(graph.affiliations().size() == 1);
    CHECK(graph.actor(graph.affiliations().front().member).id == "person:marco-rubio");
    CHECK(graph.actor(graph.affiliations().front().whole).name == "United States");
    CHECK(file.graph_around("country:USA").find_actor("country:USA"));
    CHECK(file.check().empty());
}

TEST_CASE("fingerprints are kept with their articles, and none is made up for articles that came without") {
    const test::ScratchDirectory scratch;
    const auto path = scratch / "a.case";
    auto all = articles(0, 3);
    all[0].print = Fingerprint{.address = "example.org/0", .body = std::nullopt, .is_telling = false};
    all[1].print = Fingerprint{.address = "", .body = std::array<std::uint32_t, 64>{}, .is_telling = true};
    for (std::uint32_t i = 0; i < 64; ++i) (*all[1].print->body)[i] = i * 0x0301'0201U;
    const auto prints = [](const CaseFile& file) {
        std::vector<std::pair<std::string, std::optional<Fingerprint>>> kept;
        file.for_each_fingerprint([&](const std::string& id, const std::optional<Fingerprint>& print) { kept.emplace_back(id, print); });
        return kept;
    };
    std::vector<std::pair<std::string, std::optional<Fingerprint>>> given;
    for (const auto& one : all) given.emplace_back(one.article.id, one.print);
    {
        CaseFile file{path, Access::write};
        file.add(all);
        CHECK(prints(file) == given);
        CaseFile copy{scratch / "b.case", Access::write};
        copy.add(file);
        CHECK(prints(copy) == given);
        CHECK(copy.check().empty());
    }
    run_sql(path, "DROP TABLE fingerprint; PRAGMA user_version = 4;");
    for (auto& [id, print] : given) print = std::nullopt;
    CHECK(prints(CaseFile{path}) == given);
    CaseFile file{path, Access::write};
    CHECK(prints(file) == given);
    CHECK(file.add(articles(0, 4)) == 1);
    CHECK(file.stats().articles == 4);
}

TEST_CASE("an id leads to its event or to the events of its actor, and to nothing else") {
    const test::ScratchDirectory scratch;
    CaseFile file{scratch / "a.case", Access::write};
    file.add(articles(0, 4));
    file.merge_reports();
    const auto whole = file.graph();
    for (std::uint32_t i = 0; i < whole.event_count(); ++i) {
        const auto expected = whole.event({i});
        for (const auto& report : expected.reports) {
            const auto part = file.graph_around(report);
            REQUIRE(part.event_count() == 1);
            CHECK(part.event({0}) == expected);
        }
    }
    const auto actor = file.graph_around("group:students");
    CHECK(actor.event_count() == whole.events_of(*whole.find_actor("group:students")).size());
    CHECK(file.graph_around("nobody").event_count() == 0);
}

TEST_CASE("sentences are found by their words") {
    const test::ScratchDirectory scratch;
    { CaseFile{scratch / "a.case", Access::write}.add(articles(0, 2)); }
    sqlite3* database = nullptr;
    REQUIRE(sqlite3_open((scratch / "a.case").c_str(), &database) == SQLITE_OK);
    sqlite3_stmt* query = nullptr;
    REQUIRE(sqlite3_prepare_v2(database, "SELECT count(*) FROM sentence_text WHERE sentence_text MATCH 'kazakhstan'", -1, &query, nullptr) == SQLITE_OK);
    REQUIRE(sqlite3_step(query) == SQLITE_ROW);
    CHECK(sqlite3_column_int(query, 0) == 2);
    sqlite3_finalize(query);
    sqlite3_close(database);
}

TEST_CASE("a file that is no case file is refused and left as it is") {
    const test::ScratchDirectory scratch;
    CHECK(kind_of_failure(scratch / "missing.case") == Error::Kind::io);
    CHECK_FALSE(std::filesystem::exists(scratch / "missing.case"));

    const auto text = scratch / "text";
    spit(text, std::string(5000, 'x'));
    const auto other = scratch / "other.db";
    run_sql(other, "CREATE TABLE t (x)");
    const auto newer = scratch / "newer.case";
    { const CaseFile file{newer, Access::write}; }
    run_sql(newer, "PRAGMA user_version = 99");
    for (const auto& file : {text, other, newer}) {
        const auto before = slurp(file);
        CHECK(kind_of_failure(file) == Error::Kind::format);
        CHECK(kind_of_failure(file, Access::write) == Error::Kind::format);
        CHECK(slurp(file) == before);
    }
    spit(scratch / "empty", "");
    CHECK(kind_of_failure(scratch / "empty") == Error::Kind::format);
    CHECK(kind_of_failure(scratch / "no/such/folder.case", Access::write) == Error::Kind::io);
}

TEST_CASE("damage is an error or does no harm, never a crash") {
    const test::ScratchDirectory scratch;
    { CaseFile{scratch / "a.case", Access::write}.add(articles(0, 30)); }
    const auto good = slurp(scratch / "a.case");
    const auto file = scratch / "b.case";
    const auto read = [&] {
        try {
            const CaseFile damaged{file};
            static_cast<void>(damaged.reports());
            static_cast<void>(damaged.check());
        } catch (const Error&) {
        }
    };
    for (std::size_t at = 0; at < good.size(); at += good.size() / 97) {
        spit(file, std::string_view{good}.substr(0, at));
        read();
        auto bad = good;
        for (std::size_t i = at; i < std::min(good.size(), at + 40); ++i) bad[i] = static_cast<char>(~bad[i]);
        spit(file, bad);
        read();
    }
    run_sql(scratch / "a.case", "UPDATE event SET type = 'NONSENSE' WHERE number = 3");
    CHECK(kind_of_failure(scratch / "a.case") == Error::Kind::format);
}

TEST_CASE("a batch that does not fit on the disk is taken back whole") {
    const test::ScratchDirectory scratch;
    CaseFile file{scratch / "a.case", Access::write};
    file.add(articles(0, 3));

    const auto old_handler = std::signal(SIGXFSZ, SIG_IGN); // a write beyond the limit then fails like one on a full disk
    rlimit old{};
    REQUIRE(getrlimit(RLIMIT_FSIZE, &old) == 0);
    const rlimit small{.rlim_cur = 300'000, .rlim_max = old.rlim_max};
    REQUIRE(setrlimit(RLIMIT_FSIZE, &small) == 0);
    auto kind = Error::Kind::internal;
    try {
        file.add(articles(3, 2000));
    } catch (const Error& error) {
        kind = error.kind();
    }
    REQUIRE(setrlimit(RLIMIT_FSIZE, &old) == 0);
    std::signal(SIGXFSZ, old_handler);

    CHECK(kind == Error::Kind::io);
    CHECK(file.stats().articles == 3);
    CHECK(file.check().empty());
    CHECK(file.add(articles(0, 50)) == 47);
}

TEST_CASE("evidence from another article is a mistake of the caller") {
    const test::ScratchDirectory scratch;
    CaseFile file{scratch / "a.case", Access::write};
    auto wrong = test::article_events(1);
    wrong.events.back().evidence.front().article = "another";
    CHECK_THROWS_AS(file.add(std::vector{test::article_events(0), wrong}), Error);
    CHECK(file.stats().articles == 0);
}
