// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/signalbox/pages.h"

#include "ui/terminals/terminals_page.h"

namespace signalbox {

void addPages(ui::MainWindow& window, ui::ManagerLink& link) {
    window.addPage(new ui::TerminalsPage(link));
}

}  // namespace signalbox
