// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/rollouts/schedule_editor.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDateEdit>
#include <QDateTimeEdit>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>
#include <QSpinBox>
#include <QTableWidget>
#include <QTimeEdit>
#include <QTimeZone>
#include <QVBoxLayout>
#include <array>

#include "ui/session/background.h"
#include "ui/widgets/controls.h"
#include "ui/widgets/display_text.h"
#include "ui/widgets/small_table.h"

namespace signalbox::ui {

namespace {

enum WindowColumn { kDays, kFrom, kHours, kWindowColumns };
enum FreezeColumn { kFirst, kLast, kName, kFreezeColumns };
enum Pattern { kAnyTime, kNights, kWeekends, kOwn };

constexpr std::array<const char*, 10> kRules{"FREQ=DAILY",
                                             "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR",
                                             "FREQ=WEEKLY;BYDAY=SA,SU",
                                             "FREQ=WEEKLY;BYDAY=MO",
                                             "FREQ=WEEKLY;BYDAY=TU",
                                             "FREQ=WEEKLY;BYDAY=WE",
                                             "FREQ=WEEKLY;BYDAY=TH",
                                             "FREQ=WEEKLY;BYDAY=FR",
                                             "FREQ=WEEKLY;BYDAY=SA",
                                             "FREQ=WEEKLY;BYDAY=SU"};
constexpr int kMostHours = 24 * 7;
constexpr int kRows = 3;

QString daysText(std::size_t rule) {
    if (rule == 0) return ScheduleEditor::tr("every day", "days of a window");
    if (rule == 1) return ScheduleEditor::tr("Monday to Friday", "days of a window");
    if (rule == 2) return ScheduleEditor::tr("Saturday and Sunday", "days of a window");
    return QLocale().standaloneDayName(static_cast<int>(rule) - 2);
}

/// Whether a day is one of the rule's, by its number: 1 is Monday.
bool isOn(std::size_t rule, int day) {
    if (rule == 0) return true;
    if (rule == 1) return day <= Qt::Friday;
    if (rule == 2) return day >= Qt::Saturday;
    return day == static_cast<int>(rule) - 2;
}

/// The last day before today that a rule names: a rule's first window is on its begin.
QDate beginOf(std::size_t rule) {
    QDate day = QDate::currentDate().addDays(-1);
    while (!isOn(rule, day.dayOfWeek()))
        day = day.addDays(-1);
    return day;
}

std::size_t ruleOf(const Window& window) {
    for (std::size_t i = 0; i < kRules.size(); ++i)
        if (window.rule == kRules[i]) return i;
    return kRules.size();
}

std::string beginText(const QString& day, QTime from) {
    return QStringLiteral("%1T%2").arg(day, from.toString(QStringLiteral("HH:mm"))).toStdString();
}

Window made(std::size_t rule, QTime from, int hours) {
    Window window;
    window.begin = beginText(beginOf(rule).toString(Qt::ISODate), from);
    window.rule = kRules[rule];
    window.duration = Seconds(std::int64_t{hours} * 3600);
    return window;
}

QTime timeOf(const Window& window) {
    return QDateTime::fromString(toText(window.begin).left(16), QStringLiteral("yyyy-MM-ddTHH:mm")).time();
}

QTableWidget* editTable(const char* objectName, const QString& name, const QStringList& headings) {
    QTableWidget* const table = smallTable(objectName, name, headings);
    table->verticalHeader()->setDefaultSectionSize(table->fontMetrics().height() + 16);
    table->setFixedHeight((kRows + 1) * (table->fontMetrics().height() + 15));
    return table;
}

QWidget* beside(QWidget* wide, QWidget* narrow) {
    auto* const row = new QWidget;
    auto* const layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(wide, 1);
    layout->addWidget(narrow, 0, Qt::AlignTop);
    return row;
}

}  // namespace

QString windowText(const Window& window) {
    const std::size_t rule = ruleOf(window);
    const QString from = QLocale().toString(timeOf(window), QLocale::ShortFormat);
    if (rule < kRules.size())
        return ScheduleEditor::tr("%1 from %2 for %3", "a window: days, time, duration")
            .arg(daysText(rule), from, duration(window.duration));
    return ScheduleEditor::tr("from %1 for %2 %3", "a window: begin, duration, rule")
        .arg(toText(window.begin), duration(window.duration), toText(window.rule));
}

ScheduleEditor::ScheduleEditor(QWidget* parent) : QWidget(parent) {
    setObjectName(QStringLiteral("scheduleEditor"));
    auto* const layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(makeWindows());
    layout->addWidget(makeFreezes());
    layout->addWidget(makeDeadline());
    showTables();
}

QWidget* ScheduleEditor::makeWindows() {
    m_pattern = named(new QComboBox, "windowPattern", tr("When terminals may install", "accessible name"));
    m_pattern->addItems({tr("at any time", "windows"), tr("at night, 22:00 to 05:00", "windows"),
                         tr("at the weekend, all day", "windows"), tr("in windows of my own …", "windows")});
    m_zone = named(new QComboBox, "windowZone", tr("Whose clock", "accessible name"));
    m_zone->addItem(tr("by each terminal's own clock", "windows"), QString());
    // They are read from the disk.
    inBackground<QList<QByteArray>>(
        this, [] { return QTimeZone::availableTimeZoneIds(); },
        [this](const QList<QByteArray>& zones) {
            for (const QByteArray& zone : zones) {
                const QString name = QString::fromLatin1(zone);
                if (zone.contains('/') && m_zone->findData(name) < 0) m_zone->addItem(name, name);
            }
        });
    m_windows = editTable("windowTable", tr("Windows", "accessible name"),
                          {tr("Days", "column"), tr("From", "column"), tr("For", "column, a duration")});
    m_addWindow = button("addWindow", tr("Add &window", "button"), QStringLiteral("add"));
    m_removeWindow = button("removeWindow", tr("Remove window", "button"), QStringLiteral("remove"));
    auto* const buttons = new QWidget;
    auto* const column = new QVBoxLayout(buttons);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_addWindow);
    column->addWidget(m_removeWindow);
    column->addStretch(1);
    auto* const group = new QWidget;
    auto* const layout = new QVBoxLayout(group);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(beside(m_pattern, m_zone));
    layout->addWidget(beside(m_windows, buttons));
    connect(m_pattern, &QComboBox::activated, this, &ScheduleEditor::applyPattern);
    connect(m_addWindow, &QPushButton::clicked, this, [this] {
        addWindow(made(0, QTime(22, 0), 7));
        showTables();
    });
    connect(m_removeWindow, &QPushButton::clicked, this, [this] {
        m_windows->removeRow(qMax(0, m_windows->currentRow()));
        showTables();
    });
    return group;
}

