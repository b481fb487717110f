// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "app/ctl/plain_text.h"

using namespace signalbox::ctl;

class PlainTextTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void terminalEscapesDoNotGetThrough() {
        QCOMPARE(plain("a\033[2Jb\rc\td\x7f"), std::string("a\\x1b[2Jb\\x0dc\\x09d\\x7f"));
        QCOMPARE(plain("\u009b31m"), std::string("\\xc2\\x9b31m"));
    }

    void textDoesNotChangeItsDirection() { QCOMPARE(plain("a\u202Eb"), std::string("a\\xe2\\x80\\xaeb")); }

    void brokenUtf8IsEscaped() {
        QCOMPARE(plain("a\xff\xc3"), std::string("a\\xff\\xc3"));
        QCOMPARE(plain("\xc0\xaf"), std::string("\\xc0\\xaf"));
        QCOMPARE(plain("\xed\xa0\x80"), std::string("\\xed\\xa0\\x80"));
        QCOMPARE(plain("\xe2\x82"), std::string("\\xe2\\x82"));
    }

    void ordinaryTextStays() { QCOMPARE(plain("Größe 日本 ✓"), std::string("Größe 日本 ✓")); }

    void linesStayWhereTheyMay() { QCOMPARE(plainLines("a\n\tb\033"), std::string("a\n\tb\\x1b")); }

    void longTextIsCut() { QCOMPARE(plain("abcdef", 3), std::string("abc…")); }

    void bytesHaveUnits() {
        QCOMPARE(byteCount(0), std::string("0 B"));
        QCOMPARE(byteCount(1023), std::string("1023 B"));
        QCOMPARE(byteCount(1536), std::string("1.5 KiB"));
        QCOMPARE(byteCount(1048575), std::string("1.0 MiB"));
        QCOMPARE(byteCount(std::uint64_t(5) << 30), std::string("5.0 GiB"));
        QVERIFY(!byteCount(UINT64_MAX).empty());
    }

    void aMistakeIsUnderlined() {
        QCOMPARE(underlined("tag.a=x", 5, 1), std::string("tag.a=x\n     ^"));
        QCOMPARE(underlined("name==", 6, 0), std::string("name==\n      ^"));
        QCOMPARE(underlined("abc", 1, 99), std::string("abc\n ^^"));
        QCOMPARE(underlined("abc", 99, 5), std::string("abc\n   ^"));
    }

    void aLongTextIsShownAroundItsMistake() {
        const std::string text = underlined(std::string(500, 'a') + "!" + std::string(500, 'b'), 500, 1, 40);
        QCOMPARE(text.substr(text.find('\n') + 1).size(), 22U);
        QVERIFY(text.starts_with("…a") && text.find("a!b") != std::string::npos);
    }
};

QTEST_GUILESS_MAIN(PlainTextTest)
#include "tst_plain_text.moc"
