// SPDX-License-Identifier: MIT
#include "sqlite.hpp"

#include <utility>

#include <dateline/core/error.hpp>

namespace dateline::sqlite {

Database::Database(const std::string& name, int flags, std::string where) : m_where{std::move(where)} {
    sqlite3* handle = nullptr;
    const auto result = sqlite3_open_v2(name.c_str(), &handle, flags | SQLITE_OPEN_EXRESCODE | SQLITE_OPEN_NOMUTEX, nullptr);
    m_handle.reset(handle);
    if (result != SQLITE_OK) fail();
}

void Database::fail() const {
    const auto code = sqlite3_errcode(handle()) & 0xFF;
    const std::string reason = sqlite3_errmsg(handle());
    switch (code) {
    case SQLITE_NOTADB: throw Error{Error::Kind::format, m_where, "expected a Dateline case file, found another kind of file"};
    case SQLITE_CORRUPT: throw Error{Error::Kind::format, m_where, "the case file is damaged (" + reason + "); `dateline check` says where"};
    case SQLITE_FULL: throw Error{Error::Kind::io, m_where, "the disk is full; nothing of this batch was kept, all before it is safe"};
    case SQLITE_BUSY: throw Error{Error::Kind::io, m_where, "the case file is in use by another program; try again when that is done"};
    case SQLITE_CANTOPEN: throw Error{Error::Kind::io, m_where, "cannot be opened (" + reason + ")"};
    case SQLITE_READONLY: throw Error{Error::Kind::io, m_where, "may not be written to"};
    default: throw Error{Error::Kind::io, m_where, "cannot be read or written (" + reason + ")"};
    }
}

void Database::execute(const char* sql) const {
    if (sqlite3_exec(handle(), sql, nullptr, nullptr, nullptr) != SQLITE_OK) fail();
}

std::int64_t Database::number(const char* sql) const {
    Statement statement{*this, sql};
    return statement.step() ? statement.number(0) : 0;
}

Statement::Statement(const Database& database, std::string_view sql) : m_database{&database} {
    sqlite3_stmt* handle = nullptr;
    if (sqlite3_prepare_v2(database.handle(), sql.data(), static_cast<int>(sql.size()), &handle, nullptr) != SQLITE_OK) database.fail();
    m_handle.reset(handle);
}

bool Statement::step() {
    const auto result = sqlite3_step(m_handle.get());
    if (result == SQLITE_ROW) return true;
    if (result != SQLITE_DONE) m_database->fail();
    return false;
}

std::optional<double> Statement::real(int column) const noexcept {
    if (sqlite3_column_type(m_handle.get(), column) == SQLITE_NULL) return std::nullopt;
    return sqlite3_column_double(m_handle.get(), column);
}

std::string_view Statement::text(int column) const noexcept {
    const auto* const bytes = sqlite3_column_text(m_handle.get(), column);
    if (bytes == nullptr) return {};
    return {reinterpret_cast<const char*>(bytes), static_cast<std::size_t>(sqlite3_column_bytes(m_handle.get(), column))};
}

std::span<const std::byte> Statement::bytes(int column) const noexcept {
    const auto* const bytes = static_cast<const std::byte*>(sqlite3_column_blob(m_handle.get(), column));
    if (bytes == nullptr) return {};
    return {bytes, static_cast<std::size_t>(sqlite3_column_bytes(m_handle.get(), column))};
}

void Statement::bind_one(int at, std::string_view value) {
    const auto* const bytes = value.data() == nullptr ? "" : value.data();
    if (sqlite3_bind_text64(m_handle.get(), at, bytes, value.size(), SQLITE_STATIC, SQLITE_UTF8) != SQLITE_OK) m_database->fail();
}

void Statement::bind_one(int at, std::int64_t value) {
    if (sqlite3_bind_int64(m_handle.get(), at, value) != SQLITE_OK) m_database->fail();
}

void Statement::bind_one(int at, const std::optional<double>& value) {
    if (!value) bind_null(at);
    else if (sqlite3_bind_double(m_handle.get(), at, *value) != SQLITE_OK) m_database->fail();
}

void Statement::bind_one(int at, const std::optional<std::int64_t>& value) {
    if (value) bind_one(at, *value);
    else bind_null(at);
}

void Statement::bind_one(int at, const std::optional<std::string_view>& value) {
    if (value) bind_one(at, *value);
    else bind_null(at);
}

void Statement::bind_one(int at, const std::optional<std::span<const std::byte>>& value) {
    if (!value) bind_null(at);
    else if (sqlite3_bind_blob64(m_handle.get(), at, value->data(), value->size(), SQLITE_STATIC) != SQLITE_OK) m_database->fail();
}

void Statement::bind_null(int at) {
    if (sqlite3_bind_null(m_handle.get(), at) != SQLITE_OK) m_database->fail();
}

Transaction::Transaction(const Database& database) : m_database{database} { database.execute("BEGIN IMMEDIATE"); }

Transaction::~Transaction() {
    if (m_open) sqlite3_exec(m_database.handle(), "ROLLBACK", nullptr, nullptr, nullptr);
}

void Transaction::commit() {
    m_database.execute("COMMIT");
    m_open = false;
}

ReferencesOff::ReferencesOff(const Database& database) : m_database{database} { database.execute("PRAGMA foreign_keys = OFF"); }
ReferencesOff::~ReferencesOff() { sqlite3_exec(m_database.handle(), "PRAGMA foreign_keys = ON", nullptr, nullptr, nullptr); }

Snapshot::Snapshot(const Database& database) : m_database{database} { database.execute("BEGIN"); }
Snapshot::~Snapshot() { sqlite3_exec(m_database.handle(), "COMMIT", nullptr, nullptr, nullptr); }

} // namespace dateline::sqlite