QWidget* ScheduleEditor::makeFreezes() {
    m_freezes = editTable("freezeTable", tr("Days on which nothing is installed", "accessible name"),
                          {tr("From", "column, a day"), tr("To, inclusive", "column, a day"), tr("Why", "column")});
    auto* const add = button("addFreeze", tr("Add &freeze", "button"), QStringLiteral("add"));
    m_removeFreeze = button("removeFreeze", tr("Remove freeze", "button"), QStringLiteral("remove"));
    auto* const group = new QWidget;
    auto* const layout = new QVBoxLayout(group);
    layout->setContentsMargins(0, 0, 0, 0);
    auto* const head = new QHBoxLayout;
    head->addWidget(hintLabel(tr("Never on days of a freeze, such as stock-taking or holidays.", "wizard")), 1);
    head->addWidget(add);
    head->addWidget(m_removeFreeze);
    layout->addLayout(head);
    layout->addWidget(m_freezes);
    connect(add, &QPushButton::clicked, this, [this] {
        const std::string today = QDate::currentDate().toString(Qt::ISODate).toStdString();
        addFreeze({{}, today, today});
        showTables();
    });
    connect(m_removeFreeze, &QPushButton::clicked, this, [this] {
        m_freezes->removeRow(qMax(0, m_freezes->currentRow()));
        showTables();
    });
    return group;
}

