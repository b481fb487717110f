// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>
#include <fstream>

#include "core/base/log.h"
#include "core/base/log_format.h"

using namespace signalbox;

class TestLog final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void printableKeepsPlainText();
    void printableEscapesControlCharacters_data();
    void printableEscapesControlCharacters();
    void printableNeverGivesAControlCharacter();
    void printableCutsBetweenCharacters();
    void knowsLevels();
    void writesOneJsonObjectALine();
};

void TestLog::printableKeepsPlainText() {
    for (const char* text : {"", "plain", "M\xc3\xbcnchen \xf0\x9f\x9a\x82 \xe2\x80\x93", "\xc2\xa0\xc3\x80"})
        QCOMPARE(printable(text), std::string(text));
}

void TestLog::printableEscapesControlCharacters_data() {
    QTest::addColumn<std::string>("text");
    QTest::addColumn<std::string>("safe");
    const auto row = [](const char* name, const std::string& text, const char* safe) {
        QTest::newRow(name) << text << std::string(safe);
    };
    row("line feed", "a\nb", "a\\x0ab");
    row("nul", std::string("a\0b", 3), "a\\x00b");
    row("terminal escape", "\x1b[31m", "\\x1b[31m");
    row("delete", "\x7f", "\\x7f");
    row("C1 in UTF-8",
        "\xc2\x9b"
        "31m",
        "\\xc2\\x9b31m");
    row("C1 as a byte",
        "\x9b"
        "31m",
        "\\x9b31m");
    row("not UTF-8", "caf\xe9!", "caf\\xe9!");
    row("UTF-8 cut", "\xe2\x82", "\\xe2\\x82");
    row("overlong escape", "\xc0\x9b", "\\xc0\\x9b");
}

void TestLog::printableEscapesControlCharacters() {
    QFETCH(const std::string, text);
    QFETCH(const std::string, safe);
    QCOMPARE(printable(text), safe);
}

void TestLog::printableNeverGivesAControlCharacter() {
    for (int a = 0; a < 256; ++a)
        for (int b = 0; b < 256; ++b) {
            const std::string text{static_cast<char>(a), static_cast<char>(b)};
            const QString shown = QString::fromStdString(printable(text));
            for (const QChar c : shown)
                QVERIFY(c.unicode() >= 0x20 && (c.unicode() < 0x7f || c.unicode() >= 0xa0));
            QVERIFY(!shown.contains(QChar(QChar::ReplacementCharacter)));
        }
}

void TestLog::printableCutsBetweenCharacters() {
    QCOMPARE(printable("abcdef", 6), std::string("abcdef"));
    QCOMPARE(printable("abcdef", 3), std::string("abc\xe2\x80\xa6"));
    QCOMPARE(printable("ab\xc3\xbc"
                       "def",
                       3),
             std::string("ab\xe2\x80\xa6"));
}

void TestLog::knowsLevels() {
    QVERIFY(logLevelFromText("debug") == LogLevel::debug);
    QVERIFY(logLevelFromText("warning") == LogLevel::warning);
    QVERIFY(logLevelFromText("error") == LogLevel::error);
    QVERIFY(logLevelFromText("whatever") == LogLevel::info);
}

void TestLog::writesOneJsonObjectALine() {
    const QTemporaryDir folder;
    const std::string file = folder.filePath(QStringLiteral("log")).toStdString();
    configureLog(LogLevel::info, file);
    setLogFormat(LogFormat::json);
    logInfo("base", "{}", "a \"quoted\" back\\slash\nand \xe9 {}");
    logDebug("base", "not written");
    logWarning("node", "second");
    setLogFormat(LogFormat::text);
    std::ifstream in(file);
    std::vector<QJsonObject> lines;
    for (std::string line; std::getline(in, line);)
        lines.push_back(QJsonDocument::fromJson(QByteArray::fromStdString(line)).object());
    QCOMPARE(lines.size(), std::size_t(2));
    QCOMPARE(lines[0].keys(), QStringList({QStringLiteral("level"), QStringLiteral("room"), QStringLiteral("text"),
                                           QStringLiteral("time")}));
    QCOMPARE(lines[0][QStringLiteral("text")].toString(), QStringLiteral("a \"quoted\" back\\slash\\x0aand \\xe9 {}"));
    QVERIFY(lines[0][QStringLiteral("time")].toString().endsWith(QLatin1Char('Z')));
    QCOMPARE(lines[1][QStringLiteral("level")].toString(), QStringLiteral("warning"));
    QCOMPARE(lines[1][QStringLiteral("room")].toString(), QStringLiteral("node"));
}

QTEST_GUILESS_MAIN(TestLog)
#include "tst_log.moc"
