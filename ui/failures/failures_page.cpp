// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/failures/failures_page.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QSplitter>
#include <QTreeWidget>
#include <QVBoxLayout>

#include "core/adminclient/paging.h"
#include "core/model/names.h"
#include "ui/failures/group_retry.h"
#include "ui/failures/group_roll_back.h"
#include "ui/shell/task_log.h"
#include "ui/widgets/controls.h"
#include "ui/widgets/display_text.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/error_text.h"
#include "ui/widgets/fact_list.h"
#include "ui/widgets/icon.h"
#include "ui/widgets/notice.h"
#include "ui/widgets/role_guard.h"
#include "ui/widgets/status.h"

namespace signalbox::ui {

namespace calls = adminclient::calls;

namespace {

constexpr std::size_t kMostRollouts = 500;
constexpr int kGroupRole = Qt::UserRole;

}  // namespace

FailuresPage::FailuresPage(ManagerLink& link, TaskLog& tasks, QWidget* parent)
    : Page(link, Topic::deployment | Topics(Topic::rollout), parent), m_tasks(tasks) {
    setObjectName(QStringLiteral("failuresPage"));
    m_tree = named(new QTreeWidget, "failureTree", tr("Failures by rollout and cause", "accessible name"));
    m_tree->setHeaderLabels(
        {tr("Cause", "column"), tr("Terminals", "column"), tr("Last seen", "column"), tr("First seen", "column")});
    m_tree->setUniformRowHeights(true);
    m_tree->setAlternatingRowColors(true);
    m_tree->header()->resizeSection(0, 280);
    m_notice = new Notice;
    m_empty = new EmptyState;
    auto* const split = new QSplitter;
    split->setChildrenCollapsible(false);
    split->addWidget(m_tree);
    split->addWidget(makeDetail());
    split->setStretchFactor(0, 3);
    split->setStretchFactor(1, 2);
    m_content = split;
    auto* const layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 14, 16, 10);
    layout->addWidget(m_notice);
    layout->addWidget(m_content, 1);
    layout->addWidget(m_empty, 1);
    m_empty->show(QStringLiteral("ok"), tr("Nothing failed", "empty state"),
                  tr("No rollout that runs or is paused has a failure. What ended earlier is on the page Rollouts.",
                     "empty state"),
                  tr("Go to rollouts", "empty state"));
    m_empty->hide();
    connect(m_empty, &EmptyState::acted, this, [this] { Q_EMIT openPage(QStringLiteral("rolloutsPage"), {}); });
    connect(m_tree, &QTreeWidget::currentItemChanged, this, &FailuresPage::chosen);
}

QWidget* FailuresPage::makeDetail() {
    auto* const detail = new QWidget;
    auto* const layout = new QVBoxLayout(detail);
    layout->setContentsMargins(12, 0, 0, 0);
    layout->setSpacing(10);
    m_title = headingLabel({});
    m_title->setWordWrap(true);
    auto* const buttons = new QHBoxLayout;
    m_retry = button("retryGroup", tr("&Try again …", "failures"), QStringLiteral("refresh"));
    m_rollout = button("openRollout", tr("&Open the rollout", "failures"), QStringLiteral("page-rollouts"));
    m_exclude = button("excludeGroup", tr("Leave them o&ut …", "failures"), QStringLiteral("remove"));
    m_exclude->setToolTip(tr("Takes them out of the rollout, so that it can go on without them", "tool tip"));
    m_include = button("includeGroup", tr("Take them back &in …", "failures"), QStringLiteral("add"));
    m_rollBack = button("rollBackGroup", tr("Roll &back …", "failures"), QStringLiteral("rolled-back"));
    m_rollBack->setToolTip(tr("Plans how they go back to an older release", "tool tip"));
    for (QPushButton* const each : {m_retry, m_exclude, m_include, m_rollBack})
        needsRole(each, link(), AccountRole::operator_);
    for (QPushButton* const each : {m_retry, m_rollout})
        buttons->addWidget(each);
    buttons->addStretch(1);
    auto* const groupButtons = new QHBoxLayout;
    for (QPushButton* const each : {m_exclude, m_include, m_rollBack})
        groupButtons->addWidget(each);
    groupButtons->addStretch(1);
    m_facts = new FactList;
    m_suspects = new FactList;
    m_terminals = named(new QListWidget, "failedTerminals", tr("Terminals that failed", "accessible name"));
    layout->addWidget(m_title);
    layout->addLayout(buttons);
    layout->addLayout(groupButtons);
    layout->addWidget(m_facts);
    layout->addWidget(headingLabel(tr("What the failed have in common", "failures")));
    layout->addWidget(m_suspects);
    layout->addWidget(headingLabel(tr("Terminals (Enter opens one)", "failures")));
    layout->addWidget(m_terminals, 1);
    connect(m_retry, &QPushButton::clicked, this, &FailuresPage::retry);
    connect(m_exclude, &QPushButton::clicked, this, &FailuresPage::exclude);
    connect(m_include, &QPushButton::clicked, this, &FailuresPage::include);
    connect(m_rollBack, &QPushButton::clicked, this, &FailuresPage::rollBack);
    connect(m_rollout, &QPushButton::clicked, this, [this] {
        if (const Group* const group = current())
            Q_EMIT openPage(QStringLiteral("rolloutsPage"), QString::number(group->rollout.id.value));
    });
    connect(m_terminals, &QListWidget::itemActivated, this,
            [this](const QListWidgetItem* item) { Q_EMIT openPage(QStringLiteral("terminalsPage"), item->text()); });
    return detail;
}

