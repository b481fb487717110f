// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace signalbox::ui {

/// By what others may reach this computer, best first: its name in the domain, then its addresses; 127.0.0.1, which
/// serves this computer alone, is last. Blocking.
[[nodiscard]] QStringList ownAddresses();

/// Whether only this computer can use that address.
[[nodiscard]] bool isLoopback(const QString& host);
/// A name or numeric address as it may stand in an https address, without a port.
[[nodiscard]] bool isHost(const QString& text);

}  // namespace signalbox::ui
