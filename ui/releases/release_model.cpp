// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/releases/release_model.h"

#include <QCoreApplication>

#include "ui/widgets/display_text.h"

namespace signalbox::ui {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(ReleaseModel)
};

std::uint64_t sizeOf(const Release& release) {
    std::uint64_t size = 0;
    for (const Package& package : release.packages)
        size += package.size;
    return size;
}

QString platforms(const Release& release) {
    QStringList names;
    for (const Package& package : release.packages)
        names.append(toText(package.platform));
    return names.join(QStringLiteral(", "));
}

std::vector<Column<Release>> releaseColumns() {
    using Row = Release;
    return {
        Column<Row>(Words::tr("Product", "column"), 130, [](const Row& row) { return QVariant(toText(row.product)); }),
        Column<Row>(Words::tr("Version", "column"), 90, [](const Row& row) { return QVariant(toText(row.version)); }),
        Column<Row>(Words::tr("State", "column"), 130,
                    [](const Row& row) { return QVariant(statusOf(row.state).text); })
            .badge([](const Row& row) { return statusOf(row.state); }),
        Column<Row>(Words::tr("Platforms", "column"), 120, [](const Row& row) { return QVariant(platforms(row)); }),
        Column<Row>(Words::tr("Size", "column"), 80, [](const Row& row) { return QVariant(bytes(sizeOf(row))); })
            .sortedBy([](const Row& row) { return QVariant::fromValue<qulonglong>(sizeOf(row)); })
            .rightAligned(),
        Column<Row>(Words::tr("Created", "column"), 150,
                    [](const Row& row) { return QVariant(localTime(row.createdAt)); })
            .hint([](const Row& row) { return utcTime(row.createdAt); })
            .sortedBy([](const Row& row) { return QVariant::fromValue<qlonglong>(row.id.value); }),
    };
}

}  // namespace

QString releaseName(const Release& release) {
    const QString name = Words::tr("%1 %2", "product, version").arg(toText(release.product), toText(release.version));
    if (release.channel == "stable") return name;
    return Words::tr("%1 (%2)", "name of a release, its channel").arg(name, toText(release.channel));
}

ReleaseModel::ReleaseModel(ManagerLink& link, QObject* parent)
    : PagedModel(
          link, releaseColumns(), [](const Release& release) { return release.id.value; }, Ids::ascending, parent) {
    readWhole();
}

}  // namespace signalbox::ui
