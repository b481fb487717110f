// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/fleet/dictionary.h"

#include <QTest>
#include <map>
#include <random>

using signalbox::fleet::Dictionary;

class TestDictionary : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void agreesWithAMapWhileTextsComeAndGo() {
        std::mt19937 random(11);
        Dictionary dictionary;
        std::map<std::string, std::uint32_t> uses;
        for (int i = 0; i < 60'000; ++i) {
            const std::string text = (random() % 2 ? "Text " : "text ") + std::to_string(random() % 1500);
            if (const auto known = uses.find(text); known != uses.end() && random() % 2 == 0) {
                dictionary.release(dictionary.find(text));
                if (--known->second == 0) uses.erase(known);
            } else {
                QCOMPARE(dictionary.text(dictionary.use(text)), std::string_view(text));
                ++uses[text];
            }
        }
        QCOMPARE(dictionary.size(), uses.size());
        for (int i = 0; i < 1500; ++i)
            for (const char* prefix : {"Text ", "text "}) {
                const std::string text = prefix + std::to_string(i);
                const auto code = dictionary.find(text);
                const auto known = uses.find(text);
                QCOMPARE(code != 0, known != uses.end());
                if (code != 0) QCOMPARE(dictionary.uses(code), known->second);
            }
    }

    void findsTextsInAnyCase() {
        Dictionary dictionary;
        const auto first = dictionary.use("North");
        const auto second = dictionary.use("nORTH");
        dictionary.use("north-east");
        auto codes = dictionary.findAnyCase("NORTH");
        std::sort(codes.begin(), codes.end());
        QCOMPARE(codes, (std::vector{first, second}));
        QVERIFY(dictionary.findAnyCase("nort").empty());
    }

    void anEmptyTextIsAText() {
        Dictionary dictionary;
        QCOMPARE(dictionary.find(""), 0U);
        const auto code = dictionary.use("");
        QVERIFY(code != 0);
        QCOMPARE(dictionary.find(""), code);
    }

    void givesACodeAgain() {
        Dictionary dictionary;
        const auto first = dictionary.use("a");
        dictionary.release(first);
        QCOMPARE(dictionary.use("b"), first);
        QCOMPARE(dictionary.find("a"), 0U);
    }
};

QTEST_GUILESS_MAIN(TestDictionary)
#include "tst_dictionary.moc"
