// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <functional>

#include "core/model/records.h"
#include "ui/session/manager_link.h"

class QComboBox;
class QWidget;

/// What is asked before accounts and tokens are made or changed. None of it blocks; `done` is called when the manager
/// has done it.
namespace signalbox::ui {

/// Why a manager would not take that password, typed twice; empty: it would.
[[nodiscard]] QString whyNoPassword(const QString& password, const QString& again);

/// The roles, with what each may do.
[[nodiscard]] QComboBox* roleChoice(const char* objectName, AccountRole first);
[[nodiscard]] AccountRole roleOf(const QComboBox* choice);

void askNewAccount(ManagerLink& link, QWidget* parent, std::function<void()> done);
void askRole(ManagerLink& link, QWidget* parent, const QString& account, AccountRole now, std::function<void()> done);
void askPassword(ManagerLink& link, QWidget* parent, const QString& account, std::function<void()> done);
/// Shows the token, once.
void askNewToken(ManagerLink& link, QWidget* parent, std::function<void()> done);

}  // namespace signalbox::ui
