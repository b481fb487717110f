// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/rollouts/rollouts_page.h"

#include <QAction>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QSplitter>
#include <QVBoxLayout>

#include "core/adminclient/paging.h"
#include "ui/rollouts/rollout_model.h"
#include "ui/rollouts/rollout_view.h"
#include "ui/rollouts/rollout_wizard.h"
#include "ui/widgets/controls.h"
#include "ui/widgets/data_table.h"
#include "ui/widgets/display_text.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/error_text.h"
#include "ui/widgets/icon.h"
#include "ui/widgets/notice.h"

namespace signalbox::ui {

namespace calls = adminclient::calls;

namespace {

constexpr std::size_t kMostReleases = 5000;
constexpr int kTableWidth = 560;  // device-independent pixels
constexpr int kViewWidth = 500;

}  // namespace

RolloutsPage::RolloutsPage(ManagerLink& link, QWidget* parent)
    : Page(link, Topic::rollout | Topics(Topic::deployment) | Topic::copy | Topic::release, parent) {
    setObjectName(QStringLiteral("rolloutsPage"));
    m_model = new RolloutModel(link, this);
    m_table = new DataTable("rolloutTable", tr("Rollouts", "accessible name"));
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->showSorted(m_model, 0, Qt::DescendingOrder);
    m_view = new RolloutView(link);
    m_empty = new EmptyState;
    m_empty->show(
        QStringLiteral("page-rollouts"), tr("No rollouts yet", "empty state"),
        tr("A rollout takes an approved release to the terminals that you choose: phase by phase, at the time "
           "that you set, and it pauses itself when too much fails.",
           "empty state"),
        tr("Plan a rollout …", "empty state"));
    m_notice = new Notice;
    auto* const create = button("newRollout", tr("Pla&n a rollout …", "button"), QStringLiteral("add"));
    m_content = new QWidget;
    auto* const content = new QVBoxLayout(m_content);
    content->setContentsMargins(0, 0, 0, 0);
    auto* const top = new QHBoxLayout;
    top->addWidget(create);
    top->addStretch(1);
    auto* const split = new QSplitter;
    split->setChildrenCollapsible(false);
    split->addWidget(m_table);
    split->addWidget(m_view);
    split->setSizes({kTableWidth, kViewWidth});
    split->setStretchFactor(0, 1);
    split->setStretchFactor(1, 1);
    content->addLayout(top);
    content->addWidget(split, 1);
    auto* const layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 14, 16, 10);
    layout->addWidget(m_notice);
    layout->addWidget(m_content, 1);
    layout->addWidget(m_empty, 1);
    m_empty->hide();

    connect(create, &QPushButton::clicked, this, [this] { plan({}); });
    connect(m_empty, &EmptyState::acted, this, [this] { plan({}); });
    connect(m_table, &DataTable::rowChosen, this, &RolloutsPage::chosen);
    connect(m_model, &RolloutModel::answered, this, &RolloutsPage::answered);
    connect(m_model, &RolloutModel::failed, this, [this](const Error& error) {
        if (error.code != BaseErrc::cancelled) m_notice->say(Tone::bad, errorText(error), errorDetails(error));
    });
    connect(m_view, &RolloutView::changed, m_model, [this] { m_model->refresh(); });
    connect(m_view, &RolloutView::terminalWanted, this,
            [this](const QString& id) { Q_EMIT openPage(QStringLiteral("terminalsPage"), id); });
    connect(m_view, &RolloutView::failuresWanted, this,
            [this](qlonglong id) { Q_EMIT openPage(QStringLiteral("failuresPage"), QString::number(id)); });
    makeActions();
}

void RolloutsPage::makeActions() {
    const auto add = [this](const QString& text, const QString& iconName, auto slot) {
        auto* const action = new QAction(icon(iconName), text, this);
        connect(action, &QAction::triggered, this, slot);
        addAction(action);
        return action;
    };
    add(tr("Plan a rollout …", "action"), QStringLiteral("add"), [this] { plan({}); });
    add(tr("Start the chosen rollout …", "action"), QStringLiteral("start"), [this] { m_view->start(); });
    add(tr("Pause the chosen rollout", "action"), QStringLiteral("paused"), [this] {
        m_view->pause();
    })->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_P));
    add(tr("Resume the chosen rollout …", "action"), QStringLiteral("start"), [this] { m_view->resume(); });
    add(tr("Stop the chosen rollout …", "action"), QStringLiteral("stop"), [this] { m_view->stop(); });
}

void RolloutsPage::open(const QString& what) {
    if (what == QStringLiteral("new")) return plan({});
    if (what.startsWith(QStringLiteral("new:"))) return plan({what.mid(4).toLongLong()});
    m_wanted = what.toLongLong();
    if (m_table->selectId(m_wanted)) m_wanted = 0;
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
    m_notice->say(Tone::neutral, {});
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

void RolloutsPage::answered() {
    m_notice->say(Tone::neutral, {});
    const bool none = m_model->total() == 0;
    m_content->setVisible(!none);
    m_empty->setVisible(none);
    if (m_wanted != 0 && m_table->selectId(m_wanted)) m_wanted = 0;
    if (!m_table->selectionModel()->hasSelection() && m_wanted == 0 && m_table->model()->rowCount() > 0)
        m_table->selectRow(0);
}

void RolloutsPage::chosen() {
    const Rollout* const rollout = m_model->at(m_table->sourceIndex(m_table->currentIndex()));
    if (!rollout || !m_table->selectionModel()->hasSelection()) return m_view->show({}, {});
    m_view->show(rollout->id, m_model->releaseName(rollout->release));
}

void RolloutsPage::plan(ReleaseId release) {
    auto* const wizard = new RolloutWizard(link(), release, this);
    connect(wizard, &RolloutWizard::created, this, [this](qlonglong id) {
        m_wanted = id;
        m_model->refresh();
    });
    wizard->open();
}

}  // namespace signalbox::ui
