// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>
#include <vector>

#include "core/manager/joining.h"

namespace signalbox::manager {

/// A line of the file.
struct ImportedTerminal {
    std::string controllerId;
    std::string name;
    std::string platform;
    std::string cluster;
    std::map<std::string, std::string> tags;
    std::size_t line = 0;
};

/// CSV (RFC 4180, comma, UTF-8, with or without CR and byte order mark) whose first line names the columns:
/// controllerId and platform must be there, name, cluster and any number of "tag.<key>" may be; an empty tag is left
/// out. BaseErrc::malformed names line and column of the first mistake.
[[nodiscard]] Result<std::vector<ImportedTerminal>> parseTerminalCsv(std::string_view text);

/// Adds them all or none. They are expected from then on: whoever brings a join code under such an identity takes the
/// record over, or, with `tokens`, each gets a DDI token at once.
struct ImportResult {
    std::vector<Joining::NewTerminal> terminals;  ///< tokens are empty unless asked for
};
[[nodiscard]] Result<ImportResult> importTerminals(Engine& engine, const std::vector<ImportedTerminal>& wanted,
                                                   bool tokens, std::string_view actor);

}  // namespace signalbox::manager
