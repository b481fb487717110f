// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/ctl/commands.h"

namespace signalbox::ctl {

/// Asks for a dry run and shows it: as text, as CSV (a row for each phase, node and group), or as JSON.
[[nodiscard]] Result<ExitCode> showDryRun(Context& context, const adminclient::Call<adminclient::DryRun>& call,
                                          bool csv);

}  // namespace signalbox::ctl
