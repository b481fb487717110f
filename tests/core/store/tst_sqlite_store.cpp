// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
// What is SQLite's own: the file, its lock, its rights, and what happens when the disk or the process fails.
#include <sys/stat.h>

#include <QFile>
#include <QProcess>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>
#include <QtSql/QSqlDatabase>
#include <QtSql/QSqlQuery>

#include "core/store/sql/database.h"
#include "core/store/sql/sql_store.h"
#include "core/store/sqlite/sqlite_backend.h"
#include "tests/core/store/store_values.h"
#include "tests/support/store_run.h"

using namespace signalbox;
using namespace signalbox::store;
using namespace signalbox::test;

namespace {

unsigned modeOf(const std::string& path) {
    struct stat status {};
    return ::stat(path.c_str(), &status) == 0 ? status.st_mode & 07777 : 0;
}

/// Runs statements on the file as any program could.
void runSql(const std::string& file, std::initializer_list<const char*> statements) {
    {
        QSqlDatabase database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), QStringLiteral("outside"));
        database.setDatabaseName(QString::fromStdString(file));
        QVERIFY(database.open());
        for (const char* statement : statements) {
            QSqlQuery query(database);
            QVERIFY2(query.exec(QString::fromUtf8(statement)), statement);
        }
    }
    QSqlDatabase::removeDatabase(QStringLiteral("outside"));
}

/// SQLite with a database that may not grow beyond some pages: its way of losing a whole transaction to one statement.
class SmallBackend final : public Backend {
public:
    SmallBackend(std::unique_ptr<Backend> backend, int pages)
        : m_backend(std::move(backend)), m_pragma("PRAGMA max_page_count=" + std::to_string(pages)) {}
    const Dialect& dialect() const override { return m_backend->dialect(); }
    Result<std::unique_ptr<Database>> connect(Access access) const override {
        TRY(auto database, m_backend->connect(access));
        TRY([[maybe_unused]] const std::string pages, database->text(m_pragma));
        return database;
    }

private:
    std::unique_ptr<Backend> m_backend;
    std::string m_pragma;
};

Task<void> commitInto(Store& store, std::vector<Change> changes, Result<void>& result) {
    auto done = co_await store.commit(std::move(changes));
    result = done;
    co_return Result<void>();
}

QString childProgram() {
    return QString::fromUtf8(STORE_CHILD);
}

}  // namespace

class TestSqliteStore : public QObject {
    Q_OBJECT

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    std::string m_file;

    boost::system::error_code openError() const {
        const auto store = openSqliteStore(m_file);
        return store ? boost::system::error_code() : store.error().code;
    }
    QByteArray runChild(const QStringList& arguments) const {
        QProcess child;
        child.start(childProgram(), arguments);
        if (!child.waitForFinished()) qFatal("the child does not end");
        return child.readAllStandardOutput();
    }

private Q_SLOTS:
    void init() {
        m_folder = std::make_unique<QTemporaryDir>();
        m_file = m_folder->filePath(QStringLiteral("store.db")).toStdString();
    }

    void itsFilesAreTheOwnersOnly() {
        auto store = openSqliteStore(m_file);
        QVERIFY(store);
        QVERIFY(runTask((*store)->commit({aTerminal(1)})));
        for (const char* suffix : {"", "-wal", "-shm", ".lock"})
            QCOMPARE(modeOf(m_file + suffix), 0600U);
    }

    void aFileWithWiderRightsIsTightened() {
        openSqliteStore(m_file).value().reset();
        ::chmod(m_file.c_str(), 0644);
        const auto store = openSqliteStore(m_file);
        QVERIFY(store);
        QCOMPARE(modeOf(m_file), 0600U);
    }

    void aSecondOpeningInThisProcessIsRefused() {
        const auto store = openSqliteStore(m_file);
        QVERIFY(store);
        QCOMPARE(openError(), make_error_code(BaseErrc::unavailable));
    }

    void aSecondProcessIsRefused() {
        const auto store = openSqliteStore(m_file);
        QVERIFY(store);
        const QByteArray said = runChild({QStringLiteral("open"), QString::fromStdString(m_file)});
        const QByteArray wanted =
            "error signalbox:" + QByteArray::number(static_cast<int>(BaseErrc::unavailable)) + ' ';
        QVERIFY2(said.startsWith(wanted), said.constData());
    }

    void closedItCanBeOpenedAgain() {
        auto store = openSqliteStore(m_file);
        QVERIFY(store);
        (*store)->close();
        QCOMPARE(openError(), boost::system::error_code());
    }

