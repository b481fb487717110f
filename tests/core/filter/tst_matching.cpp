// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "core/filter/expression.h"

using namespace signalbox::filter;

class TestMatching : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void comparesNumbersInTextAsNumbers() {
        QVERIFY(compareNatural("2.10", "2.9") > 0);
        QVERIFY(compareNatural("2.9", "2.10") < 0);
        QCOMPARE(compareNatural("2.010", "2.10"), 0);
        QVERIFY(compareNatural("a000", "a1") < 0);
        QVERIFY(compareNatural("99999999999999999999999", "100000000000000000000000") < 0);
    }

    void comparesTheRestAsBytes() {
        QVERIFY(compareNatural("B", "a") < 0);
        QVERIFY(compareNatural("a", "ä") < 0);
        QVERIFY(compareNatural("2.1", "2.1.1") < 0);
        QVERIFY(compareNatural("", "0") < 0);
        QCOMPARE(compareNatural("", ""), 0);
    }

    void aStarMatchesAnyRun() {
        QVERIFY(matchesWildcard("*", ""));
        QVERIFY(matchesWildcard("a*c", "ac"));
        QVERIFY(matchesWildcard("a*b*c", "a-b-b-c"));
        QVERIFY(matchesWildcard("*till*", "North Till 4"));
        QVERIFY(!matchesWildcard("a*c", "ab"));
        QVERIFY(!matchesWildcard("a", "ab"));
        QVERIFY(!matchesWildcard("", "a"));
        QVERIFY(matchesWildcard("**a**", "a"));
    }

    void agreesWithTheDefinitionOnAllShortTexts() {
        // A star stands for every split of the rest.
        struct Naive {
            static bool matches(std::string_view pattern, std::string_view text) {
                if (pattern.empty()) return text.empty();
                if (pattern[0] != '*')
                    return !text.empty() && text[0] == pattern[0] && matches(pattern.substr(1), text.substr(1));
                for (std::size_t n = 0; n <= text.size(); ++n)
                    if (matches(pattern.substr(1), text.substr(n))) return true;
                return false;
            }
        };
        const auto spell = [](int number, std::string_view letters, int length) {
            std::string text;
            for (; length > 0; --length, number /= static_cast<int>(letters.size()))
                text += letters[static_cast<std::size_t>(number) % letters.size()];
            return text;
        };
        for (int patternLength = 0; patternLength <= 5; ++patternLength)
            for (int p = 0; p < 243; ++p)
                for (int t = 0; t < 32; ++t)
                    for (int textLength = 0; textLength <= 5; ++textLength) {
                        const std::string pattern = spell(p, "ab*", patternLength);
                        const std::string text = spell(t, "ab", textLength);
                        QVERIFY2(matchesWildcard(pattern, text) == Naive::matches(pattern, text),
                                 (pattern + " on " + text).c_str());
                    }
    }

    void lettersMatchWithoutCaseInAsciiOnly() {
        QVERIFY(matchesWildcard("TILL", "till"));
        QVERIFY(!matchesWildcard("Ä", "ä"));
        QVERIFY(!matchesWildcard("[", "{"));
    }
};

QTEST_GUILESS_MAIN(TestMatching)
#include "tst_matching.moc"
