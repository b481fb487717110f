// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/nodes/cluster_row.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <algorithm>

#include "ui/nodes/node_model.h"
#include "ui/widgets/controls.h"
#include "ui/widgets/display_text.h"
#include "ui/widgets/icon.h"
#include "ui/widgets/role_guard.h"

namespace signalbox::ui {

using adminclient::NodeDetail;

namespace {

constexpr int kLight = 18;
constexpr int kNameWidth = 250;
constexpr std::size_t kMostNodes = 6;

bool isInSync(const NodeDetail& node) {
    const Tone sync = syncStatus(node).tone;
    return node.online.value_or(false) && (sync == Tone::good || sync == Tone::waiting);
}

/// A node is there and has all, is being filled, or is not there.
Status linkStatus(const NodeDetail& node) {
    const Status contact = contactStatus(node);
    return contact.tone == Tone::good ? syncStatus(node) : contact;
}

/// The sync gate at a glance: a cluster is in sync when all its nodes are there and hold what they shall.
Status clusterStatus(const std::vector<const NodeDetail*>& nodes) {
    const auto all = static_cast<std::int64_t>(nodes.size());
    const auto good = static_cast<std::int64_t>(
        std::count_if(nodes.begin(), nodes.end(), [](const NodeDetail* node) { return isInSync(*node); }));
    if (all == 0) return {ClusterRow::tr("no nodes", "cluster"), QStringLiteral("unknown"), Tone::unknown};
    if (good == all)
        return {ClusterRow::tr("all in sync, %n node(s)", "cluster", static_cast<int>(all)), QStringLiteral("ok"),
                Tone::good};
    return {ClusterRow::tr("%1 of %2 nodes in sync", "cluster").arg(number(good), number(all)),
            QStringLiteral("warning"), Tone::warning};
}

}  // namespace

ClusterRow::ClusterRow(ManagerLink& link, QWidget* parent) : QWidget(parent) {
    setObjectName(QStringLiteral("clusterRow"));
    m_light = new QLabel;
    m_text = plainLabel();
    m_text->setObjectName(QStringLiteral("clusterText"));
    m_text->setFixedWidth(kNameWidth);
    m_remove = button("removeCluster", {}, QStringLiteral("delete"));
    m_remove->setFlat(true);
    needsRole(m_remove, link, AccountRole::operator_);
    m_chain = new QHBoxLayout;
    m_chain->setSpacing(2);
    auto* const layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_light);
    layout->addWidget(m_text);
    layout->addLayout(m_chain);
    layout->addStretch(1);
    layout->addWidget(m_remove);
    connect(m_remove, &QPushButton::clicked, this, [this] { Q_EMIT removeWanted(m_name); });
}

void ClusterRow::put(const Cluster& cluster, const std::vector<NodeDetail>& nodes) {
    std::vector<const NodeDetail*> own;
    for (const NodeDetail& node : nodes)
        if (node.node.cluster == cluster.id) own.push_back(&node);
    m_name = toText(cluster.name);
    const Status status = clusterStatus(own);
    m_light->setPixmap(icon(status.icon, status.tone).pixmap(kLight, kLight));
    m_text->setText(tr("%1 – %2", "name of a cluster, its state").arg(m_name, status.text));
    m_text->setToolTip(
        cluster.rule.empty()
            ? QString()
            : plainToolTip(tr("Terminals that match %1", "rule of a cluster").arg(toText(cluster.rule))));
    m_remove->setAccessibleName(tr("Remove the cluster %1", "accessible name").arg(m_name));
    m_remove->setEnabled(own.empty());
    if (m_remove->toolTip().isEmpty() || m_remove->isEnabled())
        m_remove->setToolTip(own.empty() ? tr("Remove this cluster", "tool tip")
                                         : tr("Only a cluster without nodes can be removed", "tool tip"));
    putChain(own);
}

void ClusterRow::putChain(const std::vector<const NodeDetail*>& nodes) {
    QStringList shown;
    for (const NodeDetail* const node : nodes)
        shown.append(toText(node->node.name) + QLatin1Char('\n') + linkStatus(*node).text);
    if (shown == m_shown) return;
    m_shown = shown;
    while (QLayoutItem* const item = m_chain->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    for (std::size_t i = 0; i < nodes.size() && i < kMostNodes; ++i) {
        if (i > 0) m_chain->addWidget(hintLabel(QStringLiteral("→")));
        const NodeDetail& node = *nodes[i];
        const Status status = linkStatus(node);
        auto* const link =
            button("chainNode", toText(node.node.name).replace(QLatin1Char('&'), QStringLiteral("&&")), {});
        link->setIcon(icon(status.icon, status.tone));
        link->setFlat(true);
        link->setAccessibleName(tr("%1: %2", "a node, its state").arg(toText(node.node.name), status.text));
        link->setToolTip(plainToolTip(
            tr("%1\nlast seen %2", "a node's state, a time").arg(status.text, relativeTime(node.lastSeen))));
        connect(link, &QPushButton::clicked, this, [this, id = node.node.id.value] { Q_EMIT nodeWanted(id); });
        m_chain->addWidget(link);
    }
    if (nodes.size() > kMostNodes)
        m_chain->addWidget(
            hintLabel(tr("and %n more", "nodes of a cluster", static_cast<int>(nodes.size() - kMostNodes))));
}

}  // namespace signalbox::ui
