// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/rollouts/rollouts_page.h"

#include <QAction>
#include <QHBoxLayout>
#include <QPushButton>

#include "core/adminclient/paging.h"
#include "ui/rollouts/rollout_model.h"
#include "ui/rollouts/rollout_view.h"
#include "ui/rollouts/rollout_wizard.h"
#include "ui/session/preferences.h"
#include "ui/widgets/controls.h"
#include "ui/widgets/data_table.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/icon.h"
#include "ui/widgets/notice.h"
#include "ui/widgets/role_guard.h"

namespace signalbox::ui {

namespace calls = adminclient::calls;

namespace {

constexpr std::size_t kMostReleases = 5000;

}  // namespace

RolloutsPage::RolloutsPage(ManagerLink& link, const Preferences& preferences, QWidget* parent)
    : ListPage(link, Topic::rollout | Topics(Topic::deployment) | Topic::copy | Topic::release, parent),
      m_preferences(preferences) {
    setObjectName(QStringLiteral("rolloutsPage"));
    m_model = new RolloutModel(link, this);
    auto* const table = new DataTable("rolloutTable", tr("Rollouts", "accessible name"));
    table->setSelectionMode(QAbstractItemView::SingleSelection);
    table->showSorted(m_model, 0, Qt::DescendingOrder);
    m_view = new RolloutView(link, preferences);
    makeFrame(m_model, table, m_view);
    empty()->show(
        QStringLiteral("page-rollouts"), tr("No rollouts yet", "empty state"),
        tr("A rollout takes an approved release to the terminals that you choose: phase by phase, at the time "
           "that you set, and it pauses itself when too much fails.",
           "empty state"),
        tr("Plan a rollout …", "empty state"));
    auto* const create = button("newRollout", tr("Pla&n a rollout …", "button"), QStringLiteral("add"));
    needsRole(create, link, AccountRole::operator_);
    needsRole(empty()->button(), link, AccountRole::operator_);
    top()->addWidget(create);
    top()->addStretch(1);
    connect(create, &QPushButton::clicked, this, [this] { plan({}); });
    connect(empty(), &EmptyState::acted, this, [this] { plan({}); });
    connect(m_view, &RolloutView::changed, m_model, [this] { m_model->refresh(); });
    connect(m_view, &RolloutView::rollBackWanted, this, [this](const Rollout& rollout) { plan({{}, rollout, 0}); });
    connect(m_view, &RolloutView::terminalWanted, this,
            [this](const QString& id) { Q_EMIT openPage(QStringLiteral("terminalsPage"), id); });
    connect(m_view, &RolloutView::failuresWanted, this,
            [this](qlonglong id) { Q_EMIT openPage(QStringLiteral("failuresPage"), QString::number(id)); });
    makeActions();
}

void RolloutsPage::makeActions() {
    const auto add = [this](const char* name, const QString& text, const QString& iconName, auto slot) {
        auto* const action = new QAction(icon(iconName), text, this);
        action->setObjectName(QString::fromLatin1(name));
        needsRole(action, link(), AccountRole::operator_);
        connect(action, &QAction::triggered, this, slot);
        addAction(action);
        return action;
    };
    add("planRolloutAction", tr("Plan a rollout …", "action"), QStringLiteral("add"), [this] { plan({}); });
    add("startRolloutAction", tr("Start the chosen rollout …", "action"), QStringLiteral("start"),
        [this] { m_view->start(); });
    add("pauseRolloutAction", tr("Pause the chosen rollout", "action"), QStringLiteral("paused"), [this] {
        m_view->pause();
    })->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_P));
    add("resumeRolloutAction", tr("Resume the chosen rollout …", "action"), QStringLiteral("start"),
        [this] { m_view->resume(); });
    add("stopRolloutAction", tr("Stop the chosen rollout …", "action"), QStringLiteral("stop"),
        [this] { m_view->stop(); });
    add("rollBackAction", tr("Roll back the chosen rollout …", "action"), QStringLiteral("rolled-back"),
        [this] { m_view->rollBack(); });
}

void RolloutsPage::open(const QString& what) {
    if (what == QStringLiteral("new")) return plan({});
    if (what.startsWith(QStringLiteral("new:"))) return plan({{what.mid(4).toLongLong()}, {}, 0});
    wantRow(what.toLongLong());
}

void RolloutsPage::refresh(Topics topics) {
    if (topics.testFlag(Topic::release)) readReleases();
    if (topics.testFlag(Topic::rollout) || m_model->total() < 0) {
        if (m_model->total() < 0)
            m_model->setSource([](adminclient::PageRequest page) { return calls::rollouts({}, page); });
        else
            m_model->refresh();
    }
    m_view->refresh();
}

void RolloutsPage::clear() {
    m_model->clear();
    m_view->show({}, {});
    notice()->say(Tone::neutral, {});
}

void RolloutsPage::readReleases() {
    if (!link().client()) return;
    adminclient::ListReader<Release>::read(
        *link().client(), [](adminclient::PageRequest page) { return calls::releases({}, page); }, kMostReleases, this,
        [this](Result<std::vector<Release>> releases) {
            if (!releases) return;
            m_model->setReleases(*releases);
            chosen();
        });
}

void RolloutsPage::chosen() {
    const Rollout* const rollout = m_model->at(table()->sourceIndex(table()->currentIndex()));
    if (!rollout || !hasChosen()) return m_view->show({}, {});
    m_view->show(rollout->id, m_model->releaseName(rollout->release));
}

void RolloutsPage::plan(WizardStart start) {
    start.typedAbove = m_preferences.value(preference::typedAbove(), preference::kTypedAbove).toInt();
    auto* const wizard = new RolloutWizard(link(), std::move(start), this);
    connect(wizard, &RolloutWizard::created, this, [this](qlonglong id) {
        wantRow(id);
        m_model->refresh();
    });
    wizard->open();
}

}  // namespace signalbox::ui
