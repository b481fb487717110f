// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/sqlite/sqlite_backend.h"

#include <QtCore/QString>
#include <QtSql/QSqlDatabase>

#include "core/base/file_system.h"
#include "core/store/sql/database.h"
#include "core/store/sql/sql_store.h"

namespace signalbox::store {
namespace {

// FULL syncs the WAL at each commit: with less an answered commit can be lost to a power cut. A checkpoint every
// 4,000 pages (16 MiB) instead of 1,000 spares writes of pages that change again.
constexpr const char* kWriterPragmas[] = {"PRAGMA synchronous=FULL", "PRAGMA cache_size=-16384",
                                          "PRAGMA wal_autocheckpoint=4000", "PRAGMA journal_size_limit=67108864"};

Result<void> prepareWriter(Database& database) {
    TRY(const std::string mode, database.text("PRAGMA journal_mode=WAL"));
    if (mode != "wal") return makeError(BaseErrc::unsupported, "no write-ahead log can be kept here: " + mode);
    for (const char* pragma : kWriterPragmas)
        CHECK(database.execute(pragma));
    return {};
}

Result<std::unique_ptr<Database>> openDatabase(const Dialect& dialect, const std::filesystem::path& file) {
    const QString name = Database::newConnectionName();
    QSqlDatabase connection = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), name);
    connection.setDatabaseName(QString::fromStdString(file.string()));
    const bool opened = connection.open();
    const QSqlError failure = connection.lastError();
    connection = QSqlDatabase();
    auto database = std::make_unique<Database>(dialect, name);
    if (!opened) return dialect.error(failure, "opening").within(file.string());
    return database;
}

Result<void> vacuumInto(Database& database, const std::string& file) {
    TRY(Statement * copy, database.prepare("VACUUM INTO ?"));
    copy->bindText(file);
    CHECK(copy->run());
    return nativeFileSystem().setMode(file, 0600);
}

}  // namespace

SqliteBackend::SqliteBackend(std::filesystem::path file, FileGuard guard)
    : m_file(std::move(file)), m_guard(std::move(guard)) {}

Result<std::unique_ptr<Backend>> SqliteBackend::open(const std::filesystem::path& file) {
    TRY(FileGuard guard, FileGuard::take(file));
    return std::unique_ptr<Backend>(std::make_unique<SqliteBackend>(file, std::move(guard)));
}

Result<std::unique_ptr<Database>> SqliteBackend::connect(Access access) const {
    TRY(auto database, openDatabase(m_dialect, m_file));
    auto ready = access == Access::write ? prepareWriter(*database) : database->execute("PRAGMA query_only=1");
    if (!ready) return std::move(ready).error().within(m_file.string());
    return database;
}

Result<void> SqliteBackend::copyTo(const std::string& file) const {
    // A connection of its own that may write: query_only would keep it from the new file too.
    TRY(const auto database, connect(Access::write));
    return vacuumInto(*database, file);
}

Result<void> copySqliteFile(const std::string& from, const std::string& to) {
    const SqliteDialect dialect;
    std::error_code ignored;
    if (!std::filesystem::is_regular_file(from, ignored)) return makeError(BaseErrc::notFound, from);
    TRY(const auto database, openDatabase(dialect, from));
    auto copied = vacuumInto(*database, to);
    if (!copied) return std::move(copied).error().within(from);
    return {};
}

Result<std::unique_ptr<Store>> openSqliteStore(const std::string& file) {
    TRY(auto backend, SqliteBackend::open(file));
    auto store = SqlStore::open(std::move(backend));
    if (!store) return std::move(store).error().within(file);
    return store;
}

}  // namespace signalbox::store
