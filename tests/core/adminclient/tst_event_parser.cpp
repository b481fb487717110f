// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "core/adminclient/event_parser.h"

using namespace signalbox;
using namespace signalbox::adminclient;

namespace {

std::vector<ServerEvent> parsed(std::string_view text) {
    EventParser parser;
    return parser.feed(text).value();
}

}  // namespace

class EventParserTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void readsIdTypeAndData() {
        const auto events = parsed("id: 7\nevent: rollout\ndata: {\"id\":1}\n\n");
        QCOMPARE(events.size(), 1U);
        QVERIFY(events[0] == (ServerEvent{"7", "rollout", "{\"id\":1}"}));
    }

    void anyCutGivesTheSame() {
        const std::string text =
            "\xEF\xBB\xBF: hello\r\nid: 1\r\nevent:a\r\ndata: x\r\ndata\r\ndata:  y\r\n\r\n:c\rdata:z\r\rid\ndata: "
            "é\n\n";
        const auto whole = parsed(text);
        QCOMPARE(whole.size(), 3U);
        QVERIFY(whole[0] == (ServerEvent{"1", "a", "x\n\n y"}));
        QVERIFY(whole[1] == (ServerEvent{"1", "message", "z"}));
        QVERIFY(whole[2] == (ServerEvent{"", "message", "é"}));
        for (std::size_t cut = 0; cut <= text.size(); ++cut) {
            EventParser parser;
            auto events = parser.feed(text.substr(0, cut)).value();
            for (const char c : text.substr(cut)) {
                for (auto& event : parser.feed(std::string_view(&c, 1)).value())
                    events.push_back(event);
            }
            QVERIFY(events == whole);
        }
    }

    void anEventWithoutItsEmptyLineIsNotOne() {
        EventParser parser;
        QVERIFY(parser.feed("id: 5\ndata: x\n").value().empty());
        QCOMPARE(parser.lastId(), std::string());
    }

    void anIdWithoutDataIsRemembered() {
        EventParser parser;
        QVERIFY(parser.feed("id: 5\n\n").value().empty());
        QCOMPARE(parser.lastId(), std::string("5"));
    }

    void anIdWithANulIsIgnored() {
        EventParser parser;
        QVERIFY(parser.feed(std::string_view("id: 4\n\nid: 5\0\n\n", 15)).has_value());
        QCOMPARE(parser.lastId(), std::string("4"));
    }

    void retryIsOfDigitsOnly() {
        EventParser parser;
        QVERIFY(parser.feed("retry: 12s\n\nretry:-3\n\nretry:\n\n").has_value());
        QVERIFY(!parser.retry());
        QVERIFY(parser.feed("retry: 1200\n").has_value());
        QVERIFY(parser.retry() == Milliseconds(1200));
    }

    void unknownFieldsAreIgnored() { QCOMPARE(parsed("foo: bar\ndata: x\nbar\n\n").at(0).data, std::string("x")); }

    void anEventIsBounded() {
        EventParser parser;
        const std::string piece(EventParser::kMostEvent / 2, 'x');
        QVERIFY(parser.feed("data: " + piece).has_value());
        QVERIFY(parser.feed(piece).error().code == BaseErrc::tooLarge);
        EventParser lines;
        Result<std::vector<ServerEvent>> fed;
        for (int i = 0; i < 2000 && (i == 0 || fed); ++i)
            fed = lines.feed("data: " + std::string(1000, 'x') + "\n");
        QVERIFY(!fed && fed.error().code == BaseErrc::tooLarge);
    }
};

QTEST_GUILESS_MAIN(EventParserTest)
#include "tst_event_parser.moc"
