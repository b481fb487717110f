// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/rollouts/rollout_model.h"

#include <QCoreApplication>

#include "ui/widgets/display_text.h"
#include "ui/widgets/wait_text.h"

namespace signalbox::ui {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(RolloutModel)
};

QVariant timeKey(const std::optional<TimePoint>& time) {
    return QVariant::fromValue<qlonglong>(time ? time->time_since_epoch().count() : 0);
}

using adminclient::DeploymentDetail;

std::vector<Column<DeploymentDetail>> deploymentColumns() {
    using Row = DeploymentDetail;
    return {
        Column<Row>(Words::tr("Terminal", "column"), 150,
                    [](const Row& row) { return QVariant(toText(row.controllerId)); }),
        Column<Row>(Words::tr("State", "column"), 180,
                    [](const Row& row) { return QVariant(statusOf(row.deployment.state).text); })
            .badge([](const Row& row) { return statusOf(row.deployment.state); })
            .bar([](const Row& row) {
                return row.deployment.state == DeploymentState::downloading ? QVariant(row.deployment.percent)
                                                                            : QVariant();
            }),
        Column<Row>(Words::tr("Phase", "column"), 60,
                    [](const Row& row) { return QVariant(number(row.deployment.phase + 1)); })
            .rightAligned(),
        Column<Row>(Words::tr("Since", "column"), 110,
                    [](const Row& row) {
                        return QVariant(row.deployment.id ? relativeTime(row.deployment.changedAt)
                                                          : QStringLiteral("–"));
                    })
            .hint([](const Row& row) { return row.deployment.id ? utcTime(row.deployment.changedAt) : QString(); }),
        Column<Row>(Words::tr("Why", "column"), 320,
                    [](const Row& row) {
                        if (row.deployment.cause != FailureCause::none)
                            return QVariant(causeText(row.deployment.cause));
                        return QVariant(isFinal(row.deployment.state) ? toText(row.deployment.message)
                                                                      : toText(row.deployment.waitReason));
                    })
            .hint([](const Row& row) {
                return isFinal(row.deployment.state) ? toText(row.deployment.message + "\n" + row.deployment.logTail)
                                                     : waitText(row.deployment);
            }),
    };
}

}  // namespace

RolloutModel::RolloutModel(ManagerLink& link, QObject* parent)
    : PagedModel(
          link, rolloutColumns(), [](const Rollout& rollout) { return rollout.id.value; }, Ids::ascending, parent) {
    readWhole();
}

std::vector<Column<Rollout>> RolloutModel::rolloutColumns() {
    using Row = Rollout;
    return {
        Column<Row>(Words::tr("#", "column, a rollout's number"), 44,
                    [](const Row& row) { return QVariant(number(row.id.value)); })
            .sortedBy([](const Row& row) { return QVariant::fromValue<qlonglong>(row.id.value); })
            .rightAligned(),
        Column<Row>(Words::tr("Name", "column"), 160, [](const Row& row) { return QVariant(toText(row.name)); }),
        Column<Row>(Words::tr("State", "column"), 140,
                    [](const Row& row) { return QVariant(statusOf(row.state).text); })
            .badge([](const Row& row) { return statusOf(row.state); })
            .hint([](const Row& row) { return toText(row.stateReason); }),
        Column<Row>(Words::tr("Release", "column"), 125,
                    [this](const Row& row) { return QVariant(releaseName(row.release)); }),
        Column<Row>(Words::tr("Phase", "column"), 95,
                    [](const Row& row) {
                        if (!row.startedAt || row.currentPhase >= row.phases.size())
                            return QVariant(QStringLiteral("–"));
                        return QVariant(Words::tr("%1 of %2, %3", "number of a phase, of how many, its name")
                                            .arg(number(row.currentPhase + 1),
                                                 number(static_cast<std::int64_t>(row.phases.size())),
                                                 toText(row.phases[row.currentPhase].name)));
                    }),
        Column<Row>(Words::tr("Created", "column"), 140,
                    [](const Row& row) { return QVariant(localTime(row.createdAt)); })
            .hint([](const Row& row) { return utcTime(row.createdAt); })
            .sortedBy([](const Row& row) { return timeKey(row.createdAt); }),
    };
}

void RolloutModel::setReleases(const std::vector<Release>& releases) {
    for (const Release& release : releases)
        m_releases[release.id] = toText(release.product) + QLatin1Char(' ') + toText(release.version);
    if (rowCount() > 0) Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
}

QString RolloutModel::releaseName(ReleaseId id) const {
    const auto found = m_releases.find(id);
    return found == m_releases.end() ? Words::tr("#%1", "number of a release").arg(id.value) : found->second;
}

DeploymentModel::DeploymentModel(ManagerLink& link, QObject* parent)
    : PagedModel(
          link, deploymentColumns(), [](const DeploymentDetail& row) { return row.deployment.terminal.value; },
          Ids::ascending, parent) {}

}  // namespace signalbox::ui
