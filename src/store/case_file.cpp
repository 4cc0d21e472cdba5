// SPDX-License-Identifier: MIT
#include <dateline/store/case_file.hpp>

#include <algorithm>
#include <map>
#include <system_error>
#include <tuple>
#include <utility>

#include <dateline/core/error.hpp>

#include "embedded.hpp"
#include "rows.hpp"
#include "sqlite.hpp"
#include "timeline_rows.hpp"

namespace dateline {
namespace {

constexpr std::int64_t application_id = 0x444C4E45; // "DLNE"
constexpr std::int64_t latest_version = 5;          // of the schema

constexpr int busy_timeout_ms = 5000;

sqlite::Database open_to_write(const std::string& where) {
    sqlite::Database database{where, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, where};
    sqlite3_busy_timeout(database.handle(), busy_timeout_ms);
    return database;
}

/// A case file on a read-only medium has nowhere to keep the files that go with a write-ahead log; where none was left behind, the
/// file is complete and can be read without them.
sqlite::Database open_to_read(const std::string& where) {
    std::error_code ignored;
    if (!std::filesystem::exists(where, ignored)) throw Error{Error::Kind::io, where, "no such case file"};
    sqlite::Database database{where, SQLITE_OPEN_READONLY, where};
    sqlite3_busy_timeout(database.handle(), busy_timeout_ms);
    try {
        static_cast<void>(database.number("SELECT count(*) FROM sqlite_schema"));
        return database;
    } catch (const Error& error) {
        if (error.kind() != Error::Kind::io || std::filesystem::exists(where + "-wal", ignored)) throw;
    }
    std::string uri = "file:";
    for (const char c : where) {
        if (c == '?' || c == '#' || c == '%') uri += c == '?' ? "%3f" : c == '#' ? "%23" : "%25";
        else uri += c;
    }
    return {uri + "?immutable=1", SQLITE_OPEN_READONLY | SQLITE_OPEN_URI, where};
}

void require_case_file(const sqlite::Database& database) {
    if (database.number("PRAGMA application_id") != application_id) {
        throw Error{Error::Kind::format, database.where(), "expected a Dateline case file, found another database"};
    }
    const auto version = database.number("PRAGMA user_version");
    if (version > latest_version) {
        throw Error{Error::Kind::format, database.where(), "this case file was written by a newer Dateline; use that one"};
    }
    if (version < 1) throw Error{Error::Kind::format, database.where(), "the case file has no version: it is damaged"};
}

/// Makes a new file or brings an old one up to date, in one transaction: interrupted, it leaves the file as it was.
void bring_up_to_date(const sqlite::Database& database) {
    sqlite::Transaction transaction{database};
    const auto version = database.number("PRAGMA user_version"); // now that no other program can change it
    const auto run = [&](std::span<const std::byte> script) { database.execute(reinterpret_cast<const char*>(script.data())); };
    if (version < 1) run(embedded_schema_1());
    if (version < 2) run(embedded_schema_2());
    if (version < 3) run(embedded_schema_3());
    if (version < 4) run(embedded_schema_4());
    if (version < 5) run(embedded_schema_5());
    if (version < latest_version) database.execute("PRAGMA application_id = 0x444C4E45; PRAGMA user_version = 5;");
    transaction.commit();
}

sqlite::Database open(const std::string& where, CaseFile::Access access) {
    if (access == CaseFile::Access::read) {
        auto database = open_to_read(where);
        require_case_file(database);
        return database;
    }
    auto database = open_to_write(where);
    const bool fresh = database.number("SELECT count(*) FROM sqlite_schema") == 0 && database.number("PRAGMA application_id") == 0;
    if (!fresh) require_case_file(database);
    // a write-ahead log: readers do not wait, and what was committed survives the end of the process
    database.execute("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON;");
    if (fresh || database.number("PRAGMA user_version") < latest_version) bring_up_to_date(database);
    require_case_file(database);
    return database;
}

bool tell_the_same(const TimelineGraph& a, const TimelineGraph& b) {
    if (a.event_count() != b.event_count() || a.actor_count() != b.actor_count()) return false;
    for (std::uint32_t i = 0; i < a.event_count(); ++i) {
        if (a.event({i}) != b.event({i})) return false;
    }
    for (std::uint32_t i = 0; i < a.actor_count(); ++i) {
        if (a.actor({i}) != b.actor({i})) return false;
    }
    return std::ranges::equal(a.affiliations(), b.affiliations());
}

} // namespace

struct CaseFile::Impl {
    Impl(const std::filesystem::path& file, Access access) : database{open(file.string(), access)} {}

    [[nodiscard]] bool contains(std::string_view id) {
        return find_article.bind(id).step();
    }

