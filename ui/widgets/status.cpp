// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/status.h"

#include <QCoreApplication>

namespace signalbox::ui {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Status)
};

Status made(const QString& text, const char* icon, Tone tone) {
    return {text, QString::fromLatin1(icon), tone};
}

}  // namespace

Status statusOf(ReleaseState state) {
    switch (state) {
        case ReleaseState::draft:
            return made(Words::tr("Draft", "release state"), "draft", Tone::neutral);
        case ReleaseState::inReview:
            return made(Words::tr("In review", "release state"), "waiting", Tone::warning);
        case ReleaseState::approved:
            return made(Words::tr("Approved", "release state"), "ok", Tone::good);
        case ReleaseState::published:
            return made(Words::tr("Published", "release state"), "upload", Tone::busy);
        case ReleaseState::withdrawn:
            return made(Words::tr("Withdrawn", "release state"), "withdrawn", Tone::unknown);
    }
    return {};
}

Status statusOf(RolloutState state) {
    switch (state) {
        case RolloutState::draft:
            return made(Words::tr("Draft", "rollout state"), "draft", Tone::neutral);
        case RolloutState::scheduled:
            return made(Words::tr("Scheduled", "rollout state"), "calendar", Tone::waiting);
        case RolloutState::issuing:
            return made(Words::tr("Issuing to nodes", "rollout state"), "upload", Tone::busy);
        case RolloutState::running:
            return made(Words::tr("Running", "rollout state"), "start", Tone::busy);
        case RolloutState::paused:
            return made(Words::tr("Paused", "rollout state"), "paused", Tone::warning);
        case RolloutState::finished:
            return made(Words::tr("Finished", "rollout state"), "ok", Tone::good);
        case RolloutState::stopped:
            return made(Words::tr("Stopped", "rollout state"), "stop", Tone::unknown);
        case RolloutState::failed:
            return made(Words::tr("Failed", "rollout state"), "failed", Tone::bad);
    }
    return {};
}

Status statusOf(DeploymentState state) {
    switch (state) {
        case DeploymentState::waiting:
            return made(Words::tr("Waiting", "deployment state"), "waiting", Tone::waiting);
        case DeploymentState::offered:
            return made(Words::tr("Offered", "deployment state"), "submit", Tone::busy);
        case DeploymentState::downloading:
            return made(Words::tr("Downloading", "deployment state"), "download", Tone::busy);
        case DeploymentState::downloaded:
            return made(Words::tr("Downloaded", "deployment state"), "download", Tone::busy);
        case DeploymentState::holding:
            return made(Words::tr("Holding until its time", "deployment state"), "holding", Tone::waiting);
        case DeploymentState::installing:
            return made(Words::tr("Installing", "deployment state"), "installing", Tone::busy);
        case DeploymentState::checking:
            return made(Words::tr("Checking", "deployment state"), "checking", Tone::busy);
        case DeploymentState::succeeded:
            return made(Words::tr("Succeeded", "deployment state"), "ok", Tone::good);
        case DeploymentState::failed:
            return made(Words::tr("Failed", "deployment state"), "failed", Tone::bad);
        case DeploymentState::rolledBack:
            return made(Words::tr("Rolled back", "deployment state"), "rolled-back", Tone::bad);
        case DeploymentState::refused:
            return made(Words::tr("Refused by its user", "deployment state"), "cancelled", Tone::warning);
        case DeploymentState::cancelled:
            return made(Words::tr("Cancelled", "deployment state"), "cancelled", Tone::unknown);
        case DeploymentState::superseded:
            return made(Words::tr("Superseded", "deployment state"), "superseded", Tone::unknown);
    }
    return {};
}

Status statusOf(CopyState state) {
    switch (state) {
        case CopyState::absent:
            return made(Words::tr("Absent", "state of a node's copy"), "waiting", Tone::waiting);
        case CopyState::sending:
            return made(Words::tr("Sending", "state of a node's copy"), "upload", Tone::busy);
        case CopyState::stored:
            return made(Words::tr("Stored, not proven", "state of a node's copy"), "checking", Tone::busy);
        case CopyState::proven:
            return made(Words::tr("Proven", "state of a node's copy"), "ok", Tone::good);
        case CopyState::stale:
            return made(Words::tr("Stale", "state of a node's copy"), "warning", Tone::warning);
        case CopyState::damaged:
            return made(Words::tr("Damaged", "state of a node's copy"), "failed", Tone::bad);
    }
    return {};
}

QString causeText(FailureCause cause) {
    switch (cause) {
        case FailureCause::none:
            return Words::tr("No cause", "why an upgrade failed");
        case FailureCause::manifestInvalid:
            return Words::tr("Release data did not verify", "why an upgrade failed");
        case FailureCause::nodesUnreachable:
            return Words::tr("No node could be reached", "why an upgrade failed");
        case FailureCause::digestMismatch:
            return Words::tr("Downloaded bytes are not what was permitted", "why an upgrade failed");
        case FailureCause::diskFull:
            return Words::tr("Disk full", "why an upgrade failed");
        case FailureCause::permitInvalid:
            return Words::tr("The permit did not verify or is over", "why an upgrade failed");
        case FailureCause::unpackFailed:
            return Words::tr("Unpacking failed", "why an upgrade failed");
        case FailureCause::installFailed:
            return Words::tr("Installing failed", "why an upgrade failed");
        case FailureCause::restartFailed:
            return Words::tr("Restart failed", "why an upgrade failed");
        case FailureCause::runCheckFailed:
            return Words::tr("The run check said no", "why an upgrade failed");
        case FailureCause::runCheckTimedOut:
            return Words::tr("The run check took too long", "why an upgrade failed");
        case FailureCause::rollBackFailed:
            return Words::tr("Roll-back failed: look at this terminal", "why an upgrade failed");
        case FailureCause::unsupported:
            return Words::tr("The terminal cannot install this kind", "why an upgrade failed");
        case FailureCause::timedOut:
            return Words::tr("The terminal stayed silent too long", "why an upgrade failed");
        case FailureCause::other:
            return Words::tr("Failed for a reason of its own", "why an upgrade failed");
        case FailureCause::failedBefore:
            return Words::tr("This release failed here before", "why an upgrade failed");
        case FailureCause::windowMissed:
            return Words::tr("Not installed by the deadline", "why an upgrade failed");
        case FailureCause::notApproved:
            return Words::tr("No valid signatures for this release", "why an upgrade failed");
    }
    return {};
}

QString kindText(InstallKind kind) {
    switch (kind) {
        case InstallKind::tree:
            return Words::tr("Folder of files (tree)", "kind of package");
        case InstallKind::script:
            return Words::tr("Folder with a program that installs it (script)", "kind of package");
        case InstallKind::image:
            return Words::tr("Image for a DDI client", "kind of package");
        case InstallKind::file:
            return Words::tr("Files at stated paths (file)", "kind of package");
        case InstallKind::deb:
            return Words::tr("Debian package (deb)", "kind of package");
    }
    return {};
}

QString roleText(AccountRole role) {
    switch (role) {
        case AccountRole::viewer:
            return Words::tr("Viewer", "role of an account");
        case AccountRole::operator_:
            return Words::tr("Operator", "role of an account");
        case AccountRole::approver:
            return Words::tr("Approver", "role of an account");
        case AccountRole::administrator:
            return Words::tr("Administrator", "role of an account");
    }
    return {};
}

}  // namespace signalbox::ui
