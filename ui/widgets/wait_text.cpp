// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/wait_text.h"

#include <QCoreApplication>

#include "ui/widgets/display_text.h"
#include "ui/widgets/status.h"

namespace signalbox::ui {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(WaitText)
};

}  // namespace

QString waitText(const Deployment& deployment) {
    if (isFinal(deployment.state)) return {};
    QString state = statusOf(deployment.state).text;
    if (deployment.state == DeploymentState::downloading)
        state = Words::tr("%1, %2", "state of a deployment, how far").arg(state, percent(deployment.percent));
    if (deployment.awaitsConfirmation)
        return Words::tr("%1: the terminal's user must confirm first.", "state of a deployment").arg(state);
    if (deployment.waitReason.empty()) return Words::tr("%1.", "state of a deployment").arg(state);
    const QString reason = toText(deployment.waitReason);
    if (!deployment.nextTry) return Words::tr("%1: %2.", "state of a deployment, the rule").arg(state, reason);
    return Words::tr("%1: %2. Tried next %3.", "state of a deployment, the rule, a time")
        .arg(state, reason, relativeTime(deployment.nextTry));
}

}  // namespace signalbox::ui
