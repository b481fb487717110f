// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/page.h"

class QComboBox;
class QLabel;
class QPushButton;
class QSplitter;

namespace signalbox::ui {

class DataTable;
class EmptyState;
class FilterEdit;
class Notice;
class PendingView;
class TaskLog;
class TerminalDetail;
class TerminalModel;

/// Every terminal: filtered, read as one scrolls, those that are chosen in detail; and those that wait to be let in.
class TerminalsPage : public Page {
    Q_OBJECT
public:
    TerminalsPage(ManagerLink& link, TaskLog& tasks, QWidget* parent = nullptr);

    [[nodiscard]] QString title() const override { return tr("Terminals", "page"); }
    [[nodiscard]] QString iconName() const override { return QStringLiteral("page-terminals"); }
    /// "search:<words>", "filter:<RSQL>", "pending", or a controller id.
    void open(const QString& what) override;

protected:
    void refresh(Topics topics) override;
    void clear() override;

private:
    void makeActions();
    void makeStates();
    void stateChosen();
    void setSource();
    void readPending();
    void showPending(std::int64_t count);
    void chosen();
    void showCount();
    void addTerminals();
    [[nodiscard]] bool isPending() const;

    TerminalModel* m_model = nullptr;
    FilterEdit* m_filter = nullptr;
    QComboBox* m_state = nullptr;
    QLabel* m_count = nullptr;
    Notice* m_notice = nullptr;
    Notice* m_waiting = nullptr;  ///< that some ask to join
    PendingView* m_pending = nullptr;
    DataTable* m_table = nullptr;
    TerminalDetail* m_detail = nullptr;
    EmptyState* m_empty = nullptr;
    QSplitter* m_split = nullptr;
    bool m_isNew = false;  ///< another list than before
};

}  // namespace signalbox::ui