QWidget* ScheduleEditor::makeDeadline() {
    const QString text = tr("All must have it by", "wizard, a deadline");
    m_hasDeadline = named(new QCheckBox(text), "hasDeadline", text);
    QDateTime first = QDateTime::currentDateTime().addDays(14);
    first.setTime(QTime(6, 0));
    m_deadline = named(new QDateTimeEdit(first), "deadline", tr("Deadline", "accessible name"));
    m_deadline->setCalendarPopup(true);
    m_missed = named(new QComboBox, "missedWindow", tr("What becomes of those that have not", "accessible name"));
    m_missed->addItem(tr("else they go on waiting", "after the deadline"), static_cast<int>(MissedWindow::wait));
    m_missed->addItem(tr("else they count as failed", "after the deadline"), static_cast<int>(MissedWindow::fail));
    m_missed->addItem(tr("else they install at once", "after the deadline"), static_cast<int>(MissedWindow::install));
    auto* const row = new QWidget;
    auto* const layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_hasDeadline);
    layout->addWidget(m_deadline);
    layout->addWidget(m_missed);
    layout->addStretch(1);
    connect(m_hasDeadline, &QCheckBox::toggled, this, &ScheduleEditor::showTables);
    connect(m_deadline, &QDateTimeEdit::dateTimeChanged, this, &ScheduleEditor::changed);
    return row;
}

void ScheduleEditor::applyPattern(int index) {
    m_windows->setRowCount(0);
    if (index == kNights || index == kOwn) addWindow(made(0, QTime(22, 0), 7));
    if (index == kWeekends) addWindow(made(2, QTime(0, 0), 24));
    showTables();
}

void ScheduleEditor::addWindow(const Window& window) {
    const int row = m_windows->rowCount();
    m_windows->insertRow(row);
    auto* const days = named(new QComboBox, "windowDays", tr("Days of the window", "accessible name"));
    for (std::size_t i = 0; i < kRules.size(); ++i)
        days->addItem(daysText(i), QString::fromLatin1(kRules[i]));
    if (ruleOf(window) == kRules.size())
        days->addItem(window.rule.empty() ? tr("once", "days of a window") : toText(window.rule), toText(window.rule));
    days->setCurrentIndex(qMax(0, days->findData(toText(window.rule))));
    days->setProperty("begin", toText(window.begin));
    auto* const from = named(new QTimeEdit(timeOf(window)), "windowFrom", tr("Begin of the window", "accessible name"));
    auto* const hours = named(new QSpinBox, "windowHours", tr("Length of the window", "accessible name"));
    hours->setRange(1, kMostHours);
    hours->setSuffix(tr(" h", "hours, after a number"));
    hours->setValue(static_cast<int>((window.duration.count() + 3599) / 3600));
    m_windows->setCellWidget(row, kDays, days);
    m_windows->setCellWidget(row, kFrom, from);
    m_windows->setCellWidget(row, kHours, hours);
}

void ScheduleEditor::addFreeze(const Freeze& freeze) {
    const int row = m_freezes->rowCount();
    m_freezes->insertRow(row);
    const auto day = [this, row](int column, const std::string& text, const char* objectName, const QString& name) {
        auto* const edit = named(new QDateEdit(QDate::fromString(toText(text), Qt::ISODate)), objectName, name);
        edit->setCalendarPopup(true);
        m_freezes->setCellWidget(row, column, edit);
        connect(edit, &QDateEdit::dateChanged, this, &ScheduleEditor::changed);
    };
    day(kFirst, freeze.from, "freezeFirst", tr("First day", "accessible name"));
    day(kLast, freeze.to, "freezeLast", tr("Last day", "accessible name"));
    auto* const why = named(new QLineEdit(toText(freeze.name)), "freezeName", tr("Why", "accessible name"));
    why->setPlaceholderText(tr("stock-taking", "an example of why nothing is installed"));
    m_freezes->setCellWidget(row, kName, why);
}

