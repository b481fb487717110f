// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>
#include <vector>

#include "app/ctl/commands.h"
#include "app/ctl/completion.h"

namespace signalbox::ctl {

/// The first hundred things of a kind by the names that commands take; none where the manager cannot be asked, since
/// nobody who presses a key wants an error.
[[nodiscard]] std::vector<Candidate> knownNames(Context& context, std::string_view kind);

}  // namespace signalbox::ctl
