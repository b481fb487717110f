// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtSql/QSqlError>
#include <memory>
#include <string>
#include <string_view>

#include "core/base/result.h"

namespace signalbox::store {

class Database;

/// What a connection is for. A reader is refused every change by the database itself.
enum class Access { write, read };

/// What differs between database products; everything else in sql/ is SQL that SQLite and PostgreSQL read alike.
/// Immutable after construction: any thread.
class Dialect {
public:
    virtual ~Dialect() = default;

    /// Types of the schema's placeholders: {key} an integer primary key, {blob} bytes.
    [[nodiscard]] virtual std::string_view keyType() const = 0;
    [[nodiscard]] virtual std::string_view blobType() const = 0;
    /// An expression that gives a text column as UTF-8 bytes: spares the detour over UTF-16 where many rows are read.
    [[nodiscard]] virtual std::string textAsBytes(std::string_view column) const = 0;
    /// BaseErrc::alreadyExists for a broken UNIQUE, errc::no_space_on_device for a full disk, BaseErrc::corrupt,
    /// BaseErrc::unavailable for a lock of someone else, errc::io_error …
    [[nodiscard]] virtual Error error(const QSqlError& error, std::string_view doing) const = 0;
    /// Whether the schema_version table is there. BaseErrc::corrupt when the database is another program's.
    [[nodiscard]] virtual Result<bool> hasSchema(Database& database) const = 0;
};

/// One database of one product: makes connections, and holds what keeps other processes out.
class Backend {
public:
    virtual ~Backend() = default;
    [[nodiscard]] virtual const Dialect& dialect() const = 0;
    /// To be used and destroyed on the calling thread only. Any thread.
    [[nodiscard]] virtual Result<std::unique_ptr<Database>> connect(Access access) const = 0;
    /// Store::copyTo, blocking.
    [[nodiscard]] virtual Result<void> copyTo(const std::string& file) const;
};

}  // namespace signalbox::store
