// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/activity/audit_model.h"

#include <QCoreApplication>
#include <boost/json/object.hpp>
#include <boost/json/serialize.hpp>

#include "core/model/json.h"
#include "ui/widgets/display_text.h"

namespace signalbox::ui {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(AuditModel)
};

constexpr std::size_t kMostDetail = 64 << 10;

/// "phase: half, state: running" of a JSON object; anything else as it is.
QString detailText(const std::string& detail) {
    const auto json = parseJson(detail, kMostDetail);
    if (!json || !json->is_object()) return toText(detail);
    QStringList parts;
    for (const auto& [key, value] : json->get_object()) {
        const bool isEmpty = value.is_null() || (value.is_object() && value.get_object().empty());
        if (isEmpty) continue;
        const std::string text = value.is_string() ? std::string(value.get_string()) : boost::json::serialize(value);
        parts.append(
            Words::tr("%1: %2", "detail of what was done: name, value").arg(toText(std::string(key)), toText(text)));
    }
    return parts.join(QStringLiteral(", "));
}

std::vector<Column<AuditEntry>> auditColumns() {
    using Row = AuditEntry;
    return {
        Column<Row>(Words::tr("When", "column"), 170, [](const Row& row) { return QVariant(localTime(row.at)); })
            .hint([](const Row& row) { return utcTime(row.at); }),
        Column<Row>(Words::tr("Who", "column"), 150, [](const Row& row) { return QVariant(toText(row.actor)); }),
        Column<Row>(Words::tr("What", "column"), 190, [](const Row& row) { return QVariant(toText(row.action)); }),
        Column<Row>(Words::tr("About", "column"), 170, [](const Row& row) { return QVariant(toText(row.subject)); }),
        Column<Row>(Words::tr("Details", "column"), 400,
                    [](const Row& row) { return QVariant(detailText(row.detail)); })
            .hint([](const Row& row) { return toText(row.detail); }),
    };
}

}  // namespace

AuditModel::AuditModel(ManagerLink& link, QObject* parent)
    : PagedModel(
          link, auditColumns(), [](const AuditEntry& entry) { return entry.sequence; }, Ids::descending, parent) {}

}  // namespace signalbox::ui
