// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/task_log.h"

#include <QHeaderView>
#include <QLocale>
#include <QProgressBar>
#include <QPushButton>
#include <QTableWidget>

#include "ui/widgets/controls.h"
#include "ui/widgets/icon.h"

namespace signalbox::ui {

namespace {

enum TaskColumn { kTitle, kProgress, kDetail, kBegun, kCancel, kColumns };
constexpr int kMostTasks = 200;

}  // namespace

void Task::report(int percent, const QString& detail) {
    if (m_state != State::running) return;
    m_percent = percent;
    m_detail = detail;
    Q_EMIT changed();
}

void Task::end(State state, const QString& detail) {
    if (m_state != State::running) return;
    m_state = state;
    m_detail = detail;
    Q_EMIT changed();
}

TaskLog::TaskLog(QWidget* parent) : QDockWidget(tr("Tasks", "task log"), parent) {
    setObjectName(QStringLiteral("taskLog"));
    setFeatures(DockWidgetClosable | DockWidgetMovable);
    m_table = named(new QTableWidget(0, kColumns), "taskTable", tr("Tasks", "task log"));
    m_table->setHorizontalHeaderLabels({tr("Task", "task log"), tr("Progress", "task log"), tr("Details", "task log"),
                                        tr("Begun", "task log"), QString()});
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setTabKeyNavigation(false);
    m_table->setShowGrid(false);
    m_table->verticalHeader()->hide();
    m_table->horizontalHeader()->setSectionResizeMode(kDetail, QHeaderView::Stretch);
    m_table->setColumnWidth(kTitle, 280);
    m_table->setColumnWidth(kProgress, 160);
    setWidget(m_table);
    hide();
}

Task* TaskLog::begin(const QString& title) {
    auto* const task = new Task(title, this);
    m_table->insertRow(0);
    m_tasks.prepend(task);
    for (int column = 0; column < kCancel; ++column)
        m_table->setItem(0, column, new QTableWidgetItem);
    m_table->item(0, kTitle)->setText(title);
    m_table->item(0, kBegun)->setText(QLocale().toString(task->begun().toLocalTime().time(), QLocale::ShortFormat));
    auto* const bar = named(new QProgressBar, "taskProgress", tr("Progress of %1", "task log").arg(title));
    m_table->setCellWidget(0, kProgress, bar);
    auto* const cancel = button("taskCancel", tr("Cancel", "a task"), QStringLiteral("cancelled"));
    m_table->setCellWidget(0, kCancel, cancel);
    connect(cancel, &QPushButton::clicked, task, &Task::cancelWanted);
    connect(task, &Task::changed, this, [this, task] { showTask(task, static_cast<int>(m_tasks.indexOf(task))); });
    while (m_tasks.size() > kMostTasks && m_tasks.last()->state() != Task::State::running) {
        m_tasks.takeLast()->deleteLater();
        m_table->removeRow(m_table->rowCount() - 1);
    }
    showTask(task, 0);
    show();
    return task;
}

int TaskLog::running() const {
    return static_cast<int>(std::count_if(m_tasks.begin(), m_tasks.end(),
                                          [](const Task* task) { return task->state() == Task::State::running; }));
}

void TaskLog::showTask(Task* task, int row) {
    if (row < 0) return;
    m_table->item(row, kDetail)->setText(task->detail());
    m_table->item(row, kDetail)->setToolTip(plainToolTip(task->detail()));
    if (task->state() == Task::State::running) {
        auto* const bar = qobject_cast<QProgressBar*>(m_table->cellWidget(row, kProgress));
        bar->setRange(0, task->percent() < 0 ? 0 : 100);
        bar->setValue(qMax(0, task->percent()));
        return Q_EMIT runningChanged(running());
    }
    m_table->removeCellWidget(row, kProgress);
    m_table->removeCellWidget(row, kCancel);
    QTableWidgetItem* const item = m_table->item(row, kProgress);
    switch (task->state()) {
        case Task::State::done:
            item->setIcon(icon(QStringLiteral("ok"), Tone::good));
            item->setText(tr("Done", "state of a task"));
            break;
        case Task::State::failed:
            item->setIcon(icon(QStringLiteral("failed"), Tone::bad));
            item->setText(tr("Failed", "state of a task"));
            break;
        case Task::State::cancelled:
            item->setIcon(icon(QStringLiteral("cancelled"), Tone::unknown));
            item->setText(tr("Cancelled", "state of a task"));
            break;
        case Task::State::running:
            break;
    }
    Q_EMIT runningChanged(running());
}

}  // namespace signalbox::ui
