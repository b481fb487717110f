// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/nodes/nodes_page.h"

#include <QAction>
#include <QCoreApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QInputDialog>
#include <QLabel>
#include <QPushButton>
#include <QSplitter>
#include <QTableWidget>
#include <QVBoxLayout>

#include "core/adminclient/paging.h"
#include "ui/nodes/node_model.h"
#include "ui/widgets/controls.h"
#include "ui/widgets/data_table.h"
#include "ui/widgets/display_text.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/error_text.h"
#include "ui/widgets/fact_list.h"
#include "ui/widgets/icon.h"
#include "ui/widgets/join_code_dialog.h"
#include "ui/widgets/notice.h"
#include "ui/widgets/status_delegate.h"

namespace signalbox::ui {

namespace calls = adminclient::calls;

namespace {

constexpr std::size_t kMostReleases = 10000;
constexpr std::size_t kMostClusters = 10000;
constexpr int kLight = 18;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(NodesPage)
};

/// The sync gate at a glance: a cluster is in sync when all its nodes are there and hold what they shall.
Status clusterStatus(const Cluster& cluster, const std::vector<adminclient::NodeDetail>& nodes) {
    std::int64_t all = 0;
    std::int64_t good = 0;
    for (const auto& node : nodes) {
        if (node.node.cluster != cluster.id) continue;
        ++all;
        const Tone sync = syncStatus(node).tone;
        if (node.online.value_or(false) && (sync == Tone::good || sync == Tone::waiting)) ++good;
    }
    if (all == 0) return {Words::tr("no nodes", "cluster"), QStringLiteral("unknown"), Tone::unknown};
    if (good == all)
        return {Words::tr("all in sync, %n node(s)", "cluster", static_cast<int>(all)), QStringLiteral("ok"),
                Tone::good};
    return {Words::tr("%1 of %2 nodes in sync", "cluster").arg(number(good), number(all)), QStringLiteral("warning"),
            Tone::warning};
}

}  // namespace

NodesPage::NodesPage(ManagerLink& link, QWidget* parent)
    : Page(link, Topic::node | Topics(Topic::copy) | Topic::release | Topic::other, parent) {
    setObjectName(QStringLiteral("nodesPage"));
    m_model = new NodeModel(link, this);
    m_table = new DataTable("nodeTable", tr("Nodes", "accessible name"));
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->showSorted(m_model, 0, Qt::AscendingOrder);
    m_notice = new Notice;
    m_empty = new EmptyState;
    m_empty->show(
        QStringLiteral("page-nodes"), tr("No nodes yet", "empty state"),
        tr("Nodes keep packages near the terminals and serve them. A rollout needs at least one: a machine that "
           "terminals reach, with some disk space.",
           "empty state"),
        tr("Add nodes …", "empty state"));
    auto* const add = button("addNodes", tr("&Add nodes …", "button"), QStringLiteral("add"));
    auto* const addClusterButton = button("addCluster", tr("New &cluster …", "button"), QStringLiteral("add"));
    auto* const top = new QHBoxLayout;
    top->addWidget(add);
    top->addWidget(addClusterButton);
    top->addStretch(1);
    QVBoxLayout* body = nullptr;
    QFrame* const clusters = card(tr("Clusters", "nodes"), body);
    clusters->setObjectName(QStringLiteral("clusterCard"));
    m_clusterRows = new QVBoxLayout;
    body->addLayout(m_clusterRows);
    auto* const split = new QSplitter;
    split->setChildrenCollapsible(false);
    split->addWidget(m_table);
    split->addWidget(makeDetail());
    split->setStretchFactor(0, 3);
    split->setStretchFactor(1, 2);
    m_content = new QWidget;
    auto* const content = new QVBoxLayout(m_content);
    content->setContentsMargins(0, 0, 0, 0);
    content->addLayout(top);
    content->addWidget(clusters);
    content->addWidget(split, 1);
    auto* const layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 14, 16, 10);
    layout->addWidget(m_notice);
    layout->addWidget(m_content, 1);
    layout->addWidget(m_empty, 1);
    m_empty->hide();

    connect(add, &QPushButton::clicked, this, &NodesPage::addNodes);
    connect(m_empty, &EmptyState::acted, this, &NodesPage::addNodes);
    connect(addClusterButton, &QPushButton::clicked, this, &NodesPage::addCluster);
    connect(m_table, &DataTable::rowChosen, this, &NodesPage::chosen);
    connect(m_model, &NodeModel::answered, this, &NodesPage::answered);
    connect(m_model, &NodeModel::failed, this, [this](const Error& error) {
        if (error.code != BaseErrc::cancelled) m_notice->say(Tone::bad, errorText(error), errorDetails(error));
    });
    auto* const action = new QAction(icon(QStringLiteral("add")), tr("Add nodes …", "action"), this);
    connect(action, &QAction::triggered, this, &NodesPage::addNodes);
    addAction(action);
}

