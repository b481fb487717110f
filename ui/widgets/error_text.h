// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include "core/base/result.h"

namespace signalbox::ui {

/// An error in the user's language: what it means, and what to do where that is known.
[[nodiscard]] QString errorText(const Error& error);
/// What the program or the manager said of it, in English: for a Details box or a tool tip.
[[nodiscard]] QString errorDetails(const Error& error);

}  // namespace signalbox::ui
