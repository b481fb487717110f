// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>
#include <filesystem>
#include <random>

#include "core/package/entry_path.h"
#include "core/package/text_rules.h"
#include "tests/support/trust_errors.h"

using namespace signalbox;
using namespace signalbox::package;
using signalbox::test::codeOf;

class TestEntryPath final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void bringsNamesIntoOneForm_data();
    void bringsNamesIntoOneForm();
    void pathsOfRandomNamesStayInside();
    void linksOfRandomTargetsStayInside();
    void knowsUtf8_data();
    void knowsUtf8();
};

void TestEntryPath::bringsNamesIntoOneForm_data() {
    QTest::addColumn<std::string>("name");
    QTest::addColumn<std::string>("path");
    QTest::newRow("plain") << std::string("a/b") << std::string("a/b");
    QTest::newRow("the folder") << std::string(".") << std::string();
    QTest::newRow("the folder as tar has it") << std::string("./") << std::string();
    QTest::newRow("dots and slashes") << std::string("././a//b/./") << std::string("a/b");
    QTest::newRow("three dots") << std::string(".../..a/a..") << std::string(".../..a/a..");
    QTest::newRow("backslash") << std::string("a\\..\\b") << std::string("a\\..\\b");
    QTest::newRow("spaces") << std::string(" / a") << std::string(" / a");
}

void TestEntryPath::bringsNamesIntoOneForm() {
    QFETCH(const std::string, name);
    QFETCH(const std::string, path);
    const auto brought = entryPath(name);
    QVERIFY(brought);
    QCOMPARE(*brought, path);
}

void TestEntryPath::pathsOfRandomNamesStayInside() {
    std::mt19937 random(1);
    const std::vector<std::string> pieces = {"a", "..", ".", "/", "//", "...", "b c", "é"};
    for (int round = 0; round < 20000; ++round) {
        std::string name;
        for (auto i = random() % 9; i > 0; --i)
            name += pieces[random() % pieces.size()];
        const auto path = entryPath(name);
        if (!path) continue;
        const std::filesystem::path whole = std::filesystem::path("/into") / *path;
        QVERIFY2(whole.lexically_normal().native().starts_with("/into"), name.c_str());
        QVERIFY(entryPath(path->empty() ? "." : *path).value() == *path);
    }
}

void TestEntryPath::linksOfRandomTargetsStayInside() {
    std::mt19937 random(2);
    const std::vector<std::string> pieces = {"a", "..", ".", "../", "/", "b"};
    int taken = 0;
    for (int round = 0; round < 20000; ++round) {
        std::string target;
        for (auto i = random() % 7; i > 0; --i)
            target += pieces[random() % pieces.size()] + (random() % 2 ? "/" : "");
        if (!checkLinkTarget("x/y/link", target)) continue;
        ++taken;
        const auto end = (std::filesystem::path("/into/x/y") / target).lexically_normal();
        QVERIFY2(end.native().starts_with("/into"), target.c_str());
    }
    QVERIFY(taken > 1000);
}

void TestEntryPath::knowsUtf8_data() {
    QTest::addColumn<std::string>("text");
    QTest::addColumn<bool>("valid");
    QTest::newRow("empty") << std::string() << true;
    QTest::newRow("each length") << std::string("a\xc2\x80\xe0\xa0\x80\xf0\x90\x80\x80") << true;
    QTest::newRow("last of each length") << std::string("\x7f\xdf\xbf\xef\xbf\xbf\xf4\x8f\xbf\xbf") << true;
    QTest::newRow("before the surrogates") << std::string("\xed\x9f\xbf") << true;
    QTest::newRow("surrogate") << std::string("\xed\xa0\x80") << false;
    QTest::newRow("overlong 2") << std::string("\xc1\xbf") << false;
    QTest::newRow("overlong 3") << std::string("\xe0\x9f\xbf") << false;
    QTest::newRow("overlong 4") << std::string("\xf0\x8f\xbf\xbf") << false;
    QTest::newRow("above the last") << std::string("\xf4\x90\x80\x80") << false;
    QTest::newRow("five bytes") << std::string("\xf8\x88\x80\x80\x80") << false;
    QTest::newRow("continuation alone") << std::string("\x80") << false;
    QTest::newRow("cut") << std::string("\xe2\x82") << false;
    QTest::newRow("continuation missing") << std::string(
                                                 "\xe2\x82"
                                                 "a")
                                          << false;
}

void TestEntryPath::knowsUtf8() {
    QFETCH(const std::string, text);
    QFETCH(const bool, valid);
    QCOMPARE(isUtf8(text), valid);
}

QTEST_GUILESS_MAIN(TestEntryPath)
#include "tst_entry_path.moc"
