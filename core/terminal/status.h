// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "core/terminal/data_folder.h"

namespace signalbox::terminal {

/// What a data folder says of its terminal, read beside a running agent: nothing is changed. Blocking.
/// As JSON: {"controllerId", "name", "platform", "managerUrl", "root", "running": bool, "installed": {product:
/// version}, "feedbackWaiting": n, "deployment": null or {"id", "attempt", "product", "version", "state" (the model's
/// names), "stage" (the journal's), "percent" while downloading, "reason" and "until" while holding, "cause",
/// "message", "logTail" after a failure, "changedAt"}}.
[[nodiscard]] Result<std::string> statusJson(FileSystem& files, const DataFolder& folder);
/// The same in lines for people.
[[nodiscard]] Result<std::string> statusText(FileSystem& files, const DataFolder& folder);

}  // namespace signalbox::terminal
