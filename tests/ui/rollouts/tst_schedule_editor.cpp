// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QCheckBox>
#include <QComboBox>
#include <QDateEdit>
#include <QDateTimeEdit>
#include <QPushButton>
#include <QTest>

#include "ui/rollouts/schedule_editor.h"

using namespace signalbox;
using namespace signalbox::ui;

namespace {

struct Edited {
    ScheduleEditor editor;

    template <class T>
    T* find(const char* name) {
        return editor.findChild<T*>(QString::fromLatin1(name));
    }
    void choose(const char* name, int index) {
        auto* const box = find<QComboBox>(name);
        box->setCurrentIndex(index);
        Q_EMIT box->activated(index);
    }
};

}  // namespace

class ScheduleEditorTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void beginsWithAnyTime() {
        Edited edited;
        QCOMPARE(edited.editor.schedule(), Schedule());
    }

    void nightsAreAWindowOfEveryDay() {
        Edited edited;
        edited.choose("windowPattern", 1);
        const Schedule schedule = edited.editor.schedule();
        QCOMPARE(schedule.windows.size(), std::size_t(1));
        QCOMPARE(schedule.windows[0].rule, std::string("FREQ=DAILY"));
        QCOMPARE(schedule.windows[0].begin.substr(10), std::string("T22:00"));
        QCOMPARE(schedule.windows[0].duration.count(), 7 * 3600);
    }

    /// The first window of a rule is on its begin, whatever day the rule names.
    void aWindowBeginsOnADayOfItsRule() {
        Edited edited;
        edited.choose("windowPattern", 2);
        const auto begin = QString::fromStdString(edited.editor.schedule().windows.at(0).begin).left(10);
        QVERIFY(QDate::fromString(begin, Qt::ISODate).dayOfWeek() >= Qt::Saturday);
    }

    void givesBackWhatItWasGiven() {
        Schedule given;
        given.windows = {{"2026-11-28T00:30", "FREQ=MONTHLY;BYDAY=1SA", Seconds(4 * 3600)}};
        given.freezes = {{"stock-taking", "2026-12-20", "2026-12-31"}};
        given.timeZone = "Europe/Berlin";
        given.deadline = TimePoint(Milliseconds(4102444800000));
        given.missed = MissedWindow::install;
        given.updateLocal = "2026-11-24T03:00";
        Edited edited;
        edited.editor.setSchedule(given);
        QCOMPARE(edited.editor.schedule(), given);
    }

    void windowsAndFreezesAreAddedAndRemovedByTheirButtons() {
        Edited edited;
        edited.choose("windowPattern", 3);
        QTest::mouseClick(edited.find<QPushButton>("addWindow"), Qt::LeftButton);
        QTest::mouseClick(edited.find<QPushButton>("addFreeze"), Qt::LeftButton);
        QCOMPARE(edited.editor.schedule().windows.size(), std::size_t(2));
        QCOMPARE(edited.editor.schedule().freezes.size(), std::size_t(1));
        QTest::mouseClick(edited.find<QPushButton>("removeWindow"), Qt::LeftButton);
        QTest::mouseClick(edited.find<QPushButton>("removeFreeze"), Qt::LeftButton);
        QCOMPARE(edited.editor.schedule().windows.size(), std::size_t(1));
        QVERIFY(edited.editor.schedule().freezes.empty());
    }

    void saysWhatIsWrong() {
        Edited edited;
        QVERIFY(edited.editor.wrong().isEmpty());
        QTest::mouseClick(edited.find<QPushButton>("addFreeze"), Qt::LeftButton);
        QVERIFY(edited.editor.wrong().isEmpty());
        auto* const first = edited.find<QDateEdit>("freezeFirst");
        first->setDate(first->date().addDays(1));
        QVERIFY(!edited.editor.wrong().isEmpty());
        first->setDate(first->date().addDays(-1));
        edited.find<QCheckBox>("hasDeadline")->click();
        QVERIFY(edited.editor.wrong().isEmpty());
        edited.find<QDateTimeEdit>("deadline")->setDateTime(QDateTime::currentDateTime().addDays(-1));
        QVERIFY(!edited.editor.wrong().isEmpty());
    }
};

QTEST_MAIN(ScheduleEditorTest)
#include "tst_schedule_editor.moc"
