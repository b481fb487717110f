// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

#include "core/manager/deployments.h"
#include "core/manager/inventory.h"

namespace signalbox::manager {

/// DDI's ActionFeedback (protocols/ddi.md, 1.2), with our member `signalbox` where it is there.
struct ActionFeedback {
    std::string execution;
    std::string finished;
    TerminalReport report;
};
/// BaseErrc::malformed names the member; unknown members are ignored, a single string is taken for `details`.
[[nodiscard]] Result<ActionFeedback> parseActionFeedback(std::string_view json);

/// The word of a terminal's user on a deployment.
struct Confirmation {
    bool confirmed = false;
    std::string message;
};
[[nodiscard]] Result<Confirmation> parseConfirmation(std::string_view json);

/// DDI's ConfigData with ours.
[[nodiscard]] Result<Inventory::SelfDescription> parseConfigData(std::string_view json);

}  // namespace signalbox::manager