void FailuresPage::open(const QString& what) {
    m_also = {what.toLongLong()};
    read();
}

void FailuresPage::refresh(Topics) {
    read();
}

void FailuresPage::clear() {
    m_rollouts.clear();
    m_failures.clear();
    m_also = {};
    m_awaited = 0;
    put();
    m_empty->hide();
}

void FailuresPage::read() {
    if (!link().client()) return;
    if (m_awaited > 0) {
        m_again = true;
        return;
    }
    m_awaited = 1;
    adminclient::ListReader<Rollout>::read(
        *link().client(), [](adminclient::PageRequest page) { return calls::rollouts({}, page); }, kMostRollouts, this,
        [this](Result<std::vector<Rollout>> rollouts) {
            m_awaited = 0;
            if (!rollouts) {
                if (rollouts.error().code != BaseErrc::cancelled)
                    m_notice->say(Tone::bad, errorText(rollouts.error()), errorDetails(rollouts.error()));
                return;
            }
            m_notice->say(Tone::neutral, {});
            m_rollouts.clear();
            for (const Rollout& rollout : *rollouts) {
                const bool runs = rollout.state == RolloutState::running || rollout.state == RolloutState::paused;
                if (runs || rollout.id == m_also) m_rollouts[rollout.id] = rollout;
            }
            std::erase_if(m_failures, [this](const auto& each) { return !m_rollouts.contains(each.first); });
            for (const auto& [id, rollout] : m_rollouts)
                readFailures(rollout);
            if (m_rollouts.empty()) put();
        });
}

void FailuresPage::readFailures(const Rollout& rollout) {
    ++m_awaited;
    link().send<adminclient::Failures>(calls::failures(rollout.id), this,
                                       [this, id = rollout.id](Result<adminclient::Failures> failures) {
                                           if (m_awaited > 0) --m_awaited;
                                           if (failures) m_failures[id] = std::move(failures->groups);
                                           if (m_awaited > 0) return;
                                           put();
                                           if (std::exchange(m_again, false)) read();
                                       });
}

void FailuresPage::put() {
    const Group* const before = current();
    const RolloutId rolloutBefore = before ? before->rollout.id : m_also;
    const FailureCause causeBefore = before ? before->group.cause : FailureCause::none;
    const QSignalBlocker quiet(m_tree);
    m_tree->clear();
    m_groups.clear();
    QTreeWidgetItem* select = nullptr;
    for (auto it = m_rollouts.rbegin(); it != m_rollouts.rend(); ++it) {
        const auto& groups = m_failures[it->first];
        if (groups.empty()) continue;
        std::uint64_t sum = 0;
        for (const auto& group : groups)
            sum += group.count;
        auto* const top =
            new QTreeWidgetItem(m_tree, {toText(it->second.name), number(static_cast<std::int64_t>(sum))});
        const Status status = statusOf(it->second.state);
        top->setIcon(0, icon(status.icon, status.tone));
        top->setToolTip(0, status.text);
        top->setFlags(Qt::ItemIsEnabled);
        for (const auto& group : groups) {
            auto* const row =
                new QTreeWidgetItem(top, {causeText(group.cause), number(static_cast<std::int64_t>(group.count)),
                                          relativeTime(group.lastSeen), relativeTime(group.firstSeen)});
            row->setIcon(0, icon(statusOf(group.state).icon, Tone::bad));
            row->setData(0, kGroupRole, static_cast<int>(m_groups.size()));
            row->setToolTip(2, utcTime(group.lastSeen));
            row->setToolTip(3, utcTime(group.firstSeen));
            m_groups.push_back({it->second, group});
            if (!select ||
                (it->first == rolloutBefore && (causeBefore == FailureCause::none || group.cause == causeBefore))) {
                if (!select || m_groups[select->data(0, kGroupRole).toInt()].rollout.id != rolloutBefore ||
                    group.cause == causeBefore)
                    select = row;
            }
        }
    }
    m_tree->expandAll();
    if (select) m_tree->setCurrentItem(select);
    m_content->setVisible(!m_groups.empty());
    m_empty->setVisible(m_groups.empty());
    chosen();
}

const FailuresPage::Group* FailuresPage::current() const {
    const QTreeWidgetItem* const item = m_tree->currentItem();
    if (!item || !item->data(0, kGroupRole).isValid()) return nullptr;
    const auto number = static_cast<std::size_t>(item->data(0, kGroupRole).toInt());
    return number < m_groups.size() ? &m_groups[number] : nullptr;
}

