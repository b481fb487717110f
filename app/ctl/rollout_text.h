// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "app/ctl/commands.h"

namespace signalbox::ctl {

/// All of a rollout for people: plan, state, phases, copies.
void printRollout(Context& context, const adminclient::RolloutDetail& detail);
/// A few lines on how far it is, for watching: state, sync gate, a bar a phase.
[[nodiscard]] std::string progressBlock(const adminclient::RolloutDetail& detail);
/// The same in one line.
[[nodiscard]] std::string progressLine(const adminclient::RolloutDetail& detail);

}  // namespace signalbox::ctl
