// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QIcon>
#include <QString>

#include "ui/widgets/theme.h"

namespace signalbox::ui {

/// An icon of resources/icons, without folder and ending, in the colour of the text it stands beside; sharp at every
/// scale and right in every theme.
[[nodiscard]] QIcon icon(const QString& name);
/// The same in the colour of a tone.
[[nodiscard]] QIcon icon(const QString& name, Tone tone);

}  // namespace signalbox::ui
