// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "core/http/client.h"
#include "core/terminal/data_folder.h"
#include "core/trust/join_code.h"

namespace signalbox::terminal {

struct JoinRequest {
    trust::JoinCode code;
    std::string controllerId;
    std::string userAgent;
};

/// Joins a terminal (manager/ddi/README.md, Joining). `client` is pinned to the code's fingerprint. The token is on
/// disk before the manager is asked, and so are the settings: run it again after a lost answer. BaseErrc::denied: the
/// manager refuses the code; ::alreadyExists: that id has joined with another token, or this folder has joined
/// before; ::invalidArgument: it says what is wrong with the request; else what the connection says.
[[nodiscard]] Task<Identity> join(http::Client& client, DataFolder& folder, Settings settings, JoinRequest request);

/// One exchange with the manager, nothing on disk: for join() and for simulated terminals.
[[nodiscard]] Task<Identity> askToJoin(http::Client& client, JoinRequest request, std::string name,
                                       std::string platform, std::string token);

}  // namespace signalbox::terminal
