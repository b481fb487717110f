// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <vector>

#include "core/adminclient/answers.h"
#include "core/adminclient/calls.h"
#include "ui/shell/page.h"

class QLabel;
class QListWidget;
class QPushButton;
class QTreeWidget;
class QTreeWidgetItem;

namespace signalbox::ui {

class EmptyState;
class FactList;
class Notice;
class TaskLog;

/// What failed in the rollouts that run, grouped by cause, with what the failed have in common.
class FailuresPage : public Page {
    Q_OBJECT
public:
    FailuresPage(ManagerLink& link, TaskLog& tasks, QWidget* parent = nullptr);

    [[nodiscard]] QString title() const override { return tr("Failures", "page"); }
    [[nodiscard]] QString iconName() const override { return QStringLiteral("page-failures"); }
    /// A rollout's number, also of one that has ended.
    void open(const QString& what) override;

protected:
    void refresh(Topics topics) override;
    void clear() override;

private:
    struct Group {
        Rollout rollout;
        adminclient::FailureGroup group;
    };

    [[nodiscard]] QWidget* makeDetail();
    void read();
    void readFailures(const Rollout& rollout);
    void put();
    void chosen();
    [[nodiscard]] const Group* current() const;
    void retry();
    void exclude();
    void include();
    void rollBack();
    void count(const adminclient::Call<adminclient::Count>& call, const QString& failure);

    TaskLog& m_tasks;
    RolloutId m_also;  ///< one that was asked for, whatever its state
    std::map<RolloutId, Rollout> m_rollouts;
    std::map<RolloutId, std::vector<adminclient::FailureGroup>> m_failures;
    std::vector<Group> m_groups;  ///< as in the tree
    std::size_t m_awaited = 0;    ///< answers that are missing
    bool m_again = false;
    QTreeWidget* m_tree = nullptr;
    QWidget* m_content = nullptr;
    EmptyState* m_empty = nullptr;
    Notice* m_notice = nullptr;
    QLabel* m_title = nullptr;
    FactList* m_facts = nullptr;
    FactList* m_suspects = nullptr;
    QListWidget* m_terminals = nullptr;
    QPushButton* m_retry = nullptr;
    QPushButton* m_exclude = nullptr;
    QPushButton* m_include = nullptr;
    QPushButton* m_rollBack = nullptr;
    QPushButton* m_rollout = nullptr;
};

}  // namespace signalbox::ui
