// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/nodes/node_model.h"

#include <QCoreApplication>
#include <algorithm>

#include "ui/widgets/display_text.h"

namespace signalbox::ui {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(NodeModel)
};

using adminclient::NodeDetail;

std::vector<Column<NodeDetail>> nodeColumns() {
    using Row = NodeDetail;
    return {
        Column<Row>(Words::tr("Node", "column"), 130, [](const Row& row) { return QVariant(toText(row.node.name)); }),
        Column<Row>(Words::tr("Cluster", "column"), 110,
                    [](const Row& row) { return QVariant(toText(row.clusterName)); }),
        Column<Row>(Words::tr("Contact", "column"), 120,
                    [](const Row& row) { return QVariant(contactStatus(row).text); })
            .badge([](const Row& row) { return contactStatus(row); })
            .hint([](const Row& row) { return utcTime(row.lastSeen); }),
        Column<Row>(Words::tr("Copies", "column"), 170, [](const Row& row) { return QVariant(syncStatus(row).text); })
            .badge([](const Row& row) { return syncStatus(row); }),
        Column<Row>(Words::tr("Address", "column"), 220, [](const Row& row) { return QVariant(toText(row.node.url)); }),
    };
}

}  // namespace

Status contactStatus(const adminclient::NodeDetail& node) {
    if (!node.online.has_value())
        return {Words::tr("Not known yet", "contact of a node"), QStringLiteral("unknown"), Tone::unknown};
    if (*node.online) return {Words::tr("Online", "contact of a node"), QStringLiteral("ok"), Tone::good};
    return {Words::tr("Offline", "contact of a node"), QStringLiteral("offline"), Tone::bad};
}

Status syncStatus(const adminclient::NodeDetail& node) {
    std::int64_t proven = 0;
    bool damaged = false;
    bool sending = false;
    for (const NodeCopy& copy : node.copies) {
        proven += copy.state == CopyState::proven ? 1 : 0;
        damaged = damaged || copy.state == CopyState::damaged || copy.state == CopyState::stale;
        sending = sending || copy.state == CopyState::sending || copy.state == CopyState::stored;
    }
    const auto all = static_cast<std::int64_t>(node.copies.size());
    if (all == 0) return {Words::tr("Nothing to hold", "copies of a node"), QStringLiteral("waiting"), Tone::waiting};
    if (proven == all)
        return {Words::tr("All %1 proven", "copies of a node").arg(number(all)), QStringLiteral("ok"), Tone::good};
    const QString text = Words::tr("%1 of %2 proven", "copies of a node").arg(number(proven), number(all));
    if (damaged) return {text, QStringLiteral("warning"), Tone::bad};
    return {text, sending ? QStringLiteral("upload") : QStringLiteral("waiting"), sending ? Tone::busy : Tone::warning};
}

NodeModel::NodeModel(ManagerLink& link, QObject* parent)
    : PagedModel(
          link, nodeColumns(), [](const NodeDetail& row) { return row.node.id.value; }, Ids::ascending, parent) {
    readWhole();
}

}  // namespace signalbox::ui
