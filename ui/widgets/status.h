// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include "core/model/records.h"
#include "core/model/release.h"
#include "core/model/rollout.h"
#include "ui/widgets/theme.h"

namespace signalbox::ui {

/// A state as people see it: text, icon and tone, always together.
struct Status {
    QString text;
    QString icon;
    Tone tone = Tone::neutral;
};

[[nodiscard]] Status statusOf(ReleaseState state);
[[nodiscard]] Status statusOf(RolloutState state);
[[nodiscard]] Status statusOf(DeploymentState state);
[[nodiscard]] Status statusOf(CopyState state);
[[nodiscard]] QString causeText(FailureCause cause);
[[nodiscard]] QString kindText(InstallKind kind);
[[nodiscard]] QString roleText(AccountRole role);

/// Beside Qt::DisplayRole: what StatusDelegate draws.
enum StatusRole { ToneRole = Qt::UserRole + 100, IconNameRole, ProgressRole };

}  // namespace signalbox::ui
