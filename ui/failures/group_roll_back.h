// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>

#include "core/adminclient/answers.h"
#include "ui/session/manager_link.h"

class QWidget;

namespace signalbox::ui {

/// Asks to which older release those go that failed in a rollout for one cause, and plans it: nothing happens before
/// the draft is started. Does not block; `planned` gets the draft.
void askGroupRollBack(ManagerLink& link, QWidget* parent, const Rollout& rollout,
                      const adminclient::FailureGroup& group, std::function<void(const Rollout&)> planned);

}  // namespace signalbox::ui
