// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/sql/database.h"

#include <atomic>

namespace signalbox::store {

void Statement::bindText(std::string_view utf8) {
    // A null pointer would become NULL instead of an empty text.
    const char* data = utf8.data() ? utf8.data() : "";
    m_query.bindValue(m_position++, QString::fromUtf8(data, static_cast<qsizetype>(utf8.size())));
}

void Statement::bindBytes(std::string_view bytes) {
    const char* data = bytes.data() ? bytes.data() : "";
    m_query.bindValue(m_position++, QByteArray(data, static_cast<qsizetype>(bytes.size())), QSql::In | QSql::Binary);
}

Result<void> Statement::run() {
    m_position = 0;
    if (!m_query.exec()) return m_dialect.error(m_query.lastError(), m_query.lastQuery().left(60).toStdString());
    return {};
}

Result<void> Statement::status() const {
    const QSqlError error = m_query.lastError();
    if (error.type() == QSqlError::NoError) return {};
    return m_dialect.error(error, m_query.lastQuery().left(60).toStdString());
}

std::string Statement::bytes(int column) const {
    const QVariant value = m_query.value(column);
    if (value.typeId() == QMetaType::QByteArray) {
        const auto* bytes = static_cast<const QByteArray*>(value.constData());
        return {bytes->constData(), static_cast<std::size_t>(bytes->size())};
    }
    return value.toString().toStdString();
}

Database::Database(const Dialect& dialect, QString connectionName)
    : m_dialect(dialect), m_name(std::move(connectionName)) {}

Database::~Database() {
    m_statements.clear();  // a connection cannot close under its statements
    QSqlDatabase::database(m_name, false).close();
    QSqlDatabase::removeDatabase(m_name);
}

QString Database::newConnectionName() {
    static std::atomic<unsigned> counter{0};
    return QStringLiteral("signalbox-%1").arg(++counter);
}

Result<Statement*> Database::prepare(std::string_view sql) {
    if (const auto found = m_statements.find(sql); found != m_statements.end()) return &found->second;
    QSqlQuery query(QSqlDatabase::database(m_name, false));
    query.setForwardOnly(true);
    if (!query.prepare(QString::fromUtf8(sql.data(), static_cast<qsizetype>(sql.size()))))
        return m_dialect.error(query.lastError(), sql.substr(0, 60));
    return &m_statements.emplace(sql, Statement(m_dialect, std::move(query))).first->second;
}

Result<void> Database::execute(std::string_view sql) {
    QSqlQuery query(QSqlDatabase::database(m_name, false));
    query.setForwardOnly(true);
    if (!query.exec(QString::fromUtf8(sql.data(), static_cast<qsizetype>(sql.size()))))
        return m_dialect.error(query.lastError(), sql.substr(0, 60));
    return {};
}

Result<std::int64_t> Database::integer(std::string_view sql, std::int64_t none) {
    TRY(Statement * statement, prepare(sql));
    CHECK(statement->run());
    const std::int64_t value = statement->next() && !statement->isNull(0) ? statement->integer(0) : none;
    CHECK(statement->status());
    statement->finish();
    return value;
}

Result<std::string> Database::text(std::string_view sql) {
    TRY(Statement * statement, prepare(sql));
    CHECK(statement->run());
    std::string value = statement->next() ? statement->bytes(0) : std::string();
    CHECK(statement->status());
    statement->finish();
    return value;
}

}  // namespace signalbox::store
