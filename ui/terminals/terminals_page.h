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
class TerminalDetail;
class TerminalModel;

/// Every terminal: filtered, read as one scrolls, one of them in detail.
class TerminalsPage : public Page {
    Q_OBJECT
public:
    explicit TerminalsPage(ManagerLink& link, QWidget* parent = nullptr);

    [[nodiscard]] QString title() const override { return tr("Terminals", "page"); }
    [[nodiscard]] QString iconName() const override { return QStringLiteral("page-terminals"); }
    /// "search:<words>", "filter:<RSQL>", or a controller id.
    void open(const QString& what) override;

protected:
    void refresh(Topics topics) override;
    void clear() override;

private:
    void makeActions();
    void setSource();
    void chosen();
    void showCount();
    void addTerminals();

    TerminalModel* m_model = nullptr;
    FilterEdit* m_filter = nullptr;
    QComboBox* m_state = nullptr;
    QLabel* m_count = nullptr;
    Notice* m_notice = nullptr;
    DataTable* m_table = nullptr;
    TerminalDetail* m_detail = nullptr;
    EmptyState* m_empty = nullptr;
    QSplitter* m_split = nullptr;
};

}  // namespace signalbox::ui
