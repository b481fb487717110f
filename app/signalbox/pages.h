// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/session/manager_link.h"
#include "ui/settings/settings_page.h"
#include "ui/shell/main_window.h"

namespace signalbox {

/// Every page of the console, in the order of its navigation.
void addPages(ui::MainWindow& window, ui::ManagerLink& link, const ui::SettingsParts& settings);

}  // namespace signalbox