QWidget* NodesPage::makeDetail() {
    auto* const detail = new QWidget;
    auto* const layout = new QVBoxLayout(detail);
    layout->setContentsMargins(12, 0, 0, 0);
    auto* const head = new QHBoxLayout;
    m_title = headingLabel({});
    m_remove = button("removeNode", tr("Remove node …", "button"), QStringLiteral("delete"));
    head->addWidget(m_title, 1);
    head->addWidget(m_remove);
    m_facts = new FactList;
    m_copies = named(new QTableWidget(0, 3), "copyTable", tr("Copies on the node", "accessible name"));
    m_copies->setHorizontalHeaderLabels({tr("Release", "column"), tr("State", "column"), tr("Details", "column")});
    m_copies->setItemDelegate(new StatusDelegate(m_copies));
    m_copies->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_copies->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_copies->setShowGrid(false);
    m_copies->setTabKeyNavigation(false);
    m_copies->verticalHeader()->hide();
    m_copies->horizontalHeader()->setStretchLastSection(true);
    m_copies->horizontalHeader()->setDefaultAlignment(Qt::AlignLeading | Qt::AlignVCenter);
    m_copies->setColumnWidth(1, 150);
    layout->addLayout(head);
    layout->addWidget(m_facts);
    layout->addWidget(headingLabel(tr("Copies", "node")));
    layout->addWidget(m_copies, 1);
    connect(m_remove, &QPushButton::clicked, this, &NodesPage::removeNode);
    return detail;
}

void NodesPage::open(const QString& what) {
    if (what == QStringLiteral("join")) return addNodes();
    for (const auto& node : m_model->rows())
        if (toText(node.node.name) == what) m_table->selectId(node.node.id.value);
}

void NodesPage::refresh(Topics topics) {
    if (topics.testFlag(Topic::release)) readReleases();
    readClusters();
    if (m_model->total() < 0)
        m_model->setSource([](adminclient::PageRequest page) { return calls::nodes(page); });
    else
        m_model->refresh();
}

void NodesPage::clear() {
    m_model->clear();
    m_clusters.clear();
    m_releases.clear();
    showClusters();
    chosen();
}

void NodesPage::readClusters() {
    if (!link().client()) return;
    adminclient::ListReader<Cluster>::read(
        *link().client(), [](adminclient::PageRequest page) { return calls::clusters(page); }, kMostClusters, this,
        [this](Result<std::vector<Cluster>> clusters) {
            if (!clusters) return;
            m_clusters = std::move(*clusters);
            showClusters();
        });
}

void NodesPage::readReleases() {
    if (!link().client()) return;
    adminclient::ListReader<Release>::read(
        *link().client(), [](adminclient::PageRequest page) { return calls::releases({}, page); }, kMostReleases, this,
        [this](Result<std::vector<Release>> releases) {
            if (!releases) return;
            for (const Release& release : *releases)
                m_releases[release.id] = toText(release.product) + QLatin1Char(' ') + toText(release.version);
            chosen();
        });
}

void NodesPage::answered() {
    m_notice->say(Tone::neutral, {});
    const bool none = m_model->total() == 0;
    m_content->setVisible(!none);
    m_empty->setVisible(none);
    if (!m_table->selectionModel()->hasSelection() && m_table->model()->rowCount() > 0) m_table->selectRow(0);
    showClusters();
    chosen();
}

void NodesPage::showClusters() {
    while (m_clusterRows->count() > static_cast<int>(m_clusters.size())) {
        QLayoutItem* const item = m_clusterRows->takeAt(m_clusterRows->count() - 1);
        item->widget()->deleteLater();
        delete item;
    }
    for (int i = 0; i < static_cast<int>(m_clusters.size()); ++i) {
        if (i == m_clusterRows->count()) {
            auto* const row = new QWidget;
            auto* const layout = new QHBoxLayout(row);
            layout->setContentsMargins(0, 0, 0, 0);
            layout->addWidget(new QLabel);
            layout->addWidget(plainLabel(), 1);
            m_clusterRows->addWidget(row);
        }
        const Status status = clusterStatus(m_clusters[i], m_model->rows());
        QLayout* const row = m_clusterRows->itemAt(i)->widget()->layout();
        qobject_cast<QLabel*>(row->itemAt(0)->widget())
            ->setPixmap(icon(status.icon, status.tone).pixmap(kLight, kLight));
        qobject_cast<QLabel*>(row->itemAt(1)->widget())
            ->setText(tr("%1 – %2", "name of a cluster, its state").arg(toText(m_clusters[i].name), status.text));
    }
}

