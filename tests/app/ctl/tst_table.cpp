// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>
#include <clocale>

#include "app/ctl/plain_text.h"
#include "app/ctl/table.h"

using namespace signalbox::ctl;

namespace {

Table aTable() {
    Table table({{"ID", Table::Align::right, 2}, {"NAME"}, {"WHY", Table::Align::left, 8}});
    table.add({"7", "kiosk", "because of the weather"});
    table.add({"12", "tü", "x"});
    return table;
}

}  // namespace

class TableTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { std::setlocale(LC_CTYPE, "C.UTF-8"); }

    void columnsAreAligned() {
        QCOMPARE(aTable().text(0), std::string("ID  NAME   WHY\n"
                                               " 7  kiosk  because of the weather\n"
                                               "12  tü     x\n"));
    }

    void theWidestColumnIsCutToFit() {
        QCOMPARE(aTable().text(24), std::string("ID  NAME   WHY\n"
                                                " 7  kiosk  because of t…\n"
                                                "12  tü     x\n"));
    }

    void columnsKeepTheirLeast() {
        QCOMPARE(aTable().text(5), std::string("ID  NAME   WHY\n"
                                               " 7  kiosk  because…\n"
                                               "12  tü     x\n"));
    }

    void aMissingCellIsEmptyAndASurplusOneIsLeftOut() {
        Table table({{"A"}, {"B"}});
        table.add({"1"});
        table.add({"1", "2", "3"});
        QCOMPARE(table.text(0), std::string("A  B\n1\n1  2\n"));
    }

    void cellsFromOutsideStayInTheirCell() {
        Table table({{"A"}, {"B"}});
        table.add({"\033[31mred\nline", "b"});
        QCOMPARE(table.text(0), std::string("A                    B\n\\x1b[31mred\\x0aline  b\n"));
    }

    void wideCharactersCountTwice() {
        QCOMPARE(displayWidth("日本"), 4U);
        QCOMPARE(displayWidth("e\u0301"), 1U);
        QCOMPARE(shortened("日本語", 5), std::string("日本…"));
    }

    void listingsAlignTheirValues() {
        QCOMPARE(listing({{"a", "1"}, {"long", "2\n"}, {"b", ""}}), std::string("a     1\nlong  2\\x0a\nb\n"));
    }
};

QTEST_GUILESS_MAIN(TableTest)
#include "tst_table.moc"
