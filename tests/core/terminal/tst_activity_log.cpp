// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTemporaryDir>
#include <QTest>

#include "core/terminal/activity_log.h"
#include "tests/support/manager_clock.h"
#include "tests/support/package_trees.h"

using namespace signalbox;
using namespace signalbox::terminal;
using namespace signalbox::test;

class TestActivityLog : public QObject {
    Q_OBJECT

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    FakeClock m_clock;

    fs::path folder() const { return m_folder->path().toStdString(); }
    std::vector<ActivityLine> all() const { return ActivityReader(folder()).next(); }
    std::uint64_t bytes() const {
        std::uint64_t sum = 0;
        for (const auto& entry : fs::directory_iterator(folder()))
            sum += entry.file_size();
        return sum;
    }

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void keepsWhatTheProcessLogs() {
        ActivityLog log(nativeFileSystem(), m_clock, folder());
        setLogTap(&log);
        logInfo("terminal", "deployment {} \"of\" x\ny", 7);
        logDebug("terminal", "not this");
        logError("http", "no way");
        setLogTap(nullptr);
        logInfo("terminal", "nor this");
        const auto lines = all();
        QCOMPARE(lines.size(), 2U);
        QCOMPARE(lines[0].at, m_clock.now());
        QCOMPARE(lines[0].level, std::string("info"));
        QCOMPARE(lines[0].text, std::string("deployment 7 \"of\" x\\x0ay"));
        QCOMPARE(lines[1].level, std::string("error"));
        QCOMPARE(lines[1].room, std::string("http"));
    }

    void staysWithinItsBoundAndKeepsTheNewest() {
        ActivityLog log(nativeFileSystem(), m_clock, folder());
        const std::string text(1000, 'x');
        for (int i = 0; i < 3000; ++i)
            log.take(LogLevel::info, "terminal", std::to_string(i) + text);
        QVERIFY(bytes() <= 2 * ActivityFiles::kMostBytes);
        const auto lines = all();
        QVERIFY(lines.size() > 450);
        QCOMPARE(lines.back().text, "2999" + text);
        for (std::size_t i = 0; i < lines.size(); ++i)
            QCOMPARE(lines[i].text, std::to_string(3000 - lines.size() + i) + text);
    }

    void aReaderFollowsOverAChangeOfFiles() {
        ActivityLog log(nativeFileSystem(), m_clock, folder());
        ActivityReader reader(folder());
        QVERIFY(reader.next().empty());
        const std::string text(9000, 'x');
        int seen = 0;
        for (int i = 0; i < 300; ++i) {
            log.take(LogLevel::info, "terminal", std::to_string(i) + text);
            if (i % 7 != 0 && i != 299) continue;
            for (const ActivityLine& line : reader.next())
                QCOMPARE(line.text, std::to_string(seen++) + text);
        }
        QCOMPARE(seen, 300);
    }

    void aLineThatAPowerCutToreIsLeftOut() {
        {
            ActivityLog log(nativeFileSystem(), m_clock, folder());
            log.take(LogLevel::info, "terminal", "before");
        }
        std::ofstream(folder() / "agent.log", std::ios::app) << "{\"time\":\"2026-11-2";
        ActivityLog log(nativeFileSystem(), m_clock, folder());
        log.take(LogLevel::info, "terminal", "after");
        const auto lines = all();
        QCOMPARE(lines.size(), 2U);
        QCOMPARE(lines[1].text, std::string("after"));
    }

    void aFolderThatIsAwayHarmsNobody() {
        ActivityLog log(nativeFileSystem(), m_clock, folder() / "later");
        log.take(LogLevel::info, "terminal", "lost");
        fs::create_directory(folder() / "later");
        log.take(LogLevel::info, "terminal", "kept");
        QCOMPARE(ActivityReader(folder() / "later").next().size(), 1U);
    }

    void understandsSince_data() {
        QTest::addColumn<std::string>("text");
        QTest::addColumn<qint64>("secondsAgo");
        QTest::newRow("seconds") << std::string("90s") << qint64(90);
        QTest::newRow("minutes") << std::string("30m") << qint64(1800);
        QTest::newRow("hours") << std::string("12h") << qint64(43200);
        QTest::newRow("days") << std::string("7d") << qint64(604800);
        QTest::newRow("moment") << toRfc3339(m_clock.now() - Seconds(5)) << qint64(5);
        for (const char* wrong : {"", "7", "d", "-1h", "1w", "7 d", "99999999999999999999d", "99999999999d"})
            QTest::addRow("'%s'", wrong) << std::string(wrong) << qint64(-1);
    }
    void understandsSince() {
        QFETCH(std::string, text);
        QFETCH(qint64, secondsAgo);
        const auto since = activitySince(text, m_clock.now());
        if (secondsAgo < 0)
            QCOMPARE(since.error().code, boost::system::error_code(BaseErrc::invalidArgument));
        else
            QCOMPARE(m_clock.now() - since.value(), Milliseconds(secondsAgo * 1000));
    }
};

QTEST_GUILESS_MAIN(TestActivityLog)
#include "tst_activity_log.moc"
