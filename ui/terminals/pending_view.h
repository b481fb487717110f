// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>
#include <vector>

#include "ui/session/manager_link.h"
#include "ui/widgets/paged_model.h"

class QLabel;
class QPushButton;

namespace signalbox::ui {

class DataTable;
class EmptyState;
class Notice;

/// The terminals that wait to be let in.
class PendingModel final : public PagedModel<adminclient::PendingInfo> {
public:
    explicit PendingModel(ManagerLink& link, QObject* parent = nullptr);
};

/// Lets terminals that wait in, or sends them away, many at once.
class PendingView : public QWidget {
    Q_OBJECT
public:
    explicit PendingView(ManagerLink& link, QWidget* parent = nullptr);

    void refresh();
    void clear();

Q_SIGNALS:
    void changed();  ///< some were let in or sent away

private:
    void enable();
    void letIn();
    void refuse();
    void send(const adminclient::Call<adminclient::Count>& call, const QString& failure);
    [[nodiscard]] std::vector<std::int64_t> chosen() const;

    ManagerLink& m_link;
    PendingModel* m_model = nullptr;
    DataTable* m_table = nullptr;
    QPushButton* m_all = nullptr;
    QPushButton* m_letIn = nullptr;
    QPushButton* m_refuse = nullptr;
    Notice* m_notice = nullptr;
    QWidget* m_content = nullptr;
    EmptyState* m_empty = nullptr;
};

}  // namespace signalbox::ui
