// SPDX-License-Identifier: MIT
//
// As much of SQLite as a case file needs, with its errors as ours.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include <sqlite3.h>

namespace dateline::sqlite {

/// One thread at a time: SQLite's own locks cost some percent of every question.
class Database {
public:
    /// `flags`: SQLITE_OPEN_…; `name`: a path or, with SQLITE_OPEN_URI, a URI. `where` is for messages.
    Database(const std::string& name, int flags, std::string where);

    /// Runs statements that return nothing of interest.
    void execute(const char* sql) const;
    /// The single number that a statement gives.
    [[nodiscard]] std::int64_t number(const char* sql) const;
    [[nodiscard]] std::int64_t last_row() const noexcept { return sqlite3_last_insert_rowid(m_handle.get()); }

    /// Throws what the last failed call of the library means to us.
    [[noreturn]] void fail() const;

    [[nodiscard]] sqlite3* handle() const noexcept { return m_handle.get(); }
    [[nodiscard]] const std::string& where() const noexcept { return m_where; }

private:
    struct Close {
        void operator()(sqlite3* handle) const noexcept { sqlite3_close_v2(handle); }
    };
    std::unique_ptr<sqlite3, Close> m_handle;
    std::string m_where;
};

/// A prepared statement; the database must outlive it.
class Statement {
public:
    Statement(const Database& database, std::string_view sql);

    /// Binds all parameters, from the first on. Empty text and absent numbers that a column may lack are given by `or_null`.
    template <class... Values>
    Statement& bind(const Values&... values) {
        sqlite3_reset(m_handle.get());
        int at = 0;
        (bind_one(++at, values), ...);
        return *this;
    }
    /// True while there is a row.
    bool step();
    /// Binds, runs to the end and is ready for the next.
    template <class... Values>
    void run(const Values&... values) {
        bind(values...);
        while (step()) {}
        sqlite3_reset(m_handle.get());
    }

    [[nodiscard]] std::int64_t number(int column) const noexcept { return sqlite3_column_int64(m_handle.get(), column); }
    [[nodiscard]] std::optional<double> real(int column) const noexcept;
    /// Valid until the next step; empty for NULL.
    [[nodiscard]] std::string_view text(int column) const noexcept;
    [[nodiscard]] std::string str(int column) const { return std::string{text(column)}; }
    /// The same of a BLOB.
    [[nodiscard]] std::span<const std::byte> bytes(int column) const noexcept;

private:
    void bind_one(int at, std::string_view value);
    void bind_one(int at, std::int64_t value);
    void bind_one(int at, const std::optional<double>& value);
    void bind_one(int at, const std::optional<std::int64_t>& value);
    void bind_one(int at, const std::optional<std::string_view>& value);
    void bind_one(int at, const std::optional<std::span<const std::byte>>& value);

    void bind_null(int at);

    struct Finalize {
        void operator()(sqlite3_stmt* handle) const noexcept { sqlite3_finalize(handle); }
    };
    const Database* m_database;
    std::unique_ptr<sqlite3_stmt, Finalize> m_handle;
};

/// A transaction: taken back unless committed.
class Transaction {
public:
    explicit Transaction(const Database& database);
    ~Transaction();
    Transaction(const Transaction&) = delete;
    Transaction& operator=(const Transaction&) = delete;

    void commit();

private:
    const Database& m_database;
    bool m_open = true;
};

/// While it lives, no reference is looked after: for who replaces whole tables by rows that fit together. Outside any transaction.
class ReferencesOff {
public:
    explicit ReferencesOff(const Database& database);
    ~ReferencesOff();
    ReferencesOff(const ReferencesOff&) = delete;
    ReferencesOff& operator=(const ReferencesOff&) = delete;

private:
    const Database& m_database;
};

/// While it lives, all reading sees one state of the file, and temporary tables are filled without a transaction a row.
class Snapshot {
public:
    explicit Snapshot(const Database& database);
    ~Snapshot();
    Snapshot(const Snapshot&) = delete;
    Snapshot& operator=(const Snapshot&) = delete;

private:
    const Database& m_database;
};

[[nodiscard]] inline std::optional<std::string_view> or_null(std::string_view text) {
    return text.empty() ? std::nullopt : std::optional{text};
}

} // namespace dateline::sqlite
