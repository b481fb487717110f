// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/activity/audit_model.h"

#include <QCoreApplication>

#include "ui/widgets/display_text.h"

namespace signalbox::ui {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(AuditModel)
};

std::vector<Column<AuditEntry>> auditColumns() {
    using Row = AuditEntry;
    return {
        Column<Row>(Words::tr("When", "column"), 170, [](const Row& row) { return QVariant(localTime(row.at)); })
            .hint([](const Row& row) { return utcTime(row.at); }),
        Column<Row>(Words::tr("Who", "column"), 150, [](const Row& row) { return QVariant(toText(row.actor)); }),
        Column<Row>(Words::tr("What", "column"), 190, [](const Row& row) { return QVariant(toText(row.action)); }),
        Column<Row>(Words::tr("About", "column"), 170, [](const Row& row) { return QVariant(toText(row.subject)); }),
        Column<Row>(Words::tr("Details", "column"), 400,
                    [](const Row& row) { return QVariant(row.detail == "{}" ? QString() : toText(row.detail)); })
            .hint([](const Row& row) { return toText(row.detail); }),
    };
}

}  // namespace

AuditModel::AuditModel(ManagerLink& link, QObject* parent)
    : PagedModel(
          link, auditColumns(), [](const AuditEntry& entry) { return entry.sequence; }, Ids::descending, parent) {}

}  // namespace signalbox::ui