    sqlite::Database database;
    sqlite::Statement find_article{database, "SELECT number FROM article WHERE id = ?"};
};

CaseFile::CaseFile(const std::filesystem::path& file, Access access) : m_impl{std::make_unique<Impl>(file, access)} {}
CaseFile::~CaseFile() = default;
CaseFile::CaseFile(CaseFile&&) noexcept = default;
CaseFile& CaseFile::operator=(CaseFile&&) noexcept = default;

bool CaseFile::contains(std::string_view article_id) const { return m_impl->contains(article_id); }

std::size_t CaseFile::add(std::span<const ArticleEvents> batch) {
    sqlite::Transaction transaction{m_impl->database};
    store::Writer writer{m_impl->database};
    std::size_t added = 0;
    for (const auto& [article, events, print] : batch) {
        if (m_impl->contains(article.id)) continue;
        writer.add(article, events, print);
        ++added;
    }
    transaction.commit();
    return added;
}

std::size_t CaseFile::add(const CaseFile& other) {
    constexpr std::size_t batch_size = 256;
    store::Reader reader{other.m_impl->database};
    std::vector<ArticleEvents> batch;
    std::size_t added = 0;
    const auto flush = [&] {
        added += add(batch);
        batch.clear();
    };
    reader.for_each_article([&](ArticleEvents article) {
        batch.push_back(std::move(article));
        if (batch.size() == batch_size) flush();
    });
    flush();
    return added;
}

Reports CaseFile::reports() const {
    Reports reports;
    store::Reader{m_impl->database}.for_each_event([&](std::int64_t, const Event& event) { reports.add(event); });
    return reports;
}

void CaseFile::merge_reports() {
    const auto& database = m_impl->database;
    const sqlite::ReferencesOff replacing{database}; // looking after them takes half the time of replacing the timeline
    sqlite::Transaction transaction{database};
    if (store::is_merged(database)) return;
    Reports reports;
    std::vector<std::int64_t> numbers; // by place
    store::Reader{database}.for_each_event([&](std::int64_t number, const Event& event) {
        if (reports.add(event) == numbers.size()) numbers.push_back(number);
    });
    store::keep_timeline(database, TimelineGraph{std::move(reports)}, numbers);
    transaction.commit();
}

TimelineGraph CaseFile::graph(const View& view, Detail detail, const NetworkOptions& network) const {
    const auto& database = m_impl->database;
    const sqlite::Snapshot snapshot{database};
    return store::is_merged(database) ? store::load_timeline(database, view, detail, network) : TimelineGraph{reports()};
}

TimelineGraph CaseFile::graph_around(std::string_view id, Detail detail) const {
    const auto& database = m_impl->database;
    const sqlite::Snapshot snapshot{database};
    return store::is_merged(database) ? store::load_around(database, id, detail) : TimelineGraph{reports()};
}

std::optional<Article> CaseFile::article(std::string_view id) const { return store::Reader{m_impl->database}.article(id); }

void CaseFile::for_each_article(const std::function<void(const Article&)>& use) const { store::Reader{m_impl->database}.for_each_bare_article(use); }

void CaseFile::for_each_fingerprint(const std::function<void(const std::string&, const std::optional<Fingerprint>&)>& use) const {
    store::Reader{m_impl->database}.for_each_fingerprint(use);
}

CaseFile::Stats CaseFile::stats() const {
    const auto& database = m_impl->database;
    const auto count = [&](const char* sql) { return static_cast<std::size_t>(database.number(sql)); };
    Stats stats{.articles = count("SELECT count(*) FROM article"),
                .events = count("SELECT count(*) FROM event"),
                .evidence = count("SELECT count(*) FROM evidence")};
    sqlite::Statement range{database, "SELECT min(published), max(published) FROM article"};
    if (range.step() && !range.text(0).empty()) {
        stats.first_published = range.str(0);
        stats.last_published = range.str(1);
    }
    stats.bytes = static_cast<std::uintmax_t>(database.number("PRAGMA page_count") * database.number("PRAGMA page_size"));
    return stats;
}

std::vector<std::string> CaseFile::check() const {
    std::vector<std::string> faults;
    sqlite::Statement integrity{m_impl->database, "PRAGMA integrity_check"};
    while (integrity.step()) {
        if (integrity.text(0) != "ok") faults.push_back(integrity.str(0));
    }
    sqlite::Statement references{m_impl->database, "PRAGMA foreign_key_check"};
    while (references.step()) {
        faults.push_back("a row of " + references.str(0) + " refers to a row of " + references.str(2) + " that is not there");
    }
    sqlite::Statement proofless{m_impl->database, "SELECT id FROM event WHERE number NOT IN (SELECT event FROM evidence)"};
    while (proofless.step()) faults.push_back("event " + proofless.str(0) + " has no evidence");
    if (faults.empty() && store::is_merged(m_impl->database) && !tell_the_same(graph(), TimelineGraph{reports()})) {
        faults.emplace_back("the timeline kept in it is not what its reports give");
    }
    return faults;
}

} // namespace dateline