    void aFileThatIsNoDatabaseIsCorrupt() {
        QFile file(QString::fromStdString(m_file));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(QByteArray(8192, 'x'));
        file.close();
        QCOMPARE(openError(), make_error_code(BaseErrc::corrupt));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), QByteArray(8192, 'x'));
    }

    void theDatabaseOfAnotherProgramIsCorrupt() {
        runSql(m_file, {"CREATE TABLE recipes (id INTEGER)"});
        QCOMPARE(openError(), make_error_code(BaseErrc::corrupt));
    }

    void aNewerSchemaIsUnsupported() {
        openSqliteStore(m_file).value().reset();
        runSql(m_file, {"INSERT INTO schema_version VALUES (1000, 0)"});
        QCOMPARE(openError(), make_error_code(BaseErrc::unsupported));
    }

    void aMissingFolderIsNotFound() {
        m_file = m_folder->filePath(QStringLiteral("none/store.db")).toStdString();
        QCOMPARE(openError(), make_error_code(BaseErrc::notFound));
    }

    void aFolderInPlaceOfTheFileIsRefused() {
        QVERIFY(QDir().mkpath(QString::fromStdString(m_file)));
        QCOMPARE(openError(), make_error_code(BaseErrc::invalidArgument));
    }

    void withoutTheRightToWriteItIsRefused() {
        openSqliteStore(m_file).value().reset();
        ::chmod(m_folder->path().toUtf8().constData(), 0555);
        const QByteArray said = runChild({QStringLiteral("open-as-nobody"), QString::fromStdString(m_file)});
        ::chmod(m_folder->path().toUtf8().constData(), 0755);
        QVERIFY2(said.startsWith("error system:13 "), said.constData());
    }

    void aRowOfUnknownMeaningIsCorruptAndNamed() {
        auto store = openSqliteStore(m_file);
        QVERIFY(store);
        QVERIFY(runTask((*store)->commit({aRelease(3)})));
        store->reset();
        runSql(m_file, {"UPDATE releases SET state = 'mislaid'"});
        store = openSqliteStore(m_file);
        QVERIFY(store);
        const auto contents = (*store)->load();
        QVERIFY(!contents);
        QCOMPARE(contents.error().code, make_error_code(BaseErrc::corrupt));
        QVERIFY(contents.error().context.find("releases, row 3, column state") != std::string::npos);
    }

    void oneCallThatLosesTheTransactionHarmsNoOther() {
        auto backend = SqliteBackend::open(m_file);
        QVERIFY(backend);
        auto small = std::make_unique<SmallBackend>(std::move(*backend), 200);
        auto store = SqlStore::open(std::move(small));
        QVERIFY(store);
        asio::io_context loop;
        std::vector<Result<void>> results(20, makeError(BaseErrc::unset));
        for (std::size_t i = 0; i < results.size(); ++i) {
            std::vector<Change> changes{aTerminal(static_cast<std::int64_t>(i) + 1)};
            if (i == 7) changes.emplace_back(Setting{"large", std::string(4'000'000, 'x')});
            spawnSession(loop.get_executor(), "commit", commitInto(**store, std::move(changes), results[i]));
        }
        loop.run();
        for (std::size_t i = 0; i < results.size(); ++i)
            QCOMPARE(results[i].has_value(), i != 7);
        QCOMPARE(results[7].error().code, make_error_code(boost::system::errc::no_space_on_device));
        const auto contents = (*store)->load();
        QVERIFY(contents);
        QCOMPARE(contents->terminals.size(), 19U);
        QVERIFY(contents->settings.empty());
    }

    void outOfDiskNothingOfTheFailedCommitIsThereAndItGoesOnAfterwards() {
        const QByteArray said =
            runChild({QStringLiteral("full"), QString::fromStdString(m_file), QStringLiteral("3000000")});
        const QList<QByteArray> lines = said.trimmed().split('\n');
        QVERIFY2(lines.size() > 4, said.constData());
        QCOMPARE(lines.last(), QByteArray("after"));
        QVERIFY2(lines[lines.size() - 2].startsWith("error generic:5 "), said.constData());
        auto store = openSqliteStore(m_file);
        QVERIFY(store);
        const auto contents = (*store)->load();
        QVERIFY(contents);
        // "opened", the acknowledged ones, the error, "after".
        QCOMPARE(static_cast<qsizetype>(contents->settings.size()), lines.size() - 3 + 1);
    }

    void killedAtAnyMomentAllThatWasAcknowledgedIsThere() {
        std::int64_t acknowledged = 0;
        for (int round = 0; round < 8; ++round) {
            QProcess child;
            child.start(childProgram(), {QStringLiteral("commit"), QString::fromStdString(m_file)});
            const auto linesWanted = 2 + QRandomGenerator::global()->bounded(300);  // one says "opened"
            QByteArray said;
            while (said.count('\n') < linesWanted && child.waitForReadyRead(10'000))
                said += child.readAll();
            child.kill();
            QVERIFY(child.waitForFinished());
            said += child.readAll();
            said.truncate(said.lastIndexOf('\n') + 1);
            QList<std::int64_t> sequences;
            for (const QByteArray& line : said.split('\n').mid(1))
                if (!line.isEmpty()) sequences.append(line.toLongLong());
            QVERIFY2(!sequences.isEmpty(), said.constData());

            auto store = openSqliteStore(m_file);
            QVERIFY2(store, store ? "" : store.error().text().c_str());
            const auto audit = runTask((*store)->audit(acknowledged, 1'000'000));
            const auto feedback = runTask((*store)->feedback({1}, acknowledged, 1'000'000));
            QVERIFY(audit && feedback);
            QCOMPARE(audit->size(), feedback->size());
            for (const std::int64_t sequence : sequences) {
                const auto index = static_cast<std::size_t>(sequence - acknowledged - 1);
                QVERIFY2(index < audit->size(), "an acknowledged entry is gone");
                QCOMPARE((*audit)[index].sequence, sequence);
            }
            acknowledged = audit->back().sequence;
        }
    }
};

QTEST_GUILESS_MAIN(TestSqliteStore)
#include "tst_sqlite_store.moc"
