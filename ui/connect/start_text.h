// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include "core/base/result.h"

namespace signalbox::ui {

/// As errorText(), for what goes wrong with a manager on this computer too.
[[nodiscard]] QString startErrorText(const Error& error);

}  // namespace signalbox::ui
