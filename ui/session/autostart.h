// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include "core/base/result.h"

/// Whether the console opens in the background when its user logs in to the desktop: a file of the desktop entry kind
/// in the user's autostart folder, as freedesktop.org has it. Blocking: never on the GUI thread.
namespace signalbox::ui {

[[nodiscard]] bool startsAtLogIn();
/// `program`: the console's.
[[nodiscard]] Result<void> setStartsAtLogIn(bool starts, const QString& program);

}  // namespace signalbox::ui