void NodesPage::chosen() {
    const auto* const node = m_model->at(m_table->sourceIndex(m_table->currentIndex()));
    const bool any = node && m_table->selectionModel()->hasSelection();
    m_remove->setEnabled(any);
    if (!any) {
        m_title->setText(tr("No node chosen", "nodes"));
        m_facts->setFacts({});
        m_copies->setRowCount(0);
        return;
    }
    m_title->setText(toText(node->node.name));
    m_facts->setFacts({{tr("Contact", "node"), contactStatus(*node).text, utcTime(node->lastSeen)},
                       {tr("Last seen", "node"), relativeTime(node->lastSeen), utcTime(node->lastSeen)},
                       {tr("Cluster", "node"), toText(node->clusterName)},
                       {tr("Address", "node"), toText(node->node.url)},
                       {tr("Joined", "node"), localTime(node->node.joinedAt), utcTime(node->node.joinedAt)}});
    m_copies->setRowCount(static_cast<int>(node->copies.size()));
    int row = 0;
    for (const NodeCopy& copy : node->copies) {
        const auto name = m_releases.find(copy.release);
        m_copies->setItem(
            row, 0,
            new QTableWidgetItem(name == m_releases.end() ? tr("#%1", "number of a release").arg(copy.release.value)
                                                          : name->second));
        const Status status = statusOf(copy.state);
        auto* const state = new QTableWidgetItem(status.text);
        state->setData(ToneRole, static_cast<int>(status.tone));
        state->setData(IconNameRole, status.icon);
        if (copy.state == CopyState::sending && copy.bytesTotal > 0)
            state->setData(ProgressRole, static_cast<int>(copy.bytesSent * 100 / copy.bytesTotal));
        m_copies->setItem(row, 1, state);
        const QString size = tr("%1 of %2", "bytes").arg(bytes(copy.bytesSent), bytes(copy.bytesTotal));
        auto* const details = new QTableWidgetItem(copy.lastError.empty() ? size : toText(copy.lastError));
        details->setToolTip(
            plainToolTip(tr("%1, since %2", "details, a time").arg(details->text(), utcTime(copy.changedAt))));
        m_copies->setItem(row, 2, details);
        ++row;
    }
}

void NodesPage::addNodes() {
    auto* const dialog = new JoinCodeDialog(link(), JoinRole::node, this);
    dialog->open();
}

void NodesPage::addCluster() {
    auto* const dialog = new QInputDialog(this);
    dialog->setObjectName(QStringLiteral("clusterDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(tr("New cluster", "dialog"));
    dialog->setLabelText(tr("Name of the site or region whose nodes serve its terminals", "dialog"));
    dialog->setOkButtonText(tr("Make cluster", "dialog"));
    connect(dialog, &QInputDialog::textValueSelected, this, [this](const QString& name) {
        if (name.trimmed().isEmpty()) return;
        link().send<Cluster>(calls::createCluster(name.trimmed().toStdString()), this, [this](Result<Cluster> made) {
            if (!made)
                tellError(this, tr("The cluster was not made", "error"), errorText(made.error()),
                          errorDetails(made.error()));
            readClusters();
        });
    });
    dialog->open();
}

void NodesPage::removeNode() {
    const auto* const node = m_model->at(m_table->sourceIndex(m_table->currentIndex()));
    if (!node) return;
    const std::string name = node->node.name;
    ask(this,
        {tr("Remove %1?", "question").arg(toText(name)),
         tr("Terminals are no longer sent to it and no package is sent there. Its machine keeps what is on its disk. "
            "To "
            "come back it must join anew.",
            "question"),
         tr("Remove node", "button"),
         {}},
        [this, name] {
            link().send<adminclient::Nothing>(calls::deleteNode(name), this, [this](Result<adminclient::Nothing> done) {
                if (!done)
                    tellError(this, tr("The node was not removed", "error"), errorText(done.error()),
                              errorDetails(done.error()));
                m_model->refresh();
            });
        });
}

}  // namespace signalbox::ui
