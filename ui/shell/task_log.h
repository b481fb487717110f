// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QDockWidget>
#include <QList>

class QLabel;
class QProgressBar;
class QPushButton;
class QTableWidget;

namespace signalbox::ui {

/// One long piece of work in the task log. Whoever does it reports here; it belongs to the log.
class Task : public QObject {
    Q_OBJECT
public:
    enum class State { running, done, failed, cancelled };

    explicit Task(const QString& title, QObject* parent = nullptr) : QObject(parent), m_title(title) {}

    [[nodiscard]] QString title() const { return m_title; }
    [[nodiscard]] State state() const { return m_state; }
    [[nodiscard]] int percent() const { return m_percent; }
    [[nodiscard]] QString detail() const { return m_detail; }
    [[nodiscard]] QDateTime begun() const { return m_begun; }

    /// `percent` -1: nobody knows. `detail`: rate, time left, which step.
    void report(int percent, const QString& detail);
    void end(State state, const QString& detail);

Q_SIGNALS:
    void changed();
    void cancelWanted();  ///< by the user; whoever does the work ends it

private:
    QString m_title;
    QString m_detail;
    QDateTime m_begun = QDateTime::currentDateTimeUtc();
    State m_state = State::running;
    int m_percent = -1;
};

/// Long work that runs and that is done, newest first, to be cancelled from here.
class TaskLog : public QDockWidget {
    Q_OBJECT
public:
    explicit TaskLog(QWidget* parent = nullptr);

    /// Shows the log. The task is the log's and stays until the window goes.
    Task* begin(const QString& title);
    [[nodiscard]] int running() const;

Q_SIGNALS:
    void runningChanged(int count);

private:
    void showTask(Task* task, int row);

    QTableWidget* m_table = nullptr;
    QList<Task*> m_tasks;  ///< by row
};

}  // namespace signalbox::ui
