// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/sqlite/sqlite_dialect.h"

#include "core/store/sql/database.h"

namespace signalbox::store {
namespace {

// Result codes of sqlite.org/rescode.html: the low byte is the primary code, the whole the extended one.
constexpr int kBusy = 5;
constexpr int kLocked = 6;
constexpr int kReadOnly = 8;
constexpr int kIoError = 10;
constexpr int kCorrupt = 11;
constexpr int kFull = 13;
constexpr int kCannotOpen = 14;
constexpr int kTooBig = 18;
constexpr int kConstraint = 19;
constexpr int kNotADatabase = 26;
constexpr int kConstraintPrimaryKey = 1555;
constexpr int kConstraintUnique = 2067;

boost::system::error_code codeOf(int result) {
    namespace errc = boost::system::errc;
    if (result == kConstraintPrimaryKey || result == kConstraintUnique) return BaseErrc::alreadyExists;
    switch (result & 0xff) {
        case kBusy:
        case kLocked:
            return BaseErrc::unavailable;
        case kReadOnly:
            return errc::make_error_code(errc::read_only_file_system);
        case kFull:
            return errc::make_error_code(errc::no_space_on_device);
        case kCorrupt:
        case kNotADatabase:
            return BaseErrc::corrupt;
        case kTooBig:
            return BaseErrc::tooLarge;
        case kConstraint:
            return BaseErrc::invalidArgument;
        case kCannotOpen:
        case kIoError:
        default:
            return errc::make_error_code(errc::io_error);
    }
}

}  // namespace

std::string SqliteDialect::textAsBytes(std::string_view column) const {
    return "CAST(" + std::string(column) + " AS BLOB)";
}

Error SqliteDialect::error(const QSqlError& error, std::string_view doing) const {
    return makeError(codeOf(error.nativeErrorCode().toInt()), error.databaseText().toStdString() + " (result " +
                                                                  error.nativeErrorCode().toStdString() +
                                                                  ") at: " + std::string(doing));
}

Result<bool> SqliteDialect::hasSchema(Database& database) const {
    TRY(const auto ours, database.integer("SELECT COUNT(*) FROM sqlite_master WHERE name = 'schema_version'"));
    if (ours > 0) return true;
    TRY(const auto others, database.integer("SELECT COUNT(*) FROM sqlite_master"));
    if (others > 0) return makeError(BaseErrc::corrupt, "it is the database of another program");
    return false;
}

}  // namespace signalbox::store
