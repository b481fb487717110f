// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>
#include <QWidget>

namespace signalbox {

/// What cannot be read whole in a window as it is: texts that have too little room, controls that stand out of what
/// they are in. One line each, with the place.
[[nodiscard]] QStringList cutOffIn(const QWidget& window);

}  // namespace signalbox
