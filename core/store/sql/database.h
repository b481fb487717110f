// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QString>
#include <QtSql/QSqlDatabase>
#include <QtSql/QSqlQuery>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>

#include "core/base/result.h"
#include "core/store/sql/dialect.h"

namespace signalbox::store {

/// A prepared statement with its parameters bound in order. Valid as long as its Database.
class Statement {
public:
    Statement(const Dialect& dialect, QSqlQuery prepared) : m_dialect(dialect), m_query(std::move(prepared)) {}

    void bind(std::int64_t value) { m_query.bindValue(m_position++, QVariant::fromValue<qlonglong>(value)); }
    void bind(double value) { m_query.bindValue(m_position++, value); }
    void bindText(std::string_view utf8);
    void bindBytes(std::string_view bytes);
    void bindNull() { m_query.bindValue(m_position++, QVariant()); }

    /// Runs it with what was bound; the next bind() starts over. Then next() until false, or finish().
    [[nodiscard]] Result<void> run();
    [[nodiscard]] bool next() { return m_query.next(); }
    void finish() { m_query.finish(); }
    /// An error next() met; success at the end of the rows.
    [[nodiscard]] Result<void> status() const;

    [[nodiscard]] bool isNull(int column) const { return m_query.isNull(column); }
    [[nodiscard]] std::int64_t integer(int column) const { return m_query.value(column).toLongLong(); }
    [[nodiscard]] double real(int column) const { return m_query.value(column).toDouble(); }
    /// UTF-8 of a text, or the bytes of a blob.
    [[nodiscard]] std::string bytes(int column) const;

private:
    const Dialect& m_dialect;
    QSqlQuery m_query;
    int m_position = 0;
};

/// One connection with its prepared statements. Made, used and destroyed on one thread (a rule of Qt Sql).
class Database {
public:
    /// Takes over an open connection. The dialect must live longer.
    Database(const Dialect& dialect, QString connectionName);
    ~Database();
    Database(const Database&) = delete;
    Database& operator=(const Database&) = delete;

    /// A name no other connection of this process has.
    [[nodiscard]] static QString newConnectionName();

    [[nodiscard]] const Dialect& dialect() const { return m_dialect; }
    /// Prepared on first use and kept.
    [[nodiscard]] Result<Statement*> prepare(std::string_view sql);
    /// Runs a statement without parameters or rows.
    [[nodiscard]] Result<void> execute(std::string_view sql);
    /// The first column of the first row; `none` where there is no row or it is NULL.
    [[nodiscard]] Result<std::int64_t> integer(std::string_view sql, std::int64_t none = 0);
    [[nodiscard]] Result<std::string> text(std::string_view sql);

private:
    struct Hash {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
    };
    const Dialect& m_dialect;
    QString m_name;
    std::unordered_map<std::string, Statement, Hash, std::equal_to<>> m_statements;
};

}  // namespace signalbox::store
