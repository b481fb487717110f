// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/sql/dialect.h"

namespace signalbox::store {

class SqliteDialect final : public Dialect {
public:
    [[nodiscard]] std::string_view keyType() const override { return "INTEGER"; }
    [[nodiscard]] std::string_view blobType() const override { return "BLOB"; }
    [[nodiscard]] std::string textAsBytes(std::string_view column) const override;
    [[nodiscard]] Error error(const QSqlError& error, std::string_view doing) const override;
    [[nodiscard]] Result<bool> hasSchema(Database& database) const override;
};

}  // namespace signalbox::store
