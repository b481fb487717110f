// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

namespace signalbox::ctl {

/// The command line as the parser wants it: after "terminal tag", "-key" becomes "--remove=key". The order is reversed,
/// as CLI11 takes it; the program's name is left out.
[[nodiscard]] std::vector<std::string> parserArguments(const std::vector<std::string>& commandLine);

}  // namespace signalbox::ctl
