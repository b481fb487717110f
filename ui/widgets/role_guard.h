// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include "core/model/records.h"
#include "ui/session/manager_link.h"

class QAction;
class QWidget;

namespace signalbox::ui {

/// Whether the manager lets that role do what needs the other one. Operators do not approve, approvers do not operate.
[[nodiscard]] bool mayDo(AccountRole role, AccountRole needed);
/// Why whoever is logged in may not do what needs this role; empty where that is allowed, or not known yet.
[[nodiscard]] QString whyNot(const ManagerLink& link, AccountRole needed);

/// Keeps a control disabled while whoever is logged in lacks the role, and says why in its tool tip and to screen
/// readers. What a page wants of it otherwise holds again as soon as the role allows it.
void needsRole(QWidget* control, ManagerLink& link, AccountRole needed);
void needsRole(QAction* action, ManagerLink& link, AccountRole needed);

}  // namespace signalbox::ui
