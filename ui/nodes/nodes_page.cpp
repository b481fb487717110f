// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/nodes/nodes_page.h"

#include <QAction>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QInputDialog>
#include <QLabel>
#include <QPushButton>
#include <QTableWidget>
#include <QVBoxLayout>

#include "core/adminclient/paging.h"
#include "ui/nodes/cluster_row.h"
#include "ui/nodes/node_model.h"
#include "ui/widgets/controls.h"
#include "ui/widgets/data_table.h"
#include "ui/widgets/display_text.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/error_text.h"
#include "ui/widgets/fact_list.h"
#include "ui/widgets/icon.h"
#include "ui/widgets/join_code_dialog.h"
#include "ui/widgets/role_guard.h"
#include "ui/widgets/status_delegate.h"

namespace signalbox::ui {

namespace calls = adminclient::calls;

namespace {

constexpr std::size_t kMostReleases = 10000;
constexpr std::size_t kMostClusters = 10000;
}  // namespace

NodesPage::NodesPage(ManagerLink& link, QWidget* parent)
    : ListPage(link, Topic::node | Topics(Topic::copy) | Topic::release | Topic::other, parent) {
    setObjectName(QStringLiteral("nodesPage"));
    m_model = new NodeModel(link, this);
    auto* const table = new DataTable("nodeTable", tr("Nodes", "accessible name"));
    table->setSelectionMode(QAbstractItemView::SingleSelection);
    table->showSorted(m_model, 0, Qt::AscendingOrder);
    makeFrame(m_model, table, makeDetail());
    empty()->show(
        QStringLiteral("page-nodes"), tr("No nodes yet", "empty state"),
        tr("Nodes keep packages near the terminals and serve them. A rollout needs at least one: a machine that "
           "terminals reach, with some disk space.",
           "empty state"),
        tr("Add nodes …", "empty state"));
    auto* const add = button("addNodes", tr("&Add nodes …", "button"), QStringLiteral("add"));
    auto* const addClusterButton = button("addCluster", tr("New &cluster …", "button"), QStringLiteral("add"));
    for (QPushButton* const each : {add, addClusterButton, empty()->button()})
        needsRole(each, link, AccountRole::operator_);
    top()->addWidget(add);
    top()->addWidget(addClusterButton);
    top()->addStretch(1);
    QVBoxLayout* body = nullptr;
    QFrame* const clusters = card(tr("Clusters", "nodes"), body);
    clusters->setObjectName(QStringLiteral("clusterCard"));
    m_clusterRows = new QVBoxLayout;
    m_clusterRows->setSpacing(2);
    body->addLayout(m_clusterRows);
    putAbove(clusters);
    connect(add, &QPushButton::clicked, this, &NodesPage::addNodes);
    connect(empty(), &EmptyState::acted, this, &NodesPage::addNodes);
    connect(addClusterButton, &QPushButton::clicked, this, &NodesPage::addCluster);
    auto* const action = new QAction(icon(QStringLiteral("add")), tr("Add nodes …", "action"), this);
    action->setObjectName(QStringLiteral("addNodesAction"));
    needsRole(action, link, AccountRole::operator_);
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
    needsRole(m_remove, link(), AccountRole::operator_);
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
    m_copies->setWordWrap(false);
    m_copies->setColumnWidth(0, 140);
    m_copies->setColumnWidth(1, 130);
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
        if (toText(node.node.name) == what) wantRow(node.node.id.value);
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

void NodesPage::showClusters() {
    while (m_clusterRows->count() > static_cast<int>(m_clusters.size())) {
        QLayoutItem* const item = m_clusterRows->takeAt(m_clusterRows->count() - 1);
        item->widget()->deleteLater();
        delete item;
    }
    for (int i = 0; i < static_cast<int>(m_clusters.size()); ++i) {
        if (i == m_clusterRows->count()) {
            auto* const row = new ClusterRow(link());
            connect(row, &ClusterRow::nodeWanted, this, &NodesPage::wantRow);
            connect(row, &ClusterRow::removeWanted, this, &NodesPage::removeCluster);
            m_clusterRows->addWidget(row);
        }
        qobject_cast<ClusterRow*>(m_clusterRows->itemAt(i)->widget())->put(m_clusters[i], m_model->rows());
    }
}

void NodesPage::chosen() {
    showClusters();
    const auto* const node = m_model->at(table()->sourceIndex(table()->currentIndex()));
    const bool any = node && hasChosen();
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

void NodesPage::removeCluster(const QString& cluster) {
    ask(this,
        {tr("Remove the cluster %1?", "question").arg(cluster),
         tr("No node belongs to it. It cannot be removed while a terminal does.", "question"),
         tr("Remove cluster", "button"),
         {}},
        [this, name = cluster.toStdString()] {
            link().send<adminclient::Nothing>(calls::deleteCluster(name), this,
                                              [this](const Result<adminclient::Nothing>& done) {
                                                  if (!done)
                                                      tellError(this, tr("The cluster was not removed", "error"),
                                                                errorText(done.error()), errorDetails(done.error()));
                                                  readClusters();
                                              });
        });
}

void NodesPage::removeNode() {
    const auto* const node = m_model->at(table()->sourceIndex(table()->currentIndex()));
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
