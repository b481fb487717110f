// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include "core/model/rollout.h"

namespace signalbox::ui {

/// "Why is this waiting?" in one sentence: the state, the manager's reason and when it is tried next.
[[nodiscard]] QString waitText(const Deployment& deployment);

}  // namespace signalbox::ui
