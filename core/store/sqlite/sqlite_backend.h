// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>

#include "core/store/sql/dialect.h"
#include "core/store/sqlite/file_guard.h"
#include "core/store/sqlite/sqlite_dialect.h"

namespace signalbox::store {

/// A database file: WAL, synchronous=FULL, locked against other processes as long as this lives.
class SqliteBackend final : public Backend {
public:
    /// Errors as FileGuard::take.
    [[nodiscard]] static Result<std::unique_ptr<Backend>> open(const std::filesystem::path& file);
    SqliteBackend(std::filesystem::path file, FileGuard guard);

    [[nodiscard]] const Dialect& dialect() const override { return m_dialect; }
    [[nodiscard]] Result<std::unique_ptr<Database>> connect(Access access) const override;
    [[nodiscard]] Result<void> copyTo(const std::string& file) const override;

private:
    std::filesystem::path m_file;
    FileGuard m_guard;
    SqliteDialect m_dialect;
};

}  // namespace signalbox::store
