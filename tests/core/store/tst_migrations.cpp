// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/sql/migrations.h"

#include <QTemporaryDir>
#include <QTest>

#include "core/store/sql/database.h"
#include "core/store/sqlite/sqlite_backend.h"

using namespace signalbox;
using namespace signalbox::store;

class TestMigrations : public QObject {
    Q_OBJECT

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Backend> m_backend;
    std::unique_ptr<Database> m_database;

    std::int64_t version() { return m_database->integer("SELECT MAX(version) FROM schema_version").value(); }

private Q_SLOTS:
    void init() {
        m_folder = std::make_unique<QTemporaryDir>();
        m_backend = SqliteBackend::open(m_folder->filePath(QStringLiteral("m.db")).toStdString()).value();
        m_database = m_backend->connect(Access::write).value();
    }
    void cleanup() {
        m_database.reset();
        m_backend.reset();
    }

    void goesThroughTheStepsThatAreMissing() {
        const std::vector<Migration> steps{{{"CREATE TABLE t (id {key} PRIMARY KEY, b {blob})"}},
                                           {{"ALTER TABLE t ADD COLUMN c TEXT", "INSERT INTO t (c) VALUES ('x')"}}};
        QVERIFY(migrate(*m_database, std::span(steps).first(1), TimePoint()));
        QCOMPARE(version(), 1);
        QVERIFY(migrate(*m_database, steps, TimePoint()));
        QVERIFY(migrate(*m_database, steps, TimePoint()));
        QCOMPARE(version(), 2);
        QCOMPARE(m_database->integer("SELECT COUNT(*) FROM t WHERE c = 'x'").value(), 1);
    }

    void aStepThatFailsLeavesNothing() {
        const std::vector<Migration> steps{{{"CREATE TABLE t (id {key} PRIMARY KEY)"}},
                                           {{"INSERT INTO t (id) VALUES (1)", "CREATE TABLE t (again {key})"}}};
        QVERIFY(!migrate(*m_database, steps, TimePoint()));
        QCOMPARE(version(), 1);
        QCOMPARE(m_database->integer("SELECT COUNT(*) FROM t").value(), 0);
    }

    void refusesANewerSchema() {
        const std::vector<Migration> steps{{{"CREATE TABLE t (id {key} PRIMARY KEY)"}}, {{"DROP TABLE t"}}};
        QVERIFY(migrate(*m_database, steps, TimePoint()));
        const auto older = migrate(*m_database, std::span(steps).first(1), TimePoint());
        QVERIFY(!older);
        QCOMPARE(older.error().code, make_error_code(BaseErrc::unsupported));
    }
};

QTEST_GUILESS_MAIN(TestMigrations)
#include "tst_migrations.moc"
