// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace signalbox {

/// Gives what was freed back to the system, where the C library would keep it for later: after work that needed much
/// more than what comes after it. Milliseconds; does nothing where that cannot be asked for.
void giveFreedMemoryBack();

}  // namespace signalbox