void FailuresPage::chosen() {
    const Group* const chosenGroup = current();
    m_retry->setEnabled(chosenGroup);
    m_rollout->setEnabled(chosenGroup);
    for (QPushButton* const each : {m_exclude, m_rollBack})
        each->setEnabled(chosenGroup);
    m_include->setVisible(chosenGroup && chosenGroup->group.excluded > 0);
    if (!chosenGroup) {
        m_title->setText(tr("No cause chosen", "failures"));
        m_facts->setFacts({});
        m_suspects->setFacts({});
        m_terminals->clear();
        return;
    }
    const auto& group = chosenGroup->group;
    const bool running =
        chosenGroup->rollout.state == RolloutState::running || chosenGroup->rollout.state == RolloutState::paused;
    m_retry->setEnabled(running);
    m_exclude->setEnabled(running && group.excluded < group.count);
    m_include->setEnabled(running);
    m_rollBack->setEnabled(chosenGroup->rollout.installMode != InstallMode::downloadOnly);
    m_title->setText(causeText(group.cause));
    m_facts->setFacts({{tr("Rollout", "failures"), toText(chosenGroup->rollout.name)},
                       {tr("Came out as", "failures"), statusOf(group.state).text},
                       {tr("Terminals", "failures"), number(static_cast<std::int64_t>(group.count))},
                       {tr("Left out of them", "failures"), number(static_cast<std::int64_t>(group.excluded))},
                       {tr("Said", "failures"), toText(group.message)},
                       {tr("Last line", "failures, of a log"), toText(group.lastLine)}});
    QList<Fact> suspects;
    for (const auto& suspect : group.suspects)
        suspects.append({tr("%1: %2", "what failed terminals have in common, its value")
                             .arg(toText(suspect.what), toText(suspect.value)),
                         tr("%1 of %2 that ended failed", "suspect")
                             .arg(number(static_cast<std::int64_t>(suspect.failed)),
                                  number(static_cast<std::int64_t>(suspect.ended)))});
    if (suspects.isEmpty()) suspects.append({tr("Nothing stands out", "suspects"), {}});
    m_suspects->setFacts(suspects);
    m_terminals->clear();
    for (const std::string& id : group.terminals)
        m_terminals->addItem(toText(id));
}

void FailuresPage::retry() {
    const Group* const group = current();
    if (!group) return;
    ask(this,
        {tr("Try %n terminal(s) again?", "question", static_cast<int>(group->group.count)),
         tr("Each deployment of “%1” that failed with “%2” begins anew, although the release failed there before.",
            "question")
             .arg(toText(group->rollout.name), causeText(group->group.cause)),
         tr("Try again", "button"),
         {}},
        [this, rollout = group->rollout, cause = group->group.cause, state = group->group.state] {
            Task* const task = m_tasks.begin(
                tr("Try “%1” again in %2", "task: cause, rollout").arg(causeText(cause), toText(rollout.name)));
            auto* const work = new GroupRetry(link(), task, rollout.id, cause, state, this);
            connect(work, &GroupRetry::ended, this, &FailuresPage::read);
            work->start();
        });
}

void FailuresPage::exclude() {
    const Group* const group = current();
    if (!group) return;
    const std::uint64_t more = group->group.count - group->group.excluded;
    ask(this,
        {tr("Leave %n terminal(s) out?", "question", static_cast<int>(more)),
         tr("Those that failed in “%1” with “%2” are taken out of the rollout: its gates and its breaker count them no "
            "longer, and nothing is tried again there. What failed stays written down. It can be taken back.",
            "question")
             .arg(toText(group->rollout.name), causeText(group->group.cause)),
         tr("Leave them out", "button"),
         {}},
        [this, id = group->rollout.id, cause = std::string(nameOf(group->group.cause))] {
            count(calls::excludeFailures(id, cause), tr("They were not left out", "error"));
        });
}

void FailuresPage::include() {
    const Group* const group = current();
    if (!group) return;
    ask(this,
        {tr("Take %n terminal(s) back in?", "question", static_cast<int>(group->group.excluded)),
         tr("Their failures count again in “%1”, for its gates and its breaker.", "question")
             .arg(toText(group->rollout.name)),
         tr("Take them back in", "button"),
         {}},
        [this, id = group->rollout.id, cause = std::string(nameOf(group->group.cause))] {
            count(calls::includeFailures(id, cause), tr("They were not taken back in", "error"));
        });
}

void FailuresPage::count(const adminclient::Call<adminclient::Count>& call, const QString& failure) {
    link().send<adminclient::Count>(call, this, [this, failure](const Result<adminclient::Count>& done) {
        if (!done) tellError(this, failure, errorText(done.error()), errorDetails(done.error()));
        read();
    });
}

void FailuresPage::rollBack() {
    const Group* const group = current();
    if (!group) return;
    askGroupRollBack(link(), this, group->rollout, group->group, [this](const Rollout& draft) {
        Q_EMIT openPage(QStringLiteral("rolloutsPage"), QString::number(draft.id.value));
    });
}

}  // namespace signalbox::ui