void ScheduleEditor::showTables() {
    const bool own = m_pattern->currentIndex() == kOwn;
    m_windows->parentWidget()->setVisible(own);
    m_zone->setEnabled(m_windows->rowCount() > 0 || m_freezes->rowCount() > 0);
    m_removeWindow->setEnabled(m_windows->rowCount() > 1);
    m_removeFreeze->setEnabled(m_freezes->rowCount() > 0);
    m_freezes->setVisible(m_freezes->rowCount() > 0);
    m_removeFreeze->setVisible(m_freezes->rowCount() > 0);
    m_deadline->setEnabled(m_hasDeadline->isChecked());
    m_missed->setEnabled(m_hasDeadline->isChecked());
    Q_EMIT changed();
}

Schedule ScheduleEditor::schedule() const {
    Schedule made;
    for (int row = 0; row < m_windows->rowCount(); ++row) {
        const auto* const days = qobject_cast<QComboBox*>(m_windows->cellWidget(row, kDays));
        const QTime from = qobject_cast<QTimeEdit*>(m_windows->cellWidget(row, kFrom))->time();
        Window window;
        window.rule = days->currentData().toString().toStdString();
        const std::size_t rule = ruleOf(window);
        const QString begin =
            rule < kRules.size() ? beginOf(rule).toString(Qt::ISODate) : days->property("begin").toString().left(10);
        window.begin = beginText(begin, from);
        window.duration = Seconds(3600) * qobject_cast<QSpinBox*>(m_windows->cellWidget(row, kHours))->value();
        made.windows.push_back(std::move(window));
    }
    for (int row = 0; row < m_freezes->rowCount(); ++row) {
        const auto day = [this, row](int column) {
            const auto* const edit = qobject_cast<QDateEdit*>(m_freezes->cellWidget(row, column));
            return edit->date().toString(Qt::ISODate).toStdString();
        };
        const auto* const why = qobject_cast<QLineEdit*>(m_freezes->cellWidget(row, kName));
        made.freezes.push_back({why->text().trimmed().toStdString(), day(kFirst), day(kLast)});
    }
    if (m_zone->isEnabled()) made.timeZone = m_zone->currentData().toString().toStdString();
    if (m_hasDeadline->isChecked()) {
        made.deadline = toTimePoint(m_deadline->dateTime());
        made.missed = static_cast<MissedWindow>(m_missed->currentData().toInt());
    }
    made.updateLocal = m_updateLocal.toStdString();
    return made;
}

void ScheduleEditor::setSchedule(const Schedule& schedule) {
    m_windows->setRowCount(0);
    m_freezes->setRowCount(0);
    for (const Window& window : schedule.windows)
        addWindow(window);
    for (const Freeze& freeze : schedule.freezes)
        addFreeze(freeze);
    m_pattern->setCurrentIndex(schedule.windows.empty() ? kAnyTime : kOwn);
    const QString zone = toText(schedule.timeZone);
    if (m_zone->findData(zone) < 0) m_zone->addItem(zone, zone);
    m_zone->setCurrentIndex(m_zone->findData(zone));
    m_hasDeadline->setChecked(schedule.deadline.has_value());
    if (schedule.deadline) m_deadline->setDateTime(toDateTime(*schedule.deadline).toLocalTime());
    m_missed->setCurrentIndex(m_missed->findData(static_cast<int>(schedule.missed)));
    m_updateLocal = toText(schedule.updateLocal);
    showTables();
}

QString ScheduleEditor::wrong() const {
    for (int row = 0; row < m_freezes->rowCount(); ++row)
        if (qobject_cast<QDateEdit*>(m_freezes->cellWidget(row, kFirst))->date() >
            qobject_cast<QDateEdit*>(m_freezes->cellWidget(row, kLast))->date())
            return tr("A freeze ends before it begins.", "wizard");
    if (m_hasDeadline->isChecked() && m_deadline->dateTime() <= QDateTime::currentDateTime())
        return tr("The deadline is over already.", "wizard");
    return {};
}

}  // namespace signalbox::ui
