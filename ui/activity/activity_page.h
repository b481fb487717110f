// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/page.h"

class QLabel;

namespace signalbox::ui {

class AuditModel;
class DataTable;
class Notice;

/// Everything anyone did, newest first. A row leads to what it is about.
class ActivityPage : public Page {
    Q_OBJECT
public:
    explicit ActivityPage(ManagerLink& link, QWidget* parent = nullptr);

    [[nodiscard]] QString title() const override { return tr("Activity", "page"); }
    [[nodiscard]] QString iconName() const override { return QStringLiteral("page-activity"); }

protected:
    void refresh(Topics topics) override;
    void clear() override;

private:
    void follow();

    AuditModel* m_model = nullptr;
    DataTable* m_table = nullptr;
    QLabel* m_count = nullptr;
    Notice* m_notice = nullptr;
};

}  // namespace signalbox::ui
